"""Records that a page shows twice: in a table and in cards, in two copies of one page.

Nobody sits the same exam twice on one day, and no certification is earned twice on one day:
records that are equal in everything are one. Two equal benefits are two benefits.
"""

from collections.abc import Iterable

from migrations_tracker.core.reading import Found
from migrations_tracker.core.records import Benefit, Record


def without_repetitions(found: Iterable[Found]) -> list[Found]:
    """Give each record once, with all the lines it was read from, in the order of the page."""
    result: list[Found] = []
    first: dict[Record, int] = {}
    for item in found:
        at = first.setdefault(item.record, len(result))
        if at == len(result) or isinstance(item.record, Benefit):
            result.append(item)
        else:
            lines = sorted({*result[at].lines, *item.lines})
            result[at] = Found(record=item.record, lines=tuple(lines))
    return result
