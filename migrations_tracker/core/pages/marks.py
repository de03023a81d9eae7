"""Where in a cell dates, times, zones and exam codes stand, and what stands between them."""

import re
from collections.abc import Iterator

from migrations_tracker.core.dates import find_dates
from migrations_tracker.core.pages.shapes import EXAM_CODE
from migrations_tracker.core.times import find_time_zones, find_times

BETWEEN = " \t,;:|()[]<>{}•·*–—-~/@.、。・「」"
"""What may stand around a piece without belonging to it."""
_DIGIT = re.compile(r"\d")


def spans_of(cell: str) -> Iterator[tuple[str, bool]]:
    """The dates, times, zones and exam codes in ``cell`` (True), and what stands between them."""
    position = 0
    for start, end in _marks(cell):
        if start >= position:
            if cell[position:start].strip(BETWEEN):
                yield cell[position:start], False
            yield cell[start:end], True
            position = end
    if cell[position:].strip(BETWEEN):
        yield cell[position:], False


def _marks(cell: str) -> list[tuple[int, int]]:
    if not _DIGIT.search(cell):
        return []
    marks = [(found.start, found.end) for found in find_dates(cell)]
    marks += [match.span() for match in EXAM_CODE.finditer(cell)]
    times = [(found.start, found.end) for found in find_times(cell)]
    if times:
        marks += times + [(found.start, found.end) for found in find_time_zones(cell)]
    return sorted(marks, key=lambda mark: (mark[0], -mark[1]))
