"""Records as JSON objects, every field of them, and back."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date, time
from enum import StrEnum
from typing import Any

from migrations_tracker.core.records import (
    RECORD_CLASSES,
    BenefitStatus,
    CertificationStatus,
    ExamResult,
    Record,
    RecordType,
    RegistrationStatus,
    record_type,
)

LIST_NAMES: Mapping[RecordType, str] = {
    RecordType.CERTIFICATION: "certifications",
    RecordType.EXAM: "exams",
    RecordType.BENEFIT: "benefits",
    RecordType.REGISTRATION: "registrations",
}
"""The names of the four lists in what `read --json` prints."""

_STATUSES: Mapping[RecordType, type[StrEnum]] = {
    RecordType.CERTIFICATION: CertificationStatus,
    RecordType.BENEFIT: BenefitStatus,
    RecordType.REGISTRATION: RegistrationStatus,
}
_DATES = {"earned_on", "expires_on", "taken_on", "date"}


def record_to_json(record: Record) -> dict[str, Any]:
    """Give every field of ``record``; dates as 2024-08-04, times as 09:30, absent as None."""
    return {field.name: _plain(getattr(record, field.name)) for field in fields(record)}


def lists_of_records(records: tuple[Record, ...]) -> dict[str, list[dict[str, Any]]]:
    """Give ``records`` as the four lists, each in the order of the input."""
    lists: dict[str, list[dict[str, Any]]] = {name: [] for name in LIST_NAMES.values()}
    for record in records:
        lists[LIST_NAMES[record_type(record)]].append(record_to_json(record))
    return lists


def record_from_json(kind: RecordType, value: Mapping[str, Any]) -> Record:
    """Build a record of ``kind``; unknown fields are no loss and pass.

    Raises ValueError, KeyError or TypeError where a field holds what it cannot hold.
    """
    given = {f.name: value.get(f.name) for f in fields(RECORD_CLASSES[kind])}
    values = {name: _typed(kind, name, item) for name, item in given.items()}
    if not isinstance(values["name"], str):
        raise TypeError("name")
    return RECORD_CLASSES[kind](**values)


def _plain(value: Any) -> Any:
    if isinstance(value, time):
        return value.isoformat("minutes" if not value.second else "seconds")
    return value.isoformat() if isinstance(value, date) else value


def _typed(kind: RecordType, name: str, value: Any) -> Any:
    if value is None:
        return None
    reader = _reader(kind, name)
    if not isinstance(value, int if name == "score" else str) or isinstance(value, bool):
        raise TypeError(name)
    return reader(value)


def _reader(kind: RecordType, name: str) -> Callable[[Any], Any]:
    if name in _DATES:
        return date.fromisoformat
    if name == "status":
        return _STATUSES[kind]
    readers: dict[str, Callable[[Any], Any]] = {"time": time.fromisoformat, "result": ExamResult}
    return readers.get(name, int if name == "score" else str)
