"""Days on which AWS answers: Monday to Friday.

Public holidays are not known here: a count over New Year ends some days too early.
"""

from datetime import date, timedelta

_FRIDAY = 4


def business_days_after(day: date, count: int) -> date:
    """The ``count``-th business day after ``day``, which itself doesn't count."""
    while count:
        day += timedelta(days=1)
        count -= is_business_day(day)
    return day


def business_days_before(day: date, count: int) -> date:
    """The ``count``-th business day before ``day``, which itself doesn't count."""
    while count:
        day -= timedelta(days=1)
        count -= is_business_day(day)
    return day


def is_business_day(day: date) -> bool:
    return day.weekday() <= _FRIDAY
