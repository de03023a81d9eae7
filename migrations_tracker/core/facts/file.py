"""A file of facts: TOML, one table an entry, strictly checked.

An operator's own file has the same form; its entries are added, or replace those with
the same code as a whole.
"""

import tomllib
from collections.abc import Iterator
from typing import Any

from migrations_tracker.core.facts.fields import FactsError, Fields
from migrations_tracker.core.sentence import Sentence, gettext_noop


def read_entries(text: str, table: str, refusal: type[FactsError]) -> Iterator[Fields]:
    """The entries ``[[table]]`` of one file. Raises ``refusal`` where it has another form."""
    tables = _toml(text, refusal).get(table, [])
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        remedy = gettext_noop("Begin each entry with [[%(table)s]] on a line of its own.")
        raise refusal("-", table, Sentence(remedy, {"table": table}))
    for position, each in enumerate(tables, 1):
        yield Fields(str(each.get("code") or f"#{position}"), each, refusal=refusal)


def _toml(text: str, refusal: type[FactsError]) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        remedy = gettext_noop("The file is not TOML: %(error)s. Correct that place.")
        raise refusal("-", "-", Sentence(remedy, {"error": str(error)})) from error
