"""AWS answers from Monday to Friday."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migrations_tracker.core.business_days import (
    business_days_after,
    business_days_before,
    is_business_day,
)

DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("day", "third"),
    [
        (date(2026, 11, 16), date(2026, 11, 19)),  # Monday
        (date(2026, 11, 18), date(2026, 11, 23)),  # Wednesday
        (date(2026, 11, 20), date(2026, 11, 25)),  # Friday
        (date(2026, 11, 21), date(2026, 11, 25)),  # Saturday
        (date(2026, 11, 22), date(2026, 11, 25)),  # Sunday
    ],
)
def test_a_weekend_does_not_count(day: date, third: date) -> None:
    assert business_days_after(day, 3) == third


@given(DAYS, st.integers(1, 15))
def test_it_ends_on_a_business_day_with_as_many_between(day: date, count: int) -> None:
    after = business_days_after(day, count)
    passed = [day + timedelta(days=n) for n in range(1, (after - day).days + 1)]
    assert is_business_day(after)
    assert sum(map(is_business_day, passed)) == count


@given(DAYS.filter(is_business_day), st.integers(1, 15))
def test_back_and_forth_is_where_it_began(day: date, count: int) -> None:
    assert business_days_before(business_days_after(day, count), count) == day
