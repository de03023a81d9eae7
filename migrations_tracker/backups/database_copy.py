"""The database as one SQLite file, whatever it is on: the form it has in a backup.

On SQLite the file is made by VACUUM INTO: one consistent state, nothing of what was deleted, and
the server goes on meanwhile. From PostgreSQL the rows are read in one repeatable-read transaction
into a file with the same tables. Values are passed on as certmove keeps them in SQLite (an id as
its 16 bytes, a moment as text in UTC); PostgreSQL takes them in that form, ids as digits.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from allauth.usersessions.models import UserSession
from django.apps import apps
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import Model

from migrations_tracker.backups.copy_connection import make_tables_like, opened

MIGRATIONS = "django_migrations"
#: PostgreSQL's number of the type of an id.
UUID_TYPE = 2950
BATCH = 2000
Row = tuple[Any, ...]


def copy_database(target: Path) -> None:
    """Write the live database into the empty file ``target``, without anybody's session."""
    if connection.vendor == "sqlite":
        with _nothing_synced(), connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(target)])
    else:
        _copy_rows(target)
    with closing(sqlite3.connect(target)) as copy:
        copy.execute("PRAGMA synchronous=OFF")
        for table in _short_lived() & set(tables_of(copy)):
            copy.execute("PRAGMA secure_delete=ON")
            copy.execute(f'DELETE FROM "{table}"')  # noqa: S608 - the name is the settings'
        copy.commit()


@contextmanager
def _nothing_synced() -> Iterator[None]:
    """The copy need not reach the disk, the backup made of it does: a crash throws it away.

    SQLite writes the file of VACUUM INTO as carefully as the database itself.
    """
    with connection.cursor() as cursor:
        (as_it_was,) = cursor.execute("PRAGMA synchronous").fetchone()
        cursor.execute("PRAGMA synchronous=OFF")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA synchronous={int(as_it_was)}")


def _short_lived() -> set[str]:
    """Tables that no backup holds: a session in it would let its thief in."""
    cache = str(settings.CACHES["default"]["LOCATION"])
    return {Session._meta.db_table, UserSession._meta.db_table, cache}


def own_models() -> list[type[Model]]:
    """Every model that has a table here, those between two others included."""
    every = apps.get_models(include_auto_created=True)
    return [model for model in every if model._meta.managed and not model._meta.proxy]


def tables_of(copy: sqlite3.Connection) -> list[str]:
    """Names of the tables that hold rows of certmove's."""
    found = copy.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return [name for (name,) in found if name != MIGRATIONS and not name.startswith("sqlite_")]


def columns_of(copy: sqlite3.Connection, table: str) -> list[str]:
    return [name for _, name, *_ in copy.execute(f'PRAGMA table_info("{table}")')]


def count_rows(copy: sqlite3.Connection) -> dict[str, int]:
    """How many rows each table has."""
    return {
        table: copy.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]  # noqa: S608
        for table in tables_of(copy)
    }


def load_database(source: Path) -> None:
    """Put the file ``source``, which has this version's tables, in the live database's place.

    All of it or, where anything fails or the machine stops, nothing: SQLite writes the pages and
    PostgreSQL the rows in one transaction.
    """
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with closing(sqlite3.connect(source)) as copy:
            _give_pages_the_size_of_the_live_ones(copy)
            copy.backup(connection.connection)
        connection.close()
    else:
        call_command("migrate", interactive=False, verbosity=0)
        with closing(sqlite3.connect(source)) as copy, transaction.atomic():
            _load_rows(copy)
    call_command("createcachetable", verbosity=0)


def _give_pages_the_size_of_the_live_ones(copy: sqlite3.Connection) -> None:
    """Pages are copied as they are: those of another certmove or of PostgreSQL may be smaller."""
    with connection.cursor() as cursor:
        (wanted,) = cursor.execute("PRAGMA page_size").fetchone()
    if copy.execute("PRAGMA page_size").fetchone() != (wanted,):
        copy.execute(f"PRAGMA page_size={int(wanted)}")
        copy.execute("VACUUM")


def _copy_rows(target: Path) -> None:
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        with opened(target) as copied:
            make_tables_like(connection, copied)
        with closing(sqlite3.connect(target)) as copy:
            copy.execute("PRAGMA synchronous=OFF")
            copy.execute("PRAGMA journal_mode=OFF")
            for table in _shared_tables(copy):
                _copy_table(copy, table)
            copy.commit()


def _copy_table(copy: sqlite3.Connection, table: str) -> None:
    columns = columns_of(copy, table)
    places = ", ".join("?" * len(columns))
    copy.execute(f'DELETE FROM "{table}"')  # noqa: S608 - what a migration put there
    insert = f'INSERT INTO "{table}" ({_listed(columns)}) VALUES ({places})'  # noqa: S608
    if table not in _short_lived():
        copy.executemany(insert, _rows_of_live(table, columns))


def _rows_of_live(table: str, columns: Sequence[str]) -> Iterator[Row]:
    types = _types_of_live(table)
    chosen = ", ".join(_AS_SQLITE_HAS_IT.get(types[name], '"{}"').format(name) for name in columns)
    with connection.chunked_cursor() as cursor:
        cursor.execute(f'SELECT {chosen} FROM "{table}"')  # noqa: S608
        while rows := cursor.fetchmany(BATCH):
            yield from rows


def _types_of_live(table: str) -> dict[str, int]:
    """PostgreSQL's number of each column's type."""
    with connection.cursor() as cursor:
        described = connection.introspection.get_table_description(cursor, table)
    return {each.name: each.type_code for each in described}


def _load_rows(copy: sqlite3.Connection) -> None:
    tables = _shared_tables(copy)
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {_listed(tables)}")
        for table in tables:
            columns, types = columns_of(copy, table), _types_of_live(table)
            chosen = ", ".join(
                f"nullif(hex(\"{name}\"), '')" if types[name] == UUID_TYPE else f'"{name}"'
                for name in columns
            )
            rows = copy.execute(f'SELECT {chosen} FROM "{table}"')  # noqa: S608
            with cursor.copy(f'COPY "{table}" ({_listed(columns)}) FROM STDIN') as into:
                for row in rows:
                    into.write_row(row)
        for statement in connection.ops.sequence_reset_sql(no_style(), own_models()):
            cursor.execute(statement)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def _shared_tables(copy: sqlite3.Connection) -> list[str]:
    """The copy's tables that the live database has too.

    Tables of one kind of database alone (a search index of SQLite's) are made from others' rows.
    """
    return sorted(set(tables_of(copy)) & set(connection.introspection.table_names()))


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


#: By PostgreSQL's number of a type, how its values look in SQLite when Django writes them: a uuid,
#: a moment, a day, a time of day, a decimal number. All others are the same in both.
_AS_SQLITE_HAS_IT = {
    UUID_TYPE: 'uuid_send("{}")',
    1184: "replace(to_char(\"{}\" AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), '.000000', '')",
    1082: '"{}"::text',
    1083: '"{}"::text',
    1700: '"{}"::text',
}
