"""A copy of the database, opened beside the live one."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.sqlite3.base import DatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from certmove.databases import SQLITE
from migrations_tracker.backups.errors import BackupError

COPY = "copy"
Node = tuple[str, str]


@contextmanager
def opened(path: Path) -> Iterator[BaseDatabaseWrapper]:
    """The SQLite file ``path`` under the alias ``COPY``; one at a time.

    It is thrown away where anything fails, so nothing is paid for its safety.
    """
    options = {"init_command": "PRAGMA journal_mode=MEMORY;PRAGMA synchronous=OFF;"}
    described = {"ENGINE": SQLITE, "NAME": str(path), "OPTIONS": options}
    complete = connections.configure_settings({DEFAULT_DB_ALIAS: described})[DEFAULT_DB_ALIAS]
    connections[COPY] = DatabaseWrapper(complete, COPY)
    try:
        yield connections[COPY]
    finally:
        connections[COPY].close()
        del connections[COPY]


def migrate_forward(copy: BaseDatabaseWrapper) -> list[str]:
    """Bring an older copy to this version's tables; the names of the migrations that did it.

    Raises BackupError where the copy is of a newer certmove.
    """
    executor = MigrationExecutor(copy)
    refuse_newer(executor.loader)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    try:
        if plan:
            call_command("migrate", database=copy.alias, interactive=False, verbosity=0)
    except Exception as error:  # a migration is any code: whatever it raises, it did not work
        raise BackupError(
            f"The data of this backup could not be brought up to date: {error}"
        ) from error
    return [str(migration) for migration, _ in plan]


def refuse_newer(loader: MigrationLoader) -> None:
    """Raise BackupError where migrations were applied that this certmove does not know."""
    unknown = sorted(set(loader.applied_migrations) - set(loader.disk_migrations))
    if unknown:
        raise BackupError(
            f"These data are of a newer certmove: this one does not know {'.'.join(unknown[0])}. "
            "Install that version or a later one, then try again."
        )


def make_tables_like(live: BaseDatabaseWrapper, copy: BaseDatabaseWrapper) -> None:
    """Give the empty ``copy`` the tables that ``live`` has: the same migrations, no more."""
    loader = MigrationLoader(live)
    refuse_newer(loader)
    MigrationExecutor(copy).migrate(_last_ones(loader))


def _last_ones(loader: MigrationLoader) -> list[Node]:
    """The last applied migration of each app. (Naming an earlier one would undo the later.)"""
    applied = set(loader.applied_migrations)
    return [
        node
        for node in sorted(applied)
        if not any(
            child.key[0] == node[0] and child.key in applied
            for child in loader.graph.node_map[node].children
        )
    ]
