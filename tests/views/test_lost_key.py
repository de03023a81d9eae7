"""Where something encrypted does not open, the page says what to do, and nothing is lost."""

from base64 import b64encode

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from migrations_tracker.core.accounts import Phase, Role
from migrations_tracker.encryption import key_of
from migrations_tracker.models import Move, Snapshot
from migrations_tracker.snapshots.acts import current_snapshot
from tests.factories import make_snapshot
from tests.records import ONE_OF_EACH

NEW = "new:" + b64encode(b"n" * 32).decode()


@pytest.fixture
def arrived(merged: Move) -> Move:
    make_snapshot(Move.objects.get(pk=merged.pk), Role.DESTINATION, Phase.AFTER, *ONE_OF_EACH)
    return merged


def addresses(move: Move) -> list[str]:
    snapshot = current_snapshot(move.source, Phase.BEFORE)
    assert snapshot is not None
    names = ("move", "comparison", "report", "report_json")
    pages = [reverse(f"moves:{name}", args=[move.pk]) for name in names]
    return [
        *pages,
        *(reverse(f"moves:{name}", args=[snapshot.pk]) for name in ("snapshot", "export")),
    ]


def test_every_page_with_records_says_which_key_is_missing(
    arrived: Move, as_alice: Client, settings: Settings
) -> None:
    settings.CERTMOVE_ENC_KEYS = NEW
    kid = key_of(Snapshot.objects.exclude(sealed_codes="")[0].sealed_codes)
    for address in addresses(arrived):
        answer = as_alice.get(address)
        assert answer.status_code == 503, address
        assert f"the key <code>{kid}</code> is not among CERTMOVE_ENC_KEYS" in answer.text
        assert "Traceback" not in answer.text
    assert as_alice.get("/").status_code == 200


def test_a_text_that_was_changed_says_what_to_restore(arrived: Move, as_alice: Client) -> None:
    Snapshot.objects.update(sealed_codes="7Q2M9XK4B1")
    for address in addresses(arrived):
        answer = as_alice.get(address)
        assert answer.status_code == 503, address
        assert "Restore the database and the file enc.keys from the same backup." in answer.text


def test_with_the_key_back_the_page_opens_again(
    arrived: Move, as_alice: Client, settings: Settings
) -> None:
    ring = settings.CERTMOVE_ENC_KEYS
    settings.CERTMOVE_ENC_KEYS = NEW
    assert as_alice.get(addresses(arrived)[0]).status_code == 503
    settings.CERTMOVE_ENC_KEYS = f"{NEW},{ring}"
    assert [as_alice.get(address).status_code for address in addresses(arrived)] == [200] * 6


def test_the_operator_reads_it_in_the_log(
    arrived: Move, as_alice: Client, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    settings.CERTMOVE_ENC_KEYS = NEW
    address = addresses(arrived)[0]
    as_alice.get(address)
    (said,) = (record for record in caplog.records if record.name == "certmove.errors")
    assert said.getMessage().startswith(f"{address}: This was encrypted with the key ")
    assert said.exc_info is None
