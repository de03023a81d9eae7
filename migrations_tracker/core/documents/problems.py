"""What a person has to decide about a document, in sentences."""

from migrations_tracker.core.documents.lines import TextLine
from migrations_tracker.core.reading import Problem, ProblemKind
from migrations_tracker.core.sentence import Sentence, gettext_noop

MESSAGES = {
    ProblemKind.AMBIGUOUS_DATE: gettext_noop(
        "%(value)s can be read in two ways. Say whether the day or the month comes first."
    ),
    ProblemKind.IMPOSSIBLE_DATE: gettext_noop(
        "%(value)s is no day of the calendar. Look at the document and enter the date."
    ),
    ProblemKind.UNREADABLE_DATE: gettext_noop(
        "%(value)s was not understood as a date. Look at the document and enter the date."
    ),
    ProblemKind.MISSING_DATE: gettext_noop(
        "A date is missing in this document. Look at the document and enter the date."
    ),
    ProblemKind.SCORE_OUT_OF_RANGE: gettext_noop(
        "The score %(value)s is outside of 100 to 1000. Look at the document and enter the score."
    ),
    ProblemKind.UNKNOWN_RESULT: gettext_noop(
        "The result %(value)s is not known. Look at the document and choose the result."
    ),
    ProblemKind.UNKNOWN_CERTIFICATION: gettext_noop(
        "%(value)s is not in the catalogue of AWS certifications. It is kept under its name."
    ),
    ProblemKind.AMBIGUOUS_CERTIFICATION: gettext_noop(
        "%(value)s can mean more than one certification. Choose the right one."
    ),
    ProblemKind.CODE_AND_NAME_DISAGREE: gettext_noop(
        "The exam code %(value)s and the name of the exam belong to different certifications. "
        "Choose the right one."
    ),
}

NOT_NAMED = gettext_noop(
    "This certificate does not say for which certification it is; those of Cloud Practitioner "
    "from 2018 to 2020 are like this. Keep the file name of the download, or choose the "
    "certification."
)

NO_RESULT = gettext_noop(
    "The result is missing in this document. Look at the document and choose the result."
)

MANY_DATES = gettext_noop(
    "More than two dates stand in this certificate. Look at it and enter the day on which it was "
    "earned and the day on which it expires."
)


def problem(kind: ProblemKind, line: TextLine | None, value: str = "") -> Problem:
    """Say what is wrong with ``value`` in ``line`` (None: with the whole document)."""
    message = Sentence(MESSAGES[kind], {"value": value})
    return _at(line, kind, message)


def not_named() -> Problem:
    return _at(None, ProblemKind.UNKNOWN_CERTIFICATION, Sentence(NOT_NAMED))


def no_result() -> Problem:
    """Say that a score report says nothing of passing or failing that was understood."""
    return _at(None, ProblemKind.UNKNOWN_RESULT, Sentence(NO_RESULT))


def many_dates() -> Problem:
    """Say that the earliest and the latest date were taken, of more than two."""
    return _at(None, ProblemKind.AMBIGUOUS_DATE, Sentence(MANY_DATES))


def _at(line: TextLine | None, kind: ProblemKind, message: Sentence) -> Problem:
    number, text = (line.number, line.flat) if line else (0, "")
    return Problem(line=number, text=text, problem=kind, message=message)
