"""A line into cells, however the table was copied.

Tabs (a table copied out of a browser), pipes (Markdown, some plug-ins), two or
more blanks (terminals, PDF viewers), commas and semicolons (spreadsheets). A comma
inside quotes or inside a date ("August 4, 2024") does not part cells.
"""

import re
from dataclasses import dataclass
from unicodedata import east_asian_width

from migrations_tracker.core.dates import find_dates

_GAP = re.compile(r"\s{2,}|\t")
_CELL = re.compile(r"\S+(?:\s\S+)*")
_NUMBER_SLASH = re.compile(r"\d / \d{1,2}(?: /|$)")
_QUOTED = re.compile(r'"[^"]*"')
_FEWEST_COMMAS = 2


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of a line; ``positional`` when empty ones are kept: columns can be counted.

    ``starts`` are the places on the screen where cells parted by blanks begin.
    """

    texts: tuple[str, ...]
    positional: bool
    starts: tuple[int, ...] = ()


def split_cells(text: str) -> Cells:
    """Split one line, free of invisible characters, into its cells."""
    if "\t" in text.strip():
        return Cells(_trimmed(text.rstrip().split("\t")), True)
    stripped = text.strip()
    if stripped.count(" / ") >= _FEWEST_COMMAS and not _NUMBER_SLASH.search(stripped):
        return Cells(_trimmed(stripped.split(" / ")), True)
    if _is_pipe_row(stripped):
        return Cells(_trimmed(stripped.strip("|").split("|")), True)
    if "  " in stripped:
        return Cells(_trimmed(_GAP.split(stripped)), False, _starts(text))
    for mark in ",;":
        if stripped.count(mark) >= _FEWEST_COMMAS and (cells := _delimited(stripped, mark)):
            return Cells(cells, True)
    return Cells((stripped,), False)


def line_cells(text: str) -> list[tuple[int, str]]:
    """The cells of a line of blanks, each with the place on the screen where it begins."""
    return [(_width(text[: match.start()]), match[0]) for match in _CELL.finditer(text)]


def _starts(text: str) -> tuple[int, ...]:
    """Where each cell begins, full-width characters counted twice."""
    return tuple(_width(text[: match.start()]) for match in _CELL.finditer(text))


def _width(text: str) -> int:
    return len(text) + sum(east_asian_width(character) in "WF" for character in text)


def _trimmed(cells: list[str]) -> tuple[str, ...]:
    return tuple(
        [
            _unquoted(" ".join(cell.split())) if '"' in cell else " ".join(cell.split())
            for cell in cells
        ]
    )


def _unquoted(cell: str) -> str:
    """``cell`` without the quotation marks in which a spreadsheet's copy may set it."""
    if len(cell) > 2 and cell[0] == cell[-1] == '"':
        return cell[1:-1].replace('""', '"').strip()
    return cell


def _is_pipe_row(stripped: str) -> bool:
    return stripped.startswith("|") or stripped.count(" | ") >= 2


def _delimited(stripped: str, mark: str) -> tuple[str, ...] | None:
    """Cells parted by ``mark``; None where the line rather looks like a sentence."""
    kept = [m.span() for m in _QUOTED.finditer(stripped)] if '"' in stripped else []
    kept += [(found.start, found.end) for found in find_dates(stripped)]
    cells = _split_outside(stripped, mark, sorted(kept))
    cells = [cell.strip().strip('"') for cell in cells]
    return _trimmed(cells) if len(cells) > _FEWEST_COMMAS else None


def _split_outside(text: str, mark: str, kept: list[tuple[int, int]]) -> list[str]:
    pieces, begin, position = [], 0, 0
    for start, end in [*kept, (len(text), len(text))]:
        while (found := text.find(mark, position, max(start, position))) > -1:
            pieces.append(text[begin:found])
            begin = position = found + 1
        position = max(position, end)
    return [*pieces, text[begin:]]
