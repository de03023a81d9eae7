"""A page's lines into blocks: what stands under one heading, menus and notes set aside."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from migrations_tracker.core.folding import fold
from migrations_tracker.core.pages.cells import split_cells
from migrations_tracker.core.pages.columns import columns_of, head_of_lines
from migrations_tracker.core.pages.fields import Field, Kind, Token
from migrations_tracker.core.pages.furniture import ACTIONS, BADGES, MENU
from migrations_tracker.core.pages.glued import parted
from migrations_tracker.core.pages.headings import Heading
from migrations_tracker.core.pages.lines import Line
from migrations_tracker.core.pages.notes import is_note
from migrations_tracker.core.pages.pieces import tokens_of
from migrations_tracker.core.pages.shapes import Shapes
from migrations_tracker.core.pages.states import STATE_WORDS

SHORTEST_MENU = 3
FEWEST_CELLS_OF_ROW = 3


_OF_APPOINTMENTS = frozenset({Kind.DATE, Kind.TIME, Kind.ZONE})


class Role(StrEnum):
    """What a line is for."""

    BLANK = "blank"
    HEADING = "heading"
    FURNITURE = "furniture"
    HEAD = "head"
    CONTENT = "content"


@dataclass(slots=True)
class PageLine:
    """A line with its role; ``columns`` where it is a table's head, or ends a run that is.

    ``group`` is the state that it gives to the records below it; ``is_counted`` where a state
    stands with a number, "Expired (2)", as no record's own does.
    """

    line: Line
    role: Role
    cells: tuple[tuple[Token, ...], ...] = ()
    tokens: list[Token] = field(default_factory=list)
    positional: bool = False
    heading: Heading | None = None
    is_menu_word: bool = False
    columns: tuple[Field, ...] = ()
    starts: tuple[int, ...] = ()
    wrapped: tuple["PageLine", ...] = ()
    continues: bool = False
    group: str | None = None
    is_counted: bool = False
    is_doubtful: bool = False

    @property
    def number(self) -> int:
        return self.line.number

    def hold(self, cells: tuple[tuple[Token, ...], ...]) -> None:
        """Take ``cells`` for this line's content."""
        self.cells = cells
        self.tokens = [token for cell in cells for token in cell]


def page_lines(lines: Iterable[Line], shapes: Shapes) -> list[PageLine]:
    """Give every line its role and cut those with content into tokens."""
    found = [_page_line(line, shapes) for line in lines]
    head_of_lines_marked(found)
    _mark_menus(found)
    _mark_tabs(found)
    return found


def _page_line(line: Line, shapes: Shapes) -> PageLine:
    if line.is_blank:
        return PageLine(line, Role.BLANK)
    folded = fold(line.text)
    heading = shapes.heading(folded)
    if heading or folded in MENU:
        role = Role.HEADING if heading else Role.FURNITURE
        return PageLine(line, role, heading=heading, is_menu_word=True)
    return _content_line(line, folded, shapes)


def _content_line(line: Line, folded: str, shapes: Shapes) -> PageLine:
    cells = split_cells(parted(line.text))
    if _is_menu_row(cells.texts, shapes) or _counts_states(folded):
        return PageLine(line, Role.FURNITURE, is_menu_word=True)
    columns = columns_of(cells.texts, shapes)
    result = PageLine(
        line,
        Role.HEAD if columns else Role.CONTENT,
        positional=cells.positional,
        columns=columns,
        starts=cells.starts,
    )
    if columns:
        return result
    counted = _COUNTED_STATE.fullmatch(folded) if folded[-1:] == ")" else None
    result.is_counted = counted is not None and counted[1] in STATE_WORDS
    texts = (line.text.partition("(")[0].strip(),) if result.is_counted else cells.texts
    result.hold(tuple([tokens_of(cell, shapes) for cell in texts]))
    if _is_furniture(result.tokens, folded, cells.texts):
        result.role = Role.FURNITURE
    return result


def _is_menu_row(cells: tuple[str, ...], shapes: Shapes) -> bool:
    """At least three menu words, headings and buttons, and nothing else."""
    if len(cells) < SHORTEST_MENU:
        return False
    words = [cell for cell in cells if cell]
    named = 0
    for word in map(fold, words):
        if word in MENU or shapes.heading(word):
            named += 1
        elif word not in ACTIONS:
            return False
    return len(words) >= SHORTEST_MENU and named > 1


_COUNTED_STATE = re.compile(r"([^()]{2,30}?) ?\(\d{1,3}(?: ?件)?\)")
_COUNT = re.compile(r" ?\(\d{1,3}(?: ?件)?\) ?")


def _counts_states(folded: str) -> bool:
    """Tell whether a line is tabs such as "Active (2) Expired (0)"; records count nothing."""
    words = _COUNT.split(folded) if folded.endswith(")") else []
    return len(words) > 2 and all(w in STATE_WORDS or w in ACTIONS for w in words[:-1])


def _is_furniture(tokens: list[Token], folded: str, cells: tuple[str, ...]) -> bool:
    if all(token.kind in (Kind.ACTION, Kind.EMPTY) for token in tokens):
        return True
    if len(cells) > 1 and all(is_note(fold(cell)) or not cell for cell in cells):
        return True
    kinds = {token.kind for token in tokens}
    counts = len(tokens) == 1 and tokens[0].kind is Kind.INTEGER and len(tokens[0].text) < 3
    could_be_cells = Kind.TEXT not in kinds and (len(tokens) == 1 or kinds <= _OF_APPOINTMENTS)
    return (counts or not could_be_cells) and is_note(folded)


def head_of_lines_marked(lines: list[PageLine]) -> None:
    """Mark runs of lines that are one column's name each as a table's head."""
    filled = [line for line in lines if line.role is not Role.BLANK]
    texts = [line.line.text.strip() if _could_name_column(line) else "" for line in filled]
    for start, end, columns in head_of_lines(texts):
        if filled[start].heading and columns[0] in columns[1:]:
            start, columns = start + 1, columns[1:]
        for line in filled[start:end]:
            line.role, line.heading, line.is_menu_word = Role.FURNITURE, None, False
        filled[end - 1].role, filled[end - 1].columns = Role.HEAD, columns


def _could_name_column(line: PageLine) -> bool:
    plain = {Kind.TEXT, Kind.LABEL, Kind.ACTION}
    return len(line.cells) < 2 and all(token.kind in plain for token in line.tokens)


def _mark_menus(lines: list[PageLine]) -> None:
    """Take headings that are a menu's items for what they are; the last may be a real one."""
    for run in _runs(lines):
        sections = {line.heading.section for line in run if line.heading}
        if len(run) < SHORTEST_MENU or not (len(sections) > 1 or any(not r.heading for r in run)):
            _restore_badges(run)
            continue
        while run and _is_badge(run[-1]) and _reopens(run[:-1]):
            _restore_badges([run.pop()])
        for line in run[:-1]:
            line.role, line.heading = Role.FURNITURE, None


def _is_badge(line: PageLine) -> bool:
    return fold(line.line.text) in BADGES


def _reopens(run: list[PageLine]) -> bool:
    """Tell whether the last heading, badges below it apart, opens a section the menu names too."""
    while run and _is_badge(run[-1]):
        run = run[:-1]
    last = run[-1].heading if run else None
    return last is not None and any(
        li.heading and li.heading.section is last.section for li in run[:-1]
    )


def _restore_badges(run: list[PageLine]) -> None:
    """A digital badge is a menu's item, but also a benefit."""
    for line in filter(_is_badge, run):
        line.role, line.is_menu_word = Role.CONTENT, False
        line.hold(((Token(Kind.TEXT, line.line.text.strip()),),))


def _runs(lines: list[PageLine]) -> Iterator[list[PageLine]]:
    run: list[PageLine] = []
    for line in lines:
        if line.is_menu_word:
            run.append(line)
        elif line.role is not Role.BLANK and run:
            yield run
            run = []
    if run:
        yield run


def _mark_tabs(lines: list[PageLine]) -> None:
    """Two states on lines of their own, one after the other, are tabs of the page."""
    before: PageLine | None = None
    for line in lines:
        if line.role is Role.BLANK:
            continue
        if before and _is_lone_state(before, line) and _is_lone_state(line, before):
            before.role = line.role = Role.FURNITURE
        before = line


def _is_lone_state(line: PageLine, other: PageLine) -> bool:
    if len(line.tokens) != 1 or line.tokens[0].kind is not Kind.WORD:
        return False
    return not other.tokens or fold(line.tokens[0].text) != fold(other.tokens[0].text)


def is_lone_state(line: PageLine) -> bool:
    """Tell whether a line says a state and nothing else."""
    alone = line.role is Role.CONTENT and len(line.tokens) == 1
    return alone and line.tokens[0].kind is Kind.WORD
