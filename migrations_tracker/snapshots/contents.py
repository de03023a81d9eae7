"""What a person does with what a snapshot holds: adds, types, corrects, removes."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F

from migrations_tracker.core.merging import Addition, AdditionKind, Side, merge_sources
from migrations_tracker.core.reading import Reading
from migrations_tracker.core.records import Record
from migrations_tracker.evidence.texts import sealed_text
from migrations_tracker.models import Event, Evidence, Snapshot, User
from migrations_tracker.records.of_snapshots import (
    HeldRecord,
    held_in,
    held_records,
    remove,
    store,
    store_all,
)
from migrations_tracker.seen import seen_of
from migrations_tracker.snapshots.acts import claim_draft, tell
from migrations_tracker.snapshots.errors import (
    NoSuchRecord,
    RecordChanged,
    RecordKnown,
    TooManyRecords,
    Undecided,
)
from migrations_tracker.snapshots.uploads import take_uploads

#: More than any account holds; a paste of noise must not fill the database.
MOST_RECORDS = 5000


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What a reading was made from: a paste's text, or a stored file's place."""

    kind: str
    text: str = ""
    name: str = ""
    stored_as: str = ""
    sha256: str = ""
    size: int = 0

    @classmethod
    def of_paste(cls, text: str) -> "Source":
        """Fingerprints ``text`` as UTF-8; a lone surrogate counts as its escape."""
        raw = text.encode("utf-8", "backslashreplace")
        return cls(kind="paste", text=text, sha256=hashlib.sha256(raw).hexdigest(), size=len(raw))


#: A person's choices between disagreeing sources, by the source's and the addition's place.
Choices = Mapping[tuple[int, int], Side]


def preview(
    snapshot: Snapshot, readings: Sequence[Reading], choices: Choices | None = None
) -> tuple[tuple[Addition, ...], ...]:
    """What keeping ``readings`` would do to ``snapshot``, reading by reading; stores nothing."""
    held = [each.record for each in held_records(snapshot)]
    return merge_sources(held, [reading.records for reading in readings], choices)


def add_reading(
    snapshot: Snapshot, reading: Reading, source: Source, *, by: User, at: datetime
) -> tuple[Addition, ...]:
    """Keep what one source yielded; see ``add_readings``."""
    (made,) = add_readings(snapshot, [(reading, source)], by=by, at=at)
    return made


@transaction.atomic
def add_readings(
    snapshot: Snapshot,
    readings: Sequence[tuple[Reading, Source]],
    *,
    choices: Choices | None = None,
    batch: UUID | None = None,
    by: User,
    at: datetime,
) -> tuple[tuple[Addition, ...], ...]:
    """Keep what was read, and what it was read from: all of it or nothing.

    ``batch`` is the drop that the files among the sources came in. A text that is there already,
    letter by letter, is not kept twice. Raises SnapshotSealed, Undecided (a disagreement without
    a choice), TooManyRecords, FilesGone.
    """
    held = held_in(claim_draft(snapshot))
    if batch:
        take_uploads(snapshot, batch)
    kept_before = snapshot.evidence.count()
    records = [reading.records for reading, _ in readings]
    made = merge_sources([each.record for each in held], records, choices)
    if any(addition.undecided for additions in made for addition in additions):
        raise Undecided
    evidence = [_keep_evidence(snapshot, source, by=by, at=at) for _, source in readings]
    _store_additions(snapshot, held, made, [each.number for each in evidence])
    if any(made):
        Snapshot.objects.filter(pk=snapshot.pk).update(declared_empty=False)
    for each in evidence:
        if each.number > kept_before:
            tell(snapshot, Event.Kind.EVIDENCE_ADDED, by=by, at=at, subject=each.name)
    return made


def _keep_evidence(snapshot: Snapshot, source: Source, *, by: User, at: datetime) -> Evidence:
    same = snapshot.evidence.filter(kind=source.kind, sha256=source.sha256, stored_as="")
    if source.text and (known := same.first()):
        return known
    Snapshot.objects.filter(pk=snapshot.pk).update(evidence_count=F("evidence_count") + 1)
    number = Snapshot.objects.values_list("evidence_count", flat=True).get(pk=snapshot.pk)
    return Evidence.objects.create(
        snapshot=snapshot,
        number=number,
        kind=source.kind,
        name=source.name,
        sealed_text=sealed_text(snapshot.pk, number, source.text),
        stored_as=source.stored_as,
        sha256=source.sha256,
        size=source.size,
        added_at=at,
        added_by=by,
    )


def _store_additions(
    snapshot: Snapshot,
    held: Sequence[HeldRecord],
    made: Sequence[Sequence[Addition]],
    evidence: Sequence[int],
) -> None:
    fresh = sum(addition.kind is AdditionKind.NEW for each in made for addition in each)
    numbers = iter(_next_numbers(snapshot, held, fresh))
    rows = list(held)
    for additions, shown_by in zip(made, evidence, strict=True):
        for addition in additions:
            place = addition.held if addition.held is not None else len(rows)
            if place == len(rows):
                rows.append(HeldRecord(number=next(numbers), record=addition.record))
            shown = dict.fromkeys((*rows[place].evidence_numbers, shown_by))
            rows[place] = replace(
                rows[place], record=addition.record, evidence_numbers=tuple(shown)
            )
    store_all(snapshot, rows)


def _next_numbers(snapshot: Snapshot, held: Sequence[HeldRecord], count: int) -> range:
    """``count`` free numbers, counted into the snapshot. Raises TooManyRecords."""
    if len(held) + count > MOST_RECORDS:
        raise TooManyRecords
    first = max((each.number for each in held), default=0) + 1
    Snapshot.objects.filter(pk=snapshot.pk).update(record_count=len(held) + count)
    return range(first, first + count)


@transaction.atomic
def add_record(
    snapshot: Snapshot, record: Record, *, after: int | None = None, by: User, at: datetime
) -> int:
    """Keep a typed record; its number. Raises SnapshotSealed, TooManyRecords, RecordKnown.

    ``after`` is the highest number when the form was opened: the same record with a higher one
    comes from the same form, sent twice. Opened anew, the form takes an equal record once more.
    """
    claim_draft(snapshot)
    held = held_records(snapshot)
    if after is not None and any(each.number > after and each.record == record for each in held):
        raise RecordKnown
    (number,) = _next_numbers(snapshot, held, 1)
    store(snapshot, [HeldRecord(number=number, record=record)])
    Snapshot.objects.filter(pk=snapshot.pk).update(declared_empty=False)
    tell(snapshot, Event.Kind.RECORD_TYPED, by=by, at=at, subject=record.name)
    return number


@transaction.atomic
def change_record(
    snapshot: Snapshot,
    number: int,
    record: Record,
    *,
    seen: str | None = None,
    by: User | None,
    at: datetime,
) -> None:
    """Put ``record`` in the place of number ``number``.

    ``seen`` marks the record on which the person's correction stands (``seen_of``). Raises
    SnapshotSealed, NoSuchRecord, RecordChanged.
    """
    claim_draft(snapshot)
    old = _unchanged(snapshot, number, seen)
    store(snapshot, [replace(old, record=record)])
    tell(snapshot, Event.Kind.RECORD_CHANGED, by=by, at=at, subject=record.name)


@transaction.atomic
def remove_record(
    snapshot: Snapshot, number: int, *, seen: str | None = None, by: User | None, at: datetime
) -> None:
    """Take the record out. Raises as ``change_record`` does."""
    claim_draft(snapshot)
    old = _unchanged(snapshot, number, seen)
    remove(snapshot, number)
    Snapshot.objects.filter(pk=snapshot.pk).update(record_count=F("record_count") - 1)
    tell(snapshot, Event.Kind.RECORD_REMOVED, by=by, at=at, subject=old.record.name)


def held_record(snapshot: Snapshot, number: int) -> HeldRecord:
    """The record with this number; raises NoSuchRecord."""
    for held in held_records(snapshot):
        if held.number == number:
            return held
    raise NoSuchRecord


def highest_number(snapshot: Snapshot) -> int:
    """The highest number of a record in ``snapshot``; 0 without any."""
    return max((each.number for each in held_records(snapshot)), default=0)


def _unchanged(snapshot: Snapshot, number: int, seen: str | None) -> HeldRecord:
    held = held_record(snapshot, number)
    if seen is not None and seen != seen_of([held.record]):
        raise RecordChanged
    return held
