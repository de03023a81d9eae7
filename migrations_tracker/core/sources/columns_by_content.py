"""What a column holds, told by its cells where its heading is unknown, and whose a row is."""

import re
from collections.abc import Iterable

from migrations_tracker.core.catalogue import Catalogue
from migrations_tracker.core.records import RecordType
from migrations_tracker.core.sources.headings import Column
from migrations_tracker.core.sources.rows import Row
from migrations_tracker.core.sources.tables import Table

_MOST_LOOKED_AT = 500
_AWS = re.compile(r"\b(?:aws|amazon)\b|アマゾン|^-*$", re.IGNORECASE)


def column_of_exam_codes(
    table: Table, kinds: Iterable[RecordType], catalogue: Catalogue
) -> int | None:
    """Find the column that nobody read and whose cells are exam codes of the catalogue, all."""
    read = {at for kind in kinds for at in table.columns(kind).values()} | {*table.people.values()}
    unread = [at for at in range(len(table.heading.cells)) if at not in read]
    return next((at for at in unread if _holds_codes(table, at, catalogue)), None)


def _holds_codes(table: Table, at: int, catalogue: Catalogue) -> bool:
    cells = [cell for row in table.rows[:_MOST_LOOKED_AT] if (cell := row.cell(at).strip())]
    return bool(cells) and all(catalogue.certification_of_exam_code(cell) for cell in cells)


def another_vendor(row: Row, table: Table) -> str | None:
    """What a row is about whose own cell says that another vendor gave it; None of AWS's rows."""
    vendor = row.cell(table.people.get(Column.VENDOR)).strip()
    if _AWS.search(vendor):
        return None
    name = next((cell for cell in row.cells if cell.strip()), "")
    return f"{vendor}: {name}" if name != vendor else vendor
