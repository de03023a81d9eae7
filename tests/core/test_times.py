"""Times of day and time zones on booking pages."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migrations_tracker.core.times import (
    NotATime,
    find_time_zones,
    find_times,
    is_time_zone,
    read_time,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9:30 AM", time(9, 30)),
        ("9:30AM", time(9, 30)),
        ("09:30", time(9, 30)),
        ("9:30:00 a.m.", time(9, 30)),
        ("1:00 PM", time(13)),
        ("1 pm", time(13)),
        ("12:15 AM", time(0, 15)),
        ("12:15 PM", time(12, 15)),
        ("13:00", time(13)),
        ("午前9:30", time(9, 30)),
        ("午前 9:30", time(9, 30)),
        ("午後1時", time(13)),
        ("午後1時30分", time(13, 30)),
        ("午前９：３０", time(9, 30)),
        ("13時", time(13)),
        ("오후 1:00", time(13)),
        ("下午1:00", time(13)),
    ],
)
def test_a_time_of_day_is_read(text: str, expected: time) -> None:
    assert read_time(text) == expected


@pytest.mark.parametrize("text", ["", "9", "25:00", "9:75", "13:00 AM", "9:30 tomorrow", "JST"])
def test_anything_else_is_no_time(text: str) -> None:
    with pytest.raises(NotATime):
        read_time(text)


@given(st.times())
def test_a_time_survives_being_written_and_read(moment: time) -> None:
    moment = moment.replace(second=0, microsecond=0)
    assert read_time(moment.strftime("%H:%M")) == moment
    assert read_time(moment.strftime("%I:%M %p")) == moment


@pytest.mark.parametrize(
    "text", ["JST", "UTC", "(JST)", "Asia/Tokyo", "GMT+9", "UTC+09:00", "PST", "日本標準時"]
)
def test_a_time_zone_is_known(text: str) -> None:
    assert is_time_zone(text)


@pytest.mark.parametrize("text", ["", "XYZ", "Tokyo", "asia", "AM", "Fail/Pass", "jst jst"])
def test_a_word_is_no_time_zone(text: str) -> None:
    assert not is_time_zone(text)


def test_time_and_zone_are_found_within_a_line() -> None:
    line = "Saturday, December 5, 2026 9:30 AM JST"
    assert [found.text for found in find_times(line)] == ["9:30 AM"]
    assert [found.text for found in find_time_zones(line)] == ["JST"]
    assert [f.text for f in find_time_zones("13:00 (Asia/Tokyo)")] == ["Asia/Tokyo"]
    assert [f.text for f in find_times("2026年12月5日 午後1時 より")] == ["午後1時"]
