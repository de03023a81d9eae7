"""The life of a merge request: one table of moves, and what each of them needs.

The table is the only truth: pages, admin, drafts and tests read it. The path of
one real request of 2022 (requested, employer hold, confirmation asked, confirmed,
reported merged) and of a dozen later ones gave the statuses.
"""

from collections.abc import Set
from dataclasses import dataclass, field
from enum import StrEnum

from migrations_tracker.core.sentence import Sentence, gettext_noop


class Status(StrEnum):
    PREPARING = "preparing"
    REQUESTED = "requested"
    EMPLOYER_HOLD = "employer_hold"
    INFORMATION_ASKED = "information_asked"
    SELF_SERVICE = "self_service"
    CONFIRMATION_ASKED = "confirmation_asked"
    CONFIRMED = "confirmed"
    REPORTED_MERGED = "reported_merged"
    DISCREPANCY = "discrepancy"
    VERIFIED = "verified"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


STATUS_NAMES: dict[Status, str] = {
    Status.PREPARING: gettext_noop("Preparing"),
    Status.REQUESTED: gettext_noop("Requested"),
    Status.EMPLOYER_HOLD: gettext_noop("Employer hold"),
    Status.INFORMATION_ASKED: gettext_noop("More information asked"),
    Status.SELF_SERVICE: gettext_noop("Sent to the self-service tool"),
    Status.CONFIRMATION_ASKED: gettext_noop("Confirmation asked"),
    Status.CONFIRMED: gettext_noop("Confirmed"),
    Status.REPORTED_MERGED: gettext_noop("Reported merged"),
    Status.DISCREPANCY: gettext_noop("Discrepancy"),
    Status.VERIFIED: gettext_noop("Verified"),
    Status.REJECTED: gettext_noop("Rejected"),
    Status.WITHDRAWN: gettext_noop("Withdrawn"),
}

#: The straight road, as the progress line shows it.
STAGES: tuple[Status, ...] = (
    Status.PREPARING,
    Status.REQUESTED,
    Status.CONFIRMATION_ASKED,
    Status.CONFIRMED,
    Status.REPORTED_MERGED,
    Status.VERIFIED,
)

#: Which stage of the straight road a side road branches off from.
STAGE_OF: dict[Status, Status] = {
    **{stage: stage for stage in STAGES},
    Status.EMPLOYER_HOLD: Status.REQUESTED,
    Status.INFORMATION_ASKED: Status.REQUESTED,
    Status.SELF_SERVICE: Status.REQUESTED,
    Status.DISCREPANCY: Status.REPORTED_MERGED,
    Status.REJECTED: Status.REQUESTED,
    Status.WITHDRAWN: Status.PREPARING,
}

#: Nothing is waited for any more.
CLOSED: frozenset[Status] = frozenset({Status.VERIFIED, Status.WITHDRAWN})

#: AWS says that it has merged: the destination can be looked at.
AFTER_MERGE: frozenset[Status] = frozenset({Status.REPORTED_MERGED, Status.DISCREPANCY})

#: A case is with AWS and no answer is owed by the person.
WAITING_FOR_AWS: frozenset[Status] = frozenset({Status.REQUESTED, Status.CONFIRMED})


class Need(StrEnum):
    """What a move may require to be there before it is open."""

    SOURCE_NAMED = "source_named"
    DESTINATION_NAMED = "destination_named"
    SOURCE_BEFORE_SEALED = "source_before_sealed"
    DESTINATION_BEFORE_SEALED = "destination_before_sealed"
    AFTER_SEALED = "after_sealed"
    NO_OPEN_FINDINGS = "no_open_findings"
    AN_OPEN_FINDING = "an_open_finding"


NEED_SENTENCES: dict[Need, str] = {
    Need.SOURCE_NAMED: gettext_noop("Enter the login address of the account to give up."),
    Need.DESTINATION_NAMED: gettext_noop("Enter the login address of the account to keep."),
    Need.SOURCE_BEFORE_SEALED: gettext_noop(
        "Seal the before-snapshot of the account to give up first."
    ),
    Need.DESTINATION_BEFORE_SEALED: gettext_noop(
        "Seal the before-snapshot of the account to keep first."
    ),
    Need.AFTER_SEALED: gettext_noop("Seal the after-snapshot of the account to keep first."),
    Need.NO_OPEN_FINDINGS: gettext_noop(
        "The comparison still has open findings. Ask AWS about them, or settle each with a reason."
    ),
    Need.AN_OPEN_FINDING: gettext_noop("The comparison has no open finding to report."),
}

_PREPARED = frozenset(
    {
        Need.SOURCE_NAMED,
        Need.DESTINATION_NAMED,
        Need.SOURCE_BEFORE_SEALED,
        Need.DESTINATION_BEFORE_SEALED,
    }
)
_PROVEN = frozenset(
    {
        Need.SOURCE_BEFORE_SEALED,
        Need.DESTINATION_BEFORE_SEALED,
        Need.AFTER_SEALED,
        Need.NO_OPEN_FINDINGS,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One way from some statuses to another; ``label`` is the button's text."""

    name: str
    label: str
    sources: frozenset[Status]
    target: Status
    needs: frozenset[Need] = field(default_factory=frozenset)


def _move(
    name: str, label: str, sources: Set[Status], target: Status, needs: Set[Need] = frozenset()
) -> Move:
    return Move(
        name=name, label=label, sources=frozenset(sources), target=target, needs=frozenset(needs)
    )


#: A case is with AWS.
OPEN_CASE = frozenset(
    {
        Status.REQUESTED,
        Status.EMPLOYER_HOLD,
        Status.INFORMATION_ASKED,
        Status.CONFIRMATION_ASKED,
        Status.CONFIRMED,
    }
)

MOVES: dict[str, Move] = {
    move.name: move
    for move in (
        _move(
            "submit",
            gettext_noop("I have sent the request to AWS"),
            {Status.PREPARING},
            Status.REQUESTED,
            _PREPARED,
        ),
        _move(
            "redirect_self_service",
            gettext_noop("Use the self-service tool"),
            OPEN_CASE | {Status.PREPARING},
            Status.SELF_SERVICE,
            _PREPARED,
        ),
        _move(
            "hold",
            gettext_noop("AWS waits until I have left the employer"),
            OPEN_CASE - {Status.EMPLOYER_HOLD},
            Status.EMPLOYER_HOLD,
        ),
        _move(
            "resume",
            gettext_noop("I have answered the hold"),
            {Status.EMPLOYER_HOLD},
            Status.REQUESTED,
        ),
        _move(
            "ask_information",
            gettext_noop("AWS asks for more information"),
            OPEN_CASE - {Status.INFORMATION_ASKED},
            Status.INFORMATION_ASKED,
        ),
        _move(
            "give_information",
            gettext_noop("I have sent the information"),
            {Status.INFORMATION_ASKED},
            Status.REQUESTED,
        ),
        _move(
            "ask_confirmation",
            gettext_noop("AWS asks to confirm the accounts"),
            OPEN_CASE - {Status.CONFIRMATION_ASKED},
            Status.CONFIRMATION_ASKED,
        ),
        _move(
            "correct",
            gettext_noop("I have sent a correction"),
            {Status.CONFIRMATION_ASKED},
            Status.REQUESTED,
        ),
        _move(
            "confirm",
            gettext_noop("I have sent the confirmation"),
            {Status.CONFIRMATION_ASKED},
            Status.CONFIRMED,
        ),
        _move(
            "report_merged",
            gettext_noop("AWS says the accounts are merged"),
            OPEN_CASE | {Status.SELF_SERVICE, Status.DISCREPANCY},
            Status.REPORTED_MERGED,
        ),
        _move(
            "verify",
            gettext_noop("Everything arrived: mark as verified"),
            {Status.REPORTED_MERGED, Status.DISCREPANCY},
            Status.VERIFIED,
            _PROVEN,
        ),
        _move(
            "report_discrepancy",
            gettext_noop("I have told AWS what is missing"),
            {Status.REPORTED_MERGED},
            Status.DISCREPANCY,
            {Need.AFTER_SEALED, Need.AN_OPEN_FINDING},
        ),
        _move(
            "doubt",
            gettext_noop("Something is missing after all"),
            {Status.VERIFIED},
            Status.REPORTED_MERGED,
        ),
        _move(
            "reject",
            gettext_noop("AWS has rejected the request"),
            OPEN_CASE | {Status.SELF_SERVICE, Status.DISCREPANCY},
            Status.REJECTED,
        ),
        _move(
            "withdraw",
            gettext_noop("Withdraw the request"),
            {
                Status.PREPARING,
                Status.REQUESTED,
                Status.EMPLOYER_HOLD,
                Status.INFORMATION_ASKED,
                Status.SELF_SERVICE,
                Status.CONFIRMATION_ASKED,
                Status.REJECTED,
            },
            Status.WITHDRAWN,
        ),
        _move(
            "reopen",
            gettext_noop("Prepare it again"),
            {Status.REJECTED, Status.WITHDRAWN, Status.SELF_SERVICE},
            Status.PREPARING,
        ),
    )
}


class MoveNotOpen(ValueError):
    """The move can't be made now; ``reasons`` say why and what to do instead."""

    def __init__(self, name: str, reasons: tuple[Sentence, ...]) -> None:
        super().__init__(f"{name}: " + " ".join(map(str, reasons)))
        self.name = name
        self.reasons = reasons


def moves_from(status: Status) -> tuple[Move, ...]:
    """The moves whose sources hold ``status``, whether or not their needs are met."""
    return tuple(move for move in MOVES.values() if status in move.sources)


def reasons_against(move: Move, status: Status, met: Set[Need]) -> tuple[Sentence, ...]:
    """Why ``move`` is not open at ``status`` with the needs ``met``; () when it is open."""
    if status not in move.sources:
        return (_not_from_here(status),)
    return tuple(Sentence(NEED_SENTENCES[need]) for need in Need if need in move.needs - met)


def _not_from_here(status: Status) -> Sentence:
    return Sentence(
        gettext_noop("This step is not possible now: the request is at “%(status)s”."),
        {"status": Sentence(STATUS_NAMES[status])},
    )


def target_of(name: str, status: Status, met: Set[Need]) -> Status:
    """The status that the move ``name`` leads to from ``status``.

    Raises KeyError for a name that is no move, MoveNotOpen where the table or a
    need forbids it.
    """
    move = MOVES[name]
    reasons = reasons_against(move, status, met)
    if reasons:
        raise MoveNotOpen(name, reasons)
    return move.target
