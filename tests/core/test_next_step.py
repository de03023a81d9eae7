"""There is always one next thing to do, and it is one the table allows."""

import pytest

from migrations_tracker.core.lifecycle import Need, Status
from migrations_tracker.core.next_step import NEXT_STEP_SENTENCES, NextStep, next_step

PREPARATION = [
    (set(), NextStep.NAME_SOURCE),
    ({Need.SOURCE_NAMED}, NextStep.NAME_DESTINATION),
    ({Need.SOURCE_NAMED, Need.DESTINATION_NAMED}, NextStep.SNAPSHOT_SOURCE),
    (
        {Need.SOURCE_NAMED, Need.DESTINATION_NAMED, Need.SOURCE_BEFORE_SEALED},
        NextStep.SNAPSHOT_DESTINATION,
    ),
    (set(Need), NextStep.SEND_REQUEST),
]


@pytest.mark.parametrize(("met", "step"), PREPARATION)
def test_preparation_goes_one_thing_at_a_time(met: set[Need], step: NextStep) -> None:
    assert next_step(Status.PREPARING, met) is step


def test_a_reported_merge_is_looked_at_before_it_is_compared() -> None:
    assert next_step(Status.REPORTED_MERGED, set()) is NextStep.SNAPSHOT_AFTER
    assert next_step(Status.REPORTED_MERGED, {Need.AFTER_SEALED}) is NextStep.COMPARE


@pytest.mark.parametrize("status", [Status.REPORTED_MERGED, Status.DISCREPANCY])
def test_a_merge_without_an_open_finding_is_to_be_verified(status: Status) -> None:
    met = {Need.AFTER_SEALED, Need.NO_OPEN_FINDINGS}
    assert next_step(status, met) is NextStep.VERIFY


@pytest.mark.parametrize("status", Status)
def test_every_status_has_a_next_step_with_a_sentence(status: Status) -> None:
    assert NEXT_STEP_SENTENCES[next_step(status, set())]


def test_every_next_step_is_reached_by_some_status() -> None:
    reached = {next_step(status, set()) for status in Status}
    reached |= {next_step(Status.PREPARING, met) for met, _ in PREPARATION}
    reached |= {next_step(Status.REPORTED_MERGED, {Need.AFTER_SEALED})}
    reached |= {next_step(Status.DISCREPANCY, {Need.NO_OPEN_FINDINGS})}
    assert reached == set(NextStep)
