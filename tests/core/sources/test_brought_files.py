"""Every text that was brought gives exactly the records that stand beside it."""

from pathlib import Path
from typing import Any

import pytest

from migrations_tracker.core.reading import ProblemKind, SourceKind
from tests.core.pages.examples import PAGES, read_example
from tests.core.sources.brought import BROUGHT, expected_of, read_brought, summary, text_of

RECORDS = ("certifications", "exams", "benefits", "registrations")
OF_LINES = {SourceKind.PORTAL_PAGE, SourceKind.CERTIFICATE, SourceKind.SCORE_REPORT}
each_text = pytest.mark.parametrize("path", BROUGHT, ids=lambda path: path.stem)


@each_text
def test_a_text_gives_its_records_and_no_others(path: Path) -> None:
    found, expected = summary(read_brought(path)), expected_of(path)
    for kind in RECORDS:
        wanted = expected.get(kind, [])
        assert [_only(row, wanted, at) for at, row in enumerate(found[kind])] == wanted


def _only(row: dict[str, Any], wanted: list[dict[str, Any]], at: int) -> dict[str, Any]:
    """The fields that the answer names; all of them where there is none."""
    return {name: row[name] for name in wanted[at]} if at < len(wanted) else row


@each_text
def test_a_text_is_told_by_its_content_and_doubts_are_shown(path: Path) -> None:
    found, expected = summary(read_brought(path)), expected_of(path)
    named = [name for name in expected if name not in RECORDS]
    assert {name: found[name] for name in named} == {name: expected[name] for name in named}


@each_text
def test_every_line_of_a_text_is_accounted_for(path: Path) -> None:
    reading = read_brought(path)
    if reading.kind in OF_LINES:
        lines = text_of(path).replace("\r\n", "\n").replace("\f", "").split("\n")
        records = {number for found in reading.found for number in found.lines}
        leftovers = {left.line for left in reading.leftovers}
        filled = {number for number, line in enumerate(lines, 1) if line.strip(" \t>\u3000")}
        assert filled <= records | leftovers | set(reading.furniture)
        assert not leftovers & (records | set(reading.furniture))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_among_all_that_a_text_can_be_an_example_page_gives_its_own_records(path: Path) -> None:
    found, alone = read_brought(path), read_example(path)
    if not any(problem.problem is ProblemKind.SCORE_OUT_OF_RANGE for problem in found.problems):
        assert set(found.records) == set(alone.records)
