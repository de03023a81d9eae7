"""Says a sentence of the core in the reader's language."""

from typing import Any

from django.utils.translation import gettext

from migrations_tracker.core.sentence import Sentence


def said(sentence: Sentence | str) -> str:
    """The sentence translated and filled; sentences within it too."""
    if isinstance(sentence, str):
        return gettext(sentence)
    values = {name: _said_value(value) for name, value in sentence.values.items()}
    text = gettext(sentence.template)
    return text % values if values else text


def _said_value(value: Any) -> Any:
    return said(value) if isinstance(value, Sentence) else value
