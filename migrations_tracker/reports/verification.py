"""The verification report: all that proves what arrived, built anew from sealed snapshots."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from migrations_tracker.comparing.comparisons import MoveComparison, compare_move
from migrations_tracker.comparing.finding_rows import FindingRow, finding_rows
from migrations_tracker.core.accounts import Phase, Role
from migrations_tracker.core.comparison import Comparison, Verdict
from migrations_tracker.core.lifecycle import Status
from migrations_tracker.core.sentence import gettext_noop
from migrations_tracker.core.words import VERDICT_SENTENCES
from migrations_tracker.models import CertificateFile, Event, Move, Snapshot, User
from migrations_tracker.moves.timeline import Line, entries_of, lines_of, timeline_of
from migrations_tracker.records.of_snapshots import HeldRecord
from migrations_tracker.records.tables import RecordTable, Values, record_tables

_SETTLED = gettext_noop(
    "Everything is accounted for: what did not arrive as it was is settled with a reason below."
)
_CLAIMED_COMPLETE = gettext_noop(
    "Everything has arrived, but the move is not marked as verified yet."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SnapshotPart:
    """One snapshot of the report, with its records as tables."""

    role: Role
    phase: Phase
    snapshot: Snapshot
    tables: list[RecordTable]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """``verified_at`` and ``verified_by`` are None as long as nobody has verified."""

    move: Move
    status: Status
    comparison: Comparison
    held: dict[Role | Phase, list[HeldRecord]]
    parts: tuple[SnapshotPart, ...]
    findings: tuple[FindingRow, ...]
    verdict: Verdict
    sentence: str
    timeline: Sequence[Event]
    files: Sequence[CertificateFile]
    verified_at: datetime | None
    verified_by: User | None
    made_at: datetime

    @property
    def is_verified(self) -> bool:
        return self.status is Status.VERIFIED

    @property
    def lines(self) -> list[Line]:
        """The lines of the move's own page in the reader's language, the oldest first."""
        return lines_of(entries_of(reversed(self.timeline)), self.move)[::-1]


def build_report(move: Move, *, at: datetime, show_codes: bool = False) -> Report | None:
    """The report as of ``at``; None as long as one of the three snapshots is not sealed."""
    compared = compare_move(move)
    if compared is None:
        return None
    status = Status(move.merge_request.status)
    timeline = list(timeline_of(move).order_by("number"))
    verified, values = _verification(status, timeline), Values(show_codes=show_codes)
    return Report(
        move=move,
        status=status,
        comparison=compared.comparison,
        held=compared.held,
        parts=tuple(_parts(compared, values)),
        findings=tuple(finding_rows(compared, values)),
        verdict=compared.verdict,
        sentence=_sentence(compared, status),
        timeline=timeline,
        files=list(move.certificate_files.order_by("certification", "added_at")),
        verified_at=verified.at if verified else None,
        verified_by=verified.by if verified else None,
        made_at=at,
    )


def _parts(compared: MoveComparison, values: Values) -> list[SnapshotPart]:
    snapshots = compared.snapshots
    places = (
        (Role.SOURCE, Phase.BEFORE, snapshots.source, compared.held[Role.SOURCE]),
        (Role.DESTINATION, Phase.BEFORE, snapshots.destination, compared.held[Role.DESTINATION]),
        (Role.DESTINATION, Phase.AFTER, snapshots.after, compared.held[Phase.AFTER]),
    )
    return [
        SnapshotPart(
            role=role,
            phase=phase,
            snapshot=snapshot,
            tables=record_tables(held, values),
        )
        for role, phase, snapshot, held in places
        if snapshot is not None
    ]


def _verification(status: Status, timeline: Sequence[Event]) -> Event | None:
    """The step that verified the move, the latest one; none where it stands no more."""
    if status is not Status.VERIFIED:
        return None
    steps = [event for event in timeline if event.new_status == Status.VERIFIED]
    return steps[-1] if steps else None


def _sentence(compared: MoveComparison, status: Status) -> str:
    """The verdict in one sentence; "complete" is not said of a move nobody verified."""
    verdict = compared.verdict
    if verdict is Verdict.COMPLETE and status is not Status.VERIFIED:
        return _CLAIMED_COMPLETE
    if verdict is Verdict.COMPLETE and compared.comparison.verdict is not Verdict.COMPLETE:
        return _SETTLED
    return VERDICT_SENTENCES[verdict]
