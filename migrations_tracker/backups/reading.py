"""Opens a backup and checks everything in it, before anything is changed."""

import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from django.conf import settings

from migrations_tracker.backups import keys
from migrations_tracker.backups.copy_connection import migrate_forward, opened
from migrations_tracker.backups.database_copy import columns_of, count_rows, own_models, tables_of
from migrations_tracker.backups.errors import BackupError
from migrations_tracker.backups.leftovers import DRAFT, clear_leftovers
from migrations_tracker.backups.making import DATABASE, FILES, KEYS
from migrations_tracker.backups.manifest import NAME, Manifest, manifest_of
from migrations_tracker.backups.sealed_zip import sealed_zip, take
from migrations_tracker.backups.stored_files import NamedFile, named_files_of
from migrations_tracker.encryption import KeyLost, KeyRing
from migrations_tracker.evidence.files import FileAltered, checked
from migrations_tracker.evidence.sealed_files import HEAD_BYTES, key_of_file


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedBackup:
    """A backup that is whole. ``database`` has this version's tables; ``ring`` all it needs.

    ``migrated`` names the migrations that brought it here from an older version.
    """

    archive: zipfile.ZipFile
    manifest: Manifest
    database: Path
    ring: KeyRing
    migrated: list[str] = field(default_factory=list)

    def files(self) -> Iterator[NamedFile]:
        """The stored files that its rows name, but for those that were lost before."""
        with closing(sqlite3.connect(self.database)) as copy:
            for file in named_files_of(copy):
                if file.place not in self.manifest.damaged or self.holds(file):
                    yield file

    def holds(self, file: NamedFile) -> bool:
        return FILES + file.place in self.archive.NameToInfo

    def sealed_file(self, file: NamedFile) -> bytes:
        """The file as it lay in the storage. Raises BackupError where it is not in here."""
        content = BytesIO()
        take(self.archive, FILES + file.place, content)
        return content.getvalue()

    def keys_of_files(self) -> Iterator[str]:
        """The id of the key that sealed each file, of those that are sealed."""
        for name in self.archive.namelist():
            if name.startswith(FILES):
                with self.archive.open(name) as member:
                    kid = key_of_file(member.read(HEAD_BYTES))
                if kid:
                    yield kid


@contextmanager
def checked_backup(path: Path, *, passphrase: str | None = None) -> Iterator[CheckedBackup]:
    """The backup at ``path``. Raises BackupError for the first thing that is not as it should be.

    ``passphrase`` opens the keys in it, where there are some.
    """
    clear_leftovers(Path(settings.DATA_FOLDER))
    with (
        sealed_zip(path) as archive,
        tempfile.TemporaryDirectory(dir=settings.DATA_FOLDER, prefix=DRAFT) as name,
    ):
        manifest = manifest_of(archive.read(NAME))
        database = Path(name) / DATABASE
        _take_database(archive, manifest, database)
        ring = _ring(archive, manifest, passphrase)
        backup = CheckedBackup(archive=archive, manifest=manifest, database=database, ring=ring)
        with opened(database) as copy:
            backup.migrated.extend(migrate_forward(copy))
            _check_tables(database)
            keys.refuse_missing(manifest.keys, ring, copy.alias, backup.keys_of_files())
        _check_files(backup)
        yield backup


def _take_database(archive: zipfile.ZipFile, manifest: Manifest, target: Path) -> None:
    with target.open("wb") as file:
        sha256, _ = take(archive, DATABASE, file)
    if sha256 != manifest.database_sha256:
        raise BackupError("The database in the backup is not the one that its manifest describes.")
    with closing(sqlite3.connect(target)) as copy:
        _check_database(copy, manifest)


def _check_database(copy: sqlite3.Connection, manifest: Manifest) -> None:
    (said,) = copy.execute("PRAGMA integrity_check").fetchone()
    if said != "ok":
        raise BackupError(f"The database in the backup is damaged: {said}")
    refers_nowhere = copy.execute("PRAGMA foreign_key_check").fetchone()
    if refers_nowhere:
        raise BackupError(
            f"A row of {refers_nowhere[0]} in the backup refers to a row of {refers_nowhere[2]} "
            "that is not there."
        )
    counted = count_rows(copy)
    if counted != dict(manifest.tables):
        raise BackupError("The backup does not hold as many rows as its manifest says.")


def _ring(archive: zipfile.ZipFile, manifest: Manifest, passphrase: str | None) -> KeyRing:
    """This installation's keys, and behind them those of the backup where they are asked for."""
    ring = keys.current_ring()
    if passphrase is None:
        return ring
    if not manifest.with_keys:
        raise BackupError("This backup holds no keys: there is nothing to open by a passphrase.")
    return keys.with_missing(ring, keys.unwrapped(archive.read(KEYS), passphrase))


def _check_tables(database: Path) -> None:
    """A backup of an unreleased version may bear this version's names, and other tables."""
    with closing(sqlite3.connect(database)) as copy:
        there = set(tables_of(copy))
        for model in own_models():
            table = model._meta.db_table
            wanted = {str(e.column) for e in model._meta.concrete_fields if not e.generated}
            lacking = wanted - (set(columns_of(copy, table)) if table in there else set())
            if lacking:
                raise BackupError(
                    f"The table {table} of this backup lacks {', '.join(sorted(lacking))}: it was "
                    "made by a version that was never released. Restore it with that version."
                )


def _check_files(backup: CheckedBackup) -> None:
    for file in backup.files():
        stored = backup.sealed_file(file)
        try:
            checked(stored, file.place, file.sha256, backup.ring)
        except (FileAltered, KeyLost) as error:
            if file.place not in backup.manifest.damaged:
                raise BackupError(
                    f"The file {file.place} in the backup is not what its row says."
                ) from error
