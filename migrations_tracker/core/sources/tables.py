"""Tables with headings inside rows: where they begin, what they hold, what is around them.

Exports get concatenated (headings repeat in the middle), titled ("Report of 2026-11-01"
above the headings) and totalled below.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from migrations_tracker.core.dates import DateOrder, infer_order
from migrations_tracker.core.folding import fold
from migrations_tracker.core.records import RecordType
from migrations_tracker.core.sources.headings import (
    PARTNER_HEADINGS,
    Column,
    can_hold,
    heading_key,
    heading_order,
    known_headings,
    person_columns,
    possible_kinds,
    record_columns,
)
from migrations_tracker.core.sources.rows import Row
from migrations_tracker.core.sources.words import TOTALS, kind_named


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows below one row of headings; ``kinds`` has one member unless the headings tie."""

    heading: Row
    kinds: tuple[RecordType, ...]
    rows: tuple[Row, ...] = ()

    @property
    def people(self) -> Mapping[Column, int]:
        """The columns that say whose row it is, of which kind and level."""
        return person_columns(self.heading.cells)

    def overflows(self, row: Row) -> bool:
        """Tell whether ``row`` has more cells than headings: a comma that nobody quoted.

        A workbook's cells cannot move; what stands beside its table is a note.
        """
        return row.sheet is None and any(row.cells[len(self.heading.cells) :])

    def unknown_columns(self, kinds: Iterable[RecordType]) -> list[str]:
        """The headings of columns that hold something and were not read."""
        read = {at for kind in kinds for at in self.columns(kind).values()}
        read.update(self.people.values())
        widest = max((len(row.cells) for row in self.rows), default=0)
        unread = [at for at in range(widest) if at not in read]
        return [
            self.heading.cell(at) or str(at + 1)
            for at in unread
            if any(row.cell(at) for row in self.rows)
        ]

    def columns(self, kind: RecordType) -> dict[str, int]:
        """The column of each field of a record of ``kind``, without those about people."""
        taken = {at for column, at in self.people.items() if column is not Column.LEVEL}
        found = record_columns(self.heading.cells, kind)
        return {field: at for field, at in found.items() if at not in taken}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """All tables, the rows that belong to none, and the lines that are mere furniture."""

    tables: tuple[Table, ...]
    stray: tuple[Row, ...]
    furniture: tuple[int, ...]


def is_heading(row: Row) -> bool:
    """Tell whether ``row`` is a row of headings: two known ones, and most of its cells."""
    filled = [cell for cell in row.cells if cell]
    known = known_headings(filled)
    enough = known >= 2 and (known * 2 >= len(filled) or known >= 4)
    return enough and bool(possible_kinds(row.cells))


def headed_tables(rows: Iterable[Row], hint: RecordType | None = None) -> Tables:
    """Sort ``rows`` into tables. ``hint`` settles a tie between kinds of record."""
    sorting = _Sorting(hint)
    for row in rows:
        sorting.take(row)
    return sorting.result()


class _Sorting:
    """Goes down the rows; each belongs to the headings last seen above it."""

    def __init__(self, hint: RecordType | None) -> None:
        self.hint = hint
        self.named: RecordType | None = None
        self.sheet: str | None = None
        self.tables: list[tuple[Row, list[Row]]] = []
        self.kinds: list[tuple[RecordType, ...]] = []
        self.open = False
        self.stray: list[Row] = []
        self.furniture: list[int] = []

    def take(self, row: Row) -> None:
        self._notice_sheet(row)
        if row.is_blank and not row.formulas:
            self.furniture.append(row.line)
        elif is_heading(row):
            self._begin(row)
        elif self.open:
            self._add(row)
        else:
            self._outside(row)

    def result(self) -> Tables:
        return Tables(
            tables=tuple(
                Table(heading=heading, kinds=kinds, rows=tuple(rows))
                for (heading, rows), kinds in zip(self.tables, self.kinds, strict=True)
            ),
            stray=tuple(self.stray),
            furniture=tuple(self.furniture),
        )

    def _notice_sheet(self, row: Row) -> None:
        if row.sheet != self.sheet:
            self.sheet, self.open = row.sheet, False
            self.named = kind_named(row.sheet or "")

    def _begin(self, row: Row) -> None:
        self.furniture.append(row.line)
        self.open = True
        if self.tables and _same_headings(self.tables[-1][0], row) and not self.named:
            return
        self.tables.append((row, []))
        self.kinds.append(self._settled(row))

    def _settled(self, heading: Row) -> tuple[RecordType, ...]:
        """A title or sheet's name says the kind, or the person; else the headings do."""
        for said in (self.named, self.hint):
            if said and can_hold(heading.cells, said):
                return (said,)
        return tuple(possible_kinds(heading.cells))

    def _add(self, row: Row) -> None:
        if _is_total(row):
            self.furniture.append(row.line)
        elif kind := _section_title(row):
            self.named, self.open = kind, False
            self.furniture.append(row.line)
        else:
            self.tables[-1][1].append(row)

    def _outside(self, row: Row) -> None:
        if kind := _section_title(row):
            self.named = kind
            self.furniture.append(row.line)
        else:
            self.stray.append(row)


def date_order(
    table: Table, columns: Iterable[int], given: DateOrder | None
) -> tuple[DateOrder | None, bool]:
    """Settle which of day and month comes first in these columns.

    What was ``given`` wins, then what a heading announces, then what the dates show.
    The second value is True where the dates contradict each other.
    """
    positions = list(columns)
    announced = [heading_order(table.heading.cell(at)) for at in positions]
    shown = {infer_order([row.cell(at)]) for row in table.rows for at in positions} - {None}
    known = given or next((order for order in announced if order), None)
    return known or (shown.pop() if len(shown) == 1 else None), len(shown) > 1


def is_partner_heading(heading: Row) -> bool:
    """Tell whether these are Partner Central's own headings, all or most, in any order."""
    own = {heading_key(name) for name in PARTNER_HEADINGS}
    return len(own & set(map(heading_key, heading.cells))) >= len(own) - 2


def _same_headings(first: Row, second: Row) -> bool:
    return [heading_key(c) for c in first.cells] == [heading_key(c) for c in second.cells]


def _is_total(row: Row) -> bool:
    first = next((cell for cell in row.cells if cell), "")
    return fold(first.split(":")[0]).strip("：: ") in TOTALS


def _section_title(row: Row) -> RecordType | None:
    """A line of its own between two tables: "=== Exam history ===", "特典"."""
    filled = [cell for cell in row.cells if cell]
    return kind_named(filled[0]) if len(filled) == 1 else None
