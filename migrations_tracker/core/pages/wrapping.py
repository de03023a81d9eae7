"""Cells that go on in the next line: long names, and the cells of a printed table."""

from itertools import pairwise

from migrations_tracker.core.folding import fold
from migrations_tracker.core.pages.cells import line_cells, split_cells
from migrations_tracker.core.pages.document import PageLine, Role
from migrations_tracker.core.pages.fields import Kind, Token
from migrations_tracker.core.pages.furniture import LEVELS
from migrations_tracker.core.pages.pieces import tokens_of
from migrations_tracker.core.pages.shapes import Shapes


def join_wrapped_lines(lines: list[PageLine], shapes: Shapes) -> None:
    """Give to each line what the next one only continues."""
    _join_wrapped_names(lines, shapes)
    _join_wrapped_rows(lines, shapes)


def _join_wrapped_names(lines: list[PageLine], shapes: Shapes) -> None:
    """A long name may go on in the next line: "AWS Certified Solutions Architect -" "Associate"."""
    for line, following in pairwise(lines):
        if _may_go_on(line) and _may_continue(following):
            joined = f"{line.line.text.strip()} {following.line.text.strip()}"
            tokens = tokens_of(joined, shapes)
            if len(tokens) == len(line.tokens) and tokens[-1].sure and tokens[-1].candidates:
                line.hold((tokens,))
                following.hold(())
                line.wrapped, following.continues = following, True


def _join_wrapped_rows(lines: list[PageLine], shapes: Shapes) -> None:
    """Cells of a printed table may go on in the next line, each below its own beginning."""
    filled = [line for line in lines if line.role is not Role.BLANK]
    for line, following in pairwise(filled):
        if line.starts and not line.continues and _may_end_cells(following):
            cells = _joined_cells(line, following, shapes)
            if cells and _worth(cells) >= _worth(line.cells):
                line.hold(cells)
                following.hold(())
                line.wrapped, following.continues = following, True


def _may_end_cells(line: PageLine) -> bool:
    return line.role is Role.CONTENT and bool(line.tokens) and line.line.text[:1].isspace()


def _joined_cells(
    line: PageLine, following: PageLine, shapes: Shapes
) -> tuple[tuple[Token, ...], ...]:
    """The cells of both lines as one row's; nothing where a cell stands below none."""
    texts = list(split_cells(line.line.text).texts)
    rest = line_cells(following.line.text)
    if len(rest) >= len(texts) or len(texts) != len(line.starts):
        return ()
    for start, text in rest:
        above = [n for n, begin in enumerate(line.starts) if abs(begin - start) <= 1]
        if not above:
            return ()
        texts[above[0]] += f" {text}"
    joined = tuple([tokens_of(text, shapes) for text in texts])
    changed = [cell for cell, before in zip(joined, line.cells, strict=True) if cell != before]
    return joined if _worth(tuple(changed)) == len(changed) else ()


def _worth(cells: tuple[tuple[Token, ...], ...]) -> int:
    """How many cells are wholly understood: a date, a certain name, a code."""
    return sum(
        len(cell) == 1
        and cell[0].kind is not Kind.TEXT
        and (cell[0].kind is not Kind.NAME or (bool(cell[0].candidates) and cell[0].sure))
        for cell in cells
    )


def _may_go_on(line: PageLine) -> bool:
    if line.role is not Role.CONTENT or len(line.cells) != 1 or line.continues:
        return False
    return line.tokens[-1].kind is Kind.NAME


def _may_continue(line: PageLine) -> bool:
    if line.role is not Role.CONTENT or len(line.tokens) != 1:
        return False
    level = fold(line.line.text).strip("- ") in LEVELS
    return level or (line.tokens[0].kind is Kind.TEXT and line.line.text.strip()[0] in "-–—(")
