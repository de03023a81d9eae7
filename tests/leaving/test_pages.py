"""The pages on which a person takes everything along, and leaves."""

import io
import zipfile
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from migrations_tracker.backups.stored_files import stored_places
from migrations_tracker.models import Event, Move, User
from tests.leaving.conftest import PASSWORD
from tests.leaving.test_deletion import everything_kept
from tests.views.conftest import signed_in

DATA, LEAVE = "/your-data/", "/your-data/delete/"


@pytest.fixture
def as_alice(alice: User) -> Client:
    return signed_in(alice)


def delete_url(move: Move) -> str:
    return reverse("leaving:delete_move", args=[move.pk])


def content(answer: Any) -> bytes:
    return b"".join(answer.streaming_content)


def test_everything_comes_as_one_file(as_alice: Client) -> None:
    assert "1 move" in as_alice.get(DATA).text
    answer = as_alice.post(DATA)
    assert answer["Content-Type"] == "application/zip"
    assert answer["Content-Disposition"].startswith('attachment; filename="certmove-')
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    with zipfile.ZipFile(io.BytesIO(content(answer))) as archive:
        assert "README.txt" in archive.namelist()
    assert not Event.objects.filter(kind=Event.Kind.CODES_SHOWN).exists()


def test_codes_that_go_along_stand_in_the_time_line(as_alice: Client, alice: User) -> None:
    content(as_alice.post(DATA, {"with_codes": "on"}))
    event = Event.objects.get(kind=Event.Kind.CODES_SHOWN)
    assert (event.move.owner, event.by) == (alice, alice)


def test_the_zip_is_sent_while_it_is_made(as_alice: Client) -> None:
    pieces = [len(piece) for piece in as_alice.post(DATA).streaming_content]
    assert len(pieces) > 20
    assert max(pieces) < sum(pieces) / 3


@pytest.mark.parametrize("act", ["take", "leave", "delete"])
def test_a_sign_in_that_is_not_fresh_is_asked_again(act: str, alice: User) -> None:
    stale = Client()
    stale.force_login(alice)
    url = {"take": DATA, "leave": LEAVE, "delete": delete_url(Move.objects.get(owner=alice))}[act]
    for answer in (stale.get(url), stale.post(url, {"understood": "on", "email": alice.email})):
        assert answer.status_code == 302
        assert "reauthenticate" in answer["Location"]
    assert Move.objects.filter(owner=alice).exists()


def test_who_leaves_is_told_what_went_and_is_signed_out(as_alice: Client, alice: User) -> None:
    page = as_alice.get(LEAVE).text
    assert "4 snapshots" in page
    assert "3 files" in page
    answer = as_alice.post(LEAVE, {"email": "Alice.Ishikawa@example.com"})
    assert "4 snapshots" in answer.text
    assert not User.objects.filter(email=alice.email).exists()
    (sent,) = mail.outbox
    assert sent.to == ["alice.ishikawa@example.com"]
    assert "4 snapshots" in sent.body
    assert "ishikawa" not in (answer.text + sent.body).lower()
    assert "login" in as_alice.get("/")["Location"]


def test_another_address_deletes_nothing(as_alice: Client, alice: User) -> None:
    for typed in ("", "bob@example.com"):
        assert as_alice.post(LEAVE, {"email": typed}).status_code == 422
    assert User.objects.filter(pk=alice.pk).exists()
    assert mail.outbox == []


def test_the_last_administrator_is_told_why_not(bob_and_his_move: Move, alice: User) -> None:
    bob = bob_and_his_move.owner
    answer = signed_in(bob).post(LEAVE, {"email": bob.email})
    assert answer.status_code == 422
    assert "You are the only administrator" in answer.text
    assert User.objects.filter(pk=bob.pk).exists()


def test_a_move_is_deleted_by_tick_and_press(as_alice: Client, alice: User) -> None:
    move = Move.objects.get(owner=alice)
    url = delete_url(move)
    assert url in as_alice.get(reverse("moves:edit", args=[move.pk])).text
    assert as_alice.post(url).status_code == 422
    answer = as_alice.post(url, {"understood": "on"})
    assert "1 move" in answer.text
    assert not Move.objects.filter(pk=move.pk).exists()
    assert [sent.to for sent in mail.outbox] == [[alice.email]]


def test_staff_who_are_no_administrators_delete_no_move_of_others(
    alice: User, bob_and_his_move: Move
) -> None:
    User.objects.filter(pk=bob_and_his_move.owner_id).update(is_superuser=False)
    as_lead = signed_in(User.objects.get(pk=bob_and_his_move.owner_id))
    url = delete_url(Move.objects.get(owner=alice))
    assert as_lead.get(url).status_code == 404
    assert as_lead.post(url, {"understood": "on"}).status_code == 404
    assert url not in as_lead.get(url.replace("your-data/", "").replace("delete", "edit")).text


def test_a_mail_server_that_fails_takes_nothing_back(
    as_alice: Client, alice: User, settings: Settings
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_PORT = 1  # where nobody listens
    answer = as_alice.post(LEAVE, {"email": alice.email})
    assert "could not be sent" in answer.text
    assert not User.objects.filter(pk=alice.pk).exists()


@pytest.mark.django_db(transaction=True)
def test_the_administration_deletes_a_person_just_as_thoroughly(
    alice: User, bob_and_his_move: Move
) -> None:
    as_admin = signed_in(bob_and_his_move.owner)
    url = reverse("admin:migrations_tracker_user_delete", args=[alice.pk])
    assert as_admin.post(url, {"post": "yes"}).status_code == 302
    assert not User.objects.filter(pk=alice.pk).exists()
    assert_gone()


@pytest.mark.django_db(transaction=True)
def test_so_do_its_actions_on_several(alice: User, bob_and_his_move: Move) -> None:
    as_admin = signed_in(bob_and_his_move.owner)
    url = reverse("admin:migrations_tracker_user_changelist")
    chosen = {"action": "delete_selected", "_selected_action": [alice.pk], "post": "yes"}
    assert as_admin.post(url, chosen).status_code == 302
    assert not User.objects.filter(pk=alice.pk).exists()
    assert_gone()


def assert_gone() -> None:
    assert "Ishikawa" not in everything_kept()
    assert len(stored_places()) == 1


def test_the_administration_keeps_the_last_administrator(
    alice: User, bob_and_his_move: Move
) -> None:
    bob = bob_and_his_move.owner
    url = reverse("admin:migrations_tracker_user_delete", args=[bob.pk])
    answer = signed_in(bob).post(url, {"post": "yes"}, follow=True)
    assert "only administrator" in answer.text
    assert User.objects.filter(pk=bob.pk).exists()


def test_the_password_itself_opens_the_page(alice: User) -> None:
    Authenticator.objects.filter(user=alice).delete()
    stale = Client()
    stale.force_login(alice)
    asked = stale.get(DATA)
    answer = stale.post(asked["Location"], {"password": PASSWORD})
    assert answer["Location"] == DATA
    assert stale.get(DATA).status_code == 200
