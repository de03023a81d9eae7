"""What a reader hands back: records, and openly what it did not understand.

Nothing is guessed and nothing vanishes: every non-blank line of the input is a
record's, known furniture (menus, footers, headings), or a leftover.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from migrations_tracker.core.records import (
    Benefit,
    Certification,
    ExamAttempt,
    ExamRegistration,
    Holder,
    Record,
)
from migrations_tracker.core.sentence import Sentence


class SourceKind(StrEnum):
    """What a text or file turned out to be, by its content."""

    PORTAL_PAGE = "portal_page"
    CERTIFICATE = "certificate"
    SCORE_REPORT = "score_report"
    CREDLY_BADGES = "credly_badges"
    OPEN_BADGE = "open_badge"
    PARTNER_EXPORT = "partner_export"
    SPREADSHEET = "spreadsheet"
    CERTMOVE_EXPORT = "certmove_export"
    MAIL = "mail"
    NOT_CERTIFICATION = "not_certification"
    UNREADABLE = "unreadable"
    UNKNOWN = "unknown"


class ProblemKind(StrEnum):
    """Why a line that was recognised could not be taken as it stands."""

    AMBIGUOUS_DATE = "ambiguous_date"
    IMPOSSIBLE_DATE = "impossible_date"
    UNREADABLE_DATE = "unreadable_date"
    MISSING_DATE = "missing_date"
    SCORE_OUT_OF_RANGE = "score_out_of_range"
    UNKNOWN_RESULT = "unknown_result"
    UNKNOWN_STATUS = "unknown_status"
    UNKNOWN_CERTIFICATION = "unknown_certification"
    AMBIGUOUS_CERTIFICATION = "ambiguous_certification"
    CODE_AND_NAME_DISAGREE = "code_and_name_disagree"
    SEVERAL_VALUES = "several_values"
    UNKNOWN_TIME_ZONE = "unknown_time_zone"
    INVISIBLE_CHARACTERS = "invisible_characters"
    TOO_LONG = "too_long"
    UNREADABLE_FILE = "unreadable_file"
    DECODED_WITH_LOSSES = "decoded_with_losses"
    INCOMPLETE = "incomplete"
    FORMULA = "formula"
    UNKNOWN_KIND = "unknown_kind"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something in line ``line`` (1-based; 0 = the whole input) a person must decide."""

    line: int
    text: str
    problem: ProblemKind
    message: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Leftover:
    """A line nobody understood; ``suspicious`` when it bears a record's marks."""

    line: int
    text: str
    suspicious: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignored:
    """A thing that was understood and is not one of AWS's certifications."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person's rows of a partner's export; name and mail None where masked."""

    name: str | None
    email: str | None
    masked: bool
    certifications: tuple[Certification, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A record and the input lines (1-based) it was read from."""

    record: Record
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything one text or file yielded, in the order of the input."""

    kind: SourceKind
    holder: Holder = field(default_factory=Holder)
    found: tuple[Found, ...] = ()
    people: tuple[Person, ...] = ()
    problems: tuple[Problem, ...] = ()
    leftovers: tuple[Leftover, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    furniture: tuple[int, ...] = ()

    @property
    def records(self) -> tuple[Record, ...]:
        return tuple(found.record for found in self.found)

    @property
    def certifications(self) -> tuple[Certification, ...]:
        return tuple(r for r in self.records if isinstance(r, Certification))

    @property
    def exams(self) -> tuple[ExamAttempt, ...]:
        return tuple(r for r in self.records if isinstance(r, ExamAttempt))

    @property
    def benefits(self) -> tuple[Benefit, ...]:
        return tuple(r for r in self.records if isinstance(r, Benefit))

    @property
    def registrations(self) -> tuple[ExamRegistration, ...]:
        return tuple(r for r in self.records if isinstance(r, ExamRegistration))

    @property
    def understood(self) -> bool:
        """True when nothing needs a person's eye: no problem, no suspicious leftover."""
        return not self.problems and not any(line.suspicious for line in self.leftovers)
