"""Drafts say which account is kept in AWS's own numbers, and list exactly what is missing."""

import pytest

from migrations_tracker.core.accounts import Phase, Role
from migrations_tracker.core.letters import LetterKind
from migrations_tracker.core.mails import Direction
from migrations_tracker.letters.drafts import answered_mail, draft_for, hold_letter
from migrations_tracker.mails.correspondence import MailContent, record_received
from migrations_tracker.models import Move
from tests.factories import AT, UserFactory, make_move, make_snapshot
from tests.records import ONE_OF_EACH, SAP, SITTING
from tests.views.conftest import step

pytestmark = pytest.mark.django_db

SOURCE, DESTINATION = "taro.yamada@example.co.jp", "taro.personal@example.com"

CONFIRM = """\
Before I merge the accounts, please confirm that this is right.

Account #1{first}
Login email: {one}
Account #2{second}
Login email: {two}
"""
KEPT, CLOSED = " (to keep)", " (to be closed)"


@pytest.fixture
def move() -> Move:
    return make_move(UserFactory())


def receive(move: Move, text: str, kind: str = "confirm_accounts") -> None:
    record_received(move, MailContent(kind=kind, body=text), by=move.owner, at=AT)


def written(move: Move, kind: LetterKind) -> str:
    return draft_for(move, kind, answered_mail(move, kind), at=AT).body


def test_a_confirmation_takes_the_numbers_of_the_mail(move: Move) -> None:
    receive(move, CONFIRM.format(first=CLOSED, one=SOURCE, second=KEPT, two=DESTINATION))
    body = written(move, LetterKind.CONFIRMATION)
    assert "Please merge to Account #2." in body
    assert f"Keep: Account #2 ({DESTINATION}). Give up: Account #1 ({SOURCE})." in body


def test_the_newest_list_of_accounts_counts(move: Move) -> None:
    receive(move, CONFIRM.format(first=CLOSED, one=SOURCE, second=KEPT, two=DESTINATION))
    receive(move, CONFIRM.format(first=KEPT, one=DESTINATION, second=CLOSED, two=SOURCE))
    assert "Account #1" in written(move, LetterKind.CONFIRMATION).splitlines()[2]


def test_a_mail_that_would_keep_the_wrong_account_is_known_as_swapped(move: Move) -> None:
    receive(move, CONFIRM.format(first=KEPT, one=SOURCE, second=CLOSED, two=DESTINATION))
    answered = answered_mail(move, LetterKind.CONFIRMATION)
    assert answered is not None
    assert answered.direction is Direction.SWAPPED
    body = written(move, LetterKind.CORRECTION)
    assert SOURCE in body
    assert DESTINATION in body
    assert "Confirmed" not in body


def test_without_a_mail_the_confirmation_names_no_number(move: Move) -> None:
    assert "#" not in written(move, LetterKind.CONFIRMATION)


def test_the_request_names_both_accounts_and_says_keep_and_give_up(move: Move) -> None:
    body = written(move, LetterKind.REQUEST)
    assert SOURCE in body
    assert DESTINATION in body
    assert "keep" in body.lower()
    assert "give up" in body.lower()
    assert "None" not in body


def test_the_letter_about_a_discrepancy_lists_exactly_what_is_missing(move: Move) -> None:
    make_snapshot(move, Role.SOURCE, Phase.BEFORE, *ONE_OF_EACH)
    make_snapshot(move, Role.DESTINATION, Phase.BEFORE)
    for name in ("submit", "report_merged"):
        step(move, name)
    fresh = Move.objects.get(pk=move.pk)
    make_snapshot(fresh, Role.DESTINATION, Phase.AFTER, *ONE_OF_EACH[2:])
    body = written(fresh, LetterKind.DISCREPANCY)
    assert f"{SAP.name} (earned 2024-08-04, validation number 6B4ZLPBKTXN24N6F): missing" in body
    assert f"{SITTING.name} (code SAP-C02, taken 2024-08-04, score 812): missing" in body
    assert "50% discount" not in body
    assert "7Q2M9XK4B1" not in body


def test_the_answer_to_a_hold_depends_on_whether_the_person_has_left(move: Move) -> None:
    assert hold_letter(move, AT.date()) is LetterKind.HOLD_BEFORE_LEAVING
    move.last_working_day = AT.date()
    assert hold_letter(move, AT.date()) is LetterKind.HOLD_BEFORE_LEAVING
    move.last_working_day = AT.date().replace(day=21)
    assert hold_letter(move, AT.date()) is LetterKind.HOLD_AFTER_LEAVING
