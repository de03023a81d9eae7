"""The only bridge between what a snapshot's row keeps and the core's records."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date, time
from typing import Any
from uuid import UUID

from migrations_tracker.core.account_records import AccountRecords
from migrations_tracker.core.packed_records import (
    HeldRecord,
    codes_in,
    pack_records,
    unpack_records,
    with_codes,
)
from migrations_tracker.core.records import (
    RECORD_CLASSES,
    BenefitStatus,
    CertificationStatus,
    ExamResult,
    Record,
    RecordType,
    RegistrationStatus,
)
from migrations_tracker.encryption import decrypt, encrypt
from migrations_tracker.models import Snapshot

__all__ = [
    "HeldRecord",
    "account_records",
    "held_in",
    "held_records",
    "held_records_of",
    "place_of_codes",
    "record_from",
    "remove",
    "store",
    "store_all",
]

_ENUMS: dict[tuple[RecordType, str], type[Any]] = {
    (RecordType.CERTIFICATION, "status"): CertificationStatus,
    (RecordType.EXAM, "result"): ExamResult,
    (RecordType.BENEFIT, "status"): BenefitStatus,
    (RecordType.REGISTRATION, "status"): RegistrationStatus,
}


def held_records(snapshot: Snapshot) -> list[HeldRecord]:
    """The records of ``snapshot`` in the order of their numbers: one query."""
    return held_records_of([snapshot])[snapshot.pk]


def held_records_of(
    snapshots: Iterable[Snapshot], *, codes: bool = True
) -> dict[UUID, list[HeldRecord]]:
    """The records of several snapshots by the snapshot's id: one query in all.

    They are read from the database as they are now, whatever ``snapshots`` were loaded with.
    Without ``codes`` benefits have none, and nothing is decrypted. Raises KeyLost or Tampered
    where benefit codes can't be opened.
    """
    wanted = [snapshot.pk for snapshot in snapshots]
    rows = Snapshot.objects.filter(pk__in=wanted).values_list("pk", "records", "sealed_codes")
    held = {pk: _held(pk, bytes(packed), sealed if codes else "") for pk, packed, sealed in rows}
    return {pk: held.get(pk, []) for pk in wanted}


def held_in(snapshot: Snapshot) -> list[HeldRecord]:
    """The records ``snapshot`` was loaded with. Raises as above.

    For what does not change meanwhile: a sealed one, or a draft as it was claimed.
    """
    return _held(snapshot.pk, bytes(snapshot.records), snapshot.sealed_codes)


def _held(snapshot: UUID, packed: bytes, sealed: str) -> list[HeldRecord]:
    held = unpack_records(packed)
    return with_codes(held, _opened(snapshot, sealed)) if sealed else held


def _opened(snapshot: UUID, sealed: str) -> dict[int, str]:
    codes: dict[str, str] = json.loads(decrypt(sealed, aad=place_of_codes(snapshot)))
    return {int(number): code for number, code in codes.items()}


def _sealed(snapshot: UUID, codes: Mapping[int, str]) -> str:
    text = json.dumps(codes, ensure_ascii=False, separators=(",", ":"))
    return encrypt(text, aad=place_of_codes(snapshot)) if codes else ""


def place_of_codes(snapshot: UUID) -> str:
    """What a snapshot's benefit codes are bound to when they are encrypted."""
    return f"codes:{snapshot}"


def account_records(held: Iterable[HeldRecord]) -> AccountRecords:
    return AccountRecords(tuple(each.record for each in held))


def store(snapshot: Snapshot, held: Sequence[HeldRecord]) -> None:
    """Add ``held`` to ``snapshot``; a number that is there already is replaced.

    The caller has claimed the draft: nobody else writes to it meanwhile.
    """
    by_number = {each.number: each for each in (*held_records(snapshot), *held)}
    store_all(snapshot, [by_number[number] for number in sorted(by_number)])


def remove(snapshot: Snapshot, number: int) -> None:
    """Take the record with this number out; the caller has claimed the draft."""
    store_all(snapshot, [each for each in held_records(snapshot) if each.number != number])


def store_all(snapshot: Snapshot, held: Sequence[HeldRecord]) -> None:
    """Make ``held``, in the order of their numbers, all of ``snapshot``; it has been claimed."""
    Snapshot.objects.filter(pk=snapshot.pk).update(
        records=pack_records(held), sealed_codes=_sealed(snapshot.pk, codes_in(held))
    )


def record_from(kind: RecordType, values: Mapping[str, str | int | date | time | None]) -> Record:
    """A record of ``kind`` from a form's values; "" counts as absent.

    Raises KeyError for a field the record does not have.
    """
    names = {field.name for field in fields(RECORD_CLASSES[kind])}
    unknown = set(values) - names
    if unknown:
        raise KeyError(", ".join(sorted(unknown)))
    cleaned: dict[str, Any] = {}
    for name, value in values.items():
        enum = _ENUMS.get((kind, name))
        present = value not in ("", None)
        cleaned[name] = (enum(value) if enum else value) if present else None
    return RECORD_CLASSES[kind](**cleaned)
