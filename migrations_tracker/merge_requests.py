"""The one door through which a merge request's status changes."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from migrations_tracker.comparing.comparisons import (
    MoveComparison,
    MoveSnapshots,
    compare_move,
    move_snapshots,
)
from migrations_tracker.core.lifecycle import (
    MOVES,
    Need,
    Status,
    moves_from,
    reasons_against,
    target_of,
)
from migrations_tracker.core.lifecycle import Move as Step
from migrations_tracker.core.sentence import Sentence
from migrations_tracker.events import record_event
from migrations_tracker.models import Event, MergeRequest, Move, Settlement, User
from migrations_tracker.search import note_words


class AlreadyMoved(Exception):
    """Somebody else made a step since the page was opened; nothing was changed."""

    message = _(
        "Somebody, maybe you in another tab, has already made a step in the meantime. "
        "This is where the request stands now."
    )


class FindingGone(Exception):
    """The finding is not among the open ones of the comparison as it is now."""

    message = _("This finding is no longer open: the comparison has changed in the meantime.")


@dataclass(frozen=True, slots=True, kw_only=True)
class StepChoice:
    """A step as a page offers it: open, or closed with the reasons."""

    step: Step
    reasons: tuple[Sentence, ...]

    @property
    def is_open(self) -> bool:
        return not self.reasons


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a request stands: its status, the needs that are met, the steps from here."""

    status: Status
    met: frozenset[Need]
    choices: tuple[StepChoice, ...]
    comparison: MoveComparison | None


def standing_of(move: Move, snapshots: MoveSnapshots | None = None) -> Standing:
    """All that the move's page says of the request; ``snapshots`` where they are known already."""
    snapshots = snapshots or move_snapshots(move)
    comparison = compare_move(move, snapshots)
    met = met_needs(move, comparison, snapshots)
    status = Status(move.merge_request.status)
    choices = tuple(
        StepChoice(step=step, reasons=reasons_against(step, status, met))
        for step in moves_from(status)
    )
    return Standing(status=status, met=met, choices=choices, comparison=comparison)


def met_needs(
    move: Move, comparison: MoveComparison | None, snapshots: MoveSnapshots
) -> frozenset[Need]:
    """Which needs of the table ``move`` meets now."""
    open_findings = bool(comparison and comparison.open_findings)
    answers = {
        Need.SOURCE_NAMED: bool(move.source.login_email),
        Need.DESTINATION_NAMED: bool(move.destination.login_email),
        Need.SOURCE_BEFORE_SEALED: snapshots.source is not None,
        Need.DESTINATION_BEFORE_SEALED: snapshots.destination is not None,
        Need.AFTER_SEALED: snapshots.after is not None,
        Need.NO_OPEN_FINDINGS: comparison is not None and not open_findings,
        Need.AN_OPEN_FINDING: open_findings,
    }
    return frozenset(need for need, met in answers.items() if met)


@transaction.atomic
def transition(
    move: Move, name: str, *, version: int, by: User | None, at: datetime, note: str = ""
) -> Event:
    """Make the step ``name``; the only code that writes a status.

    ``version`` is the request's version that the person saw. Raises AlreadyMoved where it
    is not the latest any more, MoveNotOpen where the table or a need forbids the step,
    KeyError where there is no such step.
    """
    request = locked_request(move)
    if request.version != version:
        raise AlreadyMoved
    met = _met_now(move) if MOVES[name].needs else frozenset()
    old = Status(request.status)
    new = target_of(name, old, met)
    _write_status(request, old, new, at)
    return record_event(
        move,
        Event.Kind.TRANSITION,
        by=by,
        at=at,
        note=note,
        move_made=name,
        old_status=old,
        new_status=new,
        snapshot=move_snapshots(move).after if new is Status.VERIFIED else None,
    )


def _met_now(move: Move) -> frozenset[Need]:
    snapshots = move_snapshots(move)
    return met_needs(move, compare_move(move, snapshots), snapshots)


def locked_request(move: Move) -> MergeRequest:
    """The request as it is now, its row locked until the transaction ends.

    Every act that depends on the status queues up here: on PostgreSQL at the row, on SQLite,
    which has no row locks, at the beginning of its transaction, which takes the write lock.
    """
    return MergeRequest.objects.select_for_update(no_key=True).get(pk=move.pk)


def _write_status(request: MergeRequest, old: Status, new: Status, at: datetime) -> None:
    same = MergeRequest.objects.filter(pk=request.pk, status=old, version=request.version)
    if not same.update(status=new, status_since=at, version=F("version") + 1):
        raise AlreadyMoved


@transaction.atomic
def settle(move: Move, key: str, reason: str, *, by: User, at: datetime) -> Settlement:
    """Accept an open finding with a reason that the report will show. Raises FindingGone."""
    locked_request(move)
    comparison = compare_move(move)
    open_findings = comparison.open_findings if comparison else ()
    finding = next((each for each in open_findings if each.key == key), None)
    if finding is None:
        raise FindingGone
    settlement = Settlement.objects.create(move=move, finding=key, reason=reason, by=by, at=at)
    record_event(move, Event.Kind.SETTLED, by=by, at=at, subject=finding.name, note=reason)
    return settlement


@transaction.atomic
def unsettle(move: Move, key: str, *, by: User, at: datetime) -> None:
    """Take a settlement back. Raises FindingGone where there is none, or the move is verified."""
    if locked_request(move).status == Status.VERIFIED:
        raise FindingGone
    settlement = move.settlements.filter(finding=key).first()
    if settlement is None:
        raise FindingGone
    settlement.delete()
    record_event(move, Event.Kind.UNSETTLED, by=by, at=at, note=settlement.reason)


def name_case(move: Move, case_id: str) -> None:
    """Note AWS's ticket number on the request; an empty one leaves the old."""
    if case_id:
        MergeRequest.objects.filter(pk=move.pk).update(case_id=case_id)
        note_words(move.pk)
