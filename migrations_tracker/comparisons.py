"""The comparison of a move: computed anew from sealed snapshots, never stored."""

from dataclasses import dataclass

from migrations_tracker.core.accounts import Phase, Role
from migrations_tracker.core.comparison import Comparison, Finding, Verdict, compare
from migrations_tracker.models import Move, Settlement, Snapshot
from migrations_tracker.snapshot_records import HeldRecord, account_records, held_records_of


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


def move_snapshots(move: Move) -> MoveSnapshots:
    """The newest sealed snapshots of both accounts: one query."""
    newest: dict[tuple[str, str], Snapshot] = {}
    sealed = Snapshot.objects.filter(account__move=move, state=Snapshot.State.SEALED)
    for snapshot in sealed.select_related("account", "sealed_by").order_by("seal_number"):
        newest[(snapshot.account.role, snapshot.phase)] = snapshot
    return MoveSnapshots(
        source=newest.get((Role.SOURCE, Phase.BEFORE)),
        destination=newest.get((Role.DESTINATION, Phase.BEFORE)),
        after=newest.get((Role.DESTINATION, Phase.AFTER)),
    )


def compare_move(move: Move, snapshots: MoveSnapshots | None = None) -> MoveComparison | None:
    """Before against after; None as long as one of the three snapshots is missing."""
    chosen = snapshots or move_snapshots(move)
    source, destination, after = chosen.source, chosen.destination, chosen.after
    if source is None or destination is None or after is None:
        return None
    held = held_records_of([source, destination, after])
    before = [account_records(held[source.pk]), account_records(held[destination.pk])]
    return MoveComparison(
        snapshots=chosen,
        held={
            Role.SOURCE: held[source.pk],
            Role.DESTINATION: held[destination.pk],
            Phase.AFTER: held[after.pk],
        },
        comparison=compare(before, account_records(held[after.pk])),
        settlements={each.finding: each for each in move.settlements.select_related("by")},
    )
