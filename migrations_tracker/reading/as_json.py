"""Readings as the JSON that scripts rely on, and back: `read --json`, `compare`, exports."""

from typing import Any

from migrations_tracker.core.reading import Person, Problem, Reading
from migrations_tracker.core.records import Holder, Record
from migrations_tracker.core.sources.certmove_export import (
    export,
    export_without_codes,
    exports_in,
    read_export,
)
from migrations_tracker.core.sources.json_text import json_documents
from migrations_tracker.core.sources.record_json import lists_of_records, record_to_json


def reading_to_json(file: str, reading: Reading) -> dict[str, Any]:
    """Give the object that `read --json` prints for one file."""
    return {
        "file": file,
        "kind": reading.kind.value,
        "holder": {
            "name": reading.holder.name,
            "candidate_id": reading.holder.candidate_id,
        },
        **lists_of_records(reading.records),
        "people": [_person(person) for person in reading.people],
        "problems": [_problem(problem) for problem in reading.problems],
        "leftovers": [
            {"line": left.line, "text": left.text, "suspicious": left.suspicious}
            for left in reading.leftovers
        ],
        "ignored": [{"name": one.name, "reason": one.reason} for one in reading.ignored],
    }


def records_to_export(
    holder: Holder, records: tuple[Record, ...], *, with_codes: bool
) -> dict[str, Any]:
    """Give a snapshot's records as certmove's own export, which reads back without loss.

    The codes of benefits are left out, and counted, unless they are asked for.
    """
    return (export if with_codes else export_without_codes)(holder, records)


def readings_from_json(text: str) -> list[Reading]:
    """Read what `read --json` printed or certmove exported, a reading for each object.

    Raises BrokenJson where ``text`` is no JSON. An empty list: it is none of the two.
    """
    return [read_export([item]) for item in exports_in(json_documents(text))]


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "line": problem.line,
        "text": problem.text,
        "problem": problem.problem.value,
        "message": str(problem.message),
    }


def _person(person: Person) -> dict[str, Any]:
    return {
        "name": person.name,
        "email": person.email,
        "masked": person.masked,
        "certifications": [record_to_json(record) for record in person.certifications],
    }
