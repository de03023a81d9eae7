"""Tables as CSV, for a spreadsheet program: UTF-8 with the mark that Excel needs."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields
from typing import Any

from migrations_tracker.core.packed_records import HeldRecord
from migrations_tracker.core.records import RECORD_CLASSES, Benefit, RecordType
from migrations_tracker.models import Event
from migrations_tracker.records.tables import masked

#: What a spreadsheet program would take for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def records_csv(kind: RecordType, held: Iterable[HeldRecord], *, with_codes: bool) -> bytes:
    """The records of one kind, a column for each of their fields."""
    names = [field.name for field in fields(RECORD_CLASSES[kind])]
    rows = [_values(each, with_codes=with_codes) for each in held if each.kind is kind]
    return table_csv(names, ([row[name] for name in names] for row in rows))


def timeline_csv(events: Iterable[Event]) -> bytes:
    """What happened, in order, in the language that is active; moments in UTC."""
    names = ("number", "at", "what", "step", "from", "to", "subject", "note", "by")
    rows = (
        (
            event.number,
            event.at.isoformat(),
            event.get_kind_display(),
            event.move_made,
            event.old_status,
            event.new_status,
            event.subject,
            event.note,
            event.by or "",
        )
        for event in events
    )
    return table_csv(names, rows)


def table_csv(names: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(names)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _values(held: HeldRecord, *, with_codes: bool) -> dict[str, Any]:
    values = asdict(held.record)
    if isinstance(held.record, Benefit) and held.record.code and not with_codes:
        values["code"] = masked(held.record.code)
    return values


def _cell(value: Any) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
