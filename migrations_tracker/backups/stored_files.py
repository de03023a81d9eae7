"""Which stored files the rows of a database name."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import Model

from migrations_tracker.backups.database_copy import tables_of
from migrations_tracker.evidence.files import evidence_storage

_COLUMNS = {"stored_as", "sha256", "size"}
_BATCH = 500


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file of the evidence storage, as a row describes it."""

    place: str
    sha256: str
    size: int


def models_with_files(tables: Iterable[str]) -> list[type[Model]]:
    """Every model that names stored files, found by its columns, whose table is in ``tables``.

    An older version's database may lack some.
    """
    there = set(tables)
    return [
        model
        for model in apps.get_models()
        if {field.name for field in model._meta.concrete_fields} >= _COLUMNS
        and model._meta.db_table in there
    ]


def named_files() -> Iterator[NamedFile]:
    """The files of the live database, a batch at a time: no query stays open meanwhile."""
    for model in models_with_files(connection.introspection.table_names()):
        last: Any = None
        while batch := _next_batch(model, last):
            last = batch[-1][0]
            yield from (NamedFile(*row[1:]) for row in batch)


def _next_batch(model: type[Model], last: Any) -> list[tuple[Any, ...]]:
    rows = model._default_manager.exclude(stored_as="").order_by("pk")
    rows = rows.filter(pk__gt=last) if last is not None else rows
    return list(rows.values_list("pk", "stored_as", "sha256", "size")[:_BATCH])


def named_files_of(copy: sqlite3.Connection) -> Iterator[NamedFile]:
    """The files that the database copy names, each place once."""
    each = " UNION ".join(
        f'SELECT stored_as, sha256, size FROM "{model._meta.db_table}"'  # noqa: S608
        " WHERE stored_as <> ''"
        for model in models_with_files(tables_of(copy))
    )
    return (NamedFile(*row) for row in copy.execute(each))


def is_named(place: str) -> bool:
    """Whether a row of the live database names the file ``place``."""
    return any(
        model._default_manager.filter(stored_as=place).exists()
        for model in models_with_files(connection.introspection.table_names())
    )


def listing(folder: str) -> tuple[list[str], list[str]]:
    """The folders and the files right below ``folder``; "" is the top. Empty where it is gone."""
    try:
        folders, files = evidence_storage().listdir(folder)
    except FileNotFoundError:
        return [], []
    return folders, files


def stored_places() -> set[str]:
    """Every file that is in the storage, named by a row or not."""
    return set(_below(""))


def _below(folder: str) -> Iterator[str]:
    folders, files = listing(folder)
    start = f"{folder}/" if folder else ""
    yield from (start + name for name in files)
    for name in folders:
        yield from _below(start + name)
