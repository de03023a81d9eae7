"""Records as tables: what previews, snapshots, comparisons and reports show of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Any

from django.utils.formats import date_format, time_format
from django.utils.translation import get_language, gettext

from migrations_tracker.catalogue import current_catalogue
from migrations_tracker.core.records import Record, RecordType
from migrations_tracker.core.words import COLUMNS, SECTION_NAMES, VALUE_NAMES
from migrations_tracker.snapshot_records import HeldRecord

_MAY_BE_LONG = frozenset(
    {"earned_for", "where", "validation_number", "registration_number", "confirmation_number"}
)


@dataclass(frozen=True, slots=True)
class Cell:
    """``label`` heads its column; ``text`` is "" where the record does not say."""

    field: str
    label: str
    text: str

    @property
    def is_brief(self) -> bool:
        """Whether it is to stay on one line."""
        return self.field not in _MAY_BE_LONG

    @property
    def is_mono(self) -> bool:
        """Whether its letters are told apart better in equal widths."""
        return self.field in ("code", "validation_number")


@dataclass(frozen=True, slots=True)
class Row:
    held: HeldRecord
    head: Cell
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class RecordTable:
    kind: RecordType
    title: str
    labels: tuple[str, ...]
    rows: tuple[Row, ...]


def record_tables(held: Sequence[HeldRecord], *, show_codes: bool = False) -> list[RecordTable]:
    """One table for each kind that occurs, in the pages' order, in the reader's language."""
    return [
        table_of(kind, [each for each in held if each.kind is kind], show_codes=show_codes)
        for kind in RecordType
        if any(each.kind is kind for each in held)
    ]


def table_of(
    kind: RecordType, held: Iterable[HeldRecord], *, show_codes: bool = False
) -> RecordTable:
    labels = {field: gettext(label) for field, label in COLUMNS[kind]}
    rows = tuple(_row(labels, each, show_codes) for each in held)
    shown = _columns_in_use(kind, rows)
    return RecordTable(
        kind=kind,
        title=gettext(SECTION_NAMES[kind]),
        labels=tuple(label for field, label in labels.items() if field in shown),
        rows=tuple(
            Row(row.held, row.head, tuple(c for c in row.cells if c.field in shown)) for row in rows
        ),
    )


def _columns_in_use(kind: RecordType, rows: Sequence[Row]) -> set[str]:
    """A column that no row fills is left out; the name always stands."""
    filled = {cell.field for row in rows for cell in row.cells if cell.text}
    return filled | {COLUMNS[kind][0][0]}


def _row(labels: Mapping[str, str], held: HeldRecord, show_codes: bool) -> Row:
    head, *cells = (
        Cell(field, label, shown_value(held.record, field, show_codes=show_codes))
        for field, label in labels.items()
    )
    return Row(held, head, tuple(cells))


def shown_value(record: Record, field: str, *, show_codes: bool = False) -> str:
    """A field's value as a page shows it; a benefit's code masked unless asked for."""
    value = getattr(record, field)
    if value is None:
        return ""
    if field == "code" and not show_codes:
        return masked(value)
    if field == "earned_for":
        return current_catalogue().name_of(value, get_language() or "en")
    return value_text(value)


def value_text(value: Any) -> str:
    """A date, time, word or number in the reader's language."""
    if isinstance(value, StrEnum):
        return gettext(VALUE_NAMES.get(value, value))
    if isinstance(value, date):
        return date_format(value)
    return time_format(value, "H:i") if isinstance(value, time) else str(value)


def masked(code: str) -> str:
    """The code with all but its last two characters hidden; a short one hidden whole."""
    return f"••••{code[-2:]}" if len(code) > 4 else "••••"
