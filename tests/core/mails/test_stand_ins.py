"""What stands in for an account: the latter, a number, a letter, a candidate ID, "the company one".

{S} is the account to be given up, {P} the one to be kept. Each wording is read both ways round.
"""

import pytest

from migrations_tracker.core.mails import Direction, MailReading, MoveAddresses, pasted, read_mail
from migrations_tracker.core.mails.candidate_ids import ids_beside_addresses
from migrations_tracker.core.mails.nicknames import nicknames

P, S = "taro.personal@example.com", "taro.yamada@example.co.jp"
OWN = MoveAddresses(source=frozenset({S}), destination=frozenset({P}))
LIST = (
    "Please confirm:\n\nAccount #1\nCandidate ID: AWS01112223\nLogin email: {S}\n"
    "Training notification email: {S}\nCertification notification email: N/A\n\n"
    "Account #2\nCandidate ID: AWS04445556\nLogin email: {P}\nTraining notification email: {P}\n"
    "Certification notification email: {P}\n\n"
)


def read(text: str, *, turned: bool = False) -> MailReading:
    one, other = (P, S) if turned else (S, P)
    return read_mail(pasted(f"Hello Taro,\n\n{text.format(S=one, P=other)}\n\nAnn"), OWN)


BELOW_A_LIST = [
    "As you'd like to hold on to the latter and retire the former, I have prepared that. Okay?",
    "The former will be merged into the latter. OK?",
    "The latter shall be your account from now on.",
    "We would close the first of these.",
    "The one listed first will be deleted.",
    "The lower one will be kept, the upper one closed.",
    "The merge keeps the second account listed above.",
    "After that only account #2 exists.",
    "Number one is to be dissolved in number two. Correct?",
    "1 into 2. Correct?",
    "Into #2 goes all of #1. Fine?",
    "Keep: 2",
    "To keep: #2. To close: #1.",
    "Surviving account: #2",
    "The surviving candidate ID will be AWS04445556.",
    "AWS01112223 will be merged into AWS04445556.",
    "The ID AWS01112223 will be closed.",
    "前者に登録されている記録を後者へ移し、前者は以後ご利用いただけなくなります。",
    "後者を残し、前者を削除いたします。よろしいでしょうか。",
    "1 から 2 への統合でよろしいでしょうか。",
    "2 番目のアカウントを残します。よろしいでしょうか。",
    "下のアカウントを残し、上のアカウントを閉じます。よろしいでしょうか。",
    "統合後の候補者 ID は AWS04445556 となります。よろしいでしょうか。",
]


@pytest.mark.parametrize("sentence", BELOW_A_LIST)
def test_below_a_list_of_two_a_word_is_enough_for_each(sentence: str) -> None:
    right, turned = read(LIST + sentence), read(LIST + sentence, turned=True)

    assert (right.direction, turned.direction) == (Direction.OK, Direction.SWAPPED)
    assert (right.keep, turned.keep) == (2, 2)


def test_a_letter_into_a_letter_is_a_move() -> None:
    text = LIST.replace("#1", "A").replace("#2", "B") + "A into B. Correct?"

    assert read(text).direction is Direction.OK
    assert read(text, turned=True).direction is Direction.SWAPPED


IN_SENTENCES = [
    "I found {S} (candidate ID AWS01112223) and {P} (candidate ID AWS04445556). "
    "AWS04445556 will be kept. Please confirm.",
    "Two logins are yours: {S} (work) and {P} (private). The work one will be merged into the "
    "private one. Please confirm.",
    "Your company login is {S}, the personal one {P}. We'd close the company one. Agreed?",
    "会社用（{S}）と個人用（{P}）がございます。会社用のアカウントを削除してよろしいでしょうか。",
    "We have your request from {S}. As this is the account that would be closed, please write to "
    "us from {P}.",
]


@pytest.mark.parametrize("sentence", IN_SENTENCES)
def test_a_name_given_in_a_sentence_holds_in_the_next(sentence: str) -> None:
    assert read(sentence).direction is Direction.OK
    assert read(sentence, turned=True).direction is Direction.SWAPPED


@pytest.mark.parametrize(
    "sentence",
    [
        LIST + "We keep account #2 and look at the former.",
        "We found {S}. The former employer is known. Please confirm {P}.",
        "{S} (work) and {P} (work) are both yours. We keep the work one. Please confirm.",
        LIST + "Certifications kept: 2",
    ],
)
def test_a_name_of_none_or_of_both_never_reassures(sentence: str) -> None:
    turned = read(sentence, turned=True).direction

    assert turned is not Direction.OK


def test_a_nickname_given_to_two_accounts_is_nobodys() -> None:
    assert nicknames([f"{S} (work), {P} (personal)"]) == {"work": S, "personal": P}
    assert nicknames([f"{S} (work)", f"{P} (company)"]) == {}


def test_a_candidate_id_beside_an_address_is_of_that_account() -> None:
    assert ids_beside_addresses(f"{S} (AWS01112223)\nAWS04445556 - {P}\nAWS09998887") == {
        "AWS01112223": S,
        "AWS04445556": P,
    }
