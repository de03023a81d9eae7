"""Plan A and plan B, with the days they are made of."""

from datetime import date

import pytest

from migrations_tracker.core.hold_plans import HoldPlans, PlanStep, hold_plans

FRIDAY = date(2026, 12, 25)
TODAY = date(2026, 12, 1)


def plans(today: date = TODAY, last: date | None = FRIDAY, closes: date | None = None) -> HoldPlans:
    return hold_plans(today=today, last_working_day=last, mailbox_closes_on=closes)


def days(steps: tuple[PlanStep, ...]) -> list[date | None]:
    return [step.by or step.since for step in steps]


def test_before_leaving_two_answers_fit_in_before_the_last_day() -> None:
    assert days(plans().before_leaving) == [
        date(2026, 12, 17),
        date(2026, 12, 22),
        FRIDAY,
        FRIDAY,
    ]


def test_a_mailbox_that_closes_earlier_makes_plan_a_shorter() -> None:
    assert days(plans(closes=date(2026, 12, 21)).before_leaving) == [
        date(2026, 12, 11),
        date(2026, 12, 16),
        date(2026, 12, 21),
        FRIDAY,
    ]


def test_after_leaving_one_writes_on_the_next_business_day() -> None:
    steps = plans(closes=date(2026, 12, 31)).after_leaving
    assert days(steps) == [FRIDAY, FRIDAY, date(2026, 12, 28), date(2026, 12, 31)]
    assert [step.by is None for step in steps] == [False, False, True, True]


@pytest.mark.parametrize("closes", [date(2026, 12, 21), FRIDAY, date(2026, 12, 31)])
def test_no_step_is_due_before_the_one_above_it(closes: date) -> None:
    both = plans(closes=closes)
    for steps in (both.before_leaving, both.after_leaving):
        due = [day for day in days(steps) if day]
        assert due == sorted(due)


def test_a_step_is_past_on_the_day_after_its_last_one() -> None:
    on_the_day, after = plans(date(2026, 12, 17)), plans(date(2026, 12, 18))
    assert not any(step.is_past for step in on_the_day.before_leaving)
    assert [step.is_past for step in after.before_leaving] == [True, False, False, False]


def test_a_step_that_only_has_a_first_day_is_never_past() -> None:
    later = plans(date(2027, 2, 1)).after_leaving
    assert [step.is_past for step in later] == [True, True, False, False]


def test_without_a_last_day_the_steps_have_no_days() -> None:
    without = plans(last=None)
    assert set(days(without.before_leaving) + days(without.after_leaving)) == {None}
    assert not without.before_is_over


@pytest.mark.parametrize(
    ("today", "closes", "over"),
    [
        (FRIDAY, None, False),
        (date(2026, 12, 26), None, True),
        (date(2026, 12, 26), date(2026, 12, 31), True),
        (date(2026, 12, 22), date(2026, 12, 21), True),
    ],
)
def test_plan_a_is_over_with_the_last_day_or_the_mailbox(
    today: date, closes: date | None, over: bool
) -> None:
    assert plans(today, closes=closes).before_is_over is over
