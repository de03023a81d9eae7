"""The cells of an Excel workbook. Formulas are not evaluated, links are not followed."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from openpyxl import load_workbook

from migrations_tracker.box.extracted import CannotRead, Extracted
from migrations_tracker.box.limits import (
    LARGEST_UNPACKED,
    LONGEST_TEXT,
    MOST_COLUMNS,
    MOST_LINES,
    MOST_ROWS,
)
from migrations_tracker.core.sentence import Sentence, gettext_noop
from migrations_tracker.core.sources.rows import LONGEST_CELL, Row, clean_cell

_MOST_ENTRIES = 2_000


def extract(data: bytes) -> Extracted:
    """Give every sheet's rows, and as text a line for each row. Raises CannotRead."""
    _check_directory(data)
    workbook = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
    rows = list(_rows(workbook))
    text = _text_of(rows)
    if len(text) > LONGEST_TEXT:
        raise CannotRead(Sentence(_TOO_LARGE, {"size": LARGEST_UNPACKED // 1_000_000}))
    return Extracted(text=text, rows=tuple(rows))


def _check_directory(data: bytes) -> None:
    """Look at the zip's directory before anything is unpacked."""
    try:
        entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except zipfile.BadZipFile as error:
        raise CannotRead(Sentence(_DAMAGED_ZIP)) from error
    names = {entry.filename for entry in entries}
    if "xl/workbook.xml" not in names:
        raise CannotRead(Sentence(_other_kind(names)))
    if sum(e.file_size for e in entries) > LARGEST_UNPACKED or len(entries) > _MOST_ENTRIES:
        raise CannotRead(Sentence(_TOO_LARGE, {"size": LARGEST_UNPACKED // 1_000_000}))


def _other_kind(names: set[str]) -> str:
    if "word/document.xml" in names:
        return _WORD
    if {"content.xml", "xl/workbook.bin"} & names or any(n.startswith("Index/") for n in names):
        return _OTHER_SPREADSHEET
    return _ARCHIVE


def _rows(workbook: Any) -> Iterator[Row]:
    """Number the rows of all sheets on; a sheet's name takes the line above its first."""
    line = filled = 0
    for sheet in workbook.worksheets:
        line += 1
        for number, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), line + 1):
            values = [_text(cell) for cell in cells]
            if not any(value != "" for value in values):
                continue
            line, filled = number, filled + 1
            if filled > MOST_ROWS or line > MOST_LINES:
                raise CannotRead(Sentence(_TOO_MANY_ROWS, {"most": MOST_ROWS}))
            yield _row(line, values, sheet.title)


def _row(line: int, values: list[str | None], sheet: str) -> Row:
    while values and values[-1] == "":
        values.pop()
    formulas = tuple(at for at, value in enumerate(values) if value is None)
    cells = [clean_cell(value) if value else "" for value in values]
    return Row(
        line=line,
        cells=tuple(cell[:LONGEST_CELL] for cell in cells),
        formulas=formulas,
        sheet=sheet,
        was_cut=any(len(cell) > LONGEST_CELL for cell in cells),
    )


def _text_of(rows: list[Row]) -> str:
    """A line for each row at its number, the sheet's name above its first row."""
    lines: dict[int, str] = {}
    sheet = None
    for row in rows:
        if row.sheet != sheet:
            sheet = row.sheet
            lines[max(lines, default=0) + 1] = f"=== {sheet} ==="
        lines[row.line] = "\t".join(row.cells)
    return "\n".join(lines.get(number, "") for number in range(1, max(lines, default=0) + 1))


def _text(cell: Any) -> str | None:
    """A cell's value as a person would write it; None for a formula."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f" or not isinstance(value, str | int | float | date | time):
        return None
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date | time):
        return value.isoformat() if isinstance(value, date) else f"{value:%H:%M}"
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


_DAMAGED_ZIP = gettext_noop("This file is a damaged archive. Download or save it again.")
_TOO_LARGE = gettext_noop(
    "This workbook unpacks to more than %(size)s MB. Copy the rows you need into a new one."
)
_TOO_MANY_ROWS = gettext_noop("This workbook has more than %(most)s rows. Split it into several.")
_WORD = gettext_noop(
    "This is a Word document. Copy its text and paste it, or save it as plain text."
)
_OTHER_SPREADSHEET = gettext_noop(
    "This is a spreadsheet in a form that certmove does not open. Save it as .xlsx or CSV."
)
_ARCHIVE = gettext_noop("This is an archive. Unpack it and bring the files in it.")
