"""The time line of a move: every act and every mail, with who and when."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from django.db.models import QuerySet

from migrations_tracker.models import Event, Move


@dataclass(frozen=True)
class Entry:
    """One line of the time line: the newest of ``count`` events that say the same."""

    event: Event
    count: int


def timeline_of(move: Move) -> QuerySet[Event]:
    """All events with who made them and the mail they are about, the newest first."""
    return move.events.select_related("by", "mail", "snapshot__account").order_by("-number")


def entries_of(events: Iterable[Event]) -> Iterator[Entry]:
    """The lines to show: pieces added to one snapshot one after another are one line."""
    for _what, same in groupby(events, key=_told_together):
        newest, *others = same
        yield Entry(newest, 1 + len(others))


def _told_together(event: Event) -> tuple[object, ...]:
    if event.kind == Event.Kind.EVIDENCE_ADDED and not event.subject:
        return event.kind, event.snapshot_id, event.by_id
    return (event.number,)
