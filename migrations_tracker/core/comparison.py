"""Holds what arrived against what was there before.

Expected is the union of both before-snapshots. Every expected record is found
again (arrived, or changed) or is missing; every record that nobody expected is
new. A record that both accounts had counts once.

Matching, from what is known of the accounts: certifications by identity and award
date, exams by identity and date, each within two days (sources and time zones
disagree by a day); benefits by code, else by name and date; registrations by exam
and moment. Names only matter where the catalogue does not know the certification.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from migrations_tracker.core.account_records import AccountRecords, canonical_json
from migrations_tracker.core.changes import Change, changes_between
from migrations_tracker.core.matching import pair
from migrations_tracker.core.records import Record, RecordType, record_type
from migrations_tracker.core.union import union


class FindingKind(StrEnum):
    ARRIVED = "arrived"
    CHANGED = "changed"
    MISSING = "missing"
    NEW = "new"


class Verdict(StrEnum):
    """COMPLETE: nothing is missing or worse. INCOMPLETE: something is missing.
    OPEN: nothing is missing, but a change needs a person's judgement."""

    COMPLETE = "complete"
    INCOMPLETE = "incomplete"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What became of one record. ``before`` is None where it is new, ``after``
    where it is missing; ``changes`` name each field that differs."""

    kind: FindingKind
    before: Record | None
    after: Record | None
    changes: tuple[Change, ...] = ()

    @property
    def record(self) -> RecordType:
        known = self.before or self.after
        assert known is not None  # noqa: S101 - every finding is about a record
        return record_type(known)

    @property
    def name(self) -> str:
        known = self.before or self.after
        assert known is not None  # noqa: S101 - every finding is about a record
        return known.name

    @property
    def harmless(self) -> bool:
        """False for a loss: a missing record, or a change for the worse."""
        if self.kind is FindingKind.MISSING:
            return False
        return all(change.harmless for change in self.changes)

    @property
    def fields(self) -> tuple[str, ...]:
        return tuple(change.field for change in self.changes)

    @property
    def key(self) -> str:
        """Names this very finding: a settlement holds for it and for no later one."""
        sides = (canonical_json([side] if side else []) for side in (self.before, self.after))
        return hashlib.sha256("\n".join([self.kind, *sides]).encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Comparison:
    findings: tuple[Finding, ...]

    @property
    def verdict(self) -> Verdict:
        return self.verdict_without(frozenset())

    def verdict_without(self, settled: frozenset[str]) -> Verdict:
        """The verdict when the findings whose keys are ``settled`` no longer count."""
        open_ones = self.open_findings(settled)
        if any(finding.kind is FindingKind.MISSING for finding in open_ones):
            return Verdict.INCOMPLETE
        return Verdict.OPEN if open_ones else Verdict.COMPLETE

    def open_findings(self, settled: frozenset[str] = frozenset()) -> tuple[Finding, ...]:
        return tuple(f for f in self.findings if not f.harmless and f.key not in settled)

    def of(self, kind: RecordType) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.record is kind)


def compare(before: Sequence[AccountRecords], after: AccountRecords) -> Comparison:
    """Hold ``after`` against the union of the ``before`` accounts."""
    return Comparison(
        tuple(
            finding
            for kind in RecordType
            for finding in _compare_kind(union([a.of(kind) for a in before]), after.of(kind))
        )
    )


def _compare_kind(expected: Sequence[Record], after: Sequence[Record]) -> Iterator[Finding]:
    partner = pair(expected, after)
    for index, record in enumerate(expected):
        yield _found_again(record, after[partner[index]] if index in partner else None)
    taken = set(partner.values())
    for index, record in enumerate(after):
        if index not in taken:
            yield Finding(kind=FindingKind.NEW, before=None, after=record)


def _found_again(before: Record, after: Record | None) -> Finding:
    if after is None:
        return Finding(kind=FindingKind.MISSING, before=before, after=None)
    changes = changes_between(before, after)
    kind = FindingKind.CHANGED if changes else FindingKind.ARRIVED
    return Finding(kind=kind, before=before, after=after, changes=changes)
