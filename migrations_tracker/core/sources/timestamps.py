"""The day in a badge's time stamp.

Credly's `issued_at` is the evening (UTC) before the day of the award, which
`issued_at_date` gives; its older badges and some Open Badges have the time stamp alone.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from migrations_tracker.core.dates import DateOrder, DateProblem, read_date
from migrations_tracker.core.reading import ProblemKind
from migrations_tracker.core.sentence import Sentence, gettext_noop

_WITH_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::\d{2})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A calendar day, or none and why; ``text`` is what was written."""

    text: str = ""
    day: date | None = None
    problem: ProblemKind | None = None
    message: Sentence | None = None


def plain_day(text: str | None, order: DateOrder | None = None) -> Day:
    """Read a date without time; an empty text is no day and no problem."""
    if not text or not text.strip():
        return Day()
    try:
        return Day(text=text, day=read_date(text, order))
    except DateProblem as error:
        message = Sentence(_MESSAGES[error.kind], {"text": text})
        return Day(text=text, problem=error.kind, message=message)


def day_of_stamp(value: Any) -> Day:
    """Give the day of an ISO time stamp or of seconds since 1970 (Open Badges 1).

    A time of noon or later (UTC) leaves open whether the next day is meant: the day is
    given as written, with a problem. The last minute of a day is that day's end.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _day_of_seconds(value)
    if not isinstance(value, str):
        return Day()
    match = _WITH_TIME.match(value.strip())
    if not match:
        return plain_day(value)
    day = plain_day(match[1])
    open_day = int(match[2]) >= 12 and (match[2], match[3]) != ("23", "59")
    return _maybe_a_day_early(day, value) if open_day and day.day else day


def _day_of_seconds(seconds: float) -> Day:
    try:
        return Day(text=str(seconds), day=datetime.fromtimestamp(seconds, UTC).date())
    except (ValueError, OverflowError, OSError):
        message = Sentence(_MESSAGES[ProblemKind.UNREADABLE_DATE], {"text": seconds})
        return Day(text=str(seconds), problem=ProblemKind.UNREADABLE_DATE, message=message)


def _maybe_a_day_early(day: Day, stamp: str) -> Day:
    return Day(
        text=stamp,
        day=day.day,
        problem=ProblemKind.AMBIGUOUS_DATE,
        message=Sentence(_EVENING, {"stamp": stamp, "day": day.text}),
    )


_EVENING = gettext_noop(
    "“%(stamp)s” is a time in the evening: the award may be of the day after %(day)s. "
    "Check the date on the certificate."
)
_MESSAGES = {
    ProblemKind.AMBIGUOUS_DATE: gettext_noop(
        "“%(text)s” can be read in two ways. Say whether the day or the month comes first."
    ),
    ProblemKind.IMPOSSIBLE_DATE: gettext_noop(
        "“%(text)s” is not a day of the calendar. Correct the date."
    ),
    ProblemKind.UNREADABLE_DATE: gettext_noop(
        "“%(text)s” is not a date that certmove can read. Write it as in 2024-08-04."
    ),
}
