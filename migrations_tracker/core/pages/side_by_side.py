"""Cards that stand side by side in a printed page, into one below the other.

A line of nothing but different names begins them; the lines below it have a cell
for each card. Without this all cards but the first would be lost in one record.
"""

from collections.abc import Iterator
from dataclasses import replace

from migrations_tracker.core.pages.document import PageLine, Role
from migrations_tracker.core.pages.fields import Kind


def one_below_the_other(lines: list[PageLine]) -> list[PageLine]:
    """Give ``lines`` with cards side by side column by column; copies keep their line."""
    if any(line.columns for line in lines):
        return lines
    return list(_reordered(lines))


def _reordered(lines: list[PageLine]) -> Iterator[PageLine]:
    position = 0
    while position < len(lines):
        end = _end_of_cards(lines, position)
        if end - position < 2:
            yield lines[position]
            position += 1
            continue
        for column in range(len(lines[position].cells)):
            yield from (_cell_of(line, column) for line in lines[position:end])
        position = end


def _end_of_cards(lines: list[PageLine], start: int) -> int:
    if not _names_cards(lines[start]):
        return start
    end = start + 1
    while end < len(lines) and _belongs(lines[end], len(lines[start].cells)):
        end += 1
    return end


def _names_cards(line: PageLine) -> bool:
    """Tell whether every cell is a name, each that of another certification."""
    names = [cell[0].candidates for cell in line.cells if len(cell) == 1 and cell[0].sure]
    named = line.role is Role.CONTENT and len(names) == len(line.cells) > 1
    return named and all(names) and len(set(names)) == len(names)


def _belongs(line: PageLine, columns: int) -> bool:
    has_name = any(token.kind is Kind.NAME for token in line.tokens)
    cells = len(line.cells) == columns and not has_name
    return cells and line.role in (Role.CONTENT, Role.FURNITURE)


def _cell_of(line: PageLine, column: int) -> PageLine:
    copy = replace(line, positional=False, starts=())
    copy.hold((line.cells[column],))
    return copy
