"""Certificates, score reports, and papers that only look like them, by their text.

The text may come from any PDF library, from a PDF viewer's copy, or from a .txt:
they give the same words in other orders. Read from 52 real documents of 2016 to
2026 in public repositories, looked at on 2026-11-22.
"""

from dataclasses import replace

from migrations_tracker.core.catalogue import Catalogue
from migrations_tracker.core.dates import DateOrder
from migrations_tracker.core.documents.certificates import read_certificates
from migrations_tracker.core.documents.lines import Document, document_of
from migrations_tracker.core.documents.other_documents import read_other_document
from migrations_tracker.core.documents.score_reports import read_score_report
from migrations_tracker.core.documents.viewers import without_viewer
from migrations_tracker.core.reading import Reading

__all__ = ["read_document"]


def read_document(
    text: str,
    catalogue: Catalogue,
    *,
    file_name: str | None = None,
    title: str | None = None,
    date_order: DateOrder | None = None,
) -> Reading | None:
    """Read a document's text as certificate, score report or something known to be neither.

    ``file_name`` and ``title`` (the PDF's) are clues only where the text does not name
    the certification. ``date_order`` settles dates that the document's language leaves
    open. None where the text is no such document: a page, a mail, anything.
    """
    document: Document = document_of(text, file_name=file_name, title=title)
    bare, viewers_lines = without_viewer(document)
    reading = read_score_report(bare, catalogue, date_order) or read_certificates(
        bare, catalogue, date_order
    )
    if reading is None:
        return read_other_document(document, catalogue)
    return replace(reading, furniture=(*reading.furniture, *viewers_lines))
