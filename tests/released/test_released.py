"""What each released version wrote is restored, brought up to date, and means the same."""

import re
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from migrations_tracker.backups.making import back_up
from migrations_tracker.backups.manifest import Manifest
from migrations_tracker.backups.restoring import restore
from migrations_tracker.backups.verifying import faults, orphans
from migrations_tracker.comparing.comparisons import compare_move
from migrations_tracker.core.account_records import fingerprint
from migrations_tracker.core.comparison import Verdict
from migrations_tracker.core.lifecycle import Status
from migrations_tracker.models import Move, Snapshot, User
from migrations_tracker.records.of_snapshots import account_records, held_records
from tests.backups.conftest import contents, storage  # noqa: F401 - a fixture
from tests.released.record import FOLDER, PASSPHRASE
from tests.views.conftest import signed_in

CHANGELOG = FOLDER.parents[1] / "CHANGELOG.md"
RECORDED = sorted(FOLDER.glob("certmove-*.zip"))
HINT = "not released yet? Then: make record-release"


def test_every_released_version_is_recorded() -> None:
    released = re.findall(r"^## (\d\S*) \(\d{4}", CHANGELOG.read_text(), re.MULTILINE)
    assert {f"certmove-{version}.zip" for version in released} <= {each.name for each in RECORDED}


@pytest.fixture
def restored(
    request: pytest.FixtureRequest,
    transactional_db: None,
    settings: Settings,
    tmp_path: Path,
) -> Manifest:
    """An installation with nothing but what the recorded version wrote."""
    settings.DATA_FOLDER = tmp_path
    (tmp_path / "enc.keys").write_text(django_settings.CERTMOVE_ENC_KEYS + "\n")
    return restore(request.param, passphrase=PASSPHRASE).manifest


every_version = pytest.mark.parametrize(
    "restored", RECORDED, ids=lambda path: path.stem, indirect=True
)


@every_version
def test_it_is_restored_and_means_the_same(restored: Manifest, tmp_path: Path) -> None:
    tables = restored.tables
    assert list(faults()) == [], HINT
    assert orphans() == set()
    assert Move.objects.count() == tables["migrations_tracker_move"] > 10
    assert User.objects.count() == tables["migrations_tracker_user"]
    for snapshot in Snapshot.objects.filter(state=Snapshot.State.SEALED):
        held = held_records(snapshot)
        assert len(held) == snapshot.record_count
        # What was sealed reads as it read then: to the last character, codes included.
        assert fingerprint(account_records(held).records) == snapshot.fingerprint
    for move in Move.objects.filter(merge_request__status=Status.VERIFIED):
        compared = compare_move(move)
        assert compared
        assert compared.verdict is Verdict.COMPLETE
    _can_be_worked_with()
    _goes_round_once_more(tmp_path)


def _can_be_worked_with() -> None:
    """Every move's page and report can be looked at."""
    client: Client = signed_in(User.objects.filter(is_superuser=True, is_staff=True)[0])
    assert client.get(reverse("moves:dashboard")).status_code == 200
    for move in Move.objects.all():
        for name in ("move", "report"):
            answer = client.get(reverse(f"moves:{name}", args=[move.pk]))
            assert answer.status_code in (200, 302), answer.text


def _goes_round_once_more(folder: Path) -> None:
    """From whatever database this is into a backup, and back."""
    cache.clear()
    before = contents()
    back_up(folder / "again.zip", at=timezone.now())
    restore(folder / "again.zip", replace=True)
    assert contents() == before
