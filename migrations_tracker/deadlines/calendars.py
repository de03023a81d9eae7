"""A person's deadlines as a calendar, and the secret address it is fetched from."""

import hashlib
import secrets
from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as _

from migrations_tracker.core.calendar_text import CalendarEvent, calendar_text
from migrations_tracker.core.deadline_kinds import ONE_FOR_EACH_MOVE, Deadline
from migrations_tracker.core.lifecycle import CLOSED
from migrations_tracker.deadlines.records import records_that_press
from migrations_tracker.models import CalendarFeed, Move, User
from migrations_tracker.moves.acts import with_what_pages_show
from migrations_tracker.moves.overview import pressing_deadlines
from migrations_tracker.saying import said

_TOKEN_BYTES = 32


def renew_feed(owner: User, *, at: datetime) -> str:
    """Give ``owner`` a new address, whose token is returned this once; the old one ends."""
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    CalendarFeed.objects.update_or_create(
        owner=owner, defaults={"token_hash": _hash(token), "made_at": at}
    )
    return token


def switch_feed_off(owner: User) -> None:
    """No address leads to the deadlines of ``owner`` any more."""
    CalendarFeed.objects.filter(owner=owner).delete()


def owner_of_feed(token: str) -> User | None:
    """Whose deadlines the address shows; None where there is no such address any more."""
    feeds = CalendarFeed.objects.filter(token_hash=_hash(token), owner__is_active=True)
    feed = feeds.select_related("owner").first()
    return feed.owner if feed else None


def calendar_of_person(owner: User, *, now: datetime) -> bytes:
    """The deadlines of a person's own open moves, in the language that is active."""
    open_ones = Move.objects.filter(owner=owner).exclude(merge_request__status__in=CLOSED)
    return calendar_of_moves(with_what_pages_show(open_ones).order_by("started_at", "pk"), now=now)


def calendar_of_moves(moves: Iterable[Move], *, now: datetime) -> bytes:
    """The deadlines of ``moves`` as iCalendar: what presses and of which certification.

    ``moves`` come from ``with_what_pages_show``. No name, address or code is in it.
    """
    shown = list(moves)
    records = records_that_press(shown)
    events = [
        _event(move, deadline)
        for move in shown
        for deadline in pressing_deadlines(move, now=now, records=records.get(move.pk, []))
    ]
    return calendar_text(events, name=_("AWS Certification deadlines"), stamp=now)


def _event(move: Move, deadline: Deadline) -> CalendarEvent:
    what = said(deadline.name)
    return CalendarEvent(
        uid=f"{_identity(move, deadline)}@certmove",
        title=(
            _("%(what)s: %(subject)s") % {"what": what, "subject": deadline.subject}
            if deadline.subject
            else what
        ),
        when=deadline.at if deadline.is_moment else deadline.on,
        description=said(deadline.if_missed),
    )


def _identity(move: Move, deadline: Deadline) -> str:
    """Names the deadline for good: one that a move has once keeps its name when it is put off."""
    parts = [str(move.pk), deadline.kind, deadline.subject]
    if deadline.kind not in ONE_FOR_EACH_MOVE:
        parts.append(deadline.on.isoformat())
    return hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()[:32]


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
