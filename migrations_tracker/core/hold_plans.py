"""Two ways out of an employer hold: the merge before leaving (A), or after leaving (B).

AWS told a person of 2022 to come back after leaving, while that person's mailbox
closed with the last day. So both ways are walked at once, each step with its day: A is
quicker, B must work even when the old mailbox is gone.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from migrations_tracker.core.business_days import business_days_after, business_days_before
from migrations_tracker.core.sentence import gettext_noop

#: How long AWS is given for one answer, in business days.
ONE_ANSWER = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStep:
    """``text`` says what to do; ``by`` is the last day for it, or ``since`` the first one.

    Both are None as long as the day they are counted from is not known. ``is_past`` where
    the last day for it is over.
    """

    text: str
    by: date | None = None
    since: date | None = None
    is_past: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldPlans:
    """Plan A, and whether its time is over; plan B."""

    before_leaving: tuple[PlanStep, ...]
    after_leaving: tuple[PlanStep, ...]
    before_is_over: bool


def hold_plans(
    *, today: date, last_working_day: date | None, mailbox_closes_on: date | None
) -> HoldPlans:
    """What to do by when in each plan, read on ``today``.

    The mailbox counts as closing with the last working day where nothing is known of it.
    """
    closes_on = mailbox_closes_on or last_working_day
    return HoldPlans(
        before_leaving=_read_on(today, _before_leaving(last_working_day, closes_on)),
        after_leaving=_read_on(today, _after_leaving(last_working_day, closes_on)),
        before_is_over=any(
            day is not None and day < today for day in (last_working_day, closes_on)
        ),
    )


def _read_on(today: date, steps: Iterable[PlanStep]) -> tuple[PlanStep, ...]:
    return tuple(replace(step, is_past=step.by is not None and step.by < today) for step in steps)


def _first(last_day: date | None, closes_on: date | None) -> date | None:
    """The day after which either the job or the mailbox is gone."""
    return min((day for day in (last_day, closes_on) if day), default=None)


def _before_leaving(last_day: date | None, closes_on: date | None) -> Iterator[PlanStep]:
    first = _first(last_day, closes_on)
    yield PlanStep(
        text=gettext_noop(
            "Answer the hold: tell AWS your last working day and when the mailbox closes, and "
            "ask whether the merge can be done before that."
        ),
        by=_before(first, 2 * ONE_ANSWER),
    )
    yield PlanStep(
        text=gettext_noop("If AWS has not answered by then, send one reminder to the same case."),
        by=_before(first, ONE_ANSWER),
    )
    yield PlanStep(
        text=gettext_noop(
            "Confirm the accounts that AWS lists, as long as the old mailbox can be read."
        ),
        by=first,
    )
    yield PlanStep(
        text=gettext_noop("Without a merge on your last working day, go on with plan B."),
        by=last_day,
    )


def _after_leaving(last_day: date | None, closes_on: date | None) -> Iterator[PlanStep]:
    first = _first(last_day, closes_on)
    yield PlanStep(
        text=gettext_noop(
            "Seal the snapshot of the account to give up, and keep the PDF of each certificate "
            "and every discount code: later you may not be able to sign in."
        ),
        by=first,
    )
    yield PlanStep(
        text=gettext_noop(
            "Ask AWS, from the old mailbox, to keep the case open and to write to your personal "
            "address from then on."
        ),
        by=first,
    )
    yield PlanStep(
        text=gettext_noop(
            "Write to AWS from your personal address that you have left, in the same case."
        ),
        since=business_days_after(last_day, 1) if last_day else None,
    )
    yield PlanStep(
        text=gettext_noop("If AWS has not answered by then, send one reminder to the same case."),
        since=business_days_after(last_day, 1 + ONE_ANSWER) if last_day else None,
    )


def _before(day: date | None, count: int) -> date | None:
    return business_days_before(day, count) if day else None
