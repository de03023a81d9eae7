"""Files that are there whole, or not at all, also after a power cut."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import Any

from django.core.files.storage import FileSystemStorage


class DurableFileStorage(FileSystemStorage):
    """Returns from ``save`` only when neither the bytes nor the name can be lost any more.

    The bytes go into a file of another name, which is synced, renamed, and its folder synced:
    POSIX promises no less, and no more, for a file that is to be found after a power cut.
    """

    def _save(self, name: str, content: Any) -> str:
        target = Path(self.path(name))
        _make_folder(target.parent)
        with _draft_of(target) as draft:
            with os.fdopen(os.open(draft, _NEW_FILE, 0o600), "wb") as file:
                for chunk in content.chunks():
                    file.write(chunk)
                file.flush()
                os.fsync(file.fileno())
            os.replace(draft, target)
        sync_folder(target.parent)
        return name


_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL


def sync_folder(folder: Path) -> None:
    """Make the names in ``folder`` as durable as the files they name."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _draft_of(target: Path) -> Iterator[Path]:
    """A name beside ``target`` that nobody else uses; what is left under it goes away."""
    draft = target.with_name(f".{target.name}.{token_hex(8)}")
    try:
        yield draft
    finally:
        draft.unlink(missing_ok=True)


def _make_folder(folder: Path) -> None:
    """``folder`` for its owner alone, each new folder's name synced in the one above it."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(mode=0o700, exist_ok=True)
        sync_folder(each.parent)
