"""Who says what a file of facts says, and how old that is."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from migrations_tracker.core.facts.fields import Fields

#: Facts that nobody checked for longer than this are old.
OLD = timedelta(days=180)

_ADDRESS = re.compile(r"https://[!-~]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who says so, where (an https address, or ""), and the day on which somebody looked."""

    title: str
    checked_on: date
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Age:
    """Of the facts: the day of the oldest check that counts, None where nobody checked."""

    checked_on: date | None
    is_old: bool


def read_sources(fields: Fields, name: str = "sources") -> tuple[Source, ...]:
    """Read the tables ``name``; raises the file's error for a wrong one."""
    return tuple(_source(each) for each in fields.tables(name))


def read_address(fields: Fields, name: str = "url") -> str:
    """Read an https address; "" where there is none."""
    if not fields.text(name, ""):
        return ""
    return fields.matching(name, _ADDRESS, "an address that begins with https://")


def age_of(entries: Iterable[Sequence[Source]], *, today: date) -> Age:
    """As old as the entry that waited longest for a check; one without a source is old.

    ``entries`` are the sources of each entry; of one entry the latest check counts.
    """
    checks = [max((each.checked_on for each in sources), default=None) for sources in entries]
    known = [day for day in checks if day]
    oldest = min(known, default=None)
    is_old = len(known) < len(checks) or (oldest is not None and today - oldest > OLD)
    return Age(checked_on=oldest, is_old=is_old)


def _source(fields: Fields) -> Source:
    fields.refuse_unknown(frozenset(Source.__dataclass_fields__))
    return Source(
        title=fields.text("title"), checked_on=fields.day("checked_on"), url=read_address(fields)
    )
