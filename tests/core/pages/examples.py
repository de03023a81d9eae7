"""Example pages with the right answer beside them, and how to compare a reading with it."""

import json
from datetime import date, time
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from migrations_tracker.core.catalogue import Catalogue, parse_catalogue
from migrations_tracker.core.pages import read_page
from migrations_tracker.core.pages.html import page_lines_from_html
from migrations_tracker.core.reading import Reading
from migrations_tracker.core.records import Record

FOLDER = Path(__file__).parent.parent / "examples" / "portal"
TODAY = date(2026, 11, 22)
PAGES = sorted([*FOLDER.glob("*.txt"), *FOLDER.glob("*.html")])
_DATA = Path(__file__).parents[3] / "migrations_tracker" / "data" / "catalogue.toml"
CATALOGUE: Catalogue = parse_catalogue(_DATA.read_text(encoding="utf-8"))

# The field names of the examples are older than those of the records.
_FIELDS = {"date": "taken_on", "earned": "earned_on", "expires": "expires_on"}
_SECTIONS = {"bookings": "registrations"}


@cache
def read_example(page: Path) -> Reading:
    text = page.read_bytes().decode("utf-8")
    if page.suffix == ".html":
        text = page_lines_from_html(text)
    return read_page(text, CATALOGUE, today=TODAY)


def expected_of(page: Path) -> dict[str, Any]:
    path = page.with_name(page.name.removesuffix(page.suffix) + ".expected.json")
    expected: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return expected


def expected_records(expected: dict[str, Any], section: str) -> list[dict[str, Any]]:
    old_name = next((old for old, new in _SECTIONS.items() if new == section), section)
    rows = expected["records"].get(section) or expected["records"].get(old_name) or []
    renamed = {} if section == "registrations" else _FIELDS
    return [
        {renamed.get(name, name): value for name, value in row.items() if name != "claimed"}
        for row in rows
    ]


def as_json(record: Record, names: list[str]) -> dict[str, Any]:
    return {name: _plain(getattr(record, name)) for name in names}


def _plain(value: object) -> object:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return value.isoformat() if isinstance(value, date) else value
