"""The calendar is read by a reader that is not our own."""

from datetime import UTC, date, datetime, timedelta, timezone

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from migrations_tracker.core.calendar_text import CalendarEvent, calendar_text

STAMP = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
TOKYO = timezone(timedelta(hours=9))
DAY = CalendarEvent(uid="1@certmove", title="Last working day", when=date(2026, 12, 25))


def written(*events: CalendarEvent, name: str = "certmove") -> bytes:
    return calendar_text(events, name=name, stamp=STAMP)


def read(*events: CalendarEvent) -> list[icalendar.cal.Component]:
    return icalendar.Calendar.from_ical(written(*events)).walk("VEVENT")


def test_a_day_is_a_whole_day() -> None:
    (event,) = read(DAY)
    assert event.decoded("DTSTART") == date(2026, 12, 25)
    assert event.decoded("DTEND") == date(2026, 12, 26)
    assert event["SUMMARY"] == "Last working day"
    assert event["UID"] == "1@certmove"
    assert event.decoded("DTSTAMP") == STAMP


def test_a_moment_is_written_in_utc() -> None:
    moment = datetime(2026, 12, 28, 9, 0, tzinfo=TOKYO)
    (event,) = read(CalendarEvent(uid="2", title="Mailbox closes", when=moment))
    assert event.decoded("DTSTART") == moment
    assert b"DTSTART:20261228T000000Z\r\n" in written(
        CalendarEvent(uid="2", title="x", when=moment)
    )


def test_the_last_day_of_all_days_has_no_next_one() -> None:
    (event,) = read(CalendarEvent(uid="3", title="x", when=date.max))
    assert "DTEND" not in event


def test_a_calendar_without_events_is_one_all_the_same() -> None:
    calendar = icalendar.Calendar.from_ical(written())
    assert calendar.walk("VEVENT") == []
    assert calendar["VERSION"] == "2.0"
    assert len(calendar.subcomponents) == 1


def test_the_same_uid_comes_once() -> None:
    assert len(read(DAY, DAY)) == 1


@pytest.mark.parametrize(
    "title",
    [
        "comma, semicolon; backslash \\ and \\n and \\, too",
        "two\nlines",
        "認定" * 60,
        "a" * 74 + "é" + "b" * 200,
        "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil",
        'quote " colon: and 😀 ' * 20,
    ],
)
def test_every_title_comes_back(title: str) -> None:
    (event,) = read(CalendarEvent(uid="4", title=title, when=DAY.when, description=title))
    assert event["SUMMARY"] == title.replace("\r\n", "\n")
    assert event["DESCRIPTION"] == title.replace("\r\n", "\n")


def test_what_the_format_does_not_allow_becomes_a_space() -> None:
    (event,) = read(CalendarEvent(uid="5", title="a\0b\x0bc\u2028d\x85e\ud800f", when=DAY.when))
    assert event["SUMMARY"] == "a b c d e f"


@given(st.lists(st.text(), max_size=4), st.text())
def test_no_text_breaks_the_calendar(titles: list[str], name: str) -> None:
    events = [
        CalendarEvent(uid=str(n), title=title, when=DAY.when, description=title)
        for n, title in enumerate(titles)
    ]
    text = written(*events, name=name)
    assert len(icalendar.Calendar.from_ical(text).walk("VEVENT")) == len(titles)
    lines = text.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line or b"\r" in line for line in lines)
