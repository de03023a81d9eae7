"""A newer version brings older data up to date, after a backup; an older one leaves newer alone."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from pytest_django import Settings

from migrations_tracker.backups.errors import BackupError
from migrations_tracker.backups.making import back_up
from migrations_tracker.backups.restoring import restore
from migrations_tracker.backups.upgrading import KEPT, upgrade
from migrations_tracker.models import User
from tests.backups.conftest import Forget, contents
from tests.backups.test_refused import rewritten
from tests.factories import AT

pytestmark = pytest.mark.django_db(transaction=True)
#: A step back that loses no data stands for an older version of certmove.
OLDER = ("mfa", "0002_authenticator_timestamps")


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, settings: Settings) -> Iterator[Path]:
    settings.DATA_FOLDER = tmp_path
    yield tmp_path
    MigrationRecorder(connection).migration_qs.filter(name="9999_later").delete()
    call_command("migrate", interactive=False, verbosity=0)


def step_back() -> None:
    call_command("migrate", *OLDER, interactive=False, verbosity=0)


def test_data_are_backed_up_before_they_are_brought_up_to_date(
    lived_in: User, data_folder: Path, forget: Forget
) -> None:
    assert upgrade(at=AT) is None  # nothing is due
    before = contents()
    step_back()
    made = upgrade(at=AT)
    assert made
    assert made.parent == data_folder / "backups"
    forget()
    restored = restore(made)
    assert restored.migrated == ["mfa.0003_authenticator_type_uniq"]
    assert contents() == before


def test_an_empty_installation_needs_no_backup(transactional_db: None, data_folder: Path) -> None:
    step_back()
    assert upgrade(at=AT) is None
    assert not (data_folder / "backups").exists()


def test_only_the_last_backups_before_an_upgrade_are_kept(
    lived_in: User, data_folder: Path
) -> None:
    (data_folder / "backups").mkdir()
    earlier = [data_folder / "backups" / f"before-0.0-{number}.zip" for number in range(KEPT + 1)]
    for number, path in enumerate(earlier):
        path.touch()
        os.utime(path, (number, number))
    step_back()
    made = upgrade(at=AT)
    assert set((data_folder / "backups").iterdir()) == {*earlier[2:], made}


def test_data_of_a_newer_version_are_left_alone(lived_in: User, tmp_path: Path) -> None:
    before = contents()
    MigrationRecorder(connection).record_applied("migrations_tracker", "9999_later")
    with pytest.raises(CommandError, match=r"newer certmove.*9999_later"):
        call_command("prepare")
    assert contents() == before


def test_a_backup_of_an_older_version_is_brought_up_to_date_on_the_way(
    lived_in: User, tmp_path: Path, forget: Forget
) -> None:
    before = contents()
    step_back()
    made = back_up(tmp_path / "b.zip", at=AT)
    assert "mfa.0003_authenticator_type_uniq" not in made.migrations
    upgrade(at=AT)
    forget()
    assert restore(tmp_path / "b.zip").migrated == ["mfa.0003_authenticator_type_uniq"]
    assert contents() == before


def test_a_step_that_fails_on_the_way_changes_nothing(lived_in: User, tmp_path: Path) -> None:
    step_back()
    back_up(tmp_path / "b.zip", at=AT)
    upgrade(at=AT)
    before = contents()
    lame = "ALTER TABLE mfa_authenticator RENAME COLUMN type TO kind"
    with pytest.raises(BackupError, match="could not be brought up to date"):
        restore(rewritten(tmp_path / "b.zip", lambda copy: copy.execute(lame)), replace=True)
    assert contents() == before
