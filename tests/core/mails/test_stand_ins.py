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


ONE_BY_ONE = [
    "You told me of two logins:\n- {S}, with three exams\n- {P}, with none\n\n"
    "The latter would inherit all that the former has. Shall I?",
    "The login at work is {S}. The private one is {P}. The former will be closed. Fine?",
    "次の二つでよろしいでしょうか。\n・{S}\n・{P}\n前者の受験履歴を後者へ移し、前者は廃止いたします。",
    "Here is how: → sign in as {P} (that one stays) → Merge Accounts → enter {S} (it will be shut "
    "afterwards) → confirm.",
    "今回は {S} からご連絡をいただきましたが、お申し込みは残すアカウントからお願いしております。"
    "恐れ入りますが、{P} より再度お申し込みください。",
    "This request came from {S}, which you want removed. We take it only from the account that is "
    "kept. Please write again from {P}.",
]


@pytest.mark.parametrize("text", ONE_BY_ONE)
def test_accounts_named_one_after_the_other_and_steps_are_told_apart(text: str) -> None:
    found = read(text).direction, read(text, turned=True).direction

    assert found == (Direction.OK, Direction.SWAPPED)


def test_a_clause_heads_a_list_in_japanese() -> None:
    text = (
        "■ 残すアカウント\nログイン E メール：{P}\n認定通知用 E メール：なし\n\n"
        "■ 統合後に閉鎖されるアカウント\nログイン E メール：{S}\n認定通知用 E メール：{S}\n\n"
        "相違なければご返信ください。"
    )
    right = read(text)

    assert [each.certification for each in right.accounts] == [None, S]
    assert (right.keep, right.direction) == (1, Direction.OK)
    assert read(text, turned=True).direction == Direction.SWAPPED


def test_numbers_in_brackets_name_the_accounts_of_a_list() -> None:
    text = (
        "二つのアカウントがございます。\n(1){S}\n(2){P}\n(2)を存続させ、(1)の内容を取り込みます。"
    )

    assert read(text).direction == Direction.OK
    assert read(text, turned=True).direction == Direction.SWAPPED
