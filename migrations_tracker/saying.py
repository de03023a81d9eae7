"""Says a sentence of the core in the reader's language."""

from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.dateformat import format as written
from django.utils.formats import date_format, get_format
from django.utils.translation import gettext

from migrations_tracker.core.sentence import Sentence


def said(sentence: Sentence | str) -> str:
    """The sentence translated and filled; sentences within it too, days as the reader has them."""
    if isinstance(sentence, str):
        return gettext(sentence)
    values = {name: _said_value(value) for name, value in sentence.values.items()}
    text = gettext(sentence.template)
    return text % values if values else text


def _said_value(value: Any) -> Any:
    """A moment is said on its own clock; who makes the sentence chooses the zone."""
    if isinstance(value, Sentence):
        return said(value)
    if isinstance(value, datetime):
        return date_format(value.replace(tzinfo=None), "DATETIME_FORMAT")
    return date_format(value) if isinstance(value, date) else value


def days_said() -> Callable[[date], str]:
    """What writes days as the reader has them; a page says the same day many times."""
    style = get_format("DATE_FORMAT")
    return cache(lambda day: written(day, style))


def moments_said(zone: str) -> Callable[[datetime], str]:
    """What writes moments as the reader has them, on the clock of ``zone`` (an IANA name)."""
    style, clock = get_format("DATETIME_FORMAT"), ZoneInfo(zone)
    return cache(lambda moment: written(moment.astimezone(clock), style))
