"""Which deadlines a person is reminded of, and at which of the steps before them."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from migrations_tracker.core.deadline_kinds import ANSWERS, Deadline

#: So many days before a deadline a reminder goes out, the nearest step first.
STEPS = (0, 1, 3, 7, 30)

#: The step of a nudge: AWS's answer has not come on its day.
NUDGE = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class DueReminder:
    """``step`` is one of ``STEPS``, or ``NUDGE``."""

    deadline: Deadline
    step: int

    @property
    def key(self) -> str:
        """Names the deadline and its day: one that is put off is reminded of anew."""
        parts = (self.deadline.kind, self.deadline.subject, self.deadline.on.isoformat())
        return hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()


def due_reminders(deadlines: Iterable[Deadline]) -> tuple[DueReminder, ...]:
    """What to remind of today, in the order given.

    A step that was missed, because nothing ran on its day or the deadline was not known
    yet, is made up for until the next one comes. What has passed is not reminded of, an
    answer from AWS only once its day has passed.
    """
    found = ((deadline, _step(deadline)) for deadline in deadlines)
    return tuple(DueReminder(deadline=each, step=step) for each, step in found if step is not None)


def _step(deadline: Deadline) -> int | None:
    if deadline.kind in ANSWERS:
        return NUDGE if deadline.days_left < 0 else None
    if deadline.days_left < 0:
        return None
    return next((step for step in STEPS if deadline.days_left <= step), None)
