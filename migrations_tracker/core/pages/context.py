"""What the builders of records share: the catalogue, the dates' order, the day, the problems."""

from dataclasses import dataclass, field
from datetime import date

from migrations_tracker.core.catalogue import Catalogue
from migrations_tracker.core.dates import DateOrder, DateProblem, read_date
from migrations_tracker.core.pages.document import PageLine
from migrations_tracker.core.pages.drafts import Draft
from migrations_tracker.core.pages.fields import Field
from migrations_tracker.core.reading import Ignored, Problem, ProblemKind
from migrations_tracker.core.sentence import Sentence, gettext_noop

MESSAGES = {
    ProblemKind.AMBIGUOUS_DATE: gettext_noop(
        "%(value)s can be read in two ways. Say whether the day or the month comes first."
    ),
    ProblemKind.IMPOSSIBLE_DATE: gettext_noop(
        "%(value)s is no day of the calendar. Look at the page and enter the date."
    ),
    ProblemKind.UNREADABLE_DATE: gettext_noop(
        "%(value)s was not understood as a date. Look at the page and enter the date."
    ),
    ProblemKind.MISSING_DATE: gettext_noop(
        "No date was found for %(value)s. Look at the page and enter the date."
    ),
    ProblemKind.SCORE_OUT_OF_RANGE: gettext_noop(
        "The score %(value)s is outside of 100 to 1000. Look at the page and enter the score."
    ),
    ProblemKind.UNKNOWN_RESULT: gettext_noop(
        "The result %(value)s is not known. Look at the page and choose the result."
    ),
    ProblemKind.UNKNOWN_STATUS: gettext_noop(
        "The status %(value)s is not known. Look at the page and choose the status."
    ),
    ProblemKind.UNKNOWN_CERTIFICATION: gettext_noop(
        "%(value)s is not in the catalogue of AWS certifications. It is kept under its name."
    ),
    ProblemKind.AMBIGUOUS_CERTIFICATION: gettext_noop(
        "%(value)s can mean more than one certification. Choose the right one."
    ),
    ProblemKind.CODE_AND_NAME_DISAGREE: gettext_noop(
        "The exam code and the name in %(value)s belong to different certifications. "
        "Choose the right one."
    ),
    ProblemKind.SEVERAL_VALUES: gettext_noop(
        "%(value)s: only one of these can be right here. Compare the record with the page."
    ),
    ProblemKind.UNKNOWN_TIME_ZONE: gettext_noop(
        "The time zone %(value)s is not known. Look at the page and enter the time zone."
    ),
    ProblemKind.INVISIBLE_CHARACTERS: gettext_noop(
        "This line has invisible characters that change the order of the text. "
        "Compare it with the page."
    ),
    ProblemKind.TOO_LONG: gettext_noop(
        "This line is too long. Only its first %(value)s characters were read."
    ),
}


@dataclass(slots=True)
class Context:
    """The givens, and the problems and ignored things found so far."""

    catalogue: Catalogue
    order: DateOrder | None
    today: date | None
    problems: list[Problem] = field(default_factory=list)
    ignored: list[Ignored] = field(default_factory=list)

    def report(self, kind: ProblemKind, line: PageLine, value: str) -> None:
        """Note that ``value`` in ``line`` must be decided by a person."""
        message = Sentence(MESSAGES[kind], {"value": value})
        text = line.line.text.strip()
        self.problems.append(Problem(line=line.number, text=text, problem=kind, message=message))

    def date_of(self, draft: Draft, slot: Field) -> date | None:
        """Read the date in ``slot``; None, and reported, where it cannot be taken."""
        token = draft.get(slot)
        if token is None:
            return None
        try:
            return read_date(token.text, self.order)
        except DateProblem as problem:
            self.report(problem.kind, draft.line_of[slot], token.text)
            return None

    def is_over(self, day: date | None) -> bool | None:
        """Tell whether ``day`` has passed; None where that is not known."""
        return None if day is None or self.today is None else day < self.today
