"""Adds what was just read to what a snapshot already holds.

Several pastes add up, and one thing that comes twice is one record with what either
source knows. Where two sources disagree, neither wins by itself: a person chooses.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

from migrations_tracker.core.changes import Change
from migrations_tracker.core.folding import fold
from migrations_tracker.core.matching import CONFLICT, pair
from migrations_tracker.core.records import (
    Benefit,
    Certification,
    ExamAttempt,
    ExamRegistration,
    Record,
    RecordType,
    record_type,
)

#: Where two sources spell these differently, the first one is kept and nobody is asked.
_SPELLINGS = frozenset({"name", "where"})


class AdditionKind(StrEnum):
    """NEW: not there yet. KNOWN: adds nothing. COMPLETES: adds a detail.
    DISAGREES: says something else, see ``Addition.conflicts``."""

    NEW = "new"
    KNOWN = "known"
    COMPLETES = "completes"
    DISAGREES = "disagrees"


class Side(StrEnum):
    """Which of two disagreeing sources a person believes."""

    HELD = "held"
    FOUND = "found"


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """What one found record means for the held ones.

    ``held`` is the place of the record it is one with, None where it is new;
    ``record`` is what is to be kept, for a disagreement after the person's choice.
    """

    kind: AdditionKind
    record: Record
    held: int | None = None
    conflicts: tuple[Change, ...] = ()
    chosen: Side | None = None

    @property
    def undecided(self) -> bool:
        return self.kind is AdditionKind.DISAGREES and self.chosen is None


def additions(
    held: Sequence[Record], found: Sequence[Record], choices: Mapping[int, Side] | None = None
) -> tuple[Addition, ...]:
    """One addition for each thing found, in the order of ``found``.

    ``choices`` holds, by the addition's place in the result, which side is believed.
    """
    once = _each_once(found)
    same = _held_by_found(held, once)
    return tuple(
        _addition(held, same.get(place), record, (choices or {}).get(place))
        for place, record in enumerate(once)
    )


def merge_sources(
    held: Sequence[Record],
    sources: Sequence[Sequence[Record]],
    choices: Mapping[tuple[int, int], Side] | None = None,
) -> tuple[tuple[Addition, ...], ...]:
    """The additions of several sources, each held against all that came before it.

    ``Addition.held`` counts on: what an earlier source added stands behind the held ones,
    in order. ``choices`` go by source and place.
    """
    grown, made = list(held), []
    for number, found in enumerate(sources):
        chosen = {place: side for (at, place), side in (choices or {}).items() if at == number}
        made.append(additions(grown, found, chosen))
        for addition in made[-1]:
            if addition.held is None:
                grown.append(addition.record)
            else:
                grown[addition.held] = addition.record
    return tuple(made)


def _held_by_found(held: Sequence[Record], found: Sequence[Record]) -> dict[int, int]:
    same: dict[int, int] = {}
    for kind in RecordType:
        ours = [place for place, record in enumerate(held) if record_type(record) is kind]
        theirs = [place for place, record in enumerate(found) if record_type(record) is kind]
        pairs = pair([held[p] for p in ours], [found[p] for p in theirs], within=CONFLICT)
        same.update({theirs[right]: ours[left] for left, right in pairs.items()})
    return same


def _addition(
    held: Sequence[Record], place: int | None, found: Record, chosen: Side | None
) -> Addition:
    if place is None:
        return Addition(kind=AdditionKind.NEW, record=found)
    conflicts = tuple(_conflicts(held[place], found))
    if conflicts:
        kind, believed = AdditionKind.DISAGREES, chosen is Side.FOUND
        record = _completed(held[place], found, {c.field for c in conflicts} if believed else set())
        return Addition(kind=kind, record=record, held=place, conflicts=conflicts, chosen=chosen)
    record = _completed(held[place], found, set())
    kind = AdditionKind.KNOWN if record == held[place] else AdditionKind.COMPLETES
    return Addition(kind=kind, record=record, held=place)


def _conflicts(held: Record, found: Record) -> Iterator[Change]:
    for field in fields(held):
        ours, theirs = getattr(held, field.name), getattr(found, field.name)
        if field.name not in _SPELLINGS and _disagree(ours, theirs):
            yield Change(field=field.name, before=ours, after=theirs, harmless=False)


def _disagree(ours: Any, theirs: Any) -> bool:
    if ours is None or theirs is None:
        return False
    if isinstance(ours, str) and isinstance(theirs, str):
        return fold(ours) != fold(theirs)
    return bool(ours != theirs)


def _completed(held: Record, found: Record, believed: set[str]) -> Record:
    """``held`` with what only ``found`` knows, and ``found``'s word on the ``believed`` fields."""
    taken = {
        field.name: getattr(found, field.name)
        for field in fields(held)
        if field.name in believed or getattr(held, field.name) is None
    }
    return replace(held, **taken)


def _each_once(found: Sequence[Record]) -> list[Record]:
    """``found`` without what one page says twice; equal vouchers stay, they are several."""
    kept: list[Record] = []
    places: dict[tuple[object, ...], int] = {}
    for record in found:
        key = _same_thing(record)
        place = places.get(key) if key else None
        if place is None or any(_conflicts(kept[place], record)):
            if key and place is None:
                places[key] = len(kept)
            kept.append(record)
        else:
            kept[place] = _completed(kept[place], record, set())
    return kept


def _same_thing(record: Record) -> tuple[object, ...] | None:
    if isinstance(record, Benefit):
        return ("code", fold(record.code)) if record.code else None
    identity = record.certification or fold(record.name)
    return (type(record), identity, *_when(record))


def _when(record: Certification | ExamAttempt | ExamRegistration) -> tuple[object, ...]:
    if isinstance(record, Certification):
        return (record.earned_on,)
    if isinstance(record, ExamAttempt):
        return (record.taken_on,)
    return (record.date, record.time)
