"""The only bridge between the tables of facts and the core's records."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date, time
from typing import Any, cast
from uuid import UUID

from migrations_tracker.core.account_records import AccountRecords
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
from migrations_tracker.encryption import decrypt, encrypt
from migrations_tracker.models import (
    BenefitRecord,
    CertificationRecord,
    ExamRecord,
    RecordRow,
    RegistrationRecord,
    Snapshot,
)

ROW_CLASSES: dict[RecordType, type[RecordRow]] = {
    RecordType.CERTIFICATION: CertificationRecord,
    RecordType.EXAM: ExamRecord,
    RecordType.BENEFIT: BenefitRecord,
    RecordType.REGISTRATION: RegistrationRecord,
}

_ENUMS: dict[tuple[RecordType, str], type[Any]] = {
    (RecordType.CERTIFICATION, "status"): CertificationStatus,
    (RecordType.EXAM, "result"): ExamResult,
    (RecordType.BENEFIT, "status"): BenefitStatus,
    (RecordType.REGISTRATION, "status"): RegistrationStatus,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRecord:
    """A record as a snapshot holds it: its number there, and the evidence that shows it."""

    number: int
    record: Record
    evidence_numbers: tuple[int, ...] = ()

    @property
    def kind(self) -> RecordType:
        return record_type(self.record)


def held_records(snapshot: Snapshot) -> list[HeldRecord]:
    """The records of ``snapshot`` in the order of their numbers: four queries."""
    return held_records_of([snapshot])[snapshot.pk]


def held_records_of(
    snapshots: Iterable[Snapshot], *, with_codes: bool = True
) -> dict[UUID, list[HeldRecord]]:
    """The records of several snapshots by the snapshot's id: four queries in all.

    Without codes benefits have none, and nothing is decrypted. Raises KeyLost or Tampered
    where a benefit code can't be opened.
    """
    wanted = [snapshot.pk for snapshot in snapshots]
    held: dict[UUID, list[HeldRecord]] = defaultdict(list)
    for kind, row_class in ROW_CLASSES.items():
        for row in row_class._default_manager.filter(snapshot__in=wanted):
            held[row.snapshot_id].append(_held(kind, row, with_codes=with_codes))
    for records in held.values():
        records.sort(key=lambda each: each.number)
    return {pk: held[pk] for pk in wanted}


def account_records(held: Iterable[HeldRecord]) -> AccountRecords:
    return AccountRecords(tuple(each.record for each in held))


def store(snapshot: Snapshot, held: Sequence[HeldRecord]) -> None:
    """Write ``held`` as rows of ``snapshot``; a number that is there already is replaced."""
    by_kind: dict[RecordType, list[RecordRow]] = defaultdict(list)
    for each in held:
        by_kind[each.kind].append(row_of(snapshot, each))
    _remove(snapshot, [each.number for each in held])
    for kind, rows in by_kind.items():
        ROW_CLASSES[kind]._default_manager.bulk_create(rows)


def remove(snapshot: Snapshot, number: int) -> None:
    _remove(snapshot, [number])


def _remove(snapshot: Snapshot, numbers: Sequence[int]) -> None:
    for row_class in ROW_CLASSES.values():
        row_class._default_manager.filter(snapshot=snapshot, number__in=numbers).delete()


def row_of(snapshot: Snapshot, held: HeldRecord) -> RecordRow:
    """The unsaved row for ``held``; a benefit's code is encrypted, bound to this very row."""
    values = asdict(held.record)
    if held.kind is RecordType.BENEFIT:
        code = values.pop("code")
        values["sealed_code"] = (
            encrypt(code, aad=place_of_code(snapshot.pk, held.number)) if code else None
        )
    return ROW_CLASSES[held.kind](
        snapshot=snapshot,
        number=held.number,
        evidence_numbers=list(held.evidence_numbers),
        **values,
    )


def _held(kind: RecordType, row: RecordRow, *, with_codes: bool) -> HeldRecord:
    names = [field.name for field in fields(RECORD_CLASSES[kind])]
    if not with_codes and kind is RecordType.BENEFIT:
        names.remove("code")
    values = {name: _value(kind, name, row) for name in names}
    return HeldRecord(
        number=row.number,
        record=RECORD_CLASSES[kind](**values),
        evidence_numbers=tuple(row.evidence_numbers),
    )


def _value(kind: RecordType, name: str, row: RecordRow) -> Any:
    if kind is RecordType.BENEFIT and name == "code":
        return code_of(cast(BenefitRecord, row))
    value = getattr(row, name)
    enum = _ENUMS.get((kind, name))
    return enum(value) if enum and value is not None else value


def code_of(row: BenefitRecord) -> str | None:
    """The benefit code in the clear. Raises KeyLost or Tampered, never guesses."""
    if row.sealed_code is None:
        return None
    return decrypt(row.sealed_code, aad=place_of_code(row.snapshot_id, row.number))


def place_of_code(snapshot: UUID, number: int) -> str:
    """What a benefit's code is bound to when it is encrypted: its snapshot and number."""
    return f"benefit:{snapshot}:{number}"


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
