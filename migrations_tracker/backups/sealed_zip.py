"""The form of a backup: a ZIP file that ends with the SHA-256 of everything before it.

Any program that knows ZIP can look into it. ZIP's own checksums cover what is in its members,
not names, times and sizes; the seal covers every byte of the file.
"""

import hashlib
import os
import tempfile
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from certmove.durable_files import sync_folder
from migrations_tracker.backups.errors import BackupError
from migrations_tracker.backups.leftovers import DRAFT

SEAL = b"certmove backup, SHA-256 of everything before these 64 digits: "
DIGITS = 64
CHUNK = 1024 * 1024


class _Sealing:
    """What zipfile writes to: passes on, and hashes all but the last ``DIGITS`` bytes."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._digest = hashlib.sha256()
        self._tail = b""

    def write(self, data: bytes) -> int:
        self._file.write(data)
        kept = bytes(data[-DIGITS:]) if len(data) >= DIGITS else (self._tail + data)[-DIGITS:]
        ready = len(self._tail) + len(data) - len(kept)
        self._digest.update(self._tail[:ready])
        self._digest.update(memoryview(data)[: max(0, ready - len(self._tail))])
        self._tail = kept
        return len(data)

    def flush(self) -> None:
        self._file.flush()

    def seal(self) -> None:
        self._file.seek(-DIGITS, os.SEEK_END)
        self._file.write(self._digest.hexdigest().encode())


@contextmanager
def new_sealed_zip(path: Path) -> Iterator[zipfile.ZipFile]:
    """A ZIP to fill; it appears at ``path``, for its owner alone, when it is whole and on disk.

    Where anything goes wrong, nothing is left behind. Raises BackupError where ``path`` exists.
    """
    if path.exists():
        raise BackupError(f"{path} exists already. Name another file, or move that one away.")
    with _draft(path) as file:
        sealing = _Sealing(file)
        with zipfile.ZipFile(sealing, "w", zipfile.ZIP_STORED) as archive:  # type: ignore[call-overload]
            archive.comment = SEAL + b"0" * DIGITS
            yield archive
        sealing.seal()


@contextmanager
def _draft(path: Path) -> Iterator[IO[bytes]]:
    """A file (0600) under a name of its own, which takes the name ``path`` at the end."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=DRAFT)
    try:
        with os.fdopen(handle, "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.rename(name, path)  # not a hard link: the disk of a backup may know none
    finally:
        Path(name).unlink(missing_ok=True)
    sync_folder(path.parent)


@contextmanager
def sealed_zip(path: Path) -> Iterator[zipfile.ZipFile]:
    """The ZIP at ``path`` to read, after its seal was checked.

    Raises BackupError where there is no such file, it is none of certmove's, or it was damaged.
    """
    try:
        _check_seal(path)
        with zipfile.ZipFile(path) as archive:
            yield archive
    except (OSError, zipfile.BadZipFile) as error:
        raise BackupError(f"{path} cannot be read: {error}") from error


def _check_seal(path: Path) -> None:
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END) - DIGITS
        if size < len(SEAL) or not _ends_with_seal(file, size):
            raise BackupError(
                f"{path} is no whole backup of certmove: its last line is missing. It was cut off, "
                "damaged, or is another file. Take another backup."
            )
        written = file.read(DIGITS)
        if _digest_of_first(file, size).encode() != written:
            raise BackupError(
                f"{path} is damaged: it is not what was written, at one byte or more. "
                "Take another copy of it, or another backup."
            )


def _ends_with_seal(file: IO[bytes], size: int) -> bool:
    file.seek(size - len(SEAL))
    return file.read(len(SEAL)) == SEAL


def _digest_of_first(file: IO[bytes], size: int) -> str:
    digest = hashlib.sha256()
    file.seek(0)
    while size > 0 and (piece := file.read(min(size, CHUNK))):
        digest.update(piece)
        size -= len(piece)
    return digest.hexdigest()


def put(archive: zipfile.ZipFile, name: str, source: IO[bytes]) -> tuple[str, int]:
    """Copy ``source`` into the member ``name``: its SHA-256 and its size.

    A second thread hashes a piece while it is written and sealed: neither holds the other up.
    """
    digest, size = hashlib.sha256(), 0
    with archive.open(name, "w", force_zip64=True) as member, ThreadPoolExecutor(1) as beside:
        while piece := source.read(CHUNK):
            hashed = beside.submit(digest.update, piece)
            member.write(piece)
            hashed.result()
            size += len(piece)
    return digest.hexdigest(), size


def take(archive: zipfile.ZipFile, name: str, target: IO[bytes]) -> tuple[str, int]:
    """Copy the member ``name`` into ``target``: its SHA-256 and its size.

    Raises BackupError where there is no such member.
    """
    digest, size = hashlib.sha256(), 0
    try:
        with archive.open(name) as member:
            while piece := member.read(CHUNK):
                target.write(piece)
                digest.update(piece)
                size += len(piece)
    except KeyError as error:
        raise BackupError(f"The backup lacks {name}, which it should hold.") from error
    return digest.hexdigest(), size
