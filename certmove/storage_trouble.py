"""What is wrong with the disk or the database, told from the error it caused."""

import errno
import os
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from django.conf import settings
from django.db import InterfaceError, OperationalError, connection


class Trouble(StrEnum):
    """A cause that the operator can remove, after which work goes on without a restart."""

    FULL = "full"
    READ_ONLY = "read-only"
    GONE = "gone"
    FILES_GONE = "files gone"
    BUSY = "busy"
    DAMAGED = "damaged"


class DatabaseGone(OperationalError):
    """There is no file where the database was."""


class FilesGone(OSError):
    """The storage of files does not answer, or refuses; the text says what it said."""


# https://www.sqlite.org/rescode.html: the lower byte of an extended code is its primary code.
_SQLITE_OF_THE_JOURNAL = (10, 14)  # could not be written, could not be opened
_SQLITE_MOVED = 1032
_SQLITE = {
    3: Trouble.READ_ONLY,
    5: Trouble.BUSY,
    6: Trouble.BUSY,
    8: Trouble.READ_ONLY,
    10: Trouble.GONE,
    11: Trouble.DAMAGED,
    13: Trouble.FULL,
    14: Trouble.GONE,
    26: Trouble.DAMAGED,
}
# https://www.postgresql.org/docs/current/errcodes-appendix.html: whole codes, then classes.
_POSTGRESQL = {
    "25006": Trouble.READ_ONLY,
    "53100": Trouble.FULL,
    "57014": Trouble.BUSY,
    "55P03": Trouble.BUSY,
    "08": Trouble.GONE,
    "28": Trouble.GONE,
    "3D": Trouble.GONE,
    "40": Trouble.BUSY,
    "53": Trouble.BUSY,
    "57": Trouble.GONE,
    "58": Trouble.GONE,
    "XX": Trouble.DAMAGED,
}
_FILES = {
    errno.ENOSPC: Trouble.FULL,
    errno.EDQUOT: Trouble.FULL,
    errno.EROFS: Trouble.READ_ONLY,
    errno.EIO: Trouble.GONE,
}


def trouble_of(error: BaseException) -> Trouble | None:
    """The trouble behind ``error`` or behind what caused it; None where it is another fault."""
    return next((found for each in _causes(error) if (found := _of_one(each))), None)


def let_go_of_the_connection() -> None:
    """Close this thread's connection, so that the next request meets the database as it is then.

    A connection that was opened while the file was read-only stays so for its whole life.
    """
    if not connection.in_atomic_block:
        connection.close()


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    for _ in range(10):
        if error is None:
            return
        yield error
        error = error.__cause__ or error.__context__


def _of_one(error: BaseException) -> Trouble | None:
    if isinstance(error, DatabaseGone):
        return Trouble.GONE
    if isinstance(error, FilesGone):
        return Trouble.FILES_GONE
    if isinstance(error, OSError):
        return _of_a_file(error)
    if (code := getattr(error, "sqlite_errorcode", None)) is not None:
        return _of_sqlite(code)
    if code := getattr(error, "sqlstate", None):
        return _POSTGRESQL.get(code) or _POSTGRESQL.get(code[:2])
    return _of_a_lost_server(error)


def _of_sqlite(code: int) -> Trouble | None:
    """The journal lies beside the database: where it can't be made, nothing can be written."""
    folder = Path(str(connection.settings_dict["NAME"])).parent
    closed = folder.is_dir() and not os.access(folder, os.W_OK)
    if code & 0xFF in _SQLITE_OF_THE_JOURNAL and closed:
        return Trouble.READ_ONLY
    return Trouble.GONE if code == _SQLITE_MOVED else _SQLITE.get(code & 0xFF)


def _of_a_file(error: OSError) -> Trouble | None:
    name = error.filename if isinstance(error.filename, str) else ""
    if error.errno in (errno.EACCES, errno.EPERM) and name.startswith(str(settings.DATA_FOLDER)):
        return Trouble.READ_ONLY
    return _FILES.get(error.errno or 0)


def _of_a_lost_server(error: BaseException) -> Trouble | None:
    """A server that can't be reached has no code to send."""
    lost = isinstance(error, OperationalError | InterfaceError)
    return Trouble.GONE if lost and connection.vendor == "postgresql" else None
