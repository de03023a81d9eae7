"""The text of a PDF: certificates and score reports, made by iText, PDFsharp and Aspose."""

import io

from pypdf import PasswordType, PdfReader

from migrations_tracker.box.extracted import CannotRead, Extracted
from migrations_tracker.box.limits import LONGEST_TEXT, MOST_PAGES
from migrations_tracker.core.sentence import Sentence, gettext_noop


def extract(data: bytes) -> Extracted:
    """Give the text of all pages and the document's title. Raises CannotRead."""
    reader = _opened(data)
    count = len(reader.pages)  # each asking walks the pages anew
    if count > MOST_PAGES:
        raise CannotRead(Sentence(_TOO_MANY_PAGES, {"pages": count, "most": MOST_PAGES}))
    text = "\n".join(reader.pages[at].extract_text().rstrip() for at in range(count))
    if not text.strip():
        raise CannotRead(Sentence(_NO_TEXT))
    if len(text) > LONGEST_TEXT:
        raise CannotRead(Sentence(_TOO_MUCH_TEXT))
    return Extracted(text=text, title=_title(reader))


def _opened(data: bytes) -> PdfReader:
    """Open it; a PDF that only forbids printing or copying opens with an empty password."""
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
        raise CannotRead(Sentence(_ENCRYPTED))
    return reader


def _title(reader: PdfReader) -> str | None:
    known = reader.metadata
    title = known.title if known else None
    return str(title).strip()[:300] or None if title else None


_TOO_MANY_PAGES = gettext_noop(
    "This PDF has %(pages)s pages; certmove opens those of up to %(most)s. "
    "A certificate or score report has one or two."
)
_TOO_MUCH_TEXT = gettext_noop(
    "This PDF holds far more text than a certificate or score report. Bring only those."
)
_NO_TEXT = gettext_noop(
    "This PDF holds pictures and no text, like a scan. Download the certificate from AWS "
    "again, or type in what it says."
)
_ENCRYPTED = gettext_noop(
    "This PDF is protected by a password. Open it, print it to a new PDF without password, "
    "and bring that one."
)
