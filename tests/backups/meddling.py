"""A storage in which something happens at the very moment when a file is read."""

from collections.abc import Callable
from typing import Any, ClassVar

from django.core.files.storage import FileSystemStorage


class MeddlingStorage(FileSystemStorage):
    """``meddlers`` are called with the file's place before it is opened, each once."""

    meddlers: ClassVar[dict[str, Callable[[], None]]] = {}

    def _open(self, name: str, mode: str = "rb") -> Any:
        if meddler := self.meddlers.pop(name, None):
            meddler()
        return super()._open(name, mode)
