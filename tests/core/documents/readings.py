"""Short ways to read a text in these tests."""

from datetime import date

from migrations_tracker.core.dates import DateOrder
from migrations_tracker.core.documents import read_document
from migrations_tracker.core.reading import Reading
from migrations_tracker.core.records import Certification, ExamAttempt
from tests.core.shipped_catalogue import shipped_catalogue


def read(
    text: str,
    file_name: str | None = None,
    title: str | None = None,
    order: DateOrder | None = None,
) -> Reading | None:
    return read_document(
        text, shipped_catalogue(), file_name=file_name, title=title, date_order=order
    )


def reading_of(text: str, file_name: str | None = None, order: DateOrder | None = None) -> Reading:
    reading = read(text, file_name, order=order)
    assert reading is not None
    assert_every_line_is_accounted_for(text, reading)
    return reading


def certificate(text: str, file_name: str | None = None) -> Certification:
    (record,) = reading_of(text, file_name).certifications
    return record


def attempt(text: str) -> ExamAttempt:
    (record,) = reading_of(text).exams
    return record


def days(record: Certification) -> tuple[date | None, date | None]:
    return record.earned_on, record.expires_on


def assert_every_line_is_accounted_for(text: str, reading: Reading) -> None:
    """Each non-blank line is a record's, furniture, or a leftover, and only one of them."""
    records = {number for found in reading.found for number in found.lines}
    leftovers = {leftover.line for leftover in reading.leftovers}
    furniture = set(reading.furniture)
    assert len(records) + len(leftovers) + len(furniture) == len(records | leftovers | furniture)
    lines = text.replace("\r\n", "\n").split("\n")
    filled = {number for number, line in enumerate(lines, 1) if line.replace("\f", "").strip()}
    assert records | leftovers | furniture == filled
