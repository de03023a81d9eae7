"""Brings an installation's database up to this version: backed up first, refused if newer."""

from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from certmove import VERSION
from migrations_tracker.backups.copy_connection import refuse_newer
from migrations_tracker.backups.making import back_up
from migrations_tracker.backups.restoring import is_in_use

#: Backups before an upgrade that are kept; the operator's own are elsewhere.
KEPT = 3


def upgrade(*, at: datetime) -> Path | None:
    """Apply what migrations are missing; the backup that was made before, None where none was due.

    Raises BackupError where the data are of a newer certmove, and where no backup can be made.
    """
    executor = MigrationExecutor(connection)
    refuse_newer(executor.loader)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return None
    made = _back_up_before(at) if is_in_use() else None
    call_command("migrate", interactive=False, verbosity=0)
    return made


def _back_up_before(at: datetime) -> Path:
    folder = Path(settings.DATA_FOLDER) / "backups"
    folder.mkdir(mode=0o700, exist_ok=True)
    path = folder / f"before-{VERSION}-{at:%Y%m%dT%H%M%S%f}.zip"
    back_up(path, at=at)
    older = sorted(folder.glob("before-*.zip"), key=lambda each: each.stat().st_mtime_ns)
    for each in older[:-KEPT]:
        each.unlink()
    return path
