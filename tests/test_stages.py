"""The stage bar ticks what was reached, and nothing else."""

from migrations_tracker.core.lifecycle import Status
from migrations_tracker.models import Event
from migrations_tracker.moves.overview import stages_of


def done(status: Status, *reached: Status) -> list[str]:
    newest_first = [Event(new_status=each) for each in reversed(reached)]
    return [stage.label for stage in stages_of(status, newest_first) if stage.state == "done"]


def test_after_awss_own_tool_no_confirmation_looks_done() -> None:
    reached = (Status.SELF_SERVICE, Status.REPORTED_MERGED)
    assert done(Status.REPORTED_MERGED, *reached) == ["Preparing"]


def test_each_stage_that_was_reached_is_done() -> None:
    reached = (Status.REQUESTED, Status.CONFIRMATION_ASKED, Status.CONFIRMED)
    assert done(Status.CONFIRMED, *reached) == ["Preparing", "Requested", "Confirmation asked"]


def test_what_was_reached_before_it_was_prepared_anew_does_not_count() -> None:
    first = (Status.REQUESTED, Status.CONFIRMATION_ASKED, Status.REJECTED, Status.PREPARING)
    assert done(Status.SELF_SERVICE, *first, Status.SELF_SERVICE) == ["Preparing"]
