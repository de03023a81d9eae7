"""A certificate PDF, opened as the box does it, over pypdf's bare extraction.

The PDF is the smallest there can be, with one font and nothing drawn: real ones cost pypdf
more and certmove no more, so that their ratios are better.
"""

import io
from collections.abc import Iterator

from pypdf import PdfReader

from migrations_tracker.box.pdf import extract
from migrations_tracker.core.sources.plain_text import read_plain_text
from tests.bench.measuring import Figure, compared
from tests.box.files import pdf
from tests.core.shipped_catalogue import shipped_catalogue

#: What such a certificate of 2024 holds, no more: the rest of the page is drawn.
TEXT = """\
Nikhil Sharma
AWS Certified Security - Specialty
February 19, 2024
February 19, 2027
852ef7326e02f7ee32e4bcb6907b9a31
https://aws.amazon.com/verification"""


def figures() -> Iterator[Figure]:
    data, catalogue = pdf(TEXT, title="AWS Certified Security - Specialty"), shipped_catalogue()

    def bare() -> str:
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)

    def read() -> object:
        reading = read_plain_text(extract(data).text, catalogue)
        assert len(reading.records) == 1
        return reading

    yield compared(
        "a certificate, opened by the box", lambda: extract(data), bare, goal=1.3, loops=30
    )
    yield compared("the same, opened and understood", read, bare, goal=None, loops=30)
