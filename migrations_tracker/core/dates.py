"""Calendar dates as AWS's pages, mails, certificates and score reports print them.

A date is taken only when the whole text is one. Where day and month could be
swapped ("8/4/2024") and nobody said which comes first, it is asked back, never
guessed. Shapes seen in documents of 2016 to 2026: see the tests.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import ClassVar, NamedTuple

from migrations_tracker.core.folding import normalise
from migrations_tracker.core.months import MONTHS, WEEKDAYS
from migrations_tracker.core.reading import ProblemKind

LONGEST_DATE = 60
"""No date is written longer than this: "Wednesday, September 30th, 2026" has 31 characters."""


LONGEST_LINE = 2_000
"""How much of a line is searched for dates."""


class DateOrder(StrEnum):
    """Which number comes first where a date is three numbers with the year last."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


class DateProblem(ValueError):
    """A text that did not give a date; ``kind`` says why."""

    kind: ClassVar[ProblemKind]


class AmbiguousDate(DateProblem):
    """Day and month could be swapped, and the order is not known."""

    kind = ProblemKind.AMBIGUOUS_DATE


class ImpossibleDate(DateProblem):
    """The shape of a date, but no day of the calendar."""

    kind = ProblemKind.IMPOSSIBLE_DATE


class NotADate(DateProblem):
    """Not the shape of a date."""

    kind = ProblemKind.UNREADABLE_DATE


class DateInLine(NamedTuple):
    """Where in a line a date stands: ``line[start:end]`` is ``text``."""

    start: int
    end: int
    text: str


def _any_of(names: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


_MONTH = rf"(?:{_any_of(MONTHS)})(?![^\W\d_])\.?"
_WEEKDAY = rf"(?:(?:{_any_of(WEEKDAYS)})\.?,? ?)?"
_CJK_WEEKDAY = r"(?: ?\(?[月火水木金土日](?:曜日?)?\)| ?[月火水木金土日]曜日?)?"
_TIME_TAIL = r"(?:(?:[T ]\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?|T\d{2}:\d{2})(?:Z|[+-]\d{2}:?\d{2})?)?"

# Each shape names its parts: y, m, d; a and b where the order decides; mon for a month's name.
_SHAPES = (
    rf"(?P<y>\d{{4}})(?P<s>[-/.])(?P<m>\d{{1,2}})(?P=s)(?P<d>\d{{1,2}}){_CJK_WEEKDAY}{_TIME_TAIL}",
    r"(?P<y>\d{4}) ?[年년] ?(?P<m>\d{1,2}) ?[月월] ?(?P<d>\d{1,2}) ?[日일号號]"
    rf"{_CJK_WEEKDAY}",
    rf"(?P<era>令和|平成|(?-i:[RH])) ?(?P<ey>\d{{1,2}}|元) ?年 ?(?P<m>\d{{1,2}}) ?月 ?"
    rf"(?P<d>\d{{1,2}}) ?日{_CJK_WEEKDAY}",
    rf"(?P<era>令和|平成|[令平]|(?-i:[RH])\.?)(?P<ey>\d{{1,2}}|元)(?P<s>[-/.])"
    rf"(?P<m>1[0-2]|0?[1-9])(?P=s)(?P<d>3[01]|[12]\d|0?[1-9])(?!\d){_CJK_WEEKDAY}",
    r"(?P<m>\d{1,2}) ?[月월] ?(?P<d>\d{1,2}) ?[日일]?, ?(?P<y>\d{4})",
    rf"(?:(?P<wd>{_any_of(WEEKDAYS)})\.?,? ?)?"
    rf"(?P<a>\d{{1,2}})(?P<s>[-/.])(?P<b>\d{{1,2}})(?P=s)(?P<y>\d{{4}})"
    r"(?: ?\((?P<cwd>[月火水木金土日])(?:曜日?)?\))?",
    rf"{_WEEKDAY}(?P<mon>{_MONTH}),? ?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:, ?| )(?P<y>\d{{4}})",
    rf"{_WEEKDAY}(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|º|°|\.)?(?: of| de)?[- ]?(?P<mon>{_MONTH})"
    r"(?:,? (?:de |del )?|-)(?P<y>\d{4})",
    rf"(?P<y>\d{{4}})(?P<s>[- ])(?P<mon>{_MONTH})(?P=s)(?P<d>\d{{1,2}})",
)
_WHOLE = tuple(re.compile(shape, re.IGNORECASE) for shape in _SHAPES)
_WITHIN = re.compile(
    r"(?<![A-Za-z0-9_./-])(?:"
    + "|".join(re.sub(r"\?P<\w+>", "", s).replace("(?P=s)", "[-/. ]") for s in _SHAPES)
    + r")(?![A-Za-z0-9_/]|[.-]\d)",
    re.IGNORECASE,
)
_HYPHENS = re.compile(
    "(?<=[0-9])(?:[\u2010-\u2012\u2212](?=[0-9])|[\u2013-\u2015](?=[0-9]{1,2}(?![0-9])))"
)
# Every date has one of these, few lines do; it begins at most 45 characters before the year
# ("segunda-feira, 30th of septiembre, del 2026") and ends at most 50 behind it.
_YEAR = re.compile(r"\d{4}|令和|平成|[令平RH]\.? ?[\d元]")
_BEFORE_YEAR, _AFTER_YEAR = 45, 50
_NUMBERS_WITHIN = re.compile(r"\d[-/.]\d{1,2}[-/.]\d{4}")
_YEAR_BEFORE_ERA = {"令": 2018, "r": 2018, "平": 1988, "h": 1988}
_SAID_ORDERS = (
    (
        DateOrder.DAY_FIRST,
        re.compile(r"\bd{1,2}[-/. ]m{1,3}[-/. ]y{2,4}\b|\bday/month|日/月/年", re.I),
    ),
    (
        DateOrder.MONTH_FIRST,
        re.compile(r"\bm{1,3}[-/. ]d{1,2}[-/. ]y{2,4}\b|\bmonth/day|月/日/年", re.I),
    ),
)


def read_date(text: str, order: DateOrder | None = None) -> date:
    """Read ``text``, the whole of it, as one calendar date.

    Raises AmbiguousDate, ImpossibleDate or NotADate, all of them DateProblem.
    """
    folded = " ".join(_folded(text[: LONGEST_DATE + 1]).split())
    parts = _parts_of(folded) if len(text.strip()) <= LONGEST_DATE else None
    if parts is None:
        raise NotADate(text)
    return _calendar_day(parts, order, text)


@lru_cache(maxsize=4096)
def _parts_of(folded: str) -> Mapping[str, str | None] | None:
    """The named parts of the first shape that ``folded`` has; None where it has none."""
    if not _YEAR.search(folded):
        return None
    matches = (shape.fullmatch(folded) for shape in _WHOLE)
    return next((match.groupdict() for match in matches if match), None)


def find_dates(line: str) -> list[DateInLine]:
    """Find what has the shape of a date in ``line``, possible or not, from left to right."""
    line = line[:LONGEST_LINE]
    folded = _folded(line)
    searched = folded if len(folded) == len(line) else line
    return [
        DateInLine(m.start(), m.end(), line[m.start() : m.end()])
        for begin, end in _around_years(searched)
        for m in _WITHIN.finditer(searched, begin, end)
    ]


def _around_years(line: str) -> Iterator[tuple[int, int]]:
    """Give the parts of ``line`` that can hold a date, those that overlap as one."""
    begin = end = 0
    for match in _YEAR.finditer(line):
        first = max(0, match.start() - _BEFORE_YEAR)
        if first > end:
            if end:
                yield begin, end
            begin = first
        end = match.end() + _AFTER_YEAR
    if end:
        yield begin, end


def _folded(text: str) -> str:
    """NFKC, with the hyphens and the minus sign that some pages set between numbers as "-"."""
    return text if text.isascii() else _HYPHENS.sub("-", normalise(text))


def infer_order(texts: Iterable[str]) -> DateOrder | None:
    """Tell from ``texts`` which part comes first: from "12/19/2025", or from "(MM/DD/YYYY)".

    None where nothing settles it, or where two things contradict each other.
    """
    orders = {order for text in texts for order in _orders_in(text[:LONGEST_LINE])}
    return orders.pop() if len(orders) == 1 else None


def _orders_in(text: str) -> Iterator[DateOrder]:
    if _NUMBERS_WITHIN.search(_folded(text)):
        yield from filter(None, (_order_of(found.text) for found in find_dates(text)))
    if "/" in text or "yy" in text.lower():
        yield from (order for order, said in _SAID_ORDERS if said.search(_folded(text)))


_NUMBERS = _WHOLE[5]


def _order_of(text: str) -> DateOrder | None:
    match = _NUMBERS.fullmatch(_folded(text))
    if match is None:
        return None
    return _forced_order(int(match["a"]), int(match["b"])) or _order_by_weekday(match.groupdict())


def _forced_order(first: int, second: int) -> DateOrder | None:
    if 12 < first <= 31 and 1 <= second <= 12:
        return DateOrder.DAY_FIRST
    if 12 < second <= 31 and 1 <= first <= 12:
        return DateOrder.MONTH_FIRST
    return None


def _calendar_day(parts: Mapping[str, str | None], order: DateOrder | None, text: str) -> date:
    year = _year(parts)
    month, day = _month_and_day(parts, order, text)
    try:
        return date(year, month, day)
    except ValueError as error:
        raise ImpossibleDate(text) from error


def _year(parts: Mapping[str, str | None]) -> int:
    if era := parts.get("era"):
        return _YEAR_BEFORE_ERA[era[0].lower()] + (
            1 if parts["ey"] == "元" else int(parts["ey"] or 0)
        )
    return int(parts["y"] or 0)


def _month_and_day(
    parts: Mapping[str, str | None], order: DateOrder | None, text: str
) -> tuple[int, int]:
    if first := parts.get("a"):
        return _ordered(int(first), int(parts["b"] or 0), order or _order_by_weekday(parts), text)
    if name := parts.get("mon"):
        return MONTHS[name.lower().rstrip(".")], int(parts["d"] or 0)
    return int(parts["m"] or 0), int(parts["d"] or 0)


def _order_by_weekday(parts: Mapping[str, str | None]) -> DateOrder | None:
    """The order in which the day falls on the weekday beside it, where only one does."""
    said = parts.get("wd") or parts.get("cwd")
    if said is None:
        return None
    first, second, year = int(parts["a"] or 0), int(parts["b"] or 0), int(parts["y"] or 0)
    ways = ((DateOrder.MONTH_FIRST, first, second), (DateOrder.DAY_FIRST, second, first))
    wanted = WEEKDAYS[said.lower()]
    fitting = [order for order, month, day in ways if _weekday(year, month, day) == wanted]
    return fitting[0] if len(fitting) == 1 else None


def _weekday(year: int, month: int, day: int) -> int | None:
    try:
        return date(year, month, day).weekday()
    except ValueError:
        return None


def _ordered(first: int, second: int, order: DateOrder | None, text: str) -> tuple[int, int]:
    """Month and day; numbers that can be read one way only win over ``order``."""
    possible = 1 <= first <= 12 and 1 <= second <= 12
    settled = (order if possible else None) or _forced_order(first, second)
    if settled is None and possible and first != second:
        raise AmbiguousDate(text)
    return (second, first) if settled is DateOrder.DAY_FIRST else (first, second)
