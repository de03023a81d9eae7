"""The mail that reminds a person of deadlines, in that person's language."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from migrations_tracker.core.deadline_kinds import Deadline
from migrations_tracker.core.reminding import DueReminder
from migrations_tracker.letters.writing import one_line
from migrations_tracker.models import Move, User
from migrations_tracker.saying import said

logger = logging.getLogger(__name__)

#: Seconds to wait for the mail server; a run must not hang on one that never answers.
PATIENCE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveReminders:
    """What a mail says of one move."""

    move: Move
    due: tuple[DueReminder, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One deadline as the mail prints it; ``when`` has a time, without zone, or none."""

    what: str
    subject: str
    when: date
    is_moment: bool
    zone: str
    days_left: int
    if_missed: str


def send_mail_about(owner: User, parts: Sequence[MoveReminders]) -> bool:
    """Send one mail about all ``parts``; False, and a line in the log, where that fails."""
    with override(owner.language or settings.LANGUAGE_CODE):
        message = _message(owner, parts)
    try:
        message.send()
    except (OSError, ValueError):  # what smtplib and sockets raise; a header that is refused
        logger.exception("The reminders of person %s could not be sent", owner.pk)
        return False
    return True


def _message(owner: User, parts: Sequence[MoveReminders]) -> EmailMessage:
    moves = [{"move": each.move, "url": _url(each.move), "lines": _lines(each)} for each in parts]
    context = {"moves": moves, "calendar_url": _absolute(reverse("moves:calendar"))}
    return EmailMessage(
        subject=_subject([line for part in parts for line in _lines(part)]),
        body=render_to_string("reminders/deadlines.txt", context),
        to=[owner.email],
        headers={"Auto-Submitted": "auto-generated"},
        connection=get_connection(timeout=PATIENCE),
    )


def _subject(lines: Sequence[Line]) -> str:
    first = lines[0].what
    if len(lines) == 1:
        return _("certmove: %(what)s") % {"what": first}
    more = len(lines) - 1
    return ngettext(
        "certmove: %(what)s, and %(more)s more deadline",
        "certmove: %(what)s, and %(more)s more deadlines",
        more,
    ) % {"what": first, "more": more}


def _lines(part: MoveReminders) -> list[Line]:
    return list(_each_line(part))


def _each_line(part: MoveReminders) -> Iterator[Line]:
    for each in part.due:
        deadline = each.deadline
        yield Line(
            what=said(deadline.name),
            subject=one_line(deadline.subject),
            when=_when(deadline, ZoneInfo(part.move.time_zone)),
            is_moment=deadline.is_moment,
            zone=part.move.time_zone,
            days_left=deadline.days_left,
            if_missed=said(deadline.if_missed),
        )


def _when(deadline: Deadline, zone: ZoneInfo) -> date:
    """The day, or the moment on the clocks of ``zone``: templates would turn it into another."""
    if not deadline.is_moment:
        return deadline.on
    return deadline.at.astimezone(zone).replace(tzinfo=None)


def _url(move: Move) -> str:
    return _absolute(reverse("moves:move", args=[move.pk]))


def _absolute(path: str) -> str:
    return settings.PROFILE.url.rstrip("/") + path
