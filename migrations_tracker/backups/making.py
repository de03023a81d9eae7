"""Makes a backup: `manage.py backup FILE`."""

import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from pathlib import Path

from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from certmove import VERSION
from migrations_tracker.backups import keys
from migrations_tracker.backups.database_copy import MIGRATIONS, copy_database, count_rows
from migrations_tracker.backups.errors import BackupError
from migrations_tracker.backups.leftovers import DRAFT, clear_leftovers
from migrations_tracker.backups.manifest import FORMAT, NAME, Manifest
from migrations_tracker.backups.sealed_zip import new_sealed_zip, put
from migrations_tracker.backups.stored_files import (
    NamedFile,
    is_named,
    named_files,
    named_files_of,
)
from migrations_tracker.encryption import KeyLost
from migrations_tracker.evidence.files import FileAltered, checked, sealed_file

DATABASE = "database.sqlite3"
KEYS = "keys.json"
FILES = "files/"
#: Somebody may delete a file between the copy of the rows and the copy of the file.
_ATTEMPTS = 5


@dataclass(slots=True)
class _Files:
    """``named`` are the files of the rows that are in the backup; ``damaged`` are places whose file
    was missing or not what the row says."""

    archive: zipfile.ZipFile
    sizes: dict[str, int] = field(default_factory=dict)
    damaged: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    named: dict[str, NamedFile] = field(default_factory=dict)

    def add(self, file: NamedFile) -> None:
        if file.place in self.sizes:
            return
        try:
            stored = sealed_file(file.place)
        except FileNotFoundError:
            self.gone.add(file.place)
            return
        put(self.archive, FILES + file.place, BytesIO(stored))
        self.sizes[file.place] = len(stored)
        try:
            checked(stored, file.place, file.sha256)
        except FileAltered:
            self.damaged.add(file.place)
        except KeyLost:
            return  # like a text under a lost key: kept as it is for when the key is found


def back_up(path: Path, *, at: datetime, passphrase: str | None = None) -> Manifest:
    """Write everything that is kept to the new file ``path``; with the keys behind a passphrase.

    Consistent while the server works. Raises BackupError where the file exists already or the
    passphrase is too short; what is damaged already is backed up all the same, and named.
    """
    if MIGRATIONS not in connection.introspection.table_names():
        raise BackupError(
            "There is no installation here: the database has no tables. Look at CERTMOVE_DATA and "
            "DATABASE_URL; they have to be those of the server."
        )
    clear_leftovers(path.parent)
    ring = keys.current_ring()
    sealed_keys = keys.wrapped(ring, passphrase) if passphrase is not None else None
    with new_sealed_zip(path) as archive, _draft_database(path.parent) as draft:
        files = _Files(archive)
        _add_files_then_database(files, draft)
        with draft.open("rb") as file:
            sha256, _ = put(archive, DATABASE, file)
        if sealed_keys:
            archive.writestr(KEYS, sealed_keys)
        manifest = _manifest(files, draft, sha256, at=at, with_keys=bool(sealed_keys))
        archive.writestr(NAME, manifest.as_json())
    return manifest


@contextmanager
def _draft_database(folder: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(dir=folder, prefix=DRAFT) as name:  # 0700
        yield Path(name) / DATABASE


def _add_files_then_database(files: _Files, draft: Path) -> None:
    """Files first, as they may take long; then the rows, then what came in between."""
    for file in named_files():
        files.add(file)
    for _attempt in range(_ATTEMPTS):
        files.gone.clear()
        draft.unlink(missing_ok=True)
        copy_database(draft)
        with closing(sqlite3.connect(draft)) as copy:
            files.named = {file.place: file for file in named_files_of(copy)}
        for file in files.named.values():
            files.add(file)
        if all(is_named(place) for place in files.gone):
            break
    files.damaged |= files.gone


def _manifest(
    files: _Files, draft: Path, sha256: str, *, at: datetime, with_keys: bool
) -> Manifest:
    with closing(sqlite3.connect(draft)) as copy:
        named = files.named.keys() & files.sizes.keys()
        return Manifest(
            certmove_backup=FORMAT,
            certmove=VERSION,
            made_at=at.isoformat(),
            database=connection.vendor,
            database_sha256=sha256,
            migrations=_applied(),
            tables=count_rows(copy),
            files=len(named),
            file_bytes=sum(files.sizes[place] for place in named),
            damaged=sorted(files.damaged),
            keys=keys.checks_of(keys.current_ring()),
            with_keys=with_keys,
        )


def _applied() -> list[str]:
    return sorted(".".join(node) for node in MigrationRecorder(connection).applied_migrations())
