"""Every example page gives exactly the records that stand beside it."""

from pathlib import Path

import pytest

from migrations_tracker.core.reading import SourceKind
from tests.core.pages.examples import (
    PAGES,
    as_json,
    expected_of,
    expected_records,
    read_example,
)

SECTIONS = ["certifications", "exams", "benefits", "registrations"]
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)


@each_page
def test_a_page_gives_its_records_and_no_others(page: Path) -> None:
    reading, expected = read_example(page), expected_of(page)
    for section in SECTIONS:
        wanted = expected_records(expected, section)
        found = getattr(reading, section)
        names = [list(row) for row in wanted] + [["name"]] * len(found)
        assert [as_json(r, n) for r, n in zip(found, names, strict=False)] == wanted


@each_page
def test_a_page_has_the_problems_that_are_expected_and_nothing_suspicious(page: Path) -> None:
    reading, expected = read_example(page), expected_of(page)
    assert [p.problem.value for p in reading.problems] == expected.get("problems", [])
    suspicious = [left.line for left in reading.leftovers if left.suspicious]
    assert suspicious == expected.get("suspicious", [])
    assert [i.name for i in reading.ignored] == expected.get("ignored", [])


@each_page
def test_a_page_is_recognised_as_one(page: Path) -> None:
    reading, expected = read_example(page), expected_of(page)
    assert reading.kind == expected.get("kind", SourceKind.PORTAL_PAGE)


@each_page
def test_record_lines_are_those_that_carry_a_records_own_cells(page: Path) -> None:
    reading, expected = read_example(page), expected_of(page)
    if expected.get("record_lines") is not None:
        lines = [number for found in reading.found for number in found.lines]
        assert len(lines) == len(set(lines)) == expected["record_lines"]
