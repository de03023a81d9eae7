"""Heads of tables: in one line, or one column's name a line."""

from collections.abc import Iterator, Sequence

from migrations_tracker.core.folding import fold
from migrations_tracker.core.pages.fields import Field, Kind
from migrations_tracker.core.pages.furniture import is_action
from migrations_tracker.core.pages.labels import MOST_LABEL_WORDS
from migrations_tracker.core.pages.shapes import Shapes, begins_label, label_of
from migrations_tracker.core.pages.states import BENEFIT_STATUSES, STATES_WITH_DAY
from migrations_tracker.core.records import BenefitStatus

_DAYS_OF_STATES: dict[BenefitStatus | None, Field] = {
    BenefitStatus.CLAIMED: Field.CLAIMED_ON,
    BenefitStatus.USED: Field.USED_ON,
}
FEWEST_NAMED = 2
FEWEST_IN_LINES = 3
CLEARLY_NAMED = 4
"""So many known columns make a head even beside "Test center country", which looks like a place."""
_LONGEST_HEAD = 200
VALUES = frozenset(
    {Kind.DATE, Kind.CODE, Kind.INTEGER, Kind.NUMBER, Kind.TIME, Kind.WORD, Kind.PLACE}
)


def columns_of(cells: tuple[str, ...], shapes: Shapes) -> tuple[Field, ...]:
    """Give the columns that ``cells`` name; nothing where the line is no table's head."""
    if len(cells) == 1:
        return _named_in(cells[0])
    fields = [shapes.label(cell) for cell in cells]
    if len(fields) - fields.count(None) >= FEWEST_NAMED:
        fields = [found or _by_its_word(cell) for cell, found in zip(cells, fields, strict=True)]
    named = len(fields) - fields.count(None)
    if named < FEWEST_NAMED:
        return ()
    unnamed = [c for c, found in zip(cells, fields, strict=True) if c and found is None]
    values = VALUES - {Kind.PLACE} if named >= CLEARLY_NAMED else VALUES
    if named < len(unnamed) or any(_is_value(c, shapes, values) for c in unnamed):
        return ()
    return tuple(found or Field.UNKNOWN for found in fields)


def _by_its_word(cell: str) -> Field | None:
    """A column "Claimed" holds the day on which a benefit was claimed, "Download" a button."""
    if (folded := fold(cell)) in STATES_WITH_DAY:
        return _DAYS_OF_STATES.get(BENEFIT_STATUSES.get(folded), Field.OTHER)
    return Field.BUTTON if is_action(folded) else None


def _is_value(cell: str, shapes: Shapes, values: frozenset[Kind]) -> bool:
    token = shapes.token(cell)
    return token.kind in values or (token.kind is Kind.NAME and bool(token.candidates))


def _named_in(text: str) -> tuple[Field, ...]:
    """Columns of a head whose cells are parted by single blanks: every word must belong to one."""
    words = text.split()
    if len(text) > _LONGEST_HEAD or len(words) < FEWEST_IN_LINES or not begins_label(words[0]):
        return ()
    fields: list[Field] = []
    while words:
        counts = range(min(MOST_LABEL_WORDS, len(words)), 0, -1)
        count = next((n for n in counts if label_of(" ".join(words[:n]))), 0)
        field = label_of(" ".join(words[:count])) if count else None
        if field is None or ":" in words[count - 1]:
            return ()
        fields.append(field)
        words = words[count:]
    return tuple(fields) if len(fields) >= FEWEST_IN_LINES else ()


def head_of_lines(texts: Sequence[str]) -> Iterator[tuple[int, int, tuple[Field, ...]]]:
    """Find runs of at least three lines that name columns; yields start, end and columns.

    One line with an unknown column's name may stand between two known ones.
    """
    start = 0
    while start < len(texts):
        end, fields = _run_from(texts, start)
        named = {field for field in fields if field is not Field.OTHER}
        if len(fields) >= FEWEST_IN_LINES and len(named) >= FEWEST_NAMED:
            yield start, end, tuple(fields)
        start = max(end, start + 1)


def _run_from(texts: Sequence[str], start: int) -> tuple[int, list[Field]]:
    fields: list[Field] = []
    position = start
    while position < len(texts):
        field = _column(texts[position])
        if field is None and (not fields or not _is_unknown_column(texts, position)):
            break
        fields.append(field or Field.OTHER)
        position += 1
    return position, fields


def _column(text: str) -> Field | None:
    return None if text.endswith(":") else label_of(text)


def _is_unknown_column(texts: Sequence[str], position: int) -> bool:
    """Two known columns on one side at least: else it is rather the value of the label before."""
    text = texts[position]
    if not 0 < len(text) <= 30 or any(character.isdigit() for character in text):
        return False
    before = [_column(t) is not None for t in texts[max(0, position - 2) : position]]
    after = [_column(t) is not None for t in texts[position + 1 : position + 3]]
    known_beside = before[-1:] == [True] and after[:1] == [True]
    return (
        known_beside
        and len(before) + len(after) > 2
        and ((all(before[:1]) and len(before) > 1) or (all(after) and len(after) > 1))
    )
