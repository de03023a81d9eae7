"""Tells what differs between two records of one thing, and whether that is harm.

Harmless: an expiry moved later (a renewal), a new validation number (a re-issue may
change its format), another spelling, a booking's details. Harm: an expiry moved
earlier or gone, a score or result that is another, a voucher used up or with
another code. What one side does not show and is no more than a detail is no change
where it was absent before, and a harmless one where it is absent after.

Every field of every record is judged here: a test fails when one is left out.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from migrations_tracker.core.folding import fold
from migrations_tracker.core.matching import moment
from migrations_tracker.core.records import (
    BenefitStatus,
    CertificationStatus,
    ExamRegistration,
    ExamResult,
    Record,
    RecordType,
    record_type,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One field that differs; values as the records hold them."""

    field: str
    before: Any
    after: Any
    harmless: bool


Judge = Callable[[Any, Any], bool]


def _detail(before: Any, after: Any) -> bool:
    return True


def _essential(before: Any, after: Any) -> bool:
    return False


def _not_earlier(before: date, after: date | None) -> bool:
    return after is not None and after >= before


def _still_active(before: CertificationStatus, after: CertificationStatus | None) -> bool:
    return after is not CertificationStatus.EXPIRED


def _result_came(before: ExamResult, after: ExamResult | None) -> bool:
    return before is ExamResult.PENDING


def _not_used_up(before: BenefitStatus, after: BenefitStatus | None) -> bool:
    usable = (BenefitStatus.AVAILABLE, BenefitStatus.CLAIMED)
    return after is None or before not in usable or after in usable


JUDGES: dict[RecordType, dict[str, Judge]] = {
    RecordType.CERTIFICATION: {
        "certification": _essential,
        "name": _detail,
        "earned_on": _detail,
        "expires_on": _not_earlier,
        "status": _still_active,
        "validation_number": _detail,
    },
    RecordType.EXAM: {
        "certification": _essential,
        "name": _detail,
        "exam_code": _essential,
        "taken_on": _detail,
        "result": _result_came,
        "score": _essential,
        "registration_number": _detail,
    },
    RecordType.BENEFIT: {
        "name": _detail,
        "code": _essential,
        "status": _not_used_up,
        "expires_on": _not_earlier,
        "earned_for": _detail,
    },
    RecordType.REGISTRATION: {
        "certification": _essential,
        "name": _detail,
        "exam_code": _essential,
        "date": _detail,
        "time": _detail,
        "time_zone": _detail,
        "status": _essential,
        "where": _detail,
        "confirmation_number": _detail,
    },
}


def changes_between(before: Record, after: Record) -> tuple[Change, ...]:
    """The fields in which ``after`` differs from ``before``, each judged."""
    if before == after:
        return ()
    judges = JUDGES[record_type(before)]
    return tuple(
        Change(field=name, before=old, after=new, harmless=judges[name](old, new))
        for name, old, new in _values(before, after)
        if old is not None and not _same(old, new)
    )


def _values(before: Record, after: Record) -> list[tuple[str, Any, Any]]:
    same_moment = isinstance(before, ExamRegistration) and _same_moment(before, after)
    skipped = {"date", "time", "time_zone"} if same_moment else set()
    return [
        (field.name, getattr(before, field.name), getattr(after, field.name))
        for field in fields(before)
        if field.name not in skipped
    ]


def _same_moment(before: ExamRegistration, after: Record) -> bool:
    if not isinstance(after, ExamRegistration):
        return False
    return moment(before) is not None and moment(before) == moment(after)


def _same(old: Any, new: Any) -> bool:
    if isinstance(old, str) and isinstance(new, str):
        return old == new or fold(old) == fold(new)
    return bool(old == new)
