"""What lists and the search go by, brought up to date by each act that changes a move."""

from datetime import UTC, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from migrations_tracker.models import MergeRequest, Move
from migrations_tracker.search import note_words

#: Stands for a day that nobody knows yet; sorts behind every other.
NEVER = datetime(9999, 1, 1, tzinfo=UTC)


def keep_findable(move: UUID) -> None:
    """To be called within the act's transaction, after its writes."""
    changed = Move.objects.get(pk=move)
    MergeRequest.objects.filter(pk=move).update(presses_at=pressing_moment(changed))
    note_words(move)


def pressing_moment(move: Move) -> datetime:
    """When the mailbox closes; else the end of the last working day; else ``NEVER``."""
    if move.mailbox_closes_at or not move.last_working_day:
        return move.mailbox_closes_at or NEVER
    return datetime.combine(move.last_working_day, time.max, tzinfo=ZoneInfo(move.time_zone))
