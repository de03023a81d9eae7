"""What a borrowed screen must not give away asks for the password once more."""

import json

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from migrations_tracker.core.accounts import Phase, Role
from migrations_tracker.models import Event, Move, Snapshot
from tests.factories import make_snapshot
from tests.records import ONE_OF_EACH, VOUCHER

PASSWORD = "correct horse battery staple"


@pytest.fixture
def full(move: Move) -> Snapshot:
    return make_snapshot(move, Role.SOURCE, Phase.BEFORE, *ONE_OF_EACH)


@pytest.fixture
def stale(as_alice: Client) -> Client:
    """Alice, who signed in a while ago."""
    session = as_alice.session
    session["session_began"] -= settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
    session.save()
    return as_alice


def told_the_codes() -> int:
    return Event.objects.filter(kind=Event.Kind.CODES_SHOWN).count()


def test_the_codes_are_shown_after_the_password(full: Snapshot, stale: Client) -> None:
    asked = stale.post(reverse("moves:show_codes", args=[full.pk]))
    assert asked["Location"].startswith(reverse("account_reauthenticate"))
    assert told_the_codes() == 0
    wrong = stale.post(asked["Location"], {"password": "a guess"})
    assert str(VOUCHER.code) not in wrong.text
    shown = stale.post(asked["Location"], {"password": PASSWORD})
    assert str(VOUCHER.code) in shown.text
    assert told_the_codes() == 1


def test_an_export_with_codes_comes_after_the_password_and_one_without_at_once(
    full: Snapshot, stale: Client
) -> None:
    url = reverse("moves:export", args=[full.pk])
    assert stale.get(url).status_code == 200
    asked = stale.post(url)
    assert asked.status_code == 302
    exported = stale.post(asked["Location"], {"password": PASSWORD})
    assert json.loads(exported.content)["benefits"][0]["code"] == VOUCHER.code


def test_a_report_with_codes_comes_after_the_password(merged: Move, stale: Client) -> None:
    make_snapshot(Move.objects.get(pk=merged.pk), Role.DESTINATION, Phase.AFTER, *ONE_OF_EACH)
    url = reverse("moves:report", args=[merged.pk])
    assert stale.get(url).status_code == 200
    assert stale.post(url).status_code == 302
    assert told_the_codes() == 0


def test_a_strangers_snapshot_is_not_worth_a_password(full: Snapshot, as_charlie: Client) -> None:
    session = as_charlie.session
    del session["session_began"]
    session.save()
    assert as_charlie.post(reverse("moves:show_codes", args=[full.pk])).status_code == 404
