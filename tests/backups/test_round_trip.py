"""What went into a backup comes out of it again, record by record, on either database."""

import json
import os
import sqlite3
import stat
import time
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client

from migrations_tracker.backups.copy_connection import COPY, opened
from migrations_tracker.backups.errors import BackupError
from migrations_tracker.backups.leftovers import DRAFT
from migrations_tracker.backups.making import back_up
from migrations_tracker.backups.reading import checked_backup
from migrations_tracker.backups.restoring import restore
from migrations_tracker.backups.verifying import faults
from migrations_tracker.evidence.files import evidence_storage
from migrations_tracker.models import CertificateFile, Move, User
from tests.backups.conftest import Forget, attach, contents, files
from tests.backups.test_refused import rewritten
from tests.factories import AT, make_move

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_round_trip_is_identical_record_by_record(
    lived_in: User, forget: Forget, tmp_path: Path
) -> None:
    before, files_before = contents(), files()
    made = back_up(tmp_path / "b.zip", at=AT)
    assert len(files_before) == made.files == 2
    forget()
    restore(tmp_path / "b.zip")
    assert contents() == before
    assert files() == files_before
    assert list(faults()) == []
    make_move(lived_in)  # new rows get numbers that no restored row has


def test_the_database_in_a_backup_is_the_same_on_sqlite(lived_in: User, tmp_path: Path) -> None:
    """On PostgreSQL this is the way from one database to the other."""
    back_up(tmp_path / "b.zip", at=AT)
    with checked_backup(tmp_path / "b.zip") as backup, opened(backup.database):
        assert contents(COPY) == contents()


def test_nobodys_session_is_in_a_backup(lived_in: User, tmp_path: Path) -> None:
    client = Client()
    client.force_login(lived_in)
    back_up(tmp_path / "b.zip", at=AT)
    key = client.session.session_key
    assert key
    assert key.encode() not in (tmp_path / "b.zip").read_bytes()


def test_a_backup_is_for_its_owner_alone_and_replaces_no_file(
    lived_in: User, tmp_path: Path
) -> None:
    path = tmp_path / "b.zip"
    back_up(path, at=AT)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    first = path.read_bytes()
    with pytest.raises(BackupError, match="exists already"):
        back_up(path, at=AT)
    assert path.read_bytes() == first
    assert {each.name for each in tmp_path.iterdir()} == {"b.zip", "evidence"}


def test_what_a_killed_backup_left_is_cleared_by_the_next_one_a_day_later(
    lived_in: User, tmp_path: Path
) -> None:
    old, young = tmp_path / f"{DRAFT}old", tmp_path / f"{DRAFT}young"
    for folder in (old, young):
        folder.mkdir()
        (folder / "database.sqlite3").write_bytes(b"everybody's data")
    yesterday = time.time() - 25 * 60 * 60
    os.utime(old, (yesterday, yesterday))
    back_up(tmp_path / "b.zip", at=AT)
    assert {each.name for each in tmp_path.iterdir()} == {"b.zip", "evidence", young.name}


def test_the_manifest_counts_what_is_there(lived_in: User, tmp_path: Path) -> None:
    back_up(tmp_path / "b.zip", at=AT)
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        manifest = json.loads(archive.read("manifest.json"))
        (tmp_path / "database").write_bytes(archive.read("database.sqlite3"))
    assert manifest["tables"]["migrations_tracker_move"] == Move.objects.count()
    assert manifest["database"] == connection.vendor
    assert "migrations_tracker.0001_initial" in manifest["migrations"]
    with closing(sqlite3.connect(tmp_path / "database")) as copy:
        (count,) = copy.execute("SELECT count(*) FROM migrations_tracker_event").fetchone()
    assert manifest["tables"]["migrations_tracker_event"] == count


def test_data_that_are_there_are_replaced_only_when_told(lived_in: User, tmp_path: Path) -> None:
    before, files_before = contents(), files()
    back_up(tmp_path / "b.zip", at=AT)
    later = make_move(lived_in, person_name="Later")
    attach(later, b"%PDF-1.4 later", by=lived_in)
    with pytest.raises(BackupError, match="--replace"):
        restore(tmp_path / "b.zip")
    assert Move.objects.filter(pk=later.pk).exists()
    restore(tmp_path / "b.zip", replace=True)
    assert contents() == before
    assert files() == files_before


def test_a_restore_that_fails_changes_nothing(
    lived_in: User, forget: Forget, tmp_path: Path
) -> None:
    back_up(tmp_path / "b.zip", at=AT)
    file = CertificateFile.objects.get()
    forget()
    # Where the file should go there is a folder: it can't be stored under its name.
    evidence_storage().save(f"{file.stored_as}/in the way", ContentFile(b"x"))
    before = contents(), set(files())
    with pytest.raises((BackupError, OSError)):
        restore(tmp_path / "b.zip")
    assert (contents(), set(files())) == before


def test_pages_of_another_size_are_no_hindrance(lived_in: User, tmp_path: Path) -> None:
    before = contents()
    back_up(tmp_path / "b.zip", at=AT)

    def shrink(copy: sqlite3.Connection) -> None:
        copy.execute("PRAGMA page_size=1024")
        copy.execute("VACUUM")

    restore(rewritten(tmp_path / "b.zip", shrink), replace=True)
    assert contents() == before


def test_a_lost_file_is_named_and_the_rest_is_backed_up(
    lived_in: User, forget: Forget, tmp_path: Path
) -> None:
    lost = CertificateFile.objects.get().stored_as
    evidence_storage().delete(lost)
    with pytest.raises(CommandError, match=lost):
        call_command("backup", str(tmp_path / "b.zip"))
    before = contents()
    forget()
    restore(tmp_path / "b.zip")
    assert contents() == before
    assert list(faults()) == [f"stored file {lost}: missing"]
