"""The field's words for records, their fields and their values, for pages and reports."""

from enum import StrEnum

from migrations_tracker.core.comparison import Verdict
from migrations_tracker.core.records import (
    BenefitStatus,
    CertificationStatus,
    ExamResult,
    RecordType,
    RegistrationStatus,
)
from migrations_tracker.core.sentence import gettext_noop

RECORD_NAMES: dict[RecordType, str] = {
    RecordType.CERTIFICATION: gettext_noop("Certification"),
    RecordType.EXAM: gettext_noop("Exam"),
    RecordType.BENEFIT: gettext_noop("Benefit"),
    RecordType.REGISTRATION: gettext_noop("Exam registration"),
}

SECTION_NAMES: dict[RecordType, str] = {
    RecordType.CERTIFICATION: gettext_noop("Certifications"),
    RecordType.EXAM: gettext_noop("Exam history"),
    RecordType.BENEFIT: gettext_noop("Benefits"),
    RecordType.REGISTRATION: gettext_noop("Exam registrations"),
}

#: The columns of each kind's table, in order: the record's field and its name. The
#: ``certification`` code is not shown: the name says it.
COLUMNS: dict[RecordType, tuple[tuple[str, str], ...]] = {
    RecordType.CERTIFICATION: (
        ("name", gettext_noop("Certification")),
        ("earned_on", gettext_noop("Earned on")),
        ("expires_on", gettext_noop("Expires on")),
        ("status", gettext_noop("Status")),
        ("validation_number", gettext_noop("Validation number")),
    ),
    RecordType.EXAM: (
        ("name", gettext_noop("Exam")),
        ("exam_code", gettext_noop("Exam code")),
        ("taken_on", gettext_noop("Taken on")),
        ("result", gettext_noop("Result")),
        ("score", gettext_noop("Score")),
        ("registration_number", gettext_noop("Registration number")),
    ),
    RecordType.BENEFIT: (
        ("name", gettext_noop("Benefit")),
        ("code", gettext_noop("Discount code")),
        ("status", gettext_noop("Status")),
        ("expires_on", gettext_noop("Last day to sit an exam")),
        ("earned_for", gettext_noop("Earned for")),
    ),
    RecordType.REGISTRATION: (
        ("name", gettext_noop("Exam")),
        ("exam_code", gettext_noop("Exam code")),
        ("date", gettext_noop("Date")),
        ("time", gettext_noop("Time")),
        ("time_zone", gettext_noop("Time zone")),
        ("where", gettext_noop("Place")),
        ("status", gettext_noop("Status")),
        ("confirmation_number", gettext_noop("Confirmation number")),
    ),
}

VALUE_NAMES: dict[StrEnum, str] = {
    CertificationStatus.ACTIVE: gettext_noop("Active"),
    CertificationStatus.EXPIRED: gettext_noop("Expired"),
    ExamResult.PASS: gettext_noop("Pass"),
    ExamResult.FAIL: gettext_noop("Fail"),
    ExamResult.PENDING: gettext_noop("Pending"),
    ExamResult.NO_SHOW: gettext_noop("No show"),
    ExamResult.CANCELLED: gettext_noop("Cancelled"),
    BenefitStatus.AVAILABLE: gettext_noop("Available"),
    BenefitStatus.CLAIMED: gettext_noop("Claimed"),
    BenefitStatus.USED: gettext_noop("Used"),
    RegistrationStatus.SCHEDULED: gettext_noop("Scheduled"),
}

VERDICT_SENTENCES: dict[Verdict, str] = {
    Verdict.COMPLETE: gettext_noop("Everything that was there before is there after the merge."),
    Verdict.INCOMPLETE: gettext_noop("Not everything has arrived: records are missing."),
    Verdict.OPEN: gettext_noop(
        "Nothing is missing, but something has changed that a person must look at."
    ),
}


def field_name(kind: RecordType, field: str) -> str:
    """The name of a record's field; the field itself where no column shows it."""
    return dict(COLUMNS[kind]).get(field, field)
