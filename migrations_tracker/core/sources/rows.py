"""Rows and cells out of CSV, semicolon- and tab-separated text.

Excel's habits are known: a first line `sep=;`, cells written `="0812"` to keep their
zeros, rows of nothing but separators. A cell that holds a formula is not evaluated.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

DELIMITERS = (",", "\t", ";", "|")
LONGEST_CELL = 2_000
_LONGEST_LINE = 100_000
"""Beyond it csv refuses the cell."""
_LINES_IN_A_CELL = 8
_LITERAL_FORMULA = re.compile(r'="([^"]{0,200})"')
_FORMULA = re.compile(r"=[^=\s]")
_SEPARATOR_LINE = re.compile(r"\s*\"?sep=(.)\"?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The cells of a row and the line (1-based) of the text in which it begins.

    ``formulas`` are the positions of cells that hold a formula; they read as empty.
    ``sheet`` is the sheet's name where the row came out of a workbook. ``was_cut`` is set
    where a cell was longer than certmove keeps.
    """

    line: int
    cells: tuple[str, ...]
    formulas: tuple[int, ...] = ()
    sheet: str | None = None
    was_cut: bool = False

    @property
    def text(self) -> str:
        return "\t".join(self.cells).strip()

    @property
    def is_blank(self) -> bool:
        return not any(self.cells)

    def cell(self, position: int | None) -> str:
        """Give the cell at ``position``, empty where the row is too short or has none."""
        return self.cells[position] if position is not None and position < len(self.cells) else ""


def declared_delimiter(text: str) -> str | None:
    """Give the separator that Excel's first line `sep=;` declares."""
    match = _SEPARATOR_LINE.fullmatch(text[:20].split("\n", 1)[0])
    return match[1] if match else None


def delimited_rows(text: str, delimiter: str) -> list[Row]:
    """Split ``text`` into rows. A quote that never closes is taken as a character."""
    lines = [line + "\n" for line in _unix_lines(text)]
    try:
        rows = list(_rows(lines, delimiter, csv.QUOTE_MINIMAL))
    except csv.Error:
        rows = []
    if not rows or any("\n" * _LINES_IN_A_CELL in _only_breaks(row) for row in rows):
        short = [line[:_LONGEST_LINE] for line in lines]
        rows = list(_rows(short, delimiter, csv.QUOTE_NONE))
    return rows


def first_lines(text: str, count: int) -> str:
    """Give the first ``count`` lines, enough to look for headings in."""
    return "\n".join(_unix_lines(text[: count * LONGEST_CELL])[:count])


def make_row(line: int, cells: Iterable[str], sheet: str | None = None) -> Row:
    """Clean ``cells``; formulas are noted and emptied."""
    cleaned = [clean_cell(cell) for cell in cells]
    formulas = tuple(at for at, cell in enumerate(cleaned) if _FORMULA.match(cell))
    kept = tuple("" if at in formulas else cell[:LONGEST_CELL] for at, cell in enumerate(cleaned))
    was_cut = any(len(cell) > LONGEST_CELL for cell in cleaned)
    return Row(line=line, cells=kept, formulas=formulas, sheet=sheet, was_cut=was_cut)


def _unix_lines(text: str) -> list[str]:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _rows(lines: list[str], delimiter: str, quoting: Literal[0, 3]) -> Iterator[Row]:
    quote = '"' if quoting == csv.QUOTE_MINIMAL else None
    reader = csv.reader(
        lines, delimiter=delimiter, quoting=quoting, quotechar=quote, skipinitialspace=True
    )
    begins = 1
    for cells in reader:
        yield make_row(begins, cells)
        begins = reader.line_num + 1


def _only_breaks(row: Row) -> str:
    return "".join("\n" * cell.count("\n") for cell in row.cells)


def clean_cell(cell: str) -> str:
    """Give a cell without blanks around it, without Excel's marks for text."""
    stripped = cell.strip().removeprefix("'") if cell else ""
    literal = _LITERAL_FORMULA.fullmatch(stripped)
    return literal[1].strip() if literal else stripped
