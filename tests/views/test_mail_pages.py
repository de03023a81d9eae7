"""The page of a read mail: what decided is marked, all is explained, strange mails are stopped."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from migrations_tracker.core.accounts import Role
from migrations_tracker.mails.correspondence import MailContent, record_received
from migrations_tracker.merge_requests import name_case
from migrations_tracker.models import Mail, MergeRequest, Move, User
from migrations_tracker.moves.acts import change_account, start_move
from tests.factories import AT
from tests.views.mails import CASE, COMPANY, HERS, OTHER_CASE, OWN, listing, shown, text_of, url

STOP = "This mail seems to belong to another move"


def other_move(owner: User, *, case: str = "", keep: str = HERS[0], give_up: str = HERS[1]) -> Move:
    """Hanako's move, a colleague's or of the same person."""
    move = start_move(owner=owner, by=owner, at=AT, person_name="Hanako Sato")
    for role, address in ((Role.SOURCE, give_up), (Role.DESTINATION, keep)):
        version = Move.objects.get(pk=move.pk).version
        account = move.accounts.get(role=role)
        change_account(account, {"login_email": address}, version=version, by=owner, at=AT)
    name_case(move, case)
    return move


class TestWhatDecided:
    def test_it_is_marked_in_the_newest_message_only(self, move: Move, as_alice: Client) -> None:
        as_alice.post(url("receive", move.pk), {"text": listing()})
        (text,) = shown(as_alice, url("mail", move.pk, 1)).xpath("//main//pre")
        marks = [mark.text for mark in text.xpath(".//mark")]
        assert marks == [
            "Before I merge the accounts, please confirm within 24 hours that this is right."
        ]
        assert text.text_content().replace("\r\n", "\n") == listing()

    def test_what_certmove_reads_is_said_where_the_person_chose_otherwise(
        self, move: Move, as_alice: Client
    ) -> None:
        as_alice.post(url("receive", move.pk), {"text": listing(), "kind": "ack"})
        page = text_of(shown(as_alice, url("mail", move.pk, 1)))
        assert "certmove reads it as “Accounts to confirm”; what you chose counts." in page

    def test_the_mail_is_explained_with_its_accounts_and_times(
        self, move: Move, as_alice: Client
    ) -> None:
        as_alice.post(url("receive", move.pk), {"text": listing()})
        page = text_of(shown(as_alice, url("mail", move.pk, 1)))
        assert f"AWS would keep account #1 ({OWN})" in page
        assert "24 hours (“within 24 hours”)" in page

    def test_it_is_explained_in_japanese_to_who_reads_japanese(
        self, move: Move, alice: User
    ) -> None:
        alice.language = "ja"
        alice.save()
        client = Client(headers={"accept-language": "ja"})
        client.force_login(alice)
        client.post(url("receive", move.pk), {"text": listing(keep=COMPANY, give_up=OWN)})
        page = text_of(shown(client, url("mail", move.pk, 1)))
        assert f"AWS が残そうとしているのは Account #1（{COMPANY}）" in page
        assert "訂正の文面を見る" in page


class TestAnotherMovesMail:
    """Said aloud before anything is stored."""

    @pytest.fixture
    def known(self, move: Move, as_alice: Client) -> Move:
        """Alice's move after a first mail of its case."""
        MergeRequest.objects.filter(move=move).update(status="requested")
        as_alice.post(url("receive", move.pk), {"text": listing()})
        assert Mail.objects.count() == 1
        return move

    def test_another_case_stops_it(self, known: Move, as_alice: Client) -> None:
        answer = as_alice.post(url("receive", known.pk), {"text": listing(OTHER_CASE)})
        assert answer.status_code == 422
        assert STOP in answer.text
        assert (
            f"It is of case {OTHER_CASE}; the mails of this move are of case {CASE}." in answer.text
        )
        assert f"Login email: {OWN}" in answer.text  # what was pasted is still there
        assert Mail.objects.count() == 1
        assert MergeRequest.objects.get(pk=known.pk).case_id == CASE

    def test_other_addresses_stop_it(self, move: Move, as_alice: Client) -> None:
        text = listing("", *HERS)
        answer = as_alice.post(url("receive", move.pk), {"text": text})
        assert answer.status_code == 422
        assert (
            "are none of this move’s: hanako@example.com, hanako.sato@example.co.jp." in answer.text
        )
        assert not Mail.objects.exists()

    @pytest.mark.parametrize(
        ("case", "text"),
        [(OTHER_CASE, listing(OTHER_CASE)), ("", listing("", *HERS))],
        ids=["case", "addresses"],
    )
    def test_the_persons_other_move_that_fits_is_named_and_linked(
        self, case: str, text: str, move: Move, alice: User, as_alice: Client
    ) -> None:
        other = other_move(alice, case=case)
        answer = as_alice.post(url("receive", move.pk), {"text": text})
        assert answer.status_code == 422
        assert "It fits this move:" in answer.text
        assert f'href="{url("receive", other.pk)}">Hanako Sato</a>' in answer.text

    def test_a_move_the_person_may_not_see_is_not_named(
        self, known: Move, bob: User, as_alice: Client
    ) -> None:
        other = other_move(bob, case=OTHER_CASE)
        answer = as_alice.post(url("receive", known.pk), {"text": listing(OTHER_CASE, *HERS)})
        assert answer.status_code == 422
        assert "Hanako Sato" not in answer.text
        assert str(other.pk) not in answer.text

    def test_the_case_of_a_strangers_move_alone_stops_nothing(
        self, move: Move, bob: User, as_alice: Client
    ) -> None:
        other_move(bob, case=CASE)
        assert as_alice.post(url("receive", move.pk), {"text": listing()}).status_code == 302

    @pytest.mark.parametrize(
        "text", [listing(OTHER_CASE), listing("", *HERS)], ids=["case", "addresses"]
    )
    def test_staff_are_told_of_everybodys(
        self, text: str, known: Move, bob: User, as_staff: Client
    ) -> None:
        other_move(bob, case=OTHER_CASE)
        answer = as_staff.post(url("receive", known.pk), {"text": text})
        assert "Hanako Sato" in answer.text

    def test_it_is_recorded_when_the_person_has_checked_and_its_step_is_not_one_press_away(
        self, known: Move, as_alice: Client
    ) -> None:
        data = {"text": listing(OTHER_CASE), "here": "on"}
        assert as_alice.post(url("receive", known.pk), data).status_code == 302
        page = shown(as_alice, url("mail", known.pk, 2))
        assert STOP in text_of(page)
        assert page.xpath("//main//form") == []
        assert page.xpath("//main//a[contains(@href, '/letters/')]") == []

    def test_its_own_mail_has_its_step_one_press_away(self, known: Move, as_alice: Client) -> None:
        page = shown(as_alice, url("mail", known.pk, 1))
        assert STOP not in text_of(page)
        assert page.xpath("//main//form//input[@name='step']/@value") == ["ask_confirmation"]

    def test_a_case_that_was_taken_in_is_known_from_then_on(
        self, known: Move, as_alice: Client
    ) -> None:
        as_alice.post(url("receive", known.pk), {"text": listing(OTHER_CASE), "here": "on"})
        done = f"Subject: [CASE {OTHER_CASE}]\n\nI have successfully merged all accounts."
        assert as_alice.post(url("receive", known.pk), {"text": done}).status_code == 302
        assert STOP not in as_alice.get(url("mail", known.pk, 3)).text


def test_a_mail_dropped_twice_leads_to_the_one_that_is_there(move: Move, as_alice: Client) -> None:
    for _ in range(2):
        answer = as_alice.post(url("receive", move.pk), {"text": listing()}, follow=True)
    assert answer.redirect_chain == [(url("mail", move.pk, 1), 302)]
    assert "it was not stored a second time" in answer.text
    assert Mail.objects.count() == 1


def test_a_mail_that_is_not_clear_says_what_it_could_be(move: Move, as_alice: Client) -> None:
    text = "I have successfully merged all accounts.\n" + "More words follow.\n" * 4_000
    answer = as_alice.post(url("receive", move.pk), {"text": text})
    assert answer.status_code == 422
    assert re.search("read it and choose. It could be: The accounts are merged", answer.text)


@pytest.mark.parametrize("name", ["mail", "letter"])
def test_a_page_of_a_mail_takes_as_many_queries_among_one_mail_as_among_thirty(
    name: str, move: Move, as_alice: Client
) -> None:
    address = url(name, move.pk, {"mail": 1, "letter": "confirmation"}[name])
    seen = []
    for count in (1, 30):
        for n in range(move.mails.count(), count):
            content = MailContent(kind="confirm_accounts", body=f"Mail {n}\n{listing()}")
            record_received(move, content, by=move.owner, at=AT)
        with CaptureQueriesContext(connection) as captured:
            assert as_alice.get(address).status_code == 200
        seen.append(len(captured))
    assert len(set(seen)) == 1, seen
    assert seen[0] <= 20
