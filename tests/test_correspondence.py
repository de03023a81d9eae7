"""A mail is kept once, with the file it came in; the same words at another time are another."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from pytest_django import Settings

from migrations_tracker.encryption import Tampered
from migrations_tracker.key_rotation import rotate
from migrations_tracker.mails.correspondence import (
    MailContent,
    MailKnown,
    record_received,
    record_sent,
)
from migrations_tracker.mails.files import mail_file_content
from migrations_tracker.models import Mail, MailFile, Move
from tests.factories import AT, UserFactory, make_move

pytestmark = pytest.mark.django_db

RAW = b"From: AWS\r\nMIME-Version: 1.0\r\n\r\nI have merged all accounts. \xff\x00"
TEXT = "I have merged all accounts."


@pytest.fixture
def move() -> Move:
    return make_move(UserFactory())


def received(move: Move, body: str = TEXT, **more: Any) -> Mail:
    content = MailContent(kind="done", body=body, **more)
    return record_received(move, content, by=move.owner, at=AT)


def sent(move: Move, at: datetime = AT) -> Mail:
    content = MailContent(kind="reminder", body="How does it stand?")
    return record_sent(move, content, by=move.owner, at=at)


def test_the_same_words_under_another_header_are_the_same_mail(move: Move) -> None:
    first = received(move, f"From: AWS\nSubject: merge\n\n{TEXT}")
    with pytest.raises(MailKnown) as known:
        received(move, f"  {TEXT.replace(' ', chr(10))}\r\n")
    assert known.value.mail == first
    assert "not stored a second time" in str(known.value.message)
    assert move.mails.count() == 1


def test_the_same_words_of_another_day_are_another_mail(move: Move) -> None:
    received(move, sent_at=AT)
    received(move, sent_at=AT + timedelta(days=2))
    assert move.mails.count() == 2


def test_the_same_words_of_another_case_are_another_mail(move: Move) -> None:
    received(move, case_id="17551100220")
    received(move, case_id="17551100999")
    assert move.mails.count() == 2


def test_the_same_words_without_a_date_are_the_same_mail(move: Move) -> None:
    received(move, sent_at=AT)
    with pytest.raises(MailKnown):
        received(move)


def test_a_second_reminder_is_recorded_but_not_a_second_press(move: Move) -> None:
    sent(move)
    with pytest.raises(MailKnown):
        sent(move, AT + timedelta(minutes=1))
    sent(move, AT + timedelta(days=4))
    assert move.mails.count() == 2
    assert move.events.filter(kind="mail_sent").count() == 2


def test_the_file_is_kept_byte_for_byte_and_is_not_readable_in_the_database(move: Move) -> None:
    mail = received(move, file=("C:\\mails\\answer.eml", RAW))
    file = MailFile.objects.get(mail=mail)
    assert mail_file_content(file) == RAW
    assert (file.name, file.size) == ("answer.eml", len(RAW))
    assert "merged" not in file.sealed_content


def test_the_file_of_a_mail_that_was_pasted_first_is_added_to_it(move: Move) -> None:
    mail = received(move)
    with pytest.raises(MailKnown) as known:
        received(move, file=("answer.eml", RAW))
    assert "its file was added" in str(known.value.message)
    assert mail_file_content(MailFile.objects.get(mail=mail)) == RAW
    with pytest.raises(MailKnown) as again:
        received(move, file=("other.eml", b"another"))
    assert "not stored a second time" in str(again.value.message)
    assert MailFile.objects.get().name == "answer.eml"


def test_a_file_under_another_mail_does_not_open(move: Move) -> None:
    one = received(move, file=("1.eml", RAW)).file
    other = received(move, "Another mail.", file=("2.eml", b"x"))
    moved = {"sealed_content": one.sealed_content, "sha256": one.sha256}
    MailFile.objects.filter(mail=other).update(**moved)
    with pytest.raises(Tampered):
        mail_file_content(MailFile.objects.get(mail=other))


def test_a_new_key_rewrites_the_files_of_mails(move: Move, settings: Settings) -> None:
    mail = received(move, file=("1.eml", RAW))
    old = settings.CERTMOVE_ENC_KEYS
    new = "later:" + "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY="
    settings.CERTMOVE_ENC_KEYS = f"{new},{old}"
    assert rotate().refused == []
    settings.CERTMOVE_ENC_KEYS = new
    assert mail_file_content(MailFile.objects.get(mail=mail)) == RAW


def test_a_move_that_goes_takes_the_files_of_its_mails_along(move: Move) -> None:
    received(move, file=("1.eml", RAW))
    move.delete()
    assert not MailFile.objects.exists()
