"""Each letter with everything known, and with next to nothing known."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils.translation import override

from migrations_tracker.core.letters import (
    LetterAccount,
    LetterFacts,
    LetterKind,
    letter_for,
)
from migrations_tracker.core.mails import (
    Asked,
    Direction,
    FindingKind,
    MailFinding,
    MailKind,
    MailReading,
)
from migrations_tracker.core.sentence import Sentence
from migrations_tracker.letters.writing import AWS_ADDRESS, draft

SOURCE, DESTINATION = "taro.yamada@example.co.jp", "taro.personal@example.com"
FULL = LetterFacts(
    holder_name="Taro Yamada",
    employer="Example Systems K.K.",
    last_working_day=date(2026, 11, 30),
    mailbox_closes_at=datetime(2026, 11, 30, 18, 0, tzinfo=ZoneInfo("Asia/Tokyo")),
    source=LetterAccount(
        login=SOURCE, training=SOURCE, certification=SOURCE, candidate_id="AWS01234567", number=1
    ),
    destination=LetterAccount(
        login=DESTINATION,
        training=DESTINATION,
        skill_builder=DESTINATION,
        candidate_id="AWS07654321",
        number=2,
    ),
    case_id="17551100220",
    today=date(2026, 11, 17),
    missing_records=("AWS Certified Developer - Associate (earned 2024-08-04)",),
    asked_for=(Asked.CANDIDATE_IDS, Asked.NAME, Asked.LAST_WORKING_DAY, Asked.KEEP_ACCOUNT),
)
BOTH_NAMED = set(LetterKind) - {LetterKind.THANKS}


@pytest.mark.parametrize("kind", LetterKind)
def test_a_letter_with_everything_known_is_whole(kind: LetterKind) -> None:
    letter = draft(kind, FULL)

    if kind is not LetterKind.REQUEST:
        assert letter.to == AWS_ADDRESS
        assert "[CASE 17551100220]" in letter.subject
    assert letter.body.startswith("Dear AWS Training and Certification team,\n")
    assert letter.body.endswith("Best regards,\nTaro Yamada\n")
    assert DESTINATION in letter.body
    assert "\n\n\n" not in letter.body


@pytest.mark.parametrize("kind", LetterKind)
def test_what_is_not_known_is_left_out(kind: LetterKind) -> None:
    letter = draft(kind, LetterFacts())

    for trace in ("None", "()", "[CASE", "{", "}", "  ", "#", "\n\n\n", ": \n"):
        assert trace not in letter.subject + "\n" + letter.body
    assert letter.subject
    assert letter.body.endswith("Best regards,\n")


@pytest.mark.parametrize("kind", sorted(BOTH_NAMED))
def test_keep_and_give_up_stand_beside_every_number_and_address(kind: LetterKind) -> None:
    words = draft(kind, FULL).body.lower()

    assert words.index("keep") < words.index(DESTINATION)
    before_source = words[: words.index(SOURCE)]
    assert before_source.rindex("give up") > before_source.find(DESTINATION + "\n")


def test_the_confirmation_is_short_and_names_the_number_to_keep() -> None:
    body = draft(LetterKind.CONFIRMATION, FULL).body

    assert body == (
        "Dear AWS Training and Certification team,\n"
        "\n"
        "Confirmed. Please merge to Account #2.\n"
        "\n"
        f"Keep: Account #2 ({DESTINATION}). Give up: Account #1 ({SOURCE}).\n"
        "\n"
        "Best regards,\n"
        "Taro Yamada\n"
    )


def test_without_numbers_the_confirmation_names_the_addresses() -> None:
    facts = replace(
        FULL,
        source=LetterAccount(login=SOURCE),
        destination=LetterAccount(login=DESTINATION),
    )
    body = draft(LetterKind.CONFIRMATION, facts).body

    assert f"Confirmed. Please merge to {DESTINATION}.\n" in body
    assert f"Keep: {DESTINATION}. Give up: {SOURCE}.\n" in body


def test_the_request_asks_for_everything_and_gives_all_that_identifies_the_accounts() -> None:
    letter = draft(LetterKind.REQUEST, replace(FULL, case_id=""))

    assert letter.to == ""
    for words in ("AWS Candidate ID: AWS01234567", "AWS Candidate ID: AWS07654321",
                  "Skill Builder email: " + DESTINATION, "certifications, exam history, benefits",
                  "my last working day is 30 November 2026",
                  "closes on 30 November 2026, 18:00 Asia/Tokyo"):  # fmt: skip
        assert words in letter.body


def test_a_request_goes_into_the_form_even_where_a_case_is_known() -> None:
    letter = draft(LetterKind.REQUEST, FULL)

    assert letter.to == ""
    assert "(follows case 17551100220)" in letter.subject
    assert "My earlier case about this has the number 17551100220." in letter.body


@pytest.mark.parametrize(
    "kind",
    [
        LetterKind.REQUEST,
        LetterKind.HOLD_BEFORE_LEAVING,
        LetterKind.HOLD_AFTER_LEAVING,
        LetterKind.REMINDER,
    ],
)
def test_a_mailbox_that_has_closed_is_not_said_to_close(kind: LetterKind) -> None:
    closed = "was closed on 30 November 2026, 18:00 Asia/Tokyo. I can no longer read mail there."
    last_day, next_day = (draft(kind, replace(FULL, today=date(2026, 11, 30))),
                          draft(kind, replace(FULL, today=date(2026, 12, 1))))  # fmt: skip

    assert "closes on 30 November 2026, 18:00 Asia/Tokyo" in last_day.body
    assert closed in next_day.body
    assert "closes on" not in next_day.body


def test_the_request_knows_when_the_person_has_left() -> None:
    letter = draft(LetterKind.REQUEST, replace(FULL, today=date(2026, 12, 3)))

    assert "I have left Example Systems K.K. (my last working day was 30 November 2026)." in (
        letter.body
    )


def test_the_information_letter_answers_what_was_asked() -> None:
    asked = (Asked.NAME, Asked.KEEP_ACCOUNT, Asked.ID_DOCUMENT, Asked.REPLY_FROM_ADDRESS)
    body = draft(LetterKind.INFORMATION, replace(FULL, asked_for=asked)).body

    assert "My full name, as on my ID: Taro Yamada\n" in body
    assert f"The account that I want to keep is {DESTINATION}.\n" in body
    assert "A copy of my photo ID is attached.\n" in body
    assert "from the address that you asked for" in body
    assert "last working day" not in body


def test_the_discrepancy_letter_lists_every_missing_record() -> None:
    body = draft(LetterKind.DISCREPANCY, FULL).body

    assert "\n- AWS Certified Developer - Associate (earned 2024-08-04)\n" in body


def test_line_breaks_in_values_cannot_add_lines_or_headers() -> None:
    facts = replace(
        FULL,
        holder_name="Taro\r\nBcc: x@example.com",
        case_id="1\r\nTo: y@example.com",
        destination=LetterAccount(login="a@example.com\nKeep: b@example.com", number=2),
    )
    letter = draft(LetterKind.CONFIRMATION, facts)

    assert "\n" not in letter.subject
    assert "\nBcc:" not in letter.body
    assert "\nKeep: b@" not in letter.body


def test_a_name_with_signs_of_html_is_written_as_it_is() -> None:
    letter = draft(LetterKind.THANKS, replace(FULL, holder_name="Anne O'Neill & Söhne"))

    assert "Anne O'Neill & Söhne" in letter.body


def test_letters_are_english_whatever_the_person_reads() -> None:
    with override("ja"):
        assert "30 November 2026" in draft(LetterKind.REMINDER, FULL).body


CONFIRM = MailReading(kind=MailKind.CONFIRM_ACCOUNTS, sure=True, direction=Direction.OK)
TYPO = MailFinding(finding=FindingKind.TYPO, message=Sentence("a typo"))


@pytest.mark.parametrize(
    ("reading", "left_already", "kind"),
    [
        (CONFIRM, False, LetterKind.CONFIRMATION),
        (replace(CONFIRM, direction=Direction.SWAPPED), False, LetterKind.CORRECTION),
        (replace(CONFIRM, direction=Direction.UNCLEAR), False, LetterKind.CORRECTION),
        (replace(CONFIRM, direction=None), False, LetterKind.CORRECTION),
        (replace(CONFIRM, findings=(TYPO,)), False, LetterKind.CORRECTION),
        (replace(CONFIRM, sure=False), False, None),
        (replace(CONFIRM, kind=MailKind.PARTNER_BLOCK), False, LetterKind.HOLD_BEFORE_LEAVING),
        (replace(CONFIRM, kind=MailKind.PARTNER_BLOCK), True, LetterKind.HOLD_AFTER_LEAVING),
        (replace(CONFIRM, kind=MailKind.NEED_INFO), False, LetterKind.INFORMATION),
        (replace(CONFIRM, kind=MailKind.WRONG_SENDER), False, LetterKind.REQUEST),
        (replace(CONFIRM, kind=MailKind.CLOSING), False, LetterKind.REMINDER),
        (replace(CONFIRM, kind=MailKind.DONE), False, None),
        (replace(CONFIRM, kind=MailKind.ACK), False, None),
    ],
)
def test_each_mail_suggests_the_letter_that_answers_it(
    reading: MailReading, left_already: bool, kind: LetterKind | None
) -> None:
    assert letter_for(reading, left_already=left_already) is kind
