"""The one door: a step is made once, recorded, and only with what it needs."""

import pytest

from migrations_tracker.core.accounts import Phase, Role
from migrations_tracker.core.comparison import Verdict
from migrations_tracker.core.lifecycle import MoveNotOpen, Status
from migrations_tracker.merge_requests import (
    AlreadyMoved,
    FindingGone,
    settle,
    standing_of,
    transition,
    unsettle,
)
from migrations_tracker.models import Event, MergeRequest, Move
from tests.factories import AT, UserFactory, make_move, make_snapshot
from tests.records import ONE_OF_EACH, SAP

pytestmark = pytest.mark.django_db


@pytest.fixture
def prepared() -> Move:
    """A move whose two before-snapshots are sealed; the destination was empty."""
    move = make_move(UserFactory())
    make_snapshot(move, Role.SOURCE, Phase.BEFORE, *ONE_OF_EACH)
    make_snapshot(move, Role.DESTINATION, Phase.BEFORE)
    return move


def make_steps(move: Move, *names: str) -> Move:
    for name in names:
        version = MergeRequest.objects.get(pk=move.pk).version
        transition(move, name, version=version, by=move.owner, at=AT)
    return Move.objects.get(pk=move.pk)


@pytest.fixture
def merged(prepared: Move) -> Move:
    return make_steps(prepared, "submit", "ask_confirmation", "confirm", "report_merged")


def status_of(move: Move) -> str:
    return MergeRequest.objects.get(pk=move.pk).status


def test_the_straight_road_ends_verified_when_everything_arrived(merged: Move) -> None:
    make_snapshot(merged, Role.DESTINATION, Phase.AFTER, *ONE_OF_EACH)
    verified = make_steps(merged, "verify")
    assert status_of(verified) == Status.VERIFIED
    steps = Event.objects.filter(move=merged, kind=Event.Kind.TRANSITION).order_by("number")
    assert [(e.move_made, e.old_status, e.new_status) for e in steps] == [
        ("submit", "preparing", "requested"),
        ("ask_confirmation", "requested", "confirmation_asked"),
        ("confirm", "confirmation_asked", "confirmed"),
        ("report_merged", "confirmed", "reported_merged"),
        ("verify", "reported_merged", "verified"),
    ]


def test_a_move_is_never_verified_while_a_record_is_missing(merged: Move) -> None:
    make_snapshot(merged, Role.DESTINATION, Phase.AFTER, *ONE_OF_EACH[1:])
    with pytest.raises(MoveNotOpen):
        make_steps(merged, "verify")
    assert status_of(merged) == Status.REPORTED_MERGED


def test_a_claim_without_an_after_snapshot_is_not_verified(merged: Move) -> None:
    with pytest.raises(MoveNotOpen):
        make_steps(merged, "verify")


def test_a_newer_after_snapshot_counts_and_not_the_older_one(merged: Move) -> None:
    make_snapshot(merged, Role.DESTINATION, Phase.AFTER, SAP)
    make_snapshot(merged, Role.DESTINATION, Phase.AFTER, *ONE_OF_EACH)
    assert status_of(make_steps(merged, "verify")) == Status.VERIFIED


def test_settled_findings_let_a_move_be_verified(merged: Move) -> None:
    make_snapshot(merged, Role.DESTINATION, Phase.AFTER, *ONE_OF_EACH[:3])
    (open_finding,) = standing_of(merged).comparison.open_findings  # type: ignore[union-attr]
    settle(merged, open_finding.key, "Sat before the merge", by=merged.owner, at=AT)
    comparison = standing_of(merged).comparison
    assert comparison is not None
    assert comparison.verdict is Verdict.COMPLETE
    assert comparison.comparison.verdict is Verdict.INCOMPLETE
    assert status_of(make_steps(merged, "verify")) == Status.VERIFIED


def test_a_finding_that_is_not_open_is_not_settled(merged: Move) -> None:
    make_snapshot(merged, Role.DESTINATION, Phase.AFTER, *ONE_OF_EACH)
    with pytest.raises(FindingGone):
        settle(merged, "0" * 32, "because", by=merged.owner, at=AT)


def test_a_settlement_taken_back_opens_the_finding_again(merged: Move) -> None:
    make_snapshot(merged, Role.DESTINATION, Phase.AFTER, *ONE_OF_EACH[:3])
    (finding,) = standing_of(merged).comparison.open_findings  # type: ignore[union-attr]
    settle(merged, finding.key, "reason", by=merged.owner, at=AT)
    unsettle(merged, finding.key, by=merged.owner, at=AT)
    with pytest.raises(MoveNotOpen):
        make_steps(merged, "verify")


def test_the_settlements_of_a_verified_move_stay(merged: Move) -> None:
    make_snapshot(merged, Role.DESTINATION, Phase.AFTER, *ONE_OF_EACH[:3])
    (finding,) = standing_of(merged).comparison.open_findings  # type: ignore[union-attr]
    settle(merged, finding.key, "reason", by=merged.owner, at=AT)
    make_steps(merged, "verify")
    with pytest.raises(FindingGone):
        unsettle(merged, finding.key, by=merged.owner, at=AT)


def test_the_second_of_two_tabs_is_told_that_the_step_was_made(prepared: Move) -> None:
    version = prepared.merge_request.version
    transition(prepared, "submit", version=version, by=prepared.owner, at=AT)
    with pytest.raises(AlreadyMoved):
        transition(prepared, "submit", version=version, by=prepared.owner, at=AT)
    assert Event.objects.filter(move=prepared, move_made="submit").count() == 1


def test_a_refused_step_leaves_no_trace(prepared: Move) -> None:
    before = prepared.events.count()
    with pytest.raises(MoveNotOpen):
        make_steps(prepared, "confirm")
    assert (status_of(prepared), prepared.events.count()) == (Status.PREPARING, before)


def test_a_request_without_addresses_is_not_sent() -> None:
    move = make_move(UserFactory())
    make_snapshot(move, Role.SOURCE, Phase.BEFORE, SAP)
    make_snapshot(move, Role.DESTINATION, Phase.BEFORE)
    move.accounts.update(login_email="")
    with pytest.raises(MoveNotOpen, match="login address"):
        make_steps(move, "submit")


def test_the_proof_of_a_verified_move_names_its_after_snapshot(merged: Move) -> None:
    after = make_snapshot(merged, Role.DESTINATION, Phase.AFTER, *ONE_OF_EACH)
    make_steps(merged, "verify")
    assert Event.objects.get(move=merged, move_made="verify").snapshot == after
