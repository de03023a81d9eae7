"""The records of several moves that may hold deadlines, without their discount codes."""

from collections.abc import Iterable
from uuid import UUID

from migrations_tracker.core.accounts import Phase, Role
from migrations_tracker.core.records import Record
from migrations_tracker.models import Move, Snapshot
from migrations_tracker.records.of_snapshots import held_records_of


def records_that_press(moves: Iterable[Move]) -> dict[UUID, list[Record]]:
    """What the account to give up held, by the move's id: five queries in all.

    The newest sealed snapshot counts, else the draft. No code is decrypted, so that
    deadlines are known even where an encryption key is lost.
    """
    newest: dict[UUID, Snapshot] = {}
    before = Snapshot.objects.filter(
        account__move__in=list(moves), account__role=Role.SOURCE, phase=Phase.BEFORE
    )
    for snapshot in before.select_related("account").order_by("seal_number", "started_at"):
        newest[snapshot.account.move_id] = snapshot
    held = held_records_of(newest.values(), codes=False)
    return {move: [each.record for each in held[s.pk]] for move, s in newest.items()}
