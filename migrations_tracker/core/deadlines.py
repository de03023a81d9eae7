"""What presses, in the order in which it presses, and what happens if it is missed.

A date of AWS's or of the employer's ends with its day in the person's time zone. A
voucher's date is the last day to *sit* an exam, and an exam is booked at least 24
hours ahead (seen in a candidate's report of 2024). AWS is reminded after 3 business
days of silence and worried about after 10 (reports of 2022 to 2025: answers took one
day to eight).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from migrations_tracker.core.business_days import business_days_after
from migrations_tracker.core.catalogue import Catalogue
from migrations_tracker.core.deadline_kinds import (
    DEADLINE_NAMES,
    IF_MISSED,
    Deadline,
    DeadlineKind,
)
from migrations_tracker.core.exam_retirements import retirements
from migrations_tracker.core.matching import moment
from migrations_tracker.core.records import (
    Benefit,
    BenefitStatus,
    Certification,
    ExamRegistration,
    Record,
    RegistrationStatus,
)

__all__ = ["DEADLINE_NAMES", "IF_MISSED", "Deadline", "DeadlineKind", "deadlines"]

NUDGE_AFTER = 3
WORRY_AFTER = 10
_MAYBE_CODE = re.compile(r"[A-Z0-9]{8,}")
BOOKED_AHEAD = timedelta(hours=24)


def deadlines(
    *,
    now: datetime,
    zone: tzinfo,
    last_working_day: date | None = None,
    mailbox_closes_at: datetime | None = None,
    waiting_since: datetime | None = None,
    records: Sequence[Record] = (),
    catalogue: Catalogue | None = None,
) -> tuple[Deadline, ...]:
    """All deadlines, the next one first; those past come first of all.

    Moments are aware; dates are read in ``zone``. ``waiting_since`` is the last step or
    mail where it is AWS's turn, else None. ``catalogue`` knows when exams retire. Records
    that no longer press (used benefits, cancelled bookings, things over before today) are
    left out, and of equal ones all but one.
    """
    today = now.astimezone(zone).date()
    of_records = [*_of(records, zone), *_retiring(records, catalogue, zone)]
    found = [
        *_of_the_job(last_working_day, mailbox_closes_at, zone),
        *_of_the_case(waiting_since, zone, today),
        *dict.fromkeys(each for each in of_records if each.on >= today),
    ]
    counted = (replace(each, days_left=(each.on - today).days) for each in found)
    return tuple(sorted(counted, key=lambda each: each.at))


def _of_the_job(
    last_day: date | None, closes_at: datetime | None, zone: tzinfo
) -> Iterator[Deadline]:
    if last_day is not None:
        yield _on(DeadlineKind.LAST_WORKING_DAY, last_day, zone)
    if closes_at is not None:
        day = closes_at.astimezone(zone).date()
        yield Deadline(kind=DeadlineKind.MAILBOX_CLOSES, at=closes_at, on=day, is_moment=True)


def _of_the_case(since: datetime | None, zone: tzinfo, today: date) -> Iterator[Deadline]:
    """When AWS's answer is due; once that day has passed, also when to worry."""
    if since is None:
        return
    asked_on = since.astimezone(zone).date()
    due = business_days_after(asked_on, NUDGE_AFTER)
    yield _on(DeadlineKind.ANSWER_DUE, due, zone)
    if due < today:
        worry = business_days_after(asked_on, WORRY_AFTER)
        yield _on(DeadlineKind.ANSWER_OVERDUE, worry, zone)


def _of(records: Iterable[Record], zone: tzinfo) -> Iterator[Deadline]:
    for record in records:
        if isinstance(record, Certification) and record.expires_on:
            kind = DeadlineKind.CERTIFICATION_EXPIRES
            yield _on(kind, record.expires_on, zone, record.name)
        elif isinstance(record, Benefit) and record.expires_on and _usable(record):
            yield from _of_a_benefit(record, record.expires_on, zone)
        elif isinstance(record, ExamRegistration) and record.date and _stands(record):
            yield _booked(record, record.date, zone)


def _retiring(
    records: Sequence[Record], catalogue: Catalogue | None, zone: tzinfo
) -> Iterator[Deadline]:
    found = retirements(records, catalogue) if catalogue else {}
    for exam, day in found.items():
        yield _on(DeadlineKind.EXAM_RETIRES, day, zone, exam)


def _of_a_benefit(benefit: Benefit, last_day: date, zone: tzinfo) -> Iterator[Deadline]:
    """The last day to sit and the last time to book."""
    name = _without_code(benefit)
    yield _on(DeadlineKind.BENEFIT_LAST_DAY, last_day, zone, name)
    book_by = (_end_of(last_day, zone).astimezone(UTC) - BOOKED_AHEAD).replace(microsecond=0)
    yield Deadline(
        kind=DeadlineKind.BENEFIT_BOOK_BY,
        at=book_by,
        on=book_by.astimezone(zone).date(),
        subject=name,
        is_moment=True,
    )


def _without_code(benefit: Benefit) -> str:
    """The name, for calendars and mails: a code that stands in it is worth money.

    The record may have come without its code, so what looks like one goes too.
    """
    name = benefit.name.replace(benefit.code, "...") if benefit.code else benefit.name
    return _MAYBE_CODE.sub(lambda found: _masked(found[0]), name)


def _masked(word: str) -> str:
    return word if word.isalpha() or word.isdecimal() else "..."


def _usable(benefit: Benefit) -> bool:
    return benefit.status not in (BenefitStatus.USED, BenefitStatus.EXPIRED)


def _stands(registration: ExamRegistration) -> bool:
    return registration.status is not RegistrationStatus.CANCELLED


def _booked(registration: ExamRegistration, day: date, zone: tzinfo) -> Deadline:
    in_utc = moment(registration)
    if in_utc is not None:
        at = in_utc.replace(tzinfo=UTC)
    else:
        at = datetime.combine(day, registration.time or time(0), tzinfo=zone)
    return Deadline(
        kind=DeadlineKind.BOOKED_EXAM,
        at=at,
        on=at.astimezone(zone).date(),
        subject=registration.name,
        is_moment=registration.time is not None,
    )


def _on(kind: DeadlineKind, day: date, zone: tzinfo, subject: str = "") -> Deadline:
    return Deadline(kind=kind, at=_end_of(day, zone), on=day, subject=subject)


def _end_of(day: date, zone: tzinfo) -> datetime:
    return datetime.combine(day, time.max, tzinfo=zone)
