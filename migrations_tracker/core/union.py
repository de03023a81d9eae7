"""Joins what several accounts hold: what both have counts once, and nothing else is lost."""

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from migrations_tracker.core.matching import CONFLICT, pair
from migrations_tracker.core.records import CertificationStatus, Record


def union(accounts: Sequence[Sequence[Record]]) -> tuple[Record, ...]:
    """The records of all ``accounts`` (each of one kind), in order of appearance.

    Two equal records of one account stay two. A record of one account that is the
    same thing as one of another is joined with it, see ``join``.
    """
    joined: list[Record] = []
    for records in accounts:
        same = pair(joined, records, within=CONFLICT)
        for index, other in same.items():
            joined[index] = join(joined[index], records[other])
        taken = set(same.values())
        joined += [record for index, record in enumerate(records) if index not in taken]
    return tuple(joined)


def join(first: Record, second: Record) -> Record:
    """One record with what either knows; where both know, ``first``, but the later expiry.

    A renewal moves the expiry, and it may have been made in one account only.
    """
    filled = {
        field.name: getattr(second, field.name)
        for field in fields(first)
        if getattr(first, field.name) is None
    }
    filled.update(_renewed(first, second))
    return replace(first, **filled)


def _renewed(first: Record, second: Record) -> dict[str, Any]:
    mine, other = getattr(first, "expires_on", None), getattr(second, "expires_on", None)
    if mine is None or other is None or other <= mine:
        return {}
    renewed: dict[str, Any] = {"expires_on": other}
    if getattr(second, "status", None) is CertificationStatus.ACTIVE:
        renewed["status"] = CertificationStatus.ACTIVE
    return renewed
