"""What a preview shows of a reading: its records, and openly what was not understood."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from migrations_tracker.core.merging import Addition, AdditionKind, Side
from migrations_tracker.core.reading import Leftover, Problem, ProblemKind, Reading
from migrations_tracker.core.records import record_type
from migrations_tracker.core.words import field_name
from migrations_tracker.models import Snapshot
from migrations_tracker.records.of_snapshots import HeldRecord
from migrations_tracker.records.tables import RecordTable, Values, masked, record_tables, value_text
from migrations_tracker.snapshots.contents import Choices, preview
from migrations_tracker.snapshots.sources import SOURCE_NAMES, Brought


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field on which two sources disagree."""

    label: str
    held: str
    found: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A record whose sources disagree; ``choice`` is the field's name in the form."""

    choice: str
    name: str
    differences: tuple[Difference, ...]
    chosen: Side | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtPreview:
    """What one paste or file yielded, as the preview shows it."""

    name: str
    kind: str
    reading: Reading
    tables: tuple[RecordTable, ...]
    known: int
    disputes: tuple[Dispute, ...]
    strangers: int

    @property
    def count(self) -> int:
        return sum(len(table.rows) for table in self.tables)

    @property
    def suspicious(self) -> Sequence[Leftover]:
        return [each for each in self.reading.leftovers if each.suspicious]

    @property
    def harmless(self) -> Sequence[Leftover]:
        return [each for each in self.reading.leftovers if not each.suspicious]

    @property
    def problems(self) -> Sequence[Problem]:
        return self.reading.problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    items: tuple[BroughtPreview, ...]

    @property
    def count(self) -> int:
        return sum(item.count for item in self.items)

    @property
    def asks_date_order(self) -> bool:
        return any(p.problem is ProblemKind.AMBIGUOUS_DATE for i in self.items for p in i.problems)


def preview_of(snapshot: Snapshot, brought: Sequence[Brought], choices: Choices) -> Preview:
    """What keeping ``brought`` would do to ``snapshot``, in the reader's language."""
    made = preview(snapshot, [each.reading for each in brought], choices)
    items = (
        _item(number, each, additions)
        for number, (each, additions) in enumerate(zip(brought, made, strict=True))
    )
    return Preview(items=tuple(items))


def _item(number: int, brought: Brought, made: Sequence[Addition]) -> BroughtPreview:
    shown = [HeldRecord(number=place, record=each.record) for place, each in enumerate(made)]
    return BroughtPreview(
        name=brought.name,
        kind=SOURCE_NAMES[brought.reading.kind],
        reading=brought.reading,
        tables=tuple(record_tables(shown, Values())),
        known=sum(each.kind is AdditionKind.KNOWN for each in made),
        disputes=tuple(_disputes(number, made)),
        strangers=len(brought.reading.people) if not made else 0,
    )


def _disputes(number: int, made: Sequence[Addition]) -> list[Dispute]:
    return [
        Dispute(
            choice=f"choice-{number}-{place}",
            name=each.record.name,
            differences=_differences(each),
            chosen=each.chosen,
        )
        for place, each in enumerate(made)
        if each.conflicts
    ]


def _differences(addition: Addition) -> tuple[Difference, ...]:
    kind = record_type(addition.record)
    return tuple(
        Difference(
            label=gettext(field_name(kind, change.field)),
            held=_shown(change.field, change.before),
            found=_shown(change.field, change.after),
        )
        for change in addition.conflicts
    )


def _shown(field: str, value: object) -> str:
    return masked(str(value)) if field == "code" else value_text(value)
