"""Exam registration (試験登録): booked exams with day, time, zone and place.

Seen: "Schedule New Exam", "Schedule at Pearson VUE", pre-approved exams, 新しい試験の予約
(AWS's FAQ and blogs, 2022 to 2025). Exams that could be booked are no bookings: only
what has a date is one.
"""

import re
from datetime import time

from migrations_tracker.core.folding import fold
from migrations_tracker.core.pages.context import Context
from migrations_tracker.core.pages.drafts import Draft
from migrations_tracker.core.pages.fields import Field, Kind
from migrations_tracker.core.pages.headings import PAST
from migrations_tracker.core.pages.identity import identity_of
from migrations_tracker.core.pages.places import is_centre, is_online
from migrations_tracker.core.pages.states import PAST_APPOINTMENTS, REGISTRATION_STATUSES
from migrations_tracker.core.reading import Ignored, ProblemKind
from migrations_tracker.core.records import ExamRegistration, RegistrationStatus
from migrations_tracker.core.times import NotATime, is_time_zone, read_time

ONLINE, CENTRE = "OnVUE", "test center"
PAST_APPOINTMENT = "past_appointment"
_LIKE_A_ZONE = re.compile(r"[A-Z]{2,5}|[A-Z][a-z]+/[A-Z][A-Za-z_]+")
_CANCEL_OR_CANCELLED = "キャンセル"


def is_registration(draft: Draft) -> bool:
    """An exam with a day or a confirmation number; a list of exams to choose from has neither."""
    named = draft.get(Field.NAME, Field.EXAM_CODE)
    booked = draft.get(Field.APPOINTMENT, Field.CONFIRMATION_NUMBER)
    return named is not None and booked is not None


def registration(draft: Draft, context: Context) -> ExamRegistration | None:
    """Build the booking; None where the appointment is over, or not for an AWS certification."""
    identity = identity_of(draft, context)
    if identity is None:
        return None
    if _is_over(draft):
        context.ignored.append(Ignored(name=identity.name, reason=PAST_APPOINTMENT))
        return None
    if draft.get(Field.APPOINTMENT) is None:
        context.report(ProblemKind.MISSING_DATE, draft.lines[0], identity.name)
    number = draft.get(Field.CONFIRMATION_NUMBER)
    return ExamRegistration(
        certification=identity.certification,
        name=identity.name,
        exam_code=identity.exam_code,
        date=context.date_of(draft, Field.APPOINTMENT),
        time=_time(draft),
        time_zone=_time_zone(draft, context),
        status=_status(draft, context),
        where=_where(draft),
        confirmation_number=number.text.lstrip("#") if number else None,
    )


def _is_over(draft: Draft) -> bool:
    token = draft.get(Field.STATUS)
    return fold(token.text) in PAST_APPOINTMENTS if token else draft.group == PAST


def _time(draft: Draft) -> time | None:
    token = draft.get(Field.TIME)
    try:
        return read_time(token.text) if token else None
    except NotATime:
        return None


def _time_zone(draft: Draft, context: Context) -> str | None:
    token = draft.get(Field.TIME_ZONE)
    if token and is_time_zone(token.text):
        zone = token.text.strip("() ")
        return f"UTC{zone}" if zone[0] in "+-" else zone
    if token:
        context.report(ProblemKind.UNKNOWN_TIME_ZONE, draft.line_of[Field.TIME_ZONE], token.text)
        return None
    for line, text in draft.asides(Kind.TEXT):
        if line is draft.line_of.get(Field.TIME) and _LIKE_A_ZONE.fullmatch(text.text):
            context.report(ProblemKind.UNKNOWN_TIME_ZONE, line, text.text)
    return None


def _status(draft: Draft, context: Context) -> RegistrationStatus | None:
    token = draft.get(Field.STATUS)
    if token is None or _is_button(draft):
        return RegistrationStatus(draft.group) if draft.group else RegistrationStatus.SCHEDULED
    status = REGISTRATION_STATUSES.get(fold(token.text))
    if status is None or (fold(token.text) == _CANCEL_OR_CANCELLED and token.field is None):
        context.report(ProblemKind.UNKNOWN_STATUS, draft.line_of[Field.STATUS], token.text)
        return None
    return status


def _is_button(draft: Draft) -> bool:
    """キャンセル is the button "Cancel" where another button stands beside it, else unclear."""
    token = draft.get(Field.STATUS)
    if token is None or token.field is not None or fold(token.text) != _CANCEL_OR_CANCELLED:
        return False
    return bool(draft.asides(Kind.ACTION) or draft.asides(Kind.WORD))


def _where(draft: Draft) -> str | None:
    token = draft.get(Field.WHERE)
    places = [token] if token else []
    places += [place for _, place in draft.asides(Kind.PLACE)]
    if any(is_online(place.text) for place in places):
        return ONLINE
    if any(is_centre(place.text) for place in places):
        return CENTRE
    return token.text if token and token.kind is Kind.TEXT else None
