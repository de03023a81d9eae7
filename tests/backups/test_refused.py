"""A backup that is not whole, not for here or not readable is refused, and nothing is changed."""

import hashlib
import sqlite3
import zipfile
from base64 import b64encode
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from pytest_django import Settings

from certmove import VERSION
from migrations_tracker.backups import passphrase
from migrations_tracker.backups.errors import BackupError
from migrations_tracker.backups.making import back_up
from migrations_tracker.backups.reading import checked_backup
from migrations_tracker.backups.restoring import restore
from migrations_tracker.backups.sealed_zip import new_sealed_zip
from migrations_tracker.backups.verifying import faults
from migrations_tracker.models import User
from tests.backups.conftest import Forget, contents
from tests.factories import AT

pytestmark = pytest.mark.django_db(transaction=True)
PASSPHRASE = "correct horse battery staple"


@pytest.fixture
def backup(lived_in: User, tmp_path: Path) -> Path:
    back_up(tmp_path / "b.zip", at=AT)
    return tmp_path / "b.zip"


def check(path: Path) -> None:
    with checked_backup(path):
        pass


def test_one_flipped_bit_anywhere_is_noticed(backup: Path) -> None:
    whole = backup.read_bytes()
    check(backup)
    places = {*range(0, len(whole), len(whole) // 40), *range(len(whole) - 400, len(whole), 9)}
    for place in sorted(places):
        flipped = bytearray(whole)
        flipped[place] ^= 1
        backup.write_bytes(flipped)
        with pytest.raises(BackupError):
            check(backup)


def test_a_backup_that_was_cut_off_is_noticed(backup: Path) -> None:
    whole = backup.read_bytes()
    for kept in (0, 10, len(whole) // 2, len(whole) - 1):
        backup.write_bytes(whole[:kept])
        with pytest.raises(BackupError, match="no whole backup"):
            check(backup)


def rewritten(backup: Path, change: Callable[[sqlite3.Connection], object]) -> Path:
    """The backup with another database in it, sealed as if certmove had made it so."""
    target, database = backup.with_name("other.zip"), backup.with_name("database")
    with zipfile.ZipFile(backup) as old, new_sealed_zip(target) as new:
        database.write_bytes(old.read("database.sqlite3"))
        with closing(sqlite3.connect(database, isolation_level=None)) as copy:
            change(copy)
        old_digest, content = hashlib.sha256(old.read("database.sqlite3")), database.read_bytes()
        digest = hashlib.sha256(content).hexdigest()
        manifest = old.read("manifest.json").decode().replace(old_digest.hexdigest(), digest)
        for name in set(old.namelist()) - {"manifest.json", "database.sqlite3"}:
            new.writestr(name, old.read(name))
        new.writestr("database.sqlite3", content)
        new.writestr("manifest.json", manifest)
    return target


#: What was changed in the database of a backup, and what is said of it.
UNFIT = {
    "DELETE FROM migrations_tracker_invitation": "not hold as many rows",
    "UPDATE migrations_tracker_move SET owner_id = 9999": "refers to a row",
    "UPDATE migrations_tracker_certificatefile SET sha256 = 'x'": "not what its row says",
    "UPDATE migrations_tracker_certificatefile SET stored_as = 'x'": "lacks files/x",
    "ALTER TABLE migrations_tracker_mail DROP COLUMN body": "lacks body",
    "INSERT INTO django_migrations (app, name, applied) VALUES ('migrations_tracker',"
    " '9999_later', '2027-01-01')": "newer certmove",
}


def test_a_backup_that_does_not_fit_is_refused_in_a_sentence(backup: Path) -> None:
    for change, said in UNFIT.items():
        other = rewritten(backup, lambda copy, change=change: copy.execute(change))  # type: ignore[misc]
        with pytest.raises(BackupError, match=said):
            check(other)
        other.unlink()


def test_a_later_form_of_backup_is_refused_by_its_version(backup: Path, tmp_path: Path) -> None:
    with new_sealed_zip(tmp_path / "later.zip") as archive:
        archive.writestr("manifest.json", '{"certmove_backup": 2, "certmove": "9.1"}')
    with pytest.raises(BackupError, match=r"made by certmove 9\.1"):
        check(tmp_path / "later.zip")
    assert f'"certmove": "{VERSION}"' in zipfile.ZipFile(backup).read("manifest.json").decode()


def test_another_file_is_no_backup(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"x" * 1000)
    with pytest.raises(BackupError, match="no whole backup"):
        check(tmp_path / "x")
    with pytest.raises(BackupError, match="No such file"):
        check(tmp_path / "y")


def new_key(kid: str) -> str:
    return f"{kid}:{b64encode(kid.encode() * 32).decode()[:43]}="


def test_a_missing_key_is_named_before_anything_changes(
    backup: Path, settings: Settings, forget: Forget
) -> None:
    kid = settings.CERTMOVE_ENC_KEYS.partition(":")[0]
    forget()
    settings.CERTMOVE_ENC_KEYS = new_key("a")
    with pytest.raises(CommandError, match=f"key {kid} is missing.*Nothing was changed"):
        call_command("restore", str(backup))
    assert not User.objects.exists()
    settings.CERTMOVE_ENC_KEYS = f"{kid}:{new_key('b').partition(':')[2]}"
    with pytest.raises(BackupError, match=f"named {kid} here is not the one"):
        restore(backup)


def test_a_key_that_encrypted_nothing_is_not_asked_for(
    lived_in: User, tmp_path: Path, settings: Settings, forget: Forget
) -> None:
    old = settings.CERTMOVE_ENC_KEYS
    settings.CERTMOVE_ENC_KEYS = f"{old},{new_key('retired')}"
    back_up(tmp_path / "b.zip", at=AT)
    settings.CERTMOVE_ENC_KEYS = old
    forget()
    restore(tmp_path / "b.zip")
    assert list(faults()) == []


def test_keys_that_were_asked_for_come_back_by_their_passphrase(
    lived_in: User,
    tmp_path: Path,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    forget: Forget,
) -> None:
    monkeypatch.setenv(passphrase.VARIABLE, PASSPHRASE)
    path, old = tmp_path / "b.zip", settings.CERTMOVE_ENC_KEYS
    call_command("backup", str(path), "--with-keys")
    secret = old.partition(":")[2]
    assert secret.encode() not in path.read_bytes()
    before = contents()
    forget()
    settings.DATA_FOLDER = tmp_path
    settings.CERTMOVE_ENC_KEYS = new_key("a")
    (tmp_path / "enc.keys").write_text(new_key("a") + "\n")
    with pytest.raises(BackupError, match="not the passphrase"):
        restore(path, passphrase="another passphrase")
    call_command("restore", str(path), "--with-keys")
    assert contents() == before
    assert (tmp_path / "enc.keys").read_text().split() == [new_key("a"), old]
    assert list(faults()) == []


def test_where_nothing_is_installed_nothing_is_backed_up(
    transactional_db: None, tmp_path: Path
) -> None:
    """An operator's cron job in the wrong folder must not write empty backups for months."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE django_migrations RENAME TO elsewhere")
    try:
        with pytest.raises(BackupError, match="no installation here"):
            back_up(tmp_path / "b.zip", at=AT)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE elsewhere RENAME TO django_migrations")


def test_a_short_passphrase_is_refused(lived_in: User, tmp_path: Path) -> None:
    with pytest.raises(BackupError, match="12 characters"):
        back_up(tmp_path / "b.zip", at=AT, passphrase="short")
    assert not (tmp_path / "b.zip").exists()


def test_keys_of_the_environment_are_never_written_over(
    lived_in: User, tmp_path: Path, settings: Settings, forget: Forget
) -> None:
    back_up(tmp_path / "b.zip", at=AT, passphrase=PASSPHRASE)
    forget()
    settings.CERTMOVE_ENC_KEYS = new_key("a")
    with pytest.raises(BackupError, match="the environment sets"):
        restore(tmp_path / "b.zip", passphrase=PASSPHRASE)
    assert not User.objects.exists()
