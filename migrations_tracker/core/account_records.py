"""All that one account showed at one time, and its fingerprint."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from datetime import date, time
from typing import Any

from migrations_tracker.core.records import RECORD_CLASSES, Benefit, Record, RecordType, record_type


@dataclass(frozen=True, slots=True)
class AccountRecords:
    """The records of one account, of all four kinds; their order means nothing.

    Equal records stay: two equal vouchers are two vouchers.
    """

    records: tuple[Record, ...] = field(default_factory=tuple)

    def of(self, kind: RecordType) -> tuple[Record, ...]:
        wanted = RECORD_CLASSES[kind]
        return tuple([record for record in self.records if type(record) is wanted])

    def __len__(self) -> int:
        return len(self.records)


def canonical_json(records: Iterable[Record]) -> str:
    """The records as one text that is the same whatever their order was."""
    rows = sorted(
        json.dumps(_row(record), ensure_ascii=False, sort_keys=True, default=_plain)
        for record in records
    )
    return "[" + ",".join(rows) + "]"


def fingerprint(records: Iterable[Record]) -> str:
    """SHA-256 of the canonical text, 64 hex digits.

    Of a benefit code only the last two characters go in: the fingerprint is
    printed on reports, and nobody shall be able to guess a voucher from it.
    """
    hidden = (_without_code(record) for record in records)
    return hashlib.sha256(canonical_json(hidden).encode()).hexdigest()


def _without_code(record: Record) -> Record:
    if isinstance(record, Benefit) and record.code:
        return replace(record, code=f"…{record.code[-2:]}")
    return record


def _row(record: Record) -> dict[str, Any]:
    return {"record": record_type(record).value, **asdict(record)}


def _plain(value: date | time) -> str:
    return value.isoformat()
