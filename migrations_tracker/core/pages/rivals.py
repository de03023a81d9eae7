"""Two values of one kind in one record: a person is told, and chooses.

A row with two days, neither of which says what it is: one of them is perhaps the day on
which the exam was booked, or retires. Nobody but its owner knows which.
"""

import re

from migrations_tracker.core.folding import fold
from migrations_tracker.core.pages.context import Context
from migrations_tracker.core.pages.document import PageLine
from migrations_tracker.core.pages.drafts import Draft
from migrations_tracker.core.pages.fields import Field, Kind, Token
from migrations_tracker.core.pages.states import EXAM_RESULTS
from migrations_tracker.core.reading import ProblemKind

_KINDS = {
    Field.TAKEN_ON: Kind.DATE,
    Field.APPOINTMENT: Kind.DATE,
    Field.EARNED_ON: Kind.DATE,
    Field.EXPIRES_ON: Kind.DATE,
    Field.TIME: Kind.TIME,
    Field.EXAM_CODE: Kind.CODE,
    Field.SCORE: Kind.INTEGER,
    Field.RESULT: Kind.WORD,
}
_UNTIL = re.compile(r"(?:[ap]\.?m\.? ?)?(?:[-~/\u2013\u301c]|to|until|till|から)", re.IGNORECASE)
_LONGEST_BETWEEN = 12


def report_rivals(draft: Draft, context: Context) -> None:
    """Report each field of ``draft`` for which its line holds two values of equal standing."""
    for field, rival, line in draft.rivals:
        taken = draft.values[field]
        if _compete(field, taken, rival) and not _is_period(field, taken, rival, line):
            both = f"{taken.text}, {rival.text}"
            context.report(ProblemKind.SEVERAL_VALUES, line, both)


def _compete(field: Field, taken: Token, rival: Token) -> bool:
    kind = _KINDS.get(field)
    if taken.kind is not kind or rival.kind is not kind or bool(taken.field) != bool(rival.field):
        return False
    if field is Field.RESULT:
        return EXAM_RESULTS.get(fold(taken.text)) is not EXAM_RESULTS.get(fold(rival.text))
    return fold(taken.text) != fold(rival.text)


def _is_period(field: Field, taken: Token, rival: Token, line: PageLine) -> bool:
    """Tell "9:30 AM - 12:30 PM", an exam's beginning and its end."""
    if field is not Field.TIME:
        return False
    _, _, behind = line.line.text.partition(taken.text)
    between, _, _ = behind.partition(rival.text)
    return len(between) <= _LONGEST_BETWEEN and _UNTIL.fullmatch(between.strip()) is not None
