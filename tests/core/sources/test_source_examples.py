"""Whole files of badges and spreadsheets, read from their bytes, against what they hold."""

import json
from pathlib import Path
from typing import Any

import pytest

from migrations_tracker.core.reading import Reading
from migrations_tracker.core.sources.encodings import decode
from migrations_tracker.core.sources.plain_text import read_plain_text
from migrations_tracker.core.sources.record_json import lists_of_records
from tests.core.shipped_catalogue import shipped_catalogue

EXAMPLES = Path(__file__).parent.parent / "examples"
BADGES = sorted(p for p in (EXAMPLES / "badges").glob("*.json") if "expected" not in p.name)
SPREADSHEETS = sorted((EXAMPLES / "spreadsheets").glob("*.csv"))


def read(path: Path) -> Reading:
    return read_plain_text(decode(path.read_bytes()).text, shipped_catalogue())


def expected(path: Path) -> Any:
    return json.loads(path.with_suffix(".expected.json").read_text("utf-8"))


@pytest.mark.parametrize("path", BADGES, ids=lambda path: path.stem)
def test_badges_as_they_were_saved(path: Path) -> None:
    reading, wanted = read(path), expected(path)
    printed = lists_of_records(reading.records)["certifications"]
    got = [[c["certification"], c["earned_on"], c["expires_on"]] for c in printed]
    assert got == wanted["certifications"]
    assert [[i.name, i.reason] for i in reading.ignored] == wanted["ignored"]
    assert [problem.problem.value for problem in reading.problems] == wanted["problems"]
    assert reading.holder.name == wanted["holder"]


@pytest.mark.parametrize("path", SPREADSHEETS, ids=lambda path: path.stem)
def test_spreadsheets_as_they_were_saved(path: Path) -> None:
    reading = read(path)
    assert lists_of_records(reading.records) == expected(path)
    assert reading.understood
