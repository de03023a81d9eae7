"""The draft that fits where the move stands comes first; no draft is lost."""

import pytest

from migrations_tracker.core.accounts import Phase, Role
from migrations_tracker.core.letters import LetterKind
from migrations_tracker.letters.fitting_drafts import Drafts, drafts_of
from migrations_tracker.mails.correspondence import MailContent, record_received
from migrations_tracker.merge_requests import standing_of
from migrations_tracker.models import Move
from tests.factories import AT, UserFactory, make_move, make_snapshot
from tests.records import ONE_OF_EACH
from tests.views.conftest import step

pytestmark = pytest.mark.django_db

OWN, COMPANY = "taro.personal@example.com", "taro.yamada@example.co.jp"
LIST = """\
Before I merge the accounts, please confirm that this is right.

Account #1 (to keep)
Login email: {keep}
Account #2 (to be closed)
Login email: {give_up}
"""


@pytest.fixture
def move() -> Move:
    move = make_move(UserFactory())
    make_snapshot(move, Role.SOURCE, Phase.BEFORE, *ONE_OF_EACH)
    make_snapshot(move, Role.DESTINATION, Phase.BEFORE)
    return move


def drafts(move: Move, *steps: str) -> Drafts:
    for name in steps:
        step(move, name)
    fresh = Move.objects.get(pk=move.pk)
    return drafts_of(fresh, standing_of(fresh), today=AT.date())


def fitting(move: Move, *steps: str) -> list[LetterKind]:
    found = drafts(move, *steps)
    kinds = [kind for kind, _ in (*found.fitting, *found.others)]
    assert sorted(kinds) == sorted(LetterKind)
    return [kind for kind, _ in found.fitting]


@pytest.mark.parametrize(
    ("steps", "kind"),
    [
        ((), LetterKind.REQUEST),
        (("submit",), LetterKind.REMINDER),
        (("submit", "hold"), LetterKind.HOLD_BEFORE_LEAVING),
        (("submit", "ask_information"), LetterKind.INFORMATION),
        (("submit", "ask_confirmation"), LetterKind.CONFIRMATION),
        (("submit", "ask_confirmation", "confirm"), LetterKind.REMINDER),
    ],
)
def test_each_status_has_its_draft(move: Move, steps: tuple[str, ...], kind: LetterKind) -> None:
    assert fitting(move, *steps) == [kind]


@pytest.mark.parametrize(
    ("keep", "give_up", "kind"),
    [(OWN, COMPANY, LetterKind.CONFIRMATION), (COMPANY, OWN, LetterKind.CORRECTION)],
)
def test_after_a_list_of_accounts_the_right_answer_comes_first(
    move: Move, keep: str, give_up: str, kind: LetterKind
) -> None:
    body = LIST.format(keep=keep, give_up=give_up)
    content = MailContent(kind="confirm_accounts", body=body)
    record_received(move, content, by=move.owner, at=AT)
    assert fitting(move, "submit", "ask_confirmation") == [kind]


def test_a_loss_brings_the_letter_about_it(move: Move) -> None:
    assert fitting(move, "submit", "report_merged") == []
    fresh = Move.objects.get(pk=move.pk)
    make_snapshot(fresh, Role.DESTINATION, Phase.AFTER, *ONE_OF_EACH[2:])
    assert fitting(fresh) == [LetterKind.DISCREPANCY]
