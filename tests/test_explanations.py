"""A mail and a draft are explained with the accounts and days of the case."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils.formats import date_format
from django.utils.translation import override

from migrations_tracker.core.explanations import ASKED_NAMES, explain_letter, explain_mail
from migrations_tracker.core.letters import LetterAccount, LetterFacts, LetterKind
from migrations_tracker.core.mails import (
    Asked,
    Deadline,
    Direction,
    MailAccount,
    MailKind,
    MailReading,
)
from migrations_tracker.core.sentence import Sentence
from migrations_tracker.saying import said

COMPANY, OWN = "taro.yamada@example.co.jp", "taro.personal@example.com"
FACTS = LetterFacts(
    holder_name="Taro Yamada",
    employer="Example Systems K.K.",
    last_working_day=date(2026, 11, 27),
    mailbox_closes_at=datetime(2026, 11, 30, 18, 0, tzinfo=ZoneInfo("Asia/Tokyo")),
    source=LetterAccount(login=COMPANY, number=2),
    destination=LetterAccount(login=OWN, candidate_id="AWS07654321", number=1),
    case_id="17551100220",
    today=date(2026, 11, 18),
)
LEFT = replace(FACTS, today=date(2026, 12, 1))
NOTHING = LetterFacts()
RIGHT = MailReading(
    kind=MailKind.CONFIRM_ACCOUNTS,
    sure=True,
    accounts=(MailAccount(number=1, login=OWN), MailAccount(number=2, login=COMPANY)),
    keep=1,
    direction=Direction.OK,
)
SWAPPED = replace(RIGHT, keep=2, direction=Direction.SWAPPED)


def told(*groups: tuple[Sentence, ...]) -> str:
    """What a page says, in English."""
    with override("en"):
        return " ".join(said(sentence) for group in groups for sentence in group)


def day(year: int, month: int, number: int) -> str:
    with override("en"):
        return date_format(date(year, month, number))


def mail(kind: MailKind, reading: MailReading = RIGHT, facts: LetterFacts = FACTS) -> str:
    explained = explain_mail(kind, replace(reading, kind=kind), facts)
    return told(explained.says, explained.asks, explained.do)


def letter(kind: LetterKind, facts: LetterFacts = FACTS) -> str:
    explained = explain_letter(kind, facts)
    return told(explained.says, explained.send, explained.then)


@pytest.mark.parametrize("facts", [FACTS, LEFT, NOTHING], ids=["all", "left", "nothing"])
@pytest.mark.parametrize("direction", [*Direction, None])
@pytest.mark.parametrize("kind", MailKind)
def test_every_mail_is_explained_whatever_is_known(
    kind: MailKind, direction: Direction | None, facts: LetterFacts
) -> None:
    for reading in (replace(RIGHT, direction=direction), MailReading(kind=kind, sure=False)):
        words = mail(kind, reading, facts)
        assert explain_mail(kind, reading, facts).do
        assert "None" not in words
        assert "%(" not in words


@pytest.mark.parametrize("facts", [FACTS, LEFT, NOTHING], ids=["all", "left", "nothing"])
@pytest.mark.parametrize("kind", LetterKind)
def test_every_letter_is_explained_whatever_is_known(kind: LetterKind, facts: LetterFacts) -> None:
    explained = explain_letter(kind, facts)
    words = letter(kind, facts)
    assert explained.says
    assert explained.send
    assert explained.then
    assert "None" not in words
    assert "%(" not in words


def test_the_right_list_is_told_by_numbers_and_addresses() -> None:
    words = mail(MailKind.CONFIRM_ACCOUNTS)
    assert f"AWS would keep account #1 ({OWN}): that is the account you want to keep" in words
    assert f"It would give up account #2 ({COMPANY})" in words
    assert "send the confirmation" in words


def test_a_swapped_list_is_told_with_what_would_be_lost_and_never_says_to_confirm() -> None:
    words = mail(MailKind.CONFIRM_ACCOUNTS, SWAPPED)
    assert f"AWS would keep account #2 ({COMPANY}): that is the account you want" in words
    assert "closes on" in words
    assert "Do not answer “confirmed”. Send the correction" in words
    assert "send the confirmation" not in words


@pytest.mark.parametrize("direction", [Direction.UNKNOWN_ADDRESS, Direction.UNCLEAR, None])
def test_what_is_not_certain_is_never_to_be_confirmed(direction: Direction | None) -> None:
    words = mail(MailKind.CONFIRM_ACCOUNTS, replace(RIGHT, direction=direction))
    assert "send the confirmation" not in words
    assert "Do not confirm" in words


def test_a_hold_is_told_with_the_last_working_day_and_the_closing_of_the_mailbox() -> None:
    words = mail(MailKind.PARTNER_BLOCK)
    assert f"Your last working day is {day(2026, 11, 27)}" in words
    assert f"closes on {day(2026, 11, 30)}" in words
    assert OWN in words
    assert "Your last working day was" in mail(MailKind.PARTNER_BLOCK, facts=LEFT)
    assert "closes on" not in mail(MailKind.PARTNER_BLOCK, facts=LEFT)


def test_what_aws_asks_for_is_named_and_what_is_not_entered_yet_is_said() -> None:
    reading = replace(RIGHT, asks_for=(Asked.CANDIDATE_IDS, Asked.LAST_WORKING_DAY))
    words = mail(MailKind.NEED_INFO, reading)
    assert "the candidate IDs of both accounts" in words
    assert f"The candidate ID of {COMPANY} is not entered here yet" in words
    assert f"The candidate ID of {OWN}" not in words
    assert "Enter your last working day first" not in words


def test_documents_are_to_be_sent_with_care() -> None:
    reading = replace(RIGHT, asks_for=(Asked.ID_DOCUMENT,))
    assert "only as an answer to AWS's own address" in mail(MailKind.NEED_INFO, reading)


def test_the_times_of_a_mail_are_told() -> None:
    limits = (
        Deadline(text="within 24 hours", hours=24),
        Deadline(text="by 30 november", on=date(2026, 11, 30)),
        Deadline(text="within 2 business days"),
    )
    words = mail(MailKind.CONFIRM_ACCOUNTS, replace(RIGHT, deadlines=limits))
    assert "24 hours (“within 24 hours”)" in words
    assert f"{day(2026, 11, 30)} (“by 30 november”)" in words
    assert "“within 2 business days”" in words


def test_a_receipt_says_on_which_day_to_remind_aws() -> None:
    sent = replace(RIGHT, sent_at=datetime(2026, 11, 19, 3, 0, tzinfo=UTC))
    assert f"by {day(2026, 11, 24)} (three business days)" in mail(MailKind.ACK, sent)


def test_merged_is_called_a_claim_and_a_wrong_way_is_told() -> None:
    assert "That is a claim, not yet a proof." in mail(MailKind.DONE)
    assert "Ask AWS at once" not in mail(MailKind.DONE)
    assert f"names the account to give up ({COMPANY})" in mail(MailKind.DONE, SWAPPED)


def test_the_confirmation_is_explained_by_awss_number_and_by_addresses() -> None:
    words = letter(LetterKind.CONFIRMATION)
    assert "“Confirmed. Please merge to Account #1.”" in words
    assert f"{OWN} is kept, {COMPANY} is given up" in words
    assert "can't be undone" in words


def test_the_correction_names_both_accounts_with_awss_numbers() -> None:
    words = letter(LetterKind.CORRECTION)
    assert f"{OWN} (AWS's account #1)" in words
    assert f"{COMPANY} (AWS's account #2)" in words


def test_the_answer_to_a_hold_says_when_to_write_again() -> None:
    words = letter(LetterKind.HOLD_BEFORE_LEAVING)
    assert f"On {day(2026, 11, 30)}, the first business day after" in words


def test_an_answer_from_the_accounts_own_mailbox_is_told_how_and_until_when() -> None:
    facts = replace(FACTS, asked_for=(Asked.NAME, Asked.REPLY_FROM_ADDRESS))
    explained = explain_letter(LetterKind.INFORMATION, facts)
    assert "It answers what AWS asked for: your full name" in told(explained.says)
    assert "from the address of the account itself" not in told(explained.says)
    assert f"until its mailbox closes: {day(2026, 11, 30)}" in told(explained.send)


def test_everything_aws_may_ask_for_has_a_name() -> None:
    assert set(ASKED_NAMES) == set(Asked)


def test_japanese_readers_are_told_in_japanese_with_their_dates() -> None:
    explained = explain_mail(MailKind.PARTNER_BLOCK, RIGHT, FACTS)
    with override("ja"):
        words = "".join(said(sentence) for sentence in explained.says)
    assert "2026年11月27日" in words
    assert COMPANY in words
    assert "AWS は今は統合しません" in words
