"""The time line of a move: every act and every mail, with who and when."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext

from migrations_tracker.core.accounts import ROLE_NAMES, Role
from migrations_tracker.core.lifecycle import MOVES
from migrations_tracker.models import Event, Move
from migrations_tracker.moves.badges import status_name
from migrations_tracker.saying import moments_said

_KINDS = dict(Event.Kind.choices)
_ROLES = {role.value: name for role, name in ROLE_NAMES.items()}


@dataclass(frozen=True)
class Entry:
    """One line of the time line: the newest of ``count`` events that say the same."""

    event: Event
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An entry in the reader's language; what does not apply is "".

    ``at`` is in ISO 8601, ``moment`` on the move's clock. ``step`` is said of a step from the
    status ``old`` to ``new``, else ``act``, of the account in ``role``, about ``subject``.
    """

    event: Event
    at: str
    moment: str
    step: str
    old: str
    new: str
    act: str
    role: str
    subject: str
    count: int
    note: str
    by: str


def timeline_of(move: Move) -> QuerySet[Event]:
    """All events with who made them and the ``role`` of their account, the newest first.

    A snapshot's role alone is read: its row holds the records, too.
    """
    events = move.events.select_related("by").annotate(role=F("snapshot__account__role"))
    return events.order_by("-number")


def entries_of(events: Iterable[Event]) -> Iterator[Entry]:
    """The lines to show: pieces added to one snapshot one after another are one line."""
    for _what, same in groupby(events, key=_told_together):
        newest, *others = same
        yield Entry(newest, 1 + len(others))


def _told_together(event: Event) -> tuple[object, ...]:
    if event.kind == Event.Kind.EVIDENCE_ADDED and not event.subject:
        return event.kind, event.snapshot_id, event.by_id
    return (event.number,)


def lines_of(entries: Iterable[Entry], move: Move) -> list[Line]:
    """The entries as they are shown, of ``timeline_of``; what many say is looked up once."""
    moment, status, word = moments_said(move.time_zone), cache(status_name), cache(gettext)

    def line(entry: Entry) -> Line:
        event = entry.event
        role: Role | None = event.role  # type: ignore[attr-defined]
        about_account = event.subject in _ROLES
        return Line(
            at=timezone.localtime(event.at).isoformat(),
            moment=moment(event.at),
            step=word(MOVES[event.move_made].label) if event.move_made else "",
            old=status(event.old_status),
            new=status(event.new_status),
            act=str(_KINDS[event.kind]),
            role=word(ROLE_NAMES[Role(role)]) if role else "",
            subject=word(_ROLES[event.subject]) if about_account else event.subject,
            count=entry.count,
            note=event.note,
            event=event,
            by=str(event.by) if event.by else gettext("system"),
        )

    return [line(entry) for entry in entries]
