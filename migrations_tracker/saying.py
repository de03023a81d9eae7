"""Says a sentence of the core in the reader's language."""

from datetime import date, datetime
from typing import Any

from django.utils.formats import date_format
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
