"""The table of moves, read as a table: each status reachable, each cell decided."""

import pytest

from migrations_tracker.core.lifecycle import (
    CLOSED,
    MOVES,
    NEED_SENTENCES,
    STAGE_OF,
    STAGES,
    STATUS_NAMES,
    MoveNotOpen,
    Need,
    Status,
    moves_from,
    reasons_against,
    target_of,
)

EVERYTHING = frozenset(Need)

#: From each status, where each move leads: the table written a second time, by hand.
EXPECTED = {
    Status.PREPARING: {
        "submit": Status.REQUESTED,
        "redirect_self_service": Status.SELF_SERVICE,
        "withdraw": Status.WITHDRAWN,
    },
    Status.REQUESTED: {
        "redirect_self_service": Status.SELF_SERVICE,
        "hold": Status.EMPLOYER_HOLD,
        "ask_information": Status.INFORMATION_ASKED,
        "ask_confirmation": Status.CONFIRMATION_ASKED,
        "report_merged": Status.REPORTED_MERGED,
        "reject": Status.REJECTED,
        "withdraw": Status.WITHDRAWN,
    },
    Status.EMPLOYER_HOLD: {
        "redirect_self_service": Status.SELF_SERVICE,
        "resume": Status.REQUESTED,
        "ask_information": Status.INFORMATION_ASKED,
        "ask_confirmation": Status.CONFIRMATION_ASKED,
        "report_merged": Status.REPORTED_MERGED,
        "reject": Status.REJECTED,
        "withdraw": Status.WITHDRAWN,
    },
    Status.INFORMATION_ASKED: {
        "redirect_self_service": Status.SELF_SERVICE,
        "hold": Status.EMPLOYER_HOLD,
        "give_information": Status.REQUESTED,
        "ask_confirmation": Status.CONFIRMATION_ASKED,
        "report_merged": Status.REPORTED_MERGED,
        "reject": Status.REJECTED,
        "withdraw": Status.WITHDRAWN,
    },
    Status.SELF_SERVICE: {
        "report_merged": Status.REPORTED_MERGED,
        "reject": Status.REJECTED,
        "withdraw": Status.WITHDRAWN,
        "reopen": Status.PREPARING,
    },
    Status.CONFIRMATION_ASKED: {
        "redirect_self_service": Status.SELF_SERVICE,
        "hold": Status.EMPLOYER_HOLD,
        "ask_information": Status.INFORMATION_ASKED,
        "correct": Status.REQUESTED,
        "confirm": Status.CONFIRMED,
        "report_merged": Status.REPORTED_MERGED,
        "reject": Status.REJECTED,
        "withdraw": Status.WITHDRAWN,
    },
    Status.CONFIRMED: {
        "redirect_self_service": Status.SELF_SERVICE,
        "hold": Status.EMPLOYER_HOLD,
        "ask_information": Status.INFORMATION_ASKED,
        "ask_confirmation": Status.CONFIRMATION_ASKED,
        "report_merged": Status.REPORTED_MERGED,
        "reject": Status.REJECTED,
    },
    Status.REPORTED_MERGED: {
        "verify": Status.VERIFIED,
        "report_discrepancy": Status.DISCREPANCY,
    },
    Status.DISCREPANCY: {
        "report_merged": Status.REPORTED_MERGED,
        "verify": Status.VERIFIED,
        "reject": Status.REJECTED,
    },
    Status.VERIFIED: {"doubt": Status.REPORTED_MERGED},
    Status.REJECTED: {"withdraw": Status.WITHDRAWN, "reopen": Status.PREPARING},
    Status.WITHDRAWN: {"reopen": Status.PREPARING},
}


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("name", MOVES)
def test_each_cell_of_the_table_is_as_decided(status: Status, name: str) -> None:
    wanted = EXPECTED[status].get(name)
    if wanted is None:
        with pytest.raises(MoveNotOpen, match="not possible now"):
            target_of(name, status, EVERYTHING)
    else:
        assert target_of(name, status, EVERYTHING) is wanted


def test_every_status_can_be_reached_from_the_start() -> None:
    reached, edge = {Status.PREPARING}, [Status.PREPARING]
    while edge:
        for move in moves_from(edge.pop()):
            if move.target not in reached:
                reached.add(move.target)
                edge.append(move.target)
    assert reached == set(Status)


def test_no_request_gets_stuck_before_it_is_closed() -> None:
    for status in set(Status) - CLOSED:
        assert any(move.target is not status for move in moves_from(status)), status


def test_only_verify_leads_to_verified_and_it_needs_the_proof() -> None:
    leading = [move for move in MOVES.values() if move.target is Status.VERIFIED]
    assert [move.name for move in leading] == ["verify"]
    assert {Need.AFTER_SEALED, Need.NO_OPEN_FINDINGS} <= leading[0].needs


@pytest.mark.parametrize("need", [need for need in Need if need in MOVES["verify"].needs])
def test_verify_without_one_of_its_needs_says_which(need: Need) -> None:
    with pytest.raises(MoveNotOpen) as refusal:
        target_of("verify", Status.REPORTED_MERGED, EVERYTHING - {need})
    assert [str(reason) for reason in refusal.value.reasons] == [NEED_SENTENCES[need]]


def test_a_request_without_before_snapshots_is_not_sent() -> None:
    reasons = reasons_against(MOVES["submit"], Status.PREPARING, frozenset())
    assert [str(reason) for reason in reasons] == [
        NEED_SENTENCES[need]
        for need in (
            Need.SOURCE_NAMED,
            Need.DESTINATION_NAMED,
            Need.SOURCE_BEFORE_SEALED,
            Need.DESTINATION_BEFORE_SEALED,
        )
    ]


def test_every_status_has_a_name_and_a_place_on_the_progress_line() -> None:
    assert set(STATUS_NAMES) == set(STAGE_OF) == set(Status)
    assert set(STAGE_OF.values()) <= set(STAGES)


def test_a_word_that_is_no_move_is_an_error_of_the_program() -> None:
    with pytest.raises(KeyError):
        target_of("teleport", Status.PREPARING, EVERYTHING)
