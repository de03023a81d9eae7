"""A ZIP that is sent while it is written: no more of it in memory than one of its files."""

import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_CHUNK = 64 * 1024


@dataclass(frozen=True, slots=True)
class Member:
    """A file of the ZIP; ``name`` with slashes, from ``names``."""

    name: str
    content: bytes


class _Pipe:
    """What zipfile writes to, and what the server takes from it."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def write(self, data: bytes) -> int:
        self._pieces.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing waits anywhere else."""

    def taken(self) -> bytes:
        taken, self._pieces = b"".join(self._pieces), []
        return taken


def streamed_zip(members: Iterable[Member]) -> Iterator[bytes]:
    """The bytes of a ZIP with ``members``; each is asked for when the one before is through."""
    pipe = _Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:  # type: ignore[call-overload]
        for member in members:
            with archive.open(member.name, "w") as file:
                for start in range(0, len(member.content), _CHUNK):
                    file.write(member.content[start : start + _CHUNK])
                    yield pipe.taken()
    yield pipe.taken()
