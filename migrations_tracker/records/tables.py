"""Records as tables: what previews, snapshots, comparisons and reports show of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from functools import cache
from html import escape
from typing import Any

from django.utils.formats import time_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from migrations_tracker.core.records import Record, RecordType
from migrations_tracker.core.words import COLUMNS, SECTION_NAMES, VALUE_NAMES
from migrations_tracker.facts.catalogue import current_catalogue
from migrations_tracker.records.of_snapshots import HeldRecord
from migrations_tracker.saying import days_said

_MAY_BE_LONG = frozenset(
    {"earned_for", "where", "validation_number", "registration_number", "confirmation_number"}
)


#: Whose letters are told apart better in equal widths.
_MONO = frozenset({"code", "validation_number"})


class Values:
    """What the fields of records say, in the reader's language.

    A report says the same day and the same word a hundred times: each is looked up once.
    """

    def __init__(self, *, show_codes: bool = False) -> None:
        self._show_codes = show_codes
        self._day, self._word, self._certification = days_said(), cache(gettext), cache(_named)

    def of(self, record: Record, field: str) -> str:
        """A field as a page shows it, "" where it is not given; a code masked unless asked for."""
        value = getattr(record, field)
        if field == "code":
            return self.code(value)
        return self._certification(value) if field == "earned_for" and value else self.text(value)

    def code(self, code: str | None) -> str:
        if not code:
            return ""
        return code if self._show_codes else masked(code)

    def text(self, value: Any) -> str:
        """A date, time, word or number in the reader's language; "" for None."""
        if isinstance(value, StrEnum):
            return self._word(VALUE_NAMES.get(value, value))
        if isinstance(value, date):
            return self._day(value)
        if isinstance(value, time):
            return time_format(value, "H:i")
        return "" if value is None else str(value)


def _named(certification: str) -> str:
    return current_catalogue().name_of(certification, get_language() or "en")


@dataclass(frozen=True, slots=True)
class Row:
    """A record; ``cells`` are its row, ready to be shown, headed by its ``name``."""

    held: HeldRecord
    name: str
    cells: SafeString


@dataclass(frozen=True, slots=True)
class RecordTable:
    kind: RecordType
    title: str
    labels: tuple[str, ...]
    rows: tuple[Row, ...]


def record_tables(held: Sequence[HeldRecord], values: Values) -> list[RecordTable]:
    """One table for each kind that occurs, in the pages' order, in the reader's language."""
    return [
        table_of(kind, [each for each in held if each.kind is kind], values)
        for kind in RecordType
        if any(each.kind is kind for each in held)
    ]


def table_of(kind: RecordType, held: Sequence[HeldRecord], values: Values) -> RecordTable:
    """A column that no row fills is left out; the name always stands."""
    (name, heading), *others = COLUMNS[kind]
    texts = {field: [values.of(each.record, field) for each in held] for field, _ in others}
    labels = {field: gettext(label) for field, label in others if any(texts[field])}
    names = [values.of(each.record, name) for each in held]
    heads = [f'<th scope="row">{escape(each)}</th>' for each in names]
    columns = [_cells(field, label, texts[field]) for field, label in labels.items()]
    return RecordTable(
        kind=kind,
        title=gettext(SECTION_NAMES[kind]),
        labels=(gettext(heading), *labels.values()),
        rows=tuple(
            Row(each, text, SafeString("".join(cells)))
            for each, text, cells in zip(
                held, names, zip(heads, *columns, strict=True), strict=True
            )
        ),
    )


def _cells(field: str, label: str, texts: Iterable[str]) -> list[str]:
    """A column's cells: what is the same in all of them is written once."""
    brief = "" if field in _MAY_BE_LONG else SafeString(' class="brief"')
    mono = SafeString(' class="mono"') if field in _MONO else ""
    begin = format_html('<td data-label="{}"{}><span{}>', label, brief, mono)
    return [f"{begin}{escape(text or '–')}</span></td>" for text in texts]


def value_text(value: Any) -> str:
    """A date, time, word or number in the reader's language; of many values ask ``Values``."""
    return Values().text(value)


def masked(code: str) -> str:
    """The code with all but its last two characters hidden; a short one hidden whole."""
    return f"••••{code[-2:]}" if len(code) > 4 else "••••"
