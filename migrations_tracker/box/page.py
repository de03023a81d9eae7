"""The text of a saved web page, one line a row or block."""

from migrations_tracker.box.extracted import CannotRead, Extracted
from migrations_tracker.box.limits import LARGEST_HTML
from migrations_tracker.core.pages.html import page_lines_from_html
from migrations_tracker.core.sentence import Sentence, gettext_noop
from migrations_tracker.core.sources.encodings import decode


def extract(data: bytes) -> Extracted:
    """Give a page's text. Raises CannotRead."""
    if len(data) > LARGEST_HTML:
        raise CannotRead(Sentence(_TOO_LARGE, {"size": LARGEST_HTML // 1_000_000}))
    decoded = decode(data)
    return Extracted(text=page_lines_from_html(decoded.text), lossy=decoded.lossy)


_TOO_LARGE = gettext_noop(
    "This page is larger than %(size)s MB. Save it as “web page, HTML only”, "
    "or copy its text and paste it."
)
