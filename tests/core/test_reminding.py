"""Reminders come at their steps, and none twice or too late."""

from datetime import UTC, date, datetime, timedelta

import pytest

from migrations_tracker.core.deadline_kinds import Deadline, DeadlineKind
from migrations_tracker.core.reminding import NUDGE, STEPS, due_reminders

TODAY = date(2026, 11, 22)


def due_in(days: int, kind: DeadlineKind = DeadlineKind.MAILBOX_CLOSES) -> Deadline:
    on = TODAY + timedelta(days=days)
    at = datetime(on.year, on.month, on.day, tzinfo=UTC)
    return Deadline(kind=kind, at=at, on=on, days_left=days)


@pytest.mark.parametrize(
    ("days", "steps"),
    [
        (31, []),
        (30, [30]),
        (8, [30]),
        (7, [7]),
        (4, [7]),
        (3, [3]),
        (2, [3]),
        (1, [1]),
        (0, [0]),
        (-1, []),
    ],
)
def test_a_deadline_is_reminded_of_at_its_nearest_step(days: int, steps: list[int]) -> None:
    assert [each.step for each in due_reminders([due_in(days)])] == steps


@pytest.mark.parametrize("kind", [DeadlineKind.ANSWER_DUE, DeadlineKind.ANSWER_OVERDUE])
def test_awss_answer_is_nudged_for_only_once_it_is_late(kind: DeadlineKind) -> None:
    assert [each.step for each in due_reminders([due_in(n, kind) for n in range(4)])] == []
    assert [each.step for each in due_reminders([due_in(-1, kind)])] == [NUDGE]
    assert NUDGE not in STEPS


def test_day_by_day_each_step_comes_once() -> None:
    seen = [due_reminders([due_in(n)]) for n in range(40, -5, -1)]
    steps = [each.step for due in seen for each in due]
    assert sorted(set(steps), reverse=True) == [30, 7, 3, 1, 0]


def test_the_key_tells_kind_day_and_subject_apart() -> None:
    (a,) = due_reminders([due_in(3)])
    (later,) = due_reminders([due_in(2)])
    (other,) = due_reminders([due_in(3, DeadlineKind.LAST_WORKING_DAY)])
    assert len({a.key, later.key, other.key}) == 3
    assert due_reminders([due_in(3)])[0].key == a.key
