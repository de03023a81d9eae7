"""A short way to read a page in these tests."""

from migrations_tracker.core.pages import read_page
from migrations_tracker.core.reading import Reading
from tests.core.pages.examples import CATALOGUE, TODAY


def read_lines(*lines: str) -> Reading:
    return read_page("\n".join(lines), CATALOGUE, today=TODAY)


def doubtful_lines(reading: Reading) -> list[int]:
    return [left.line for left in reading.leftovers if left.suspicious]
