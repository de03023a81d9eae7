"""Where in a cell dates, times, zones and exam codes stand, and what stands between them."""

import re
from collections.abc import Iterator

from migrations_tracker.core.dates import DateInLine, find_dates
from migrations_tracker.core.pages.shapes import EXAM_CODE
from migrations_tracker.core.times import find_time_zones, find_times

BETWEEN = " \t,;:|()[]<>{}•·*–—-~/@.、。・「」"
"""What may stand around a piece without belonging to it."""
_DIGIT = re.compile(r"\d")
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)[.\d]*(Z|[+-]\d{2}:\d{2})?")
_MIDNIGHT = re.compile(r"00:00(?::00)?")


def spans_of(cell: str) -> Iterator[tuple[str, bool]]:
    """The dates, times, zones and exam codes in ``cell`` (True), and what stands between them."""
    position = 0
    for start, end in _marks(cell):
        if start >= position:
            if cell[position:start].strip(BETWEEN) not in ("", "T"):
                yield cell[position:start], False
            yield cell[start:end], True
            position = end
    if cell[position:].strip(BETWEEN):
        yield cell[position:], False


def is_moment(text: str) -> bool:
    """Tell whether ``text`` is a day with a time, "2026-12-05T09:30+09:00", midnight apart."""
    match = _MOMENT.fullmatch(text)
    return match is not None and _MIDNIGHT.fullmatch(match[2]) is None


def _parts_of_moment(found: DateInLine) -> list[tuple[int, int]]:
    """Where in a moment its day, time and zone stand; nothing where there is only a day."""
    match = _MOMENT.fullmatch(found.text) if is_moment(found.text) else None
    spans = [match.span(group) for group in (1, 2, 3)] if match else []
    return [(found.start + start, found.start + end) for start, end in spans if end > 0]


def _marks(cell: str) -> list[tuple[int, int]]:
    if not _DIGIT.search(cell):
        return []
    marks = [
        span
        for found in find_dates(cell)
        for span in _parts_of_moment(found) or [(found.start, found.end)]
    ]
    marks += [match.span() for match in EXAM_CODE.finditer(cell)]
    times = [(found.start, found.end) for found in find_times(cell)]
    if times:
        marks += times + [(found.start, found.end) for found in find_time_zones(cell)]
    return sorted(marks, key=lambda mark: (mark[0], -mark[1]))
