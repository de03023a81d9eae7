"""The vocabulary of the page readers: what a cell can be, and what a column can hold."""

from enum import StrEnum
from typing import NamedTuple

from migrations_tracker.core.records import RecordType


class Kind(StrEnum):
    """What a piece of text is by its shape alone."""

    CODE = "code"
    NAME = "name"
    DATE = "date"
    TIME = "time"
    ZONE = "zone"
    INTEGER = "integer"
    NUMBER = "number"
    WORD = "word"
    PLACE = "place"
    ACTION = "action"
    EMPTY = "empty"
    DETAIL = "detail"
    LABEL = "label"
    TEXT = "text"


class Field(StrEnum):
    """What a label or column head says stands beside or below it.

    DATE, CODE, NUMBER and STATUS are what a page calls just "Date", "Code" and so
    on: the section decides what is meant. CLAIMED_ON and USED_ON are days of benefits that
    tell their state, CHECK_IN a time at which no exam starts.
    OTHER is known and of no interest; under a
    BUTTON stands nothing but buttons. UNKNOWN is a column whose name says nothing to us.
    """

    EXAM_CODE = "exam_code"
    NAME = "name"
    DATE = "date"
    CODE = "code"
    NUMBER = "number"
    STATUS = "status"
    TAKEN_ON = "taken_on"
    SCORE = "score"
    RESULT = "result"
    SCORE_REPORT = "score_report"
    EARNED_ON = "earned_on"
    EXPIRES_ON = "expires_on"
    NEW_EXPIRES_ON = "new_expires_on"
    VALIDATION_NUMBER = "validation_number"
    BENEFIT_NAME = "benefit_name"
    BENEFIT_CODE = "benefit_code"
    EARNED_FOR = "earned_for"
    APPOINTMENT = "appointment"
    TIME = "time"
    TIME_ZONE = "time_zone"
    CHECK_IN = "check_in"
    WHERE = "where"
    CONFIRMATION_NUMBER = "confirmation_number"
    REGISTRATION_NUMBER = "registration_number"
    CLAIMED_ON = "claimed_on"
    USED_ON = "used_on"
    BUTTON = "button"
    OTHER = "other"
    UNKNOWN = "unknown"


class Token(NamedTuple):
    """A piece of one cell: its shape, its text, and the label it stands under.

    ``candidates`` of a NAME are the certifications it can mean, none where the catalogue
    does not know it; ``sure`` where it can mean one only. A TEXT with candidates mentions them.
    ``repeats`` marks the text that stands in for a badge's picture.
    """

    kind: Kind
    text: str
    field: Field | None = None
    candidates: tuple[str, ...] = ()
    repeats: bool = False
    sure: bool = True

    def under(self, field: Field | None) -> "Token":
        """The same piece under ``field``, unless a label of its own already stands before it."""
        if field is None or self.field is not None:
            return self
        return Token(self.kind, self.text, field, self.candidates, self.repeats, self.sure)


_DATES = frozenset({Kind.DATE, Kind.EMPTY, Kind.TEXT})
_NUMBERS = frozenset({Kind.NUMBER, Kind.INTEGER, Kind.EMPTY, Kind.TEXT})
_WORDS = frozenset({Kind.WORD, Kind.EMPTY, Kind.TEXT})
_NAMES = frozenset({Kind.NAME, Kind.CODE, Kind.TEXT, Kind.EMPTY})

ACCEPTS: dict[Field, frozenset[Kind]] = {
    Field.EXAM_CODE: frozenset({Kind.CODE, Kind.EMPTY, Kind.NUMBER}),
    Field.NAME: _NAMES,
    Field.DATE: _DATES | {Kind.TIME, Kind.ZONE},
    Field.CODE: _NUMBERS | {Kind.CODE},
    Field.NUMBER: _NUMBERS,
    Field.STATUS: _WORDS,
    Field.TAKEN_ON: _DATES | {Kind.TIME, Kind.ZONE},
    Field.SCORE: frozenset({Kind.INTEGER, Kind.EMPTY, Kind.NUMBER, Kind.TEXT}),
    Field.RESULT: _WORDS,
    Field.SCORE_REPORT: frozenset({Kind.ACTION, Kind.EMPTY}),
    Field.EARNED_ON: _DATES,
    Field.EXPIRES_ON: _DATES,
    Field.NEW_EXPIRES_ON: _DATES,
    Field.VALIDATION_NUMBER: _NUMBERS,
    Field.BENEFIT_NAME: frozenset({Kind.TEXT, Kind.NAME, Kind.DETAIL}),
    Field.BENEFIT_CODE: _NUMBERS,
    Field.EARNED_FOR: _NAMES,
    Field.APPOINTMENT: _DATES | {Kind.TIME, Kind.ZONE},
    Field.TIME: frozenset({Kind.TIME, Kind.ZONE, Kind.EMPTY}),
    Field.TIME_ZONE: frozenset({Kind.ZONE, Kind.EMPTY, Kind.TEXT}),
    Field.CHECK_IN: frozenset({Kind.DATE, Kind.TIME, Kind.ZONE, Kind.EMPTY, Kind.TEXT}),
    Field.WHERE: frozenset({Kind.PLACE, Kind.TEXT, Kind.EMPTY}),
    Field.CONFIRMATION_NUMBER: _NUMBERS,
    Field.REGISTRATION_NUMBER: _NUMBERS,
    Field.CLAIMED_ON: _DATES,
    Field.USED_ON: _DATES,
    Field.BUTTON: frozenset({Kind.ACTION, Kind.EMPTY}),
    Field.OTHER: frozenset(Kind)
    - {Kind.LABEL, Kind.CODE, Kind.NAME, Kind.TIME, Kind.ZONE, Kind.PLACE},
}
ACCEPTS[Field.UNKNOWN] = ACCEPTS[Field.OTHER]

_NO_DAYS_OF_BENEFITS = {Field.CLAIMED_ON: Field.OTHER, Field.USED_ON: Field.OTHER}
_MEANT: dict[RecordType, dict[Field, Field]] = {
    RecordType.EXAM: {
        Field.DATE: Field.TAKEN_ON,
        Field.APPOINTMENT: Field.TAKEN_ON,
        Field.CODE: Field.EXAM_CODE,
        Field.NUMBER: Field.REGISTRATION_NUMBER,
        Field.CONFIRMATION_NUMBER: Field.REGISTRATION_NUMBER,
        Field.STATUS: Field.RESULT,
        **_NO_DAYS_OF_BENEFITS,
    },
    RecordType.CERTIFICATION: {
        Field.DATE: Field.EARNED_ON,
        Field.NUMBER: Field.VALIDATION_NUMBER,
        Field.CODE: Field.VALIDATION_NUMBER,
        Field.RESULT: Field.STATUS,
        **_NO_DAYS_OF_BENEFITS,
    },
    RecordType.BENEFIT: {
        Field.NAME: Field.BENEFIT_NAME,
        Field.NEW_EXPIRES_ON: Field.EXPIRES_ON,
        Field.DATE: Field.OTHER,
        Field.EARNED_ON: Field.OTHER,
        Field.CODE: Field.BENEFIT_CODE,
        Field.NUMBER: Field.BENEFIT_CODE,
        Field.RESULT: Field.STATUS,
    },
    RecordType.REGISTRATION: {
        Field.DATE: Field.APPOINTMENT,
        Field.TAKEN_ON: Field.APPOINTMENT,
        Field.CODE: Field.EXAM_CODE,
        Field.NUMBER: Field.CONFIRMATION_NUMBER,
        Field.REGISTRATION_NUMBER: Field.CONFIRMATION_NUMBER,
        Field.RESULT: Field.STATUS,
        **_NO_DAYS_OF_BENEFITS,
    },
}


def meant(field: Field, section: RecordType) -> Field:
    """What ``field`` means on a page of ``section``: a "Date" of exams is the day taken."""
    return _MEANT[section].get(field, field)
