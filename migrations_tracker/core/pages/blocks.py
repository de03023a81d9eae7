"""A page's lines by the heading and the table's head they stand under."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from migrations_tracker.core.pages.document import (
    FEWEST_CELLS_OF_ROW,
    PageLine,
    Role,
    is_lone_state,
)
from migrations_tracker.core.pages.fields import Kind
from migrations_tracker.core.pages.headings import Heading


@dataclass(slots=True)
class Block:
    """Lines under one heading. ``sure`` is False where the heading may be a menu's last item."""

    heading: Heading | None
    sure: bool
    lines: list[PageLine] = field(default_factory=list)


def blocks_of(lines: list[PageLine]) -> list[Block]:
    """Group ``lines`` by heading, and by each table's head."""
    blocks = [Block(None, False)]
    level = 0
    for position, line in enumerate(lines):
        if line.heading:
            level = _level(line)
            blocks.append(Block(line.heading, not _ends_menu(lines, position)))
        elif line.role is Role.HEAD and _has_content(blocks[-1]):
            blocks.append(Block(blocks[-1].heading, blocks[-1].sure, _states_above(blocks[-1])))
        elif 0 < _level(line) <= level and _says_nothing_known(line):
            blocks.append(Block(None, False))
        blocks[-1].lines.append(line)
    return blocks


def _level(line: PageLine) -> int:
    """How deep a heading of Markdown is, "## Notes" 2; 0 where it is none."""
    marks, blank, _ = line.line.text.partition(" ")
    return len(marks) if blank and marks == "#" * len(marks) else 0


def _says_nothing_known(line: PageLine) -> bool:
    """Tell a heading of something else from "### AWS Certified Developer - Associate"."""
    return all(token.kind is Kind.TEXT and not token.candidates for token in line.tokens)


def _states_above(block: Block) -> list[PageLine]:
    """Take the state that ends a block for the table that begins below it."""
    last = next((at for at, li in _backwards(block) if li.role is not Role.BLANK), None)
    if last is None or not is_lone_state(block.lines[last]) or not _has_rows(block.lines[:last]):
        return []
    taken, block.lines = block.lines[last:], block.lines[:last]
    return taken


def _backwards(block: Block) -> Iterable[tuple[int, PageLine]]:
    return reversed(list(enumerate(block.lines)))


def _has_rows(lines: list[PageLine]) -> bool:
    return any(len(line.cells) >= FEWEST_CELLS_OF_ROW for line in lines)


def _has_content(block: Block) -> bool:
    return any(line.role in (Role.CONTENT, Role.HEAD) for line in block.lines)


def _ends_menu(lines: list[PageLine], position: int) -> bool:
    before = next(
        (
            li
            for li in reversed(lines[max(0, position - 5) : position])
            if li.role is not Role.BLANK
        ),
        None,
    )
    return before is not None and before.is_menu_word and before.heading is None
