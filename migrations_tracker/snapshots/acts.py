"""What a person does with a snapshot as a whole: starts, corrects, seals it.

Every act first claims the draft with a conditional update: a sealed snapshot is
never written to, whoever tries it and whenever.
"""

from datetime import datetime

from django.db import transaction
from django.db.models import Max, QuerySet

from migrations_tracker.core.account_records import fingerprint
from migrations_tracker.core.accounts import Phase, Role
from migrations_tracker.core.lifecycle import AFTER_MERGE, Status
from migrations_tracker.events import record_event
from migrations_tracker.evidence.texts import evidence_text, sealed_text
from migrations_tracker.merge_requests import locked_request
from migrations_tracker.models import Account, Event, Evidence, Move, Snapshot, User
from migrations_tracker.records.of_snapshots import account_records, held_records, store
from migrations_tracker.seen import seen_of
from migrations_tracker.snapshots.errors import (
    AlreadyVerified,
    SnapshotChanged,
    SnapshotEmpty,
    SnapshotNotEmpty,
    SnapshotSealed,
    TooEarlyForAfter,
)


def current_snapshot(account: Account, phase: Phase) -> Snapshot | None:
    """The newest sealed snapshot: the one that counts."""
    return _sealed(account, phase).first()


def draft_of(account: Account, phase: Phase) -> Snapshot | None:
    return account.snapshots.filter(phase=phase, state=Snapshot.State.DRAFT).first()


def sealed_snapshots(account: Account, phase: Phase) -> QuerySet[Snapshot]:
    """All sealed snapshots of the account, the newest first."""
    return _sealed(account, phase)


def _sealed(account: Account, phase: Phase) -> QuerySet[Snapshot]:
    sealed = account.snapshots.filter(phase=phase, state=Snapshot.State.SEALED)
    return sealed.order_by("-seal_number")


@transaction.atomic
def start_snapshot(account: Account, phase: Phase, *, by: User, at: datetime) -> Snapshot:
    """The draft to fill: the one that is open, else a new one.

    Raises TooEarlyForAfter or AlreadyVerified.
    """
    _may_start(account, phase)
    snapshot, created = Snapshot.objects.get_or_create(
        account=account,
        phase=phase,
        state=Snapshot.State.DRAFT,
        defaults={"started_at": at, "started_by": by},
    )
    if created:
        tell(snapshot, Event.Kind.SNAPSHOT_STARTED, by=by, at=at)
    return snapshot


def _may_start(account: Account, phase: Phase) -> None:
    status = account.move.merge_request.status
    if status == Status.VERIFIED:
        raise AlreadyVerified
    after_is_open = status in AFTER_MERGE and account.role == Role.DESTINATION
    if phase == Phase.AFTER and not after_is_open:
        raise TooEarlyForAfter


@transaction.atomic
def correct_snapshot(sealed: Snapshot, *, by: User, at: datetime) -> Snapshot:
    """A new draft with everything ``sealed`` holds; an open draft is handed back instead."""
    phase = Phase(sealed.phase)
    snapshot = start_snapshot(sealed.account, phase, by=by, at=at)
    if snapshot.record_count or snapshot.evidence_count or snapshot.declared_empty:
        return snapshot
    _copy_evidence(sealed, snapshot)
    store(snapshot, held_records(sealed))
    Snapshot.objects.filter(pk=snapshot.pk).update(
        corrects=sealed,
        record_count=sealed.record_count,
        evidence_count=sealed.evidence_count,
        declared_empty=sealed.declared_empty,
    )
    return Snapshot.objects.get(pk=snapshot.pk)


def _copy_evidence(old: Snapshot, new: Snapshot) -> None:
    copies = list(old.evidence.all())
    for each in copies:
        text = evidence_text(each)
        each.pk, each.snapshot = None, new
        each.sealed_text = sealed_text(new.pk, each.number, text)
    Evidence.objects.bulk_create(copies)


@transaction.atomic
def declare_empty(snapshot: Snapshot, *, empty: bool, by: User, at: datetime) -> None:
    """Say that the account holds nothing, or take that back. Raises SnapshotNotEmpty."""
    snapshot = claim_draft(snapshot)
    if empty and snapshot.record_count:
        raise SnapshotNotEmpty
    Snapshot.objects.filter(pk=snapshot.pk).update(declared_empty=empty)
    kind = Event.Kind.DECLARED_EMPTY if empty else Event.Kind.DECLARATION_WITHDRAWN
    tell(snapshot, kind, by=by, at=at)


@transaction.atomic
def seal_snapshot(
    snapshot: Snapshot, *, seen: str | None = None, by: User, at: datetime
) -> Snapshot:
    """Fix the draft for good and take its fingerprint.

    ``seen`` marks the records that the person saw (``seen_of``). Raises SnapshotSealed,
    SnapshotChanged where the draft holds others by now, SnapshotEmpty where it neither holds a
    record nor was declared empty, or AlreadyVerified.
    """
    snapshot = claim_draft(snapshot)
    if locked_request(snapshot.account.move).status == Status.VERIFIED:
        raise AlreadyVerified
    held = held_records(snapshot)
    if seen is not None and seen != seen_of(each.record for each in held):
        raise SnapshotChanged
    if not held and not snapshot.declared_empty:
        raise SnapshotEmpty
    Snapshot.objects.filter(pk=snapshot.pk).update(
        state=Snapshot.State.SEALED,
        seal_number=_last_seal(snapshot.account.move) + 1,
        sealed_at=at,
        sealed_by=by,
        fingerprint=fingerprint(account_records(held).records),
    )
    tell(snapshot, Event.Kind.SNAPSHOT_SEALED, by=by, at=at)
    return Snapshot.objects.get(pk=snapshot.pk)


def _last_seal(move: Move) -> int:
    seals = Snapshot.objects.filter(account__move=move).aggregate(last=Max("seal_number"))
    return seals["last"] or 0


@transaction.atomic
def discard_draft(snapshot: Snapshot, *, by: User, at: datetime) -> None:
    """Throw the draft away with all it holds. Raises SnapshotSealed."""
    claim_draft(snapshot)
    tell(snapshot, Event.Kind.SNAPSHOT_DISCARDED, by=by, at=at)
    snapshot.account.move.events.filter(snapshot=snapshot).update(snapshot=None)
    snapshot.delete()


def claim_draft(snapshot: Snapshot) -> Snapshot:
    """The row as it is now, locked until the transaction ends; raises SnapshotSealed.

    There is no such row where somebody has just sealed it. SQLite has no row locks: there the
    transaction has had the write lock since it began.
    """
    drafts = Snapshot.objects.filter(pk=snapshot.pk, state=Snapshot.State.DRAFT)
    locked = drafts.select_for_update(of=("self",), no_key=True)
    draft = locked.select_related("account__move").first()
    if draft is None:
        raise SnapshotSealed
    return draft


def tell(
    snapshot: Snapshot, kind: Event.Kind, *, by: User | None, at: datetime, subject: str = ""
) -> None:
    move: Move = snapshot.account.move
    record_event(move, kind, by=by, at=at, subject=subject, snapshot=snapshot)
