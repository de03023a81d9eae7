"""What an AWS Certification account holds, as plain values.

Every reader produces these, every comparison consumes them. They carry no
identity of their own: two equal records are the same record.

A date is a calendar date as AWS shows it; AWS prints no zone beside it.
"""

import datetime as dt
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class CertificationStatus(StrEnum):
    ACTIVE = "active"
    EXPIRED = "expired"


class ExamResult(StrEnum):
    PASS = "pass"  # noqa: S105 - a result, not a password
    FAIL = "fail"
    PENDING = "pending"
    NO_SHOW = "no_show"
    CANCELLED = "cancelled"


class BenefitStatus(StrEnum):
    AVAILABLE = "available"
    CLAIMED = "claimed"
    USED = "used"
    EXPIRED = "expired"


class RegistrationStatus(StrEnum):
    SCHEDULED = "scheduled"
    CANCELLED = "cancelled"


class RecordType(StrEnum):
    """The four kinds of record, in the order in which pages and reports list them."""

    CERTIFICATION = "certification"
    EXAM = "exam"
    BENEFIT = "benefit"
    REGISTRATION = "registration"


@dataclass(frozen=True, slots=True, kw_only=True)
class Certification:
    """One earned certification.

    ``certification`` is the catalogue's code ("SAA"), None where the name is not
    one the catalogue knows: the record is kept all the same, under its name.
    ``earned_on`` is the first award: AWS moves only ``expires_on`` at a renewal.
    """

    certification: str | None
    name: str
    earned_on: date | None = None
    expires_on: date | None = None
    status: CertificationStatus | None = None
    validation_number: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamAttempt:
    """One sitting of an exam. ``score`` is AWS's scaled score, 100 to 1000."""

    certification: str | None
    name: str
    exam_code: str | None = None
    taken_on: date | None = None
    result: ExamResult | None = None
    score: int | None = None
    registration_number: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Benefit:
    """A voucher or entitlement.

    ``code`` is a secret worth money. ``expires_on`` is the last day to *sit* an
    exam with it. ``earned_for`` is the code of the certification that brought it.
    """

    name: str
    code: str | None = None
    status: BenefitStatus | None = None
    expires_on: date | None = None
    earned_for: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamRegistration:
    """A booked exam. ``time_zone`` is what the page prints ("JST", "Asia/Tokyo")."""

    certification: str | None
    name: str
    exam_code: str | None = None
    date: dt.date | None = None
    time: dt.time | None = None
    time_zone: str | None = None
    status: RegistrationStatus | None = None
    where: str | None = None
    confirmation_number: str | None = None


Record = Certification | ExamAttempt | Benefit | ExamRegistration

RECORD_CLASSES: dict[RecordType, type[Record]] = {
    RecordType.CERTIFICATION: Certification,
    RecordType.EXAM: ExamAttempt,
    RecordType.BENEFIT: Benefit,
    RecordType.REGISTRATION: ExamRegistration,
}
_TYPES = {cls: kind for kind, cls in RECORD_CLASSES.items()}


def record_type(record: Record) -> RecordType:
    """Tell which of the four kinds ``record`` is."""
    return _TYPES[type(record)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """The person a document or page names, as it spells them."""

    name: str | None = None
    candidate_id: str | None = None
