"""/healthz and /readyz: for a load balancer, without a sign-in, without a secret."""

import json
from base64 import b64encode

import pytest
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from migrations_tracker.core.accounts import Phase, Role
from migrations_tracker.models import Move
from tests.factories import make_snapshot
from tests.records import ONE_OF_EACH

BY_NUMBER = {"host": "10.0.0.7:8000"}


def failing(client: Client) -> dict[str, str]:
    answer = client.get("/readyz", headers=BY_NUMBER)
    told = json.loads(answer.content)
    assert answer.status_code == (503 if "failing" in told else 200)
    assert answer["Cache-Control"] == "no-store"
    return dict(told.get("failing", {}))


def test_the_process_answers_without_the_database(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, db: None
) -> None:
    with django_assert_num_queries(0):
        answer = client.get("/healthz", headers=BY_NUMBER)
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})
    assert answer["Cache-Control"] == "no-store"
    assert client.head("/healthz").status_code == 200


def test_it_is_ready_when_all_is_there_and_changes_nothing(client: Client, db: None) -> None:
    before = list(MigrationRecorder.Migration.objects.values_list("app", "name"))
    assert failing(client) == {}
    assert list(MigrationRecorder.Migration.objects.values_list("app", "name")) == before


def test_a_migration_that_is_not_applied_is_told(client: Client, db: None) -> None:
    MigrationRecorder.Migration.objects.filter(app="migrations_tracker").delete()
    assert failing(client) == {"migrations": "1 not applied: run manage.py prepare"}


def test_little_room_is_told(client: Client, db: None, settings: Settings) -> None:
    settings.CERTMOVE_LEAST_FREE_MB = 10**9
    assert "MB free, 1000000000 MB wanted" in failing(client)["disk"]


def test_a_catalogue_that_can_not_be_used_is_told(
    client: Client, db: None, settings: Settings, tmp_path: object
) -> None:
    settings.CERTMOVE_CATALOGUE = f"{tmp_path}/gone.toml"
    assert failing(client) == {"catalogue": "cannot be used: manage.py check says why"}


@pytest.mark.parametrize(
    ("ring", "said"),
    [
        ("nonsense", "CERTMOVE_ENC_KEYS cannot be read"),
        ("new:" + b64encode(b"n" * 32).decode(), "a key is missing"),
    ],
)
def test_a_key_that_is_missing_is_told_and_never_shown(
    ring: str, said: str, move: Move, client: Client, settings: Settings
) -> None:
    make_snapshot(move, Role.SOURCE, Phase.BEFORE, *ONE_OF_EACH)
    assert failing(client) == {}
    settings.CERTMOVE_ENC_KEYS = ring
    assert failing(client) == {"keys": said}
