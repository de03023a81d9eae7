"""Cells that go on in the next line: long names, dates, and the cells of a printed table."""

import re
from collections.abc import Sequence
from itertools import pairwise

from migrations_tracker.core.dates import find_dates
from migrations_tracker.core.folding import fold
from migrations_tracker.core.pages.cells import line_cells, split_cells
from migrations_tracker.core.pages.document import PageLine, Role
from migrations_tracker.core.pages.fields import Kind, Token
from migrations_tracker.core.pages.furniture import LEVELS
from migrations_tracker.core.pages.pieces import tokens_of
from migrations_tracker.core.pages.shapes import Shapes
from migrations_tracker.core.recognition import speaks_only_of_names

_MOST_NAME_LINES = 3
_REST_OF_DATE = re.compile(
    r"(?:\d{1,2}(?:st|nd|rd|th)?,? ?)?\d{4}\b|\d{1,2} ?[月日]", re.IGNORECASE
)


def join_wrapped_lines(lines: list[PageLine], shapes: Shapes) -> None:
    """Give to each line what the next one only continues."""
    _join_wrapped_names(lines, shapes)
    _join_wrapped_dates(lines, shapes)
    _join_broken_rows(lines, shapes)
    _join_wrapped_rows(lines, shapes)


def _join_wrapped_names(lines: list[PageLine], shapes: Shapes) -> None:
    """A long name may go on below: "AWS Certified Solutions", "Architect -", "Associate"."""
    for position, line in enumerate(lines):
        if _may_go_on(line):
            for end in range(position + 2, position + 1 + _MOST_NAME_LINES):
                following = lines[position + 1 : end]
                if not following or not _may_continue(following[-1], line):
                    break
                tokens = tokens_of(_joined_text([line, *following]), shapes)
                if len(tokens) == len(line.tokens) and tokens[-1].sure and tokens[-1].candidates:
                    _join(line, following, (tokens,))
                    break


def _join_wrapped_dates(lines: list[PageLine], shapes: Shapes) -> None:
    """A date may go on in the next line: "Issued on February 3,", "2025"."""
    for line, following in pairwise(lines):
        if _is_lone_cell(line) and _is_lone_cell(following):
            text = following.line.text.strip()
            if _REST_OF_DATE.match(text) and _breaks_date(line.line.text.strip(), text):
                _join(line, [following], (tokens_of(_joined_text([line, following]), shapes),))


def _join_broken_rows(lines: list[PageLine], shapes: Shapes) -> None:
    """A name may break inside its cell, and the row's other cells stand behind its end."""
    for line, following in pairwise(lines):
        if _may_break(line, following):
            texts = (split_cells(one.line.text).texts for one in (line, following))
            (*_, begun), (rest, *_) = texts
            name = tokens_of(f"{begun} {rest}", shapes)
            if len(name) == 1 and name[0].sure and name[0].candidates:
                line.positional = following.positional
                _join(line, [following], (*line.cells[:-1], name, *following.cells[1:]))


def _may_break(line: PageLine, following: PageLine) -> bool:
    rows = line.role is following.role is Role.CONTENT and len(following.cells) > 1
    if not rows or not line.tokens or line.continues or not following.positional:
        return False
    begun, rest = line.tokens[-1], following.cells[0]
    unfinished = line.line.text.rstrip()[-1:] in "-–—" or not (begun.candidates and begun.sure)
    words = begun.kind is Kind.NAME and len(rest) == 1 and speaks_only_of_names(rest[0].text)
    return unfinished and words and len(line.cells) < len(following.cells)


def _breaks_date(before: str, after: str) -> bool:
    """Tell whether a date begins at the end of one line and ends in the next."""
    end = len(before)
    return any(found.start < end < found.end for found in find_dates(f"{before} {after}"))


def _joined_text(lines: Sequence[PageLine]) -> str:
    return " ".join(line.line.text.strip() for line in lines)


def _join(
    line: PageLine, following: Sequence[PageLine], cells: tuple[tuple[Token, ...], ...]
) -> None:
    line.hold(cells)
    line.wrapped = (*line.wrapped, *following)
    for rest in following:
        rest.hold(())
        rest.continues = True


def _join_wrapped_rows(lines: list[PageLine], shapes: Shapes) -> None:
    """Cells of a printed table may go on in the next line, each below its own beginning."""
    filled = [line for line in lines if line.role is not Role.BLANK]
    for line, following in pairwise(filled):
        if line.starts and not line.continues and _may_end_cells(following):
            cells = _joined_cells(line, following, shapes)
            if cells and _worth(cells) >= _worth(line.cells):
                _join(line, [following], cells)


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


def _is_lone_cell(line: PageLine) -> bool:
    return line.role is Role.CONTENT and len(line.cells) == 1 and not line.continues


def _may_go_on(line: PageLine) -> bool:
    return _is_lone_cell(line) and line.tokens[-1].kind is Kind.NAME


def _may_continue(line: PageLine, begun: PageLine) -> bool:
    """A level, what begins with a dash, or words of names where the name begun is not whole."""
    if line.role is not Role.CONTENT or len(line.tokens) != 1:
        return False
    text, token = line.line.text.strip(), line.tokens[0]
    if fold(text).strip("- ") in LEVELS:
        return True
    if token.kind is Kind.TEXT and text[0] in "-–—(":
        return True
    is_name = bool(token.candidates) and token.sure and token.kind is Kind.NAME
    return not (_is_whole(begun) or is_name) and speaks_only_of_names(text)


def _is_whole(line: PageLine) -> bool:
    return bool(line.tokens[-1].candidates) and line.tokens[-1].sure
