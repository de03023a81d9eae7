"""The time line: every act of a person on a move, in the order it happened."""

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.db.models import F

from migrations_tracker.models import Event, Mail, Move, Snapshot, User


def record_event(
    move: Move,
    kind: Event.Kind,
    *,
    by: User | None,
    at: datetime,
    subject: str = "",
    note: str = "",
    changes: dict[str, list[Any]] | None = None,
    snapshot: Snapshot | None = None,
    mail: Mail | None = None,
    **transition: str,
) -> Event:
    """Add one line to the time line of ``move``; call it inside the act's transaction.

    Counting up the move's row first makes simultaneous acts queue up on every
    database, so that the numbers have no gap and no double. ``changes`` is
    ``{field: [old, new]}``, ``transition`` the life cycle's columns.
    """
    Move.objects.filter(pk=move.pk).update(event_count=F("event_count") + 1)
    number = Move.objects.values_list("event_count", flat=True).get(pk=move.pk)
    return Event.objects.create(
        move=move,
        number=number,
        kind=kind,
        by=by,
        at=at,
        subject=subject[:300],
        note=note,
        changes=changes or {},
        snapshot=snapshot,
        mail=mail,
        **transition,
    )


def hold(move: Move) -> None:
    """Make other acts on ``move`` wait until this transaction ends; changes nothing."""
    Move.objects.filter(pk=move.pk).update(event_count=F("event_count"))


def changed_fields(old: dict[str, Any], new: dict[str, Any]) -> dict[str, list[Any]]:
    """``{field: [old, new]}`` for the fields of ``new`` that differ, as JSON can hold them."""
    return {
        name: [_plain(old[name]), _plain(value)]
        for name, value in new.items()
        if old[name] != value
    }


def _plain(value: Any) -> Any:
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value
