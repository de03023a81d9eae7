"""Which account a mail keeps, by labels in the writer's own words and by what stands in for names.

{S} is the account to be given up, {P} the one to be kept. Each wording is read both ways round.
"""

import pytest

from migrations_tracker.core.mails import Direction, MailReading, MoveAddresses, pasted, read_mail
from migrations_tracker.core.mails.account_pairs import paired_accounts

P, S = "taro.personal@example.com", "taro.yamada@example.co.jp"
OWN = MoveAddresses(source=frozenset({S}), destination=frozenset({P}))


def read(text: str, *, turned: bool = False) -> MailReading:
    one, other = (P, S) if turned else (S, P)
    return read_mail(pasted(text.format(S=one, P=other)), OWN)


LABELS = [
    "The keeper: {P}\nThe goner: {S}",
    "(a) Profile to survive: {P}\n(b) Profile to be extinguished: {S}",
    "Keeping: AWS01234567 / {P} / Builder ID\nFolding in: AWS07654321 / {S} / SSO",
    "You're keeping --> {P}\nYou're saying bye to --> {S}",
    "  target   {P}   exams 9\n  source   {S}   exams 3\n  result   {P}   exams 12",
    "FROM: AWS00450098 (login: {S})\nINTO: AWS03990017 (login: {P})",
    "— surviving profile: {P}, yes?\n— vanishing profile: {S}, yes?",
    "Source\n  Login: {S}\n\nDestination\n  Login: {P}",
    "・旧アカウント　{S}\n・新アカウント　{P}",
    "　今後お使いになるアカウント：{P}\n　ご利用を終えられるアカウント：{S}",
    "【残すアカウント】\nログイン：{P}\n【統合後に無効となるアカウント】\nログイン：{S}",
]


@pytest.mark.parametrize("labels", LABELS)
def test_two_labels_of_opposite_meaning_are_a_list_of_accounts(labels: str) -> None:
    text = f"Please confirm the merge:\n\n{labels}\n\nThank you"
    right, turned = read(text), read(text, turned=True)

    assert {account.login for account in right.accounts} == {P, S}
    assert (right.direction, turned.direction) == (Direction.OK, Direction.SWAPPED)
    assert [each.login for each in right.accounts if each.number == right.keep] == [P]


SENTENCES = [
    "Do you confirm? All goes from {S} in the direction of {P}.",
    "Please confirm. We take all there is in {S} and place it in {P}.",
    "Please confirm: you wish to keep {P} and lose {S}. The latter cannot come back.",
    "We found {P} and {S}. Please confirm that the former stays and the latter is closed.",
    "We found {S} and {P}. Please confirm that we close the first, and keep the second.",
    "Everything belonging to ({S}) becomes property of ({P}). Please confirm.",
    "☐ {P} is the one that lives on\n☐ {S} is the one that disappears\n"
    "☐ no exam is booked on either\nPlease confirm the merge.",
    "現在 {P} と {S} の 2 つが確認できておりますが、今後お使いになるのは前者でよろしいでしょうか。",
    "個人でお使いの {P} に、旧勤務先の {S} の受験履歴と認定を移す、でよろしいでしょうか。",
    "The merge is complete. The profile {S} stands absorbed in {P}.",
    "Both accounts were merged. The account that is exist now is '{P}'.",
    "The merge is complete. There is just one profile left in your name: {P}.",
    "The merge is complete. {P} now shows all twelve records.",
    "The merge is complete. Look under {P} for your certificates.",
    "統合が完了しました。認定も特典も {P} に入っています。",
    "What you listed is right: #1 {P} (keep), #2 {S} (give up). Please confirm.",
    "Just the final check. Old: {S}. New: {P}. Please confirm the merge.",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_tells_which_account_is_kept(sentence: str) -> None:
    assert read(sentence).direction is Direction.OK
    assert read(sentence, turned=True).direction is Direction.SWAPPED


@pytest.mark.parametrize(
    "sentence",
    [
        "everything in A moves over to B, and A disappears",
        "A -> B. A gets deactivated.",
        "I'd dissolve A into B.",
    ],
)
def test_bare_letters_name_the_accounts_of_a_lettered_list(sentence: str) -> None:
    text = f"Please confirm:\n\nAccount A\nLogin: {{S}}\n\nAccount B\nLogin: {{P}}\n\n{sentence}"

    assert read(text).direction is Direction.OK
    assert read(text, turned=True).direction is Direction.SWAPPED


@pytest.mark.parametrize(
    "sentence",
    [
        "A merge cannot be undone. Please confirm the accounts.",
        "Please confirm: your 5 certifications are in {P}, and you also have {S}.",
        "Please confirm: {P} holds all your records, and {S} exists as well.",
        "The sender of this case: {P}\nThe account you would like us to work on: {S}",
        "The following addresses were found: {P} and {S}. The second exam was in May.",
        "Subject: Your case\nFrom: {S}\nTo: {P}\n\nPlease confirm the accounts.",
        "今後使わないアカウント：{P}\nご確認ください。",
    ],
)
def test_what_says_nothing_of_the_merge_never_reassures(sentence: str) -> None:
    assert read(sentence).direction is not Direction.OK


def test_the_head_of_a_pasted_mail_is_no_list_of_accounts() -> None:
    head = f"From: {S}\nSent: Monday, 16 November 2026\nTo: {P}"

    assert not paired_accounts(head)
    assert paired_accounts(head.replace("Sent", "Moved on"))


def test_steps_and_questions_are_no_list_of_accounts() -> None:
    assert not read("1) You wish to keep {P} and lose {S}, correct?\n2) Is it so?").accounts
    assert not read("下記の手順です。\n① {P} で aws.training にサインイン\n② 送信").accounts
