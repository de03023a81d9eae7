"""Puts a backup in the place of what is here: `manage.py restore FILE`."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import connection

from migrations_tracker.backups import keys
from migrations_tracker.backups.database_copy import load_database
from migrations_tracker.backups.errors import BackupError
from migrations_tracker.backups.manifest import Manifest
from migrations_tracker.backups.reading import CheckedBackup, checked_backup
from migrations_tracker.backups.stored_files import NamedFile, named_files, stored_places
from migrations_tracker.encryption import KeyLost
from migrations_tracker.evidence.files import (
    FileAltered,
    evidence_storage,
    put_sealed,
    stored_file,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """``migrated`` names the migrations that brought an older version's data up to date."""

    manifest: Manifest
    migrated: list[str]


def restore(path: Path, *, replace: bool = False, passphrase: str | None = None) -> Restored:
    """Put the backup ``path`` in place; with ``replace`` also where there are data already.

    Everything is checked before anything changes. Keys and files come first, since they harm
    nobody, then the rows in one transaction, and last goes what the rows no longer name.
    Raises BackupError.
    """
    if not replace and is_in_use():
        raise BackupError(
            "There are data here already. To throw them away and put the backup in their place, "
            "say --replace; take a backup of them first."
        )
    with checked_backup(path, passphrase=passphrase) as backup:
        if backup.ring != keys.current_ring():
            keys.keep_keys(backup.ring)
        _put_files_and_rows(backup)
    for place in stored_places() - {file.place for file in named_files()}:
        evidence_storage().delete(place)
    cache.clear()
    ContentType.objects.clear_cache()
    return Restored(manifest=backup.manifest, migrated=backup.migrated)


def is_in_use() -> bool:
    """Whether anybody has come in or stored anything; the tables may be an older version's."""
    there = set(connection.introspection.table_names())
    ours = {
        model._meta.db_table for model in apps.get_app_config("migrations_tracker").get_models()
    }
    with connection.cursor() as cursor:
        for table in there & ours:
            cursor.execute(f'SELECT 1 FROM "{table}" LIMIT 1')  # noqa: S608
            if cursor.fetchone():
                return True
    return False


def _put_files_and_rows(backup: CheckedBackup) -> None:
    """Where the rows can't be written, the files that came for them go again."""
    added = []
    try:
        for file in backup.files():
            if _put_file(backup, file):
                added.append(file.place)
        load_database(backup.database)
    except BaseException:
        with suppress(OSError):  # where the storage is what failed, they harm nobody
            for place in added:
                evidence_storage().delete(place)
        raise


def _put_file(backup: CheckedBackup, file: NamedFile) -> bool:
    """Store the file unless it is there as it should be; True where there was none."""
    try:
        stored_file(file.place, file.sha256)
        return False
    except (FileAltered, KeyLost):
        is_new = not evidence_storage().exists(file.place)
    put_sealed(file.place, backup.sealed_file(file))
    return is_new
