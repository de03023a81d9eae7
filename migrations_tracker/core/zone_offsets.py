"""How far from UTC the time zones are that booking pages print.

Only zones whose distance is one number are here: with the others ("Eastern Time")
a moment can't be told without the day's summer time rules, and is not guessed.
"""

import re
from datetime import timedelta

_HOURS: dict[str, float] = {
    "utc": 0, "gmt": 0, "z": 0, "etc/utc": 0, "coordinated universal time": 0,
    "jst": 9, "asia/tokyo": 9, "japan": 9, "japan standard time": 9, "japan time": 9,
    "日本標準時": 9, "日本時間": 9, "kst": 9, "asia/seoul": 9, "korea standard time": 9,
    "hkt": 8, "sgt": 8, "asia/hong_kong": 8, "asia/singapore": 8, "asia/shanghai": 8,
    "asia/taipei": 8, "china standard time": 8, "singapore standard time": 8,
    "asia/bangkok": 7, "asia/jakarta": 7, "asia/kolkata": 5.5, "india standard time": 5.5,
    "asia/dubai": 4, "est": -5, "edt": -4, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
    "pacific standard time": -8, "pacific daylight time": -7,
    "eastern standard time": -5, "eastern daylight time": -4, "cet": 1, "cest": 2,
}  # fmt: skip

_OFFSET = re.compile(r"(?:utc|gmt) ?([+-])(\d{1,2})(?::?(\d{2}))?")


def offset_of(zone: str) -> timedelta | None:
    """What to take off the zone's time to get UTC; None where that is not one number."""
    folded = zone.strip().casefold()
    if folded in _HOURS:
        return timedelta(hours=_HOURS[folded])
    written = _OFFSET.fullmatch(folded)
    if written is None:
        return None
    sign = -1 if written[1] == "-" else 1
    return sign * timedelta(hours=int(written[2]), minutes=int(written[3] or 0))
