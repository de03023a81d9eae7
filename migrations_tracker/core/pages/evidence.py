"""What a block is about, told by its labels and by what stands in it."""

from collections import Counter

from migrations_tracker.core.folding import fold
from migrations_tracker.core.pages.blocks import Block
from migrations_tracker.core.pages.document import PageLine
from migrations_tracker.core.pages.fields import Field, Kind, Token
from migrations_tracker.core.pages.headings import PAST
from migrations_tracker.core.pages.shapes import label_of
from migrations_tracker.core.pages.slots import speaks_of_benefit
from migrations_tracker.core.pages.states import (
    EXAM_RESULTS,
    PAST_APPOINTMENTS,
    REGISTRATION_STATUSES,
)
from migrations_tracker.core.records import ExamResult, RecordType

Votes = Counter[RecordType]

_BY_FIELD: dict[Field, tuple[RecordType, int]] = {
    Field.RESULT: (RecordType.EXAM, 2),
    Field.SCORE: (RecordType.EXAM, 2),
    Field.SCORE_REPORT: (RecordType.EXAM, 2),
    Field.TAKEN_ON: (RecordType.EXAM, 1),
    Field.EARNED_ON: (RecordType.CERTIFICATION, 2),
    Field.VALIDATION_NUMBER: (RecordType.CERTIFICATION, 3),
    Field.EXPIRES_ON: (RecordType.CERTIFICATION, 1),
    Field.BENEFIT_NAME: (RecordType.BENEFIT, 3),
    Field.BENEFIT_CODE: (RecordType.BENEFIT, 4),
    Field.EARNED_FOR: (RecordType.BENEFIT, 4),
    Field.APPOINTMENT: (RecordType.REGISTRATION, 3),
    Field.TIME: (RecordType.REGISTRATION, 2),
    Field.TIME_ZONE: (RecordType.REGISTRATION, 2),
    Field.WHERE: (RecordType.REGISTRATION, 2),
    Field.CONFIRMATION_NUMBER: (RecordType.REGISTRATION, 2),
}
_BY_KIND: dict[Kind, tuple[RecordType, int]] = {
    Kind.TIME: (RecordType.REGISTRATION, 2),
    Kind.PLACE: (RecordType.REGISTRATION, 2),
}
# A spreadsheet adds it to a day: it is no appointment's.
_MIDNIGHT = frozenset({"0:00", "00:00", "0:00:00", "00:00:00"})
ENOUGH = 2
DECISIVE = 4
_CLEAR_RESULTS = (ExamResult.PASS, ExamResult.FAIL, ExamResult.NO_SHOW)


def section_of(block: Block, hint: RecordType | None) -> RecordType | None:
    """Tell which kind of record ``block`` holds; None where it holds none, or nobody can tell.

    A heading counts unless the table's own head clearly says otherwise. ``hint`` is
    what the person chose, for texts without a heading.
    """
    heads = _votes_of_heads(block)
    winner = _winner(heads, DECISIVE)
    if block.heading and block.sure:
        own = block.heading.section
        if block.heading.group == PAST and _holds_bookings(block):
            return RecordType.REGISTRATION
        return winner if winner and not (own and heads[own]) else own
    fallback = hint or (block.heading.section if block.heading else None)
    return winner or hint or _winner(heads + _votes_of_content(block), ENOUGH) or fallback


def _holds_bookings(block: Block) -> bool:
    """Tell past appointments from sittings: times, places and what became of them, no results."""
    votes = _votes_of_content(block)
    words = {fold(t.text) for line in block.lines for t in line.tokens if t.kind is Kind.WORD}
    ended = any(word in PAST_APPOINTMENTS or word in REGISTRATION_STATUSES for word in words)
    return ended and votes[RecordType.REGISTRATION] >= DECISIVE and not votes[RecordType.EXAM]


def _winner(votes: Votes, least: int) -> RecordType | None:
    best = votes.most_common(2)
    if not best or best[0][1] < least:
        return None
    return best[0][0] if len(best) < 2 or best[0][1] > best[1][1] else None


def _votes_of_heads(block: Block) -> Votes:
    votes: Votes = Counter()
    for line in block.lines:
        for field in line.columns:
            _count(votes, _BY_FIELD.get(field))
    return votes


def _votes_of_content(block: Block) -> Votes:
    votes: Votes = Counter()
    dated_before = False
    for line in block.lines:
        for token in line.tokens:
            _count(votes, _vote(token))
        if not line.tokens:
            continue
        dated = all(token.kind is Kind.DATE for token in line.tokens)
        if _has_two_dates(line) or (dated and dated_before):
            _count(votes, (RecordType.CERTIFICATION, 2))
        dated_before = dated
    return votes


def _count(votes: Votes, vote: tuple[RecordType, int] | None) -> None:
    if vote:
        votes[vote[0]] += vote[1]


def _vote(token: Token) -> tuple[RecordType, int] | None:
    field = label_of(token.text) if token.kind is Kind.LABEL else token.field
    if field and field in _BY_FIELD:
        return _BY_FIELD[field]
    if token.kind is Kind.WORD and EXAM_RESULTS.get(fold(token.text)) in _CLEAR_RESULTS:
        return RecordType.EXAM, 3
    if token.kind is Kind.NUMBER and len(token.text) in (16, 32):
        return RecordType.CERTIFICATION, 2
    if token.kind in (Kind.TEXT, Kind.NAME) and speaks_of_benefit(token.text):
        return RecordType.BENEFIT, 3
    return None if token.text in _MIDNIGHT else _BY_KIND.get(token.kind)


def _has_two_dates(line: PageLine) -> bool:
    kinds = [token.kind for token in line.tokens]
    return kinds.count(Kind.DATE) == 2 and Kind.NAME in kinds
