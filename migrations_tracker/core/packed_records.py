"""The records of a snapshot as one packed text, and back.

A row a record, with its keys and indexes, takes ten times the room. Codes of benefits are
not in it: they are kept encrypted, apart.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from migrations_tracker.core.packing import pack, unpack
from migrations_tracker.core.records import Benefit, Record, RecordType, record_type
from migrations_tracker.core.sources.record_json import record_from_json, record_to_json


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRecord:
    """A record as a snapshot holds it: its number there, and the evidence that shows it."""

    number: int
    record: Record
    evidence_numbers: tuple[int, ...] = ()

    @property
    def kind(self) -> RecordType:
        return record_type(self.record)


def pack_records(held: Iterable[HeldRecord]) -> bytes:
    """``held`` without codes; what a record does not say is left out."""
    rows = [
        [each.number, each.kind.value, list(each.evidence_numbers), _said(each.record)]
        for each in held
    ]
    return pack(json.dumps(rows, ensure_ascii=False, separators=(",", ":"))) if rows else b""


def unpack_records(packed: bytes) -> list[HeldRecord]:
    """What ``pack_records`` was given, without codes. Raises NotPacked."""
    return [
        HeldRecord(
            number=number,
            record=record_from_json(RecordType(kind), said),
            evidence_numbers=tuple(evidence),
        )
        for number, kind, evidence, said in json.loads(unpack(packed) if packed else "[]")
    ]


def codes_in(held: Iterable[HeldRecord]) -> dict[int, str]:
    """The codes of the benefits among ``held``, by the record's number."""
    benefits = ((each.number, each.record) for each in held)
    return {n: each.code for n, each in benefits if isinstance(each, Benefit) and each.code}


def with_codes(held: Iterable[HeldRecord], codes: dict[int, str]) -> list[HeldRecord]:
    """``held`` with the codes that ``codes_in`` took out."""
    return [_with_code(each, codes.get(each.number)) for each in held]


def _with_code(held: HeldRecord, code: str | None) -> HeldRecord:
    if code is None or not isinstance(held.record, Benefit):
        return held
    return replace(held, record=replace(held.record, code=code))


def _said(record: Record) -> dict[str, Any]:
    plain = record_to_json(record)
    return {name: value for name, value in plain.items() if value is not None and name != "code"}
