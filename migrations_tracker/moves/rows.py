"""The lines of a list of moves, in the reader's language and ready to be shown."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from uuid import UUID

from django.db.models import FilteredRelation, Q
from django.urls import reverse
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

from migrations_tracker.core.accounts import Phase, Role
from migrations_tracker.core.deadlines import Deadline
from migrations_tracker.core.lifecycle import CLOSED, Need, Status
from migrations_tracker.core.next_step import NEXT_STEP_SENTENCES, NextStep, next_step
from migrations_tracker.models import Account, Move, Snapshot, User
from migrations_tracker.moves.badges import deadline_chips, status_name, status_tone
from migrations_tracker.moves.overview import most_pressing, pressing_deadlines
from migrations_tracker.saying import said


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveRow:
    """One line of the dashboard. ``owner`` is "" where that is the reader.

    ``stage`` is the badge of its status, ``deadline`` the chip of the one that presses, or a dash.
    """

    url: str
    name: str
    is_sample: bool
    employer: str
    owner: str
    stage: SafeString
    since: datetime
    next_step: SafeString
    deadline: SafeString


_NO_DEADLINE = SafeString('<span class="quiet">–</span>')


def rows_of(moves: Iterable[Move], *, reader: User, now: datetime) -> list[MoveRow]:
    """One row a move, with one query for all their accounts and snapshots.

    ``moves`` come from ``with_what_lists_show``. What many rows say is looked up once.
    """
    listed = list(moves)
    met = _met_needs(listed)
    url_of, badge_of, chip_of, act_of = _urls(), cache(_badge), deadline_chips(), cache(_act)

    def row(move: Move) -> MoveRow:
        status, deadline = Status(move.merge_request.status), _pressing(move, now)
        return MoveRow(
            url=url_of(move.pk),
            name=move.person_name,
            is_sample=move.is_sample,
            employer=move.employer,
            owner="" if move.owner_id == reader.pk else move.owner_email,  # type: ignore[attr-defined]
            stage=badge_of(status),
            since=move.merge_request.status_since,
            next_step=act_of(next_step(status, met[move.pk])),
            deadline=chip_of(deadline) if deadline else _NO_DEADLINE,
        )

    return [row(move) for move in listed]


def _urls() -> Callable[[UUID], str]:
    """What gives the address of a move; the table of addresses is asked once for all rows."""
    any_move = UUID(int=0)
    before, after = reverse("moves:move", args=[any_move]).split(str(any_move))
    return lambda move: f"{before}{move}{after}"


def _badge(status: Status) -> SafeString:
    return format_html('<span class="badge {}">{}</span>', status_tone(status), status_name(status))


def _act(step: NextStep) -> SafeString:
    return conditional_escape(said(NEXT_STEP_SENTENCES[step]))


def _pressing(move: Move, now: datetime) -> Deadline | None:
    closed = Status(move.merge_request.status) in CLOSED
    return None if closed else most_pressing(pressing_deadlines(move, now=now))


_NAMED = {Role.SOURCE: Need.SOURCE_NAMED, Role.DESTINATION: Need.DESTINATION_NAMED}
_SEALED = {
    (Role.SOURCE, Phase.BEFORE): Need.SOURCE_BEFORE_SEALED,
    (Role.DESTINATION, Phase.BEFORE): Need.DESTINATION_BEFORE_SEALED,
    (Role.DESTINATION, Phase.AFTER): Need.AFTER_SEALED,
}


def _met_needs(moves: Sequence[Move]) -> dict[UUID, set[Need]]:
    """What is met of that which a list asks: accounts that are named, snapshots that are sealed."""
    met: dict[UUID, set[Need]] = defaultdict(set)
    sealed = FilteredRelation("snapshots", condition=Q(snapshots__state=Snapshot.State.SEALED))
    # By their ids: of moves, Django would look up the id of each anew, at a third of the cost.
    accounts = Account.objects.filter(move__in=[each.pk for each in moves]).annotate(sealed=sealed)
    for move, role, address, phase in accounts.values_list(
        "move_id", "role", "login_email", "sealed__phase"
    ):
        if address:
            met[move].add(_NAMED[Role(role)])
        if phase:
            met[move].add(_SEALED[Role(role), Phase(phase)])
    return met
