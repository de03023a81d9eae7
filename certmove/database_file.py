"""Keeps each connection to SQLite on the file that is the database now.

A thread keeps its connection for minutes. The file may be taken away, put back or replaced by
a restored one in the meantime: the connection would go on reading the old one.
"""

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.db import connection
from django.db.backends.signals import connection_created
from django.http import HttpRequest, HttpResponse

from certmove.storage_trouble import DatabaseGone

Identity = tuple[int, int]
_OPENED = "certmove_opened_file"


class DatabaseFileMiddleware:
    """Looks at the file before each request; raises DatabaseGone where there is none."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        follow_the_file()
        return self.get_response(request)


def database_file() -> Path | None:
    """The file of an SQLite database; None for another one and for one in memory."""
    name = str(connection.settings_dict["NAME"])
    on_disk = connection.vendor == "sqlite" and not name.startswith("file:") and name != ":memory:"
    return Path(name) if on_disk else None


def open_only_what_is_there() -> None:
    """For the process that serves: where the file is gone, make no new, empty one in its place."""
    file = database_file()
    if file is not None:
        # Django hands OPTIONS to sqlite3.connect(), with uri=True.
        connection.settings_dict["OPTIONS"]["database"] = f"{file.resolve().as_uri()}?mode=rw"


def follow_the_file() -> None:
    """Close this thread's connection where its file is no longer the database's."""
    file = database_file()
    if file is None:
        return
    now = _identity(file)
    opened = connection.connection is not None and not connection.in_atomic_block
    if opened and getattr(connection, _OPENED, None) != now:
        connection.close()
    if now is None:
        raise DatabaseGone(f"There is no database file {file}.")


def _remember(connection: Any, **_: object) -> None:
    """Note which file was opened; one that can't be written is opened anew by each request."""
    file = database_file()
    if file is None:
        return
    setattr(connection, _OPENED, _identity(file))
    if not os.access(file, os.W_OK):
        connection.close_at = time.monotonic()


connection_created.connect(_remember, dispatch_uid="certmove.database_file")


def _identity(file: Path) -> Identity | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
