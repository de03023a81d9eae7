"""Times of day and time zones as booking pages print them.

"9:30 AM JST", "13:00 (Asia/Tokyo)", "午後1時", "午前9:30", "오전 9:30". Whether an
`Area/City` exists is for who has the time zone data; here only its shape is known.
"""

import re
from datetime import time
from typing import NamedTuple

from migrations_tracker.core.folding import normalise

LONGEST_LINE = 2_000
"""How much of a line is searched for times."""


class NotATime(ValueError):
    """Not a time of day."""


class TimeInLine(NamedTuple):
    """Where in a line a time stands: ``line[start:end]`` is ``text``."""

    start: int
    end: int
    text: str


_MORNING = ("am", "午前", "오전", "上午")
_AFTERNOON = ("pm", "午後", "오후", "下午")
_CJK_HALF = r"(?:午前|午後|오전|오후|上午|下午)"
_LATIN_HALF = r"(?:[ap]\.?m\.?)"
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?"
_SPOKEN = r"\d{1,2} ?[時시点點](?: ?\d{1,2} ?[分분])?"
_SHAPE = (
    rf"(?:{_CJK_HALF} ?(?:{_CLOCK}|{_SPOKEN})|{_CLOCK}(?: ?{_LATIN_HALF}(?![^\W\d_]))?"
    rf"|{_SPOKEN}|\d{{1,2}} ?{_LATIN_HALF}(?![^\W\d_]))"
)
_WHOLE = re.compile(_SHAPE, re.IGNORECASE)
_LIKELY = re.compile(r"\d(?::| ?[時시点點]| ?[ap]\.?m)", re.IGNORECASE)  # every time has this
_WITHIN = re.compile(rf"(?<![A-Za-z0-9_:/.+-]){_SHAPE}(?![\d:])", re.IGNORECASE)

_ABBREVIATED = (
    "UTC GMT Z JST KST CST HKT SGT PHT WIB WITA WIT ICT IST NPT PKT GST MSK EET EEST CET CEST",
    "WET WEST BST NZST NZDT AEST AEDT ACST ACDT AWST HST AKST AKDT PST PDT PT MST MDT MT CDT",
    "CT EST EDT ET AST ADT NST NDT BRT ART CLT COT PET SAST EAT CAT WAT",
)
TIME_ZONE_ABBREVIATIONS = frozenset(zone for zones in _ABBREVIATED for zone in zones.split())
TIME_ZONE_NAMES = (
    "Japan Standard Time",
    "Japan Time",
    "日本標準時",
    "日本時間",
    "Korea Standard Time",
    "한국 표준시",
    "China Standard Time",
    "India Standard Time",
    "Pacific Standard Time",
    "Pacific Daylight Time",
    "Pacific Time",
    "Mountain Standard Time",
    "Mountain Time",
    "Central Standard Time",
    "Central Time",
    "Eastern Standard Time",
    "Eastern Daylight Time",
    "Eastern Time",
    "Central European Time",
    "Greenwich Mean Time",
    "Coordinated Universal Time",
    "Singapore Standard Time",
)
_NAMES = "|".join(map(re.escape, TIME_ZONE_NAMES))
_AREAS = (
    "Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Brazil|Canada|Chile|Etc|Europe"
    "|Indian|Mexico|Pacific|US"
)
_AREA_CITY = rf"(?:{_AREAS})/[A-Z][A-Za-z0-9_+-]{{1,30}}(?:/[A-Z][A-Za-z_]{{1,30}})?"
_OFFSET = r"(?:UTC|GMT) ?[+-]\d{1,2}(?::?\d{2})?"
_ABBREVIATIONS = "|".join(sorted(TIME_ZONE_ABBREVIATIONS, key=len, reverse=True))
_ZONE = re.compile(rf"{_AREA_CITY}|{_OFFSET}|{_NAMES}|{_ABBREVIATIONS}|[+-]\d{{2}}:\d{{2}}")
_ZONE_WITHIN = re.compile(
    rf"(?<![\w/+-])(?:{_AREA_CITY}|{_OFFSET}|{_NAMES}|(?:{_ABBREVIATIONS}))(?![\w/])"
)


def read_time(text: str) -> time:
    """Read ``text``, the whole of it, as a time of day. Raises NotATime."""
    folded = " ".join(normalise(text[:40]).lower().split())
    if not _WHOLE.fullmatch(folded) or len(text) > 40:
        raise NotATime(text)
    hour, minute, second = (*map(int, re.findall(r"\d+", folded)), 0, 0)[:3]
    try:
        return time(_hour_of_day(hour, folded), minute, second)
    except ValueError as error:
        raise NotATime(text) from error


def _hour_of_day(hour: int, folded: str) -> int:
    letters = folded.replace(".", "")
    if any(mark in letters for mark in _AFTERNOON):
        return hour % 12 + 12 if hour <= 12 else hour
    if any(mark in letters for mark in _MORNING):
        return 24 if hour > 12 else hour % 12
    return hour


def find_times(line: str) -> list[TimeInLine]:
    """Find what has the shape of a time of day in ``line``, from left to right."""
    searched = _searched(line)
    if not _LIKELY.search(searched):
        return []
    return [TimeInLine(m.start(), m.end(), m[0]) for m in _WITHIN.finditer(searched)]


def is_time_zone(text: str) -> bool:
    """Tell whether ``text`` is a time zone: an abbreviation, offset, name or Area/City."""
    return _ZONE.fullmatch(text.strip().strip("()").strip()) is not None


def find_time_zones(line: str) -> list[TimeInLine]:
    """Find time zones in ``line``, from left to right."""
    return [TimeInLine(m.start(), m.end(), m[0]) for m in _ZONE_WITHIN.finditer(_searched(line))]


def _searched(line: str) -> str:
    line = line[:LONGEST_LINE]
    folded = normalise(line)
    return folded if len(folded) == len(line) else line
