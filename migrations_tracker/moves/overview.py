"""What lists and the move's page say of a move: its stage, the next thing, what presses."""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile
from zoneinfo import ZoneInfo

from django.utils.translation import gettext

from migrations_tracker.core.catalogue import Catalogue, CatalogueError
from migrations_tracker.core.deadlines import Deadline, deadlines
from migrations_tracker.core.lifecycle import (
    STAGE_OF,
    STAGES,
    STATUS_NAMES,
    WAITING_FOR_AWS,
    Status,
)
from migrations_tracker.core.records import Record
from migrations_tracker.facts.catalogue import current_catalogue
from migrations_tracker.models import Event, Move

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One stage of the progress line, named in the reader's language.

    ``state`` is done, current or ahead.
    """

    label: str
    state: str


def stages_of(status: Status, events: Iterable[Event]) -> list[Stage]:
    """The straight road with the place of ``status`` on it; a verified one is all done.

    ``events`` are the move's, the newest first. A stage that was gone round (AWS's own tool
    asks nobody to confirm) is left out.
    """
    reached = _reached(events)
    here = STAGES.index(STAGE_OF[status])
    if status is Status.VERIFIED:
        here = len(STAGES)
    return [
        Stage(label=gettext(STATUS_NAMES[stage]), state=_state(place, here))
        for place, stage in enumerate(STAGES)
        if place >= here or stage in reached
    ]


def _reached(events: Iterable[Event]) -> frozenset[str]:
    """The statuses since the request was prepared the last time, and that itself."""
    steps = (event.new_status for event in events if event.new_status)
    since = takewhile(lambda status: status != Status.PREPARING, steps)
    return frozenset({Status.PREPARING, *since})


def _state(place: int, here: int) -> str:
    if place < here:
        return "done"
    return "current" if place == here else "ahead"


def most_pressing(deadlines: Sequence[Deadline]) -> Deadline | None:
    """The next one to come; where all have passed, the one that passed last."""
    coming = [deadline for deadline in deadlines if deadline.days_left >= 0]
    return coming[0] if coming else (deadlines[-1] if deadlines else None)


def pressing_deadlines(
    move: Move, *, now: datetime, records: Sequence[Record] = ()
) -> tuple[Deadline, ...]:
    """The deadlines of the job, the case and ``records``, in the order in which they press.

    ``move`` comes from ``with_what_pages_show`` or ``with_what_lists_show``.
    """
    return deadlines(
        now=now,
        zone=ZoneInfo(move.time_zone),
        last_working_day=move.last_working_day,
        mailbox_closes_at=move.mailbox_closes_at,
        waiting_since=waiting_since(move),
        records=records,
        catalogue=_catalogue() if records else None,
    )


def waiting_since(move: Move) -> datetime | None:
    """The last step or mail where it is AWS's turn; None where it is the person's."""
    request = move.merge_request
    if Status(request.status) not in WAITING_FOR_AWS:
        return None
    last_mail_at: datetime | None = move.last_mail_at  # type: ignore[attr-defined]
    return max(request.status_since, last_mail_at or request.status_since)


def _catalogue() -> Catalogue | None:
    """A fault in the operator's catalogue costs the retirements, not all deadlines."""
    try:
        return current_catalogue()
    except CatalogueError as error:
        logger.warning("Deadlines are shown without retirements of exams: %s", error)
        return None
