"""Each person is reminded once of what presses, in that person's language."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from migrations_tracker.core.accounts import Phase, Role
from migrations_tracker.deadlines.reminders import Outcome, send_reminders
from migrations_tracker.models import MergeRequest, Move, Reminder, User
from tests.factories import AT, make_move, make_snapshot
from tests.records import BOOKED, VOUCHER

DAY = timedelta(days=1)
LAST_DAY = date(2026, 12, 25)
SENT, NOTHING = Outcome(sent=1), Outcome()


@pytest.fixture
def leaving(alice: User) -> Move:
    return make_move(alice, last_working_day=LAST_DAY)


def days_before(days: int) -> datetime:
    """03:00 UTC, noon in Tokyo."""
    return AT.replace(year=2026, month=12, day=25) - days * DAY


def down(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1  # nobody listens there


def up(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


def test_the_mail_says_what_by_when_and_what_if_not(leaving: Move) -> None:
    assert send_reminders(now=days_before(3)) == SENT
    (sent,) = mail.outbox
    assert sent.to == [leaving.owner.email]
    assert sent.subject == "certmove: Last working day"
    assert "Last working day: 25\xa0Dec\xa02026 - 3 days left" in sent.body
    assert "you may lose the sign-in" in sent.body
    assert f"http://127.0.0.1:8000/moves/{leaving.pk}/\n" in sent.body
    assert sent.extra_headers == {"Auto-Submitted": "auto-generated"}


def test_each_step_is_sent_once(leaving: Move) -> None:
    for days in range(40, -5, -1):
        send_reminders(now=days_before(days))
        send_reminders(now=days_before(days) + timedelta(hours=1))
    assert len(mail.outbox) == 5
    assert set(Reminder.objects.values_list("step", "state")) == {
        (step, "sent") for step in (30, 7, 3, 1, 0)
    }


def test_a_clock_that_goes_back_sends_nothing_again(leaving: Move) -> None:
    assert send_reminders(now=days_before(3)) == SENT
    assert send_reminders(now=days_before(3) - timedelta(hours=1)) == NOTHING


def test_a_day_that_is_put_off_is_reminded_of_anew(leaving: Move) -> None:
    send_reminders(now=days_before(3))
    Move.objects.update(last_working_day=LAST_DAY + DAY)
    assert send_reminders(now=days_before(2)) == SENT


def test_the_day_is_that_of_the_owners_zone(alice: User) -> None:
    for zone in ("Asia/Tokyo", "Pacific/Honolulu"):
        make_move(alice, last_working_day=LAST_DAY, time_zone=zone)
    assert send_reminders(now=days_before(0).replace(hour=16)) == SENT
    assert mail.outbox[0].body.count("Last working day:") == 1
    assert "today" in mail.outbox[0].body


def test_a_moment_is_told_on_the_clocks_of_its_owner(alice: User) -> None:
    make_move(alice, mailbox_closes_at=AT + 2 * DAY, time_zone="Asia/Tokyo")
    send_reminders(now=AT)
    assert "24\xa0Nov\xa02026, 12:00 (Asia/Tokyo) - 2 days left" in mail.outbox[0].body


def test_all_that_is_due_comes_in_one_mail_to_each_person(alice: User, bob: User) -> None:
    for name in ("Taro", "Jiro"):
        move = make_move(alice, person_name=name, last_working_day=LAST_DAY)
        make_snapshot(move, Role.SOURCE, Phase.BEFORE, BOOKED, VOUCHER)
    make_move(bob, last_working_day=LAST_DAY)
    assert send_reminders(now=days_before(25)) == Outcome(sent=2)
    to_alice = next(each for each in mail.outbox if each.to == [alice.email])
    assert to_alice.subject == "certmove: Booked exam, and 3 more deadlines"
    assert "== Taro ==" in to_alice.body
    assert "== Jiro ==" in to_alice.body
    assert to_alice.body.count(BOOKED.name) == 2
    to_bob = next(each for each in mail.outbox if each.to == [bob.email])
    assert "Taro" not in to_bob.body


def test_no_discount_code_is_mailed(alice: User) -> None:
    move = make_move(alice)
    make_snapshot(move, Role.SOURCE, Phase.BEFORE, VOUCHER)
    send_reminders(now=AT.replace(year=2027, month=8, day=1))
    assert VOUCHER.name in mail.outbox[0].body
    assert str(VOUCHER.code) not in mail.outbox[0].body


def test_the_mail_is_in_its_readers_language(leaving: Move) -> None:
    User.objects.update(language="ja")
    send_reminders(now=days_before(3))
    assert "Last working day" not in mail.outbox[0].subject + mail.outbox[0].body
    assert "2026年12月25日" in mail.outbox[0].body


def test_a_name_with_a_line_break_forges_no_header_and_no_line(alice: User) -> None:
    move = make_move(alice, person_name="Taro")
    evil = replace(BOOKED, name="Exam\r\nBcc: evil@example.com", date=date(2026, 11, 23))
    make_snapshot(move, Role.SOURCE, Phase.BEFORE, evil)
    assert send_reminders(now=AT) == SENT
    assert "Exam Bcc: evil@example.com\n" in mail.outbox[0].body
    assert set(mail.outbox[0].message().keys()) >= {"Subject", "Auto-Submitted"}
    assert "Bcc" not in mail.outbox[0].message()


@pytest.mark.parametrize("status", ["verified", "withdrawn"])
def test_a_closed_move_gets_none(leaving: Move, status: str) -> None:
    MergeRequest.objects.update(status=status)
    assert send_reminders(now=days_before(3)) == NOTHING


@pytest.mark.parametrize("field", ["wants_reminders", "is_active"])
def test_who_does_not_want_them_or_is_shut_out_gets_none(leaving: Move, field: str) -> None:
    User.objects.update(**{field: False})
    assert send_reminders(now=days_before(3)) == NOTHING


def test_a_sample_gets_none(leaving: Move) -> None:
    Move.objects.update(is_sample=True)
    assert send_reminders(now=days_before(3)) == NOTHING


def test_silence_of_aws_is_nudged_about_once_and_worried_about_once(leaving: Move) -> None:
    Move.objects.update(last_working_day=None)
    MergeRequest.objects.update(status="requested", status_since=AT)  # a Sunday
    found = []
    for days in range(30):
        if send_reminders(now=AT + days * DAY) == SENT:
            found.append((days, mail.outbox[-1].subject))
    assert found == [
        (4, "certmove: Answer from AWS due"),
        (13, "certmove: AWS silent for too long"),
    ]


def test_what_failed_is_tried_again_until_it_went(leaving: Move, settings: Settings) -> None:
    down(settings)
    assert send_reminders(now=days_before(7)) == Outcome(failed=1)
    assert send_reminders(now=days_before(6)) == Outcome(failed=1)
    up(settings)
    assert send_reminders(now=days_before(5)) == SENT
    assert send_reminders(now=days_before(4)) == NOTHING
    assert list(Reminder.objects.values_list("step", "state", "attempts")) == [(7, "sent", 3)]


def test_a_failure_of_one_person_costs_nobody_else_the_mail(
    leaving: Move, bob: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_move(bob, last_working_day=LAST_DAY)
    User.objects.filter(pk=leaving.owner_id).update(email="a\nb@example.com")
    assert send_reminders(now=days_before(3)) == Outcome(sent=1, failed=1)
    assert [each.to for each in mail.outbox] == [[bob.email]]


def test_what_failed_and_is_no_longer_due_is_given_up(leaving: Move, settings: Settings) -> None:
    down(settings)
    send_reminders(now=days_before(7))
    up(settings)
    assert send_reminders(now=days_before(3)) == SENT
    assert set(Reminder.objects.values_list("step", "state")) == {(7, "overtaken"), (3, "sent")}


def test_what_a_killed_run_left_is_sent_after_an_hour(leaving: Move) -> None:
    send_reminders(now=days_before(3))
    Reminder.objects.update(state="pending")
    soon = days_before(3) + timedelta(minutes=59)
    assert send_reminders(now=soon) == NOTHING
    assert send_reminders(now=soon + timedelta(minutes=2)) == SENT
    assert len(mail.outbox) == 2


def test_the_dashboard_says_that_mail_fails_to_whom_it_concerns(
    leaving: Move, settings: Settings, staff: User, bob: User
) -> None:
    make_move(bob)

    def told(person: User) -> bool:
        client = Client()
        client.force_login(person)
        return "Reminders could not be sent" in client.get(reverse("moves:dashboard")).text

    assert not told(leaving.owner)
    down(settings)
    send_reminders(now=days_before(3))
    assert (told(leaving.owner), told(staff), told(bob)) == (True, True, False)
    up(settings)
    send_reminders(now=days_before(2))
    assert not told(leaving.owner)


def test_the_switch_is_on_the_page_of_the_calendar(leaving: Move) -> None:
    client = Client(headers={"accept-language": "en"})
    client.force_login(leaving.owner)
    url = reverse("moves:calendar")
    page = client.post(url, {"act": "do_not_remind"}, follow=True).text
    assert "Reminders are switched off." in page
    assert send_reminders(now=days_before(3)) == NOTHING
    page = client.post(url, {"act": "remind"}, follow=True).text
    assert "Reminders are switched off." not in page
    assert send_reminders(now=days_before(3)) == SENT


def test_the_command_says_how_many_and_fails_when_mail_does(
    alice: User, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    make_move(alice, mailbox_closes_at=datetime.now(tz=AT.tzinfo) + timedelta(hours=50))
    down(settings)
    with pytest.raises(CommandError, match="1 mails could not be sent"):
        call_command("send_reminders")
    up(settings)
    call_command("send_reminders")
    assert "1 mails sent." in capsys.readouterr().out
