"""The comparison of a move: computed anew from sealed snapshots, never stored."""

from collections.abc import Iterable
from dataclasses import dataclass

from migrations_tracker.core.accounts import Phase, Role
from migrations_tracker.core.comparison import Comparison, Finding, Verdict, compare
from migrations_tracker.models import Move, Settlement, Snapshot
from migrations_tracker.records.of_snapshots import HeldRecord, account_records, held_in


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveSnapshots:
    """The sealed snapshots that count, each the newest of its kind; None where missing."""

    source: Snapshot | None
    destination: Snapshot | None
    after: Snapshot | None

    @property
    def complete(self) -> bool:
        return None not in (self.source, self.destination, self.after)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveComparison:
    """A comparison with what it was made from and what a person settled of it."""

    snapshots: MoveSnapshots
    held: dict[Role | Phase, list[HeldRecord]]
    comparison: Comparison
    settlements: dict[str, Settlement]

    @property
    def settled_keys(self) -> frozenset[str]:
        return frozenset(self.settlements)

    @property
    def verdict(self) -> Verdict:
        return self.comparison.verdict_without(self.settled_keys)

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        return self.comparison.open_findings(self.settled_keys)


def snapshots_of(move: Move) -> list[Snapshot]:
    """All snapshots of both accounts, drafts too, the newest first: one query."""
    snapshots = Snapshot.objects.filter(account__move=move).select_related("account")
    return list(snapshots.order_by("-started_at"))


def move_snapshots(move: Move) -> MoveSnapshots:
    """The newest sealed snapshots of both accounts: one query."""
    sealed = Snapshot.objects.filter(account__move=move, state=Snapshot.State.SEALED)
    return newest_sealed(sealed.select_related("account", "sealed_by"))


def newest_sealed(snapshots: Iterable[Snapshot]) -> MoveSnapshots:
    """Those of ``snapshots`` that count."""
    newest: dict[tuple[str, str], Snapshot] = {}
    for snapshot in sorted(snapshots, key=lambda each: each.seal_number):
        if snapshot.is_sealed:
            newest[(snapshot.account.role, snapshot.phase)] = snapshot
    return MoveSnapshots(
        source=newest.get((Role.SOURCE, Phase.BEFORE)),
        destination=newest.get((Role.DESTINATION, Phase.BEFORE)),
        after=newest.get((Role.DESTINATION, Phase.AFTER)),
    )


def compare_move(move: Move, snapshots: MoveSnapshots | None = None) -> MoveComparison | None:
    """Before against after; None as long as one of the three snapshots is missing."""
    chosen = snapshots or move_snapshots(move)
    if chosen.source is None or chosen.destination is None or chosen.after is None:
        return None
    source, destination, after = map(held_in, (chosen.source, chosen.destination, chosen.after))
    return MoveComparison(
        snapshots=chosen,
        held={Role.SOURCE: source, Role.DESTINATION: destination, Phase.AFTER: after},
        comparison=compare(
            [account_records(source), account_records(destination)], account_records(after)
        ),
        settlements={each.finding: each for each in move.settlements.select_related("by")},
    )
