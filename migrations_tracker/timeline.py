"""The time line of a move: every act and every mail, with who and when."""

from django.db.models import QuerySet

from migrations_tracker.models import Event, Move


def timeline_of(move: Move) -> QuerySet[Event]:
    """All events with who made them and the mail they are about, the newest first."""
    return move.events.select_related("by", "mail", "snapshot__account").order_by("-number")
