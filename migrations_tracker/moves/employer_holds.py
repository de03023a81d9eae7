"""The two plans of a move whose merge AWS has held back."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from migrations_tracker.core.hold_plans import HoldPlans, hold_plans
from migrations_tracker.core.lifecycle import AFTER_MERGE, CLOSED, Status
from migrations_tracker.models import Event, Move


def plans_of(move: Move, events: Iterable[Event], *, now: datetime) -> HoldPlans | None:
    """Plan A and plan B once a hold has come; None without one, and once AWS has merged.

    ``events`` are those of the move; days are read in the move's time zone.
    """
    status = Status(move.merge_request.status)
    held = any(event.new_status == Status.EMPLOYER_HOLD for event in events)
    if not held or status in CLOSED | AFTER_MERGE:
        return None
    zone = ZoneInfo(move.time_zone)
    closes_at = move.mailbox_closes_at
    return hold_plans(
        today=now.astimezone(zone).date(),
        last_working_day=move.last_working_day,
        mailbox_closes_on=closes_at.astimezone(zone).date() if closes_at else None,
    )
