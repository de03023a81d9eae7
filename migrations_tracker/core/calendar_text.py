"""Writes a calendar as RFC 5545 (iCalendar) has it.

Only what deadlines need: an event is a whole day or a moment in UTC, takes no time, and
leaves its owner free. Lines end with CRLF and are folded at 75 octets.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

_OCTETS = 75
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})

#: A calendar must hold at least one part (RFC 5545, 3.6); an empty one holds only this.
_UTC_PART = (
    "BEGIN:VTIMEZONE",
    "TZID:UTC",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0000",
    "END:STANDARD",
    "END:VTIMEZONE",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEvent:
    """``when`` is a day, or an aware moment. ``uid`` stays the same when the event changes."""

    uid: str
    title: str
    when: date
    description: str = ""


def calendar_text(events: Iterable[CalendarEvent], *, name: str, stamp: datetime) -> bytes:
    """The calendar called ``name`` in UTF-8. ``stamp`` (aware) is when it was written.

    Of events with the same uid the first one counts.
    """
    once: dict[str, CalendarEvent] = {}
    for event in events:
        once.setdefault(event.uid, event)
    lines = [line for event in once.values() for line in _event(event, stamp)] or _UTC_PART
    whole = [*_head(name), *lines, "END:VCALENDAR"]
    return b"".join(_folded(line) for line in whole)


def _head(name: str) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//certmove//deadlines//EN")
    yield from ("CALSCALE:GREGORIAN", "REFRESH-INTERVAL;VALUE=DURATION:PT6H")
    yield f"X-WR-CALNAME:{escaped(name)}"


def _event(event: CalendarEvent, stamp: datetime) -> Iterator[str]:
    yield from ("BEGIN:VEVENT", f"UID:{escaped(event.uid)}", f"DTSTAMP:{_moment(stamp)}")
    yield from _when(event.when)
    yield f"SUMMARY:{escaped(event.title)}"
    if event.description:
        yield f"DESCRIPTION:{escaped(event.description)}"
    yield from ("TRANSP:TRANSPARENT", "END:VEVENT")


def _when(when: date) -> Iterator[str]:
    if isinstance(when, datetime):
        yield f"DTSTART:{_moment(when)}"
        return
    yield f"DTSTART;VALUE=DATE:{_day(when)}"
    if when < date.max:
        yield f"DTEND;VALUE=DATE:{_day(when + timedelta(days=1))}"


def _moment(moment: datetime) -> str:
    in_utc = moment.astimezone(UTC)
    return f"{_day(in_utc)}T{in_utc:%H%M%S}Z"


def _day(day: date) -> str:
    """Four digits for every year: strftime leaves zeros out on some systems."""
    return f"{day.year:04}{day.month:02}{day.day:02}"


def escaped(text: str) -> str:
    """``text`` as a value: nothing in it can end the line or begin a property.

    Other control characters, which the format does not allow, become spaces.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = (c if c == "\n" or c.isprintable() else " " for c in plain)
    return "".join(kept).translate(_ESCAPES)


def _folded(line: str) -> bytes:
    """``line`` with CRLF, cut into lines of at most 75 octets, never within a character."""
    lines, here = [], b""
    for character in line:
        octets = character.encode("utf-8", "replace")
        if len(here) + len(octets) > _OCTETS:
            lines.append(here)
            here = b" "
        here += octets
    return b"\r\n".join([*lines, here, b""])
