"""The calendar: at a secret address, and as a file."""

import re
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit

import icalendar
import pytest
from django.test import Client
from django.urls import reverse

from migrations_tracker.core.accounts import Phase, Role
from migrations_tracker.deadlines.calendars import calendar_of_moves, renew_feed
from migrations_tracker.models import CalendarFeed, Move, Snapshot, User
from migrations_tracker.moves.acts import with_what_pages_show
from tests.factories import AT, make_move, make_snapshot
from tests.records import BOOKED, ONE_OF_EACH, SAP, VOUCHER
from tests.views.conftest import step

PAGE = "/calendar/"
CLOSES = datetime(2099, 12, 28, 0, 0, tzinfo=UTC)


@pytest.fixture
def due(alice: User) -> Move:
    """A move with a deadline of nearly every kind."""
    move = make_move(
        alice,
        person_name="Taro Yamada",
        employer="Example K.K.",
        last_working_day=date(2099, 12, 25),
        mailbox_closes_at=CLOSES,
    )
    make_snapshot(move, Role.SOURCE, Phase.BEFORE, *ONE_OF_EACH)
    return move


def address_of(owner: User) -> str:
    return reverse("moves:calendar_feed", args=[renew_feed(owner, at=AT)])


def events(content: bytes) -> dict[str, icalendar.cal.Component]:
    walked = icalendar.Calendar.from_ical(content).walk("VEVENT")
    return {str(event["SUMMARY"]): event for event in walked}


def events_at(move: Move, now: datetime) -> dict[str, icalendar.cal.Component]:
    shown = with_what_pages_show(Move.objects.filter(pk=move.pk))
    return events(calendar_of_moves(shown, now=now))


def test_the_address_shows_the_deadlines_without_a_sign_in(due: Move, client: Client) -> None:
    answer = client.get(address_of(due.owner))
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"] == "no-store, private"
    assert "sessionid" not in answer.cookies
    found = events(answer.content)
    assert found["Last working day"].decoded("DTSTART") == date(2099, 12, 25)
    assert found["Mailbox closes"].decoded("DTSTART") == CLOSES


def test_every_kind_of_record_has_its_events(due: Move) -> None:
    found = events_at(due, AT)
    assert set(found) == {
        "Last working day",
        "Mailbox closes",
        f"Booked exam: {BOOKED.name}",
        f"Certification expires: {SAP.name}",
        f"Last day to sit an exam with the benefit: {VOUCHER.name}",
        f"Last time to book an exam with the benefit: {VOUCHER.name}",
    }
    booked = found[f"Booked exam: {BOOKED.name}"]
    assert booked.decoded("DTSTART") == datetime(2026, 12, 5, 0, 30, tzinfo=UTC)
    assert str(booked["DESCRIPTION"]).startswith("It is not known what a merge does")


def test_nothing_personal_and_no_code_is_in_it(due: Move, client: Client) -> None:
    text = client.get(address_of(due.owner)).text.replace("\r\n ", "")
    for secret in ("Taro", "Yamada", "Example K.K.", "@example", VOUCHER.code, str(due.pk)):
        assert str(secret) not in text


def test_it_can_be_read_where_the_key_of_the_codes_is_lost(due: Move, client: Client) -> None:
    Snapshot.objects.update(sealed_codes="lost:AAAA")
    assert client.get(address_of(due.owner)).status_code == 200


def test_a_day_that_is_put_off_moves_its_event(due: Move) -> None:
    before = {str(event["UID"]) for event in events_at(due, AT).values()}
    Move.objects.filter(pk=due.pk).update(last_working_day=date(2099, 12, 31))
    moved = events_at(due, AT + timedelta(hours=1))
    assert {str(event["UID"]) for event in moved.values()} == before
    assert moved["Last working day"].decoded("DTSTART") == date(2099, 12, 31)
    assert len(before) == 6


def test_only_ones_own_open_moves_are_in_it(
    due: Move, bob: User, staff: User, client: Client
) -> None:
    make_move(bob, last_working_day=date(2098, 1, 2))
    assert events(client.get(address_of(staff)).content) == {}
    assert len(events(client.get(address_of(bob)).content)) == 1
    withdrawn = make_move(staff, last_working_day=date(2098, 1, 2))
    assert len(events(client.get(address_of(staff)).content)) == 1
    make_snapshot(withdrawn, Role.SOURCE, Phase.BEFORE)
    make_snapshot(withdrawn, Role.DESTINATION, Phase.BEFORE)
    for name in ("submit", "withdraw"):
        step(withdrawn, name)
    assert events(client.get(address_of(staff)).content) == {}


def test_it_is_in_its_owners_language(due: Move, client: Client) -> None:
    User.objects.filter(pk=due.owner_id).update(language="ja")
    text = client.get(address_of(due.owner), headers={"accept-language": "en"}).text
    assert "BEGIN:VEVENT" in text
    assert "Last working day" not in text


def test_an_unknown_address_does_not_exist(due: Move, client: Client) -> None:
    address_of(due.owner)
    for token in ("x", "A" * 43, CalendarFeed.objects.get().token_hash):
        assert client.get(f"/calendar/{token}.ics").status_code == 404


def test_a_person_who_was_shut_out_has_no_address(due: Move, client: Client) -> None:
    address = address_of(due.owner)
    User.objects.filter(pk=due.owner_id).update(is_active=False)
    assert client.get(address).status_code == 404


def fresh_address(client: Client) -> str:
    page = client.post(PAGE, {"act": "renew"}, follow=True).text
    found = re.search(r"http://testserver\S+\.ics", page)
    assert found
    return urlsplit(found[0]).path


def test_the_address_is_shown_once_and_renewed(as_alice: Client, client: Client) -> None:
    first = fresh_address(as_alice)
    assert client.get(first).status_code == 200
    assert ".ics" not in as_alice.get(PAGE).text
    second = fresh_address(as_alice)
    assert client.get(first).status_code == 404
    assert client.get(second).status_code == 200
    assert first.split("/")[-1].removesuffix(".ics") not in str(CalendarFeed.objects.values())


def test_the_address_can_be_switched_off(as_alice: Client, client: Client) -> None:
    address = fresh_address(as_alice)
    page = as_alice.post(PAGE, {"act": "off"}, follow=True).text
    assert "no longer works" in page
    assert client.get(address).status_code == 404


def test_what_is_no_button_changes_nothing(as_alice: Client) -> None:
    as_alice.post(PAGE, {"act": "evil"})
    as_alice.post(PAGE)
    assert not CalendarFeed.objects.exists()


def test_switching_off_leaves_other_peoples_addresses(
    as_alice: Client, bob: User, client: Client
) -> None:
    address = address_of(bob)
    as_alice.post(PAGE, {"act": "off"})
    as_alice.post(PAGE, {"act": "renew"})
    assert client.get(address).status_code == 200


def test_a_moves_deadlines_can_be_downloaded(due: Move, as_alice: Client) -> None:
    answer = as_alice.get(reverse("moves:calendar_file", args=[due.pk]))
    assert answer["Content-Disposition"] == 'attachment; filename="certmove.ics"'
    assert "Mailbox closes" in events(answer.content)
    page = as_alice.get(reverse("moves:move", args=[due.pk])).text
    assert reverse("moves:calendar_file", args=[due.pk]) in page
