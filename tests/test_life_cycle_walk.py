"""Random walks over the life cycle: whatever is tried, in whatever order, the table holds.

hypothesis chooses among all acts of a move, also those that are not open, and compares the
database after each with a model in ten lines. `make test-long` walks ten thousand steps.
"""

from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from migrations_tracker.core.accounts import Phase, Role
from migrations_tracker.core.lifecycle import MOVES, MoveNotOpen, Status
from migrations_tracker.core.records import Record
from migrations_tracker.merge_requests import AlreadyMoved, standing_of, transition
from migrations_tracker.models import Event, MergeRequest, Move
from migrations_tracker.snapshots.acts import (
    current_snapshot,
    declare_empty,
    discard_draft,
    draft_of,
    seal_snapshot,
    start_snapshot,
)
from migrations_tracker.snapshots.contents import add_record
from migrations_tracker.snapshots.errors import SnapshotError
from tests.factories import AT, UserFactory, make_move
from tests.records import ONE_OF_EACH

pytestmark = pytest.mark.django_db
PLACES = [
    (Role.SOURCE, Phase.BEFORE),
    (Role.DESTINATION, Phase.BEFORE),
    (Role.DESTINATION, Phase.AFTER),
]
STEPS_A_WALK = 50


class Walk(RuleBasedStateMachine):
    """Keeps of each move only what an observer would: its status and how often it changed."""

    def __init__(self) -> None:
        super().__init__()
        self.savepoint = transaction.savepoint()
        self.move = make_move(UserFactory())
        self.status, self.steps = Status.PREPARING, 0

    def teardown(self) -> None:
        transaction.savepoint_rollback(self.savepoint)

    @property
    def by(self) -> Any:
        return self.move.owner

    @rule(name=st.sampled_from(sorted(MOVES)), stale=st.sampled_from([0, 0, 0, 1]))
    def step(self, name: str, stale: int) -> None:
        offered = {each.step.name: each.is_open for each in standing_of(self.fresh()).choices}
        version = self.request.version - stale
        try:
            made = transition(self.move, name, version=version, by=self.by, at=AT)
        except AlreadyMoved:
            assert stale
        except MoveNotOpen:
            assert not offered.get(name, False)
        else:
            assert offered[name], f"{name} was made, but not offered"
            assert not stale
            assert made.old_status == self.status
            self.status, self.steps = Status(made.new_status), self.steps + 1

    @rule(place=st.sampled_from(PLACES), record=st.sampled_from([None, *ONE_OF_EACH]))
    def fill(self, place: tuple[Role, Phase], record: Record | None) -> None:
        role, phase = place
        try:
            draft = start_snapshot(self.fresh().account(role), phase, by=self.by, at=AT)
            if record:
                add_record(draft, record, by=self.by, at=AT)
            else:
                declare_empty(draft, empty=True, by=self.by, at=AT)
        except SnapshotError:
            return

    @rule(place=st.sampled_from(PLACES), throw_away=st.sampled_from([False, False, False, True]))
    def seal(self, place: tuple[Role, Phase], throw_away: bool) -> None:
        draft = draft_of(self.fresh().account(place[0]), place[1])
        if draft is None:
            return
        try:
            (discard_draft if throw_away else seal_snapshot)(draft, by=self.by, at=AT)
        except SnapshotError:
            return

    @rule()
    def prepare(self) -> None:
        """Both accounts before, so that walks come beyond the first status."""
        for role, phase in PLACES[:2]:
            self.fill((role, phase), ONE_OF_EACH[0] if role is Role.SOURCE else None)
            self.seal((role, phase), throw_away=False)

    @invariant()
    def the_status_is_what_the_steps_made_it(self) -> None:
        request = self.request
        assert (request.status, request.version) == (self.status, 1 + self.steps)

    @invariant()
    def the_time_line_has_no_gap(self) -> None:
        events = Event.objects.filter(move=self.move).order_by("number")
        numbers = list(events.values_list("number", flat=True))
        assert numbers == list(range(1, self.fresh().event_count + 1))
        steps = [(e.old_status, e.new_status) for e in events if e.kind == Event.Kind.TRANSITION]
        statuses = [Status.PREPARING.value, *(new for _, new in steps)]
        assert [old for old, _ in steps] == statuses[:-1]

    @invariant()
    def verified_means_that_nothing_is_open(self) -> None:
        if self.status is Status.VERIFIED:
            standing = standing_of(self.fresh())
            assert standing.comparison is not None
            assert not standing.comparison.open_findings

    @invariant()
    def a_sealed_snapshot_keeps_its_fingerprint(self) -> None:
        for role, phase in PLACES:
            sealed = current_snapshot(self.fresh().account(role), phase)
            assert sealed is None or len(sealed.fingerprint) == 64

    def fresh(self) -> Move:
        return Move.objects.get(pk=self.move.pk)

    @property
    def request(self) -> MergeRequest:
        return MergeRequest.objects.get(pk=self.move.pk)


def walk(walks: int) -> None:
    run_state_machine_as_test(
        Walk,
        settings=settings(
            max_examples=walks,
            stateful_step_count=STEPS_A_WALK,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_no_walk_leaves_the_table() -> None:
    walk(2)


@pytest.mark.long
def test_ten_thousand_steps_do_not_leave_the_table() -> None:
    walk(10_000 // STEPS_A_WALK)
