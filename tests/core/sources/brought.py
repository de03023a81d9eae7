"""Texts as people bring them, read by their content alone, with the right answer beside them.

Pages copied in many ways, certificates, score reports, badges, exports and lists of one's
own. All names and numbers are made up.
"""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from migrations_tracker.core.pages.html import page_lines_from_html
from migrations_tracker.core.reading import Reading
from migrations_tracker.core.sources.encodings import decode
from migrations_tracker.core.sources.plain_text import About, read_plain_text
from migrations_tracker.core.sources.record_json import lists_of_records
from tests.core.shipped_catalogue import shipped_catalogue

FOLDER = Path(__file__).parent.parent / "examples" / "brought"
BROUGHT = sorted(path for path in FOLDER.glob("*") if not path.name.endswith(".expected.json"))
TODAY = date(2026, 11, 22)


def text_of(path: Path) -> str:
    text = decode(path.read_bytes()).text
    return page_lines_from_html(text) if path.suffix == ".html" else text


@cache
def read_brought(path: Path) -> Reading:
    about = About(today=TODAY, file_name=path.name)
    return read_plain_text(text_of(path), shipped_catalogue(), about)


def expected_of(path: Path) -> dict[str, Any]:
    file = path.with_name(path.name.removesuffix(path.suffix) + ".expected.json")
    expected: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return expected


def summary(reading: Reading) -> dict[str, Any]:
    """Give what the answers beside the files say, of a reading."""
    shown: dict[str, Any] = {
        "kind": reading.kind.value,
        "problems": [problem.problem.value for problem in reading.problems],
        "suspicious": [left.line for left in reading.leftovers if left.suspicious],
        "ignored": [ignored.name for ignored in reading.ignored],
        "holder": [reading.holder.name, reading.holder.candidate_id],
        "people": [
            [
                person.masked,
                [
                    [c.certification, _day(c.earned_on), _day(c.expires_on)]
                    for c in person.certifications
                ],
            ]
            for person in reading.people
        ],
    }
    return shown | dict(lists_of_records(reading.records))


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
