"""A disk that forgets: what POSIX allows to be found after a power cut.

A file's bytes are durable after fsync of the file, its name after fsync of the folder that holds
it. Everything else may be there, or not, or half. File systems are often kinder; a program that
holds on this disk holds on each.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

SECTOR = 512


@dataclass(frozen=True, slots=True)
class Open:
    """Makes the file where there is none."""

    path: str


@dataclass(frozen=True, slots=True)
class Write:
    path: str
    at: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Truncate:
    path: str
    size: int


@dataclass(frozen=True, slots=True)
class Sync:
    path: str


@dataclass(frozen=True, slots=True)
class Remove:
    path: str


@dataclass(frozen=True, slots=True)
class Rename:
    path: str
    to: str


@dataclass(frozen=True, slots=True)
class Link:
    path: str
    to: str


@dataclass(frozen=True, slots=True)
class MakeFolder:
    path: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Something was acknowledged to somebody."""

    path: str


Call = Open | Write | Truncate | Sync | Remove | Rename | Link | MakeFolder | Mark


@dataclass(slots=True)
class _File:
    """``now`` as the program sees it, ``synced`` as the disk must keep it, ``since`` in order."""

    now: bytearray = field(default_factory=bytearray)
    synced: bytes = b""
    since: list[Write | Truncate] = field(default_factory=list)


class Disk:
    """Plays calls; at any moment it tells what a power cut could leave behind."""

    def __init__(self, folder: Path) -> None:
        """Starts with what ``folder`` holds, all of it durable."""
        self.root = str(folder)
        self.files: dict[str, _File] = {}
        self.folders = {self.root}
        for path in sorted(folder.rglob("*")):
            if path.is_dir():
                self.folders.add(str(path))
            else:
                content = path.read_bytes()
                self.files[str(path)] = _File(bytearray(content), content)
        self.durable_names = dict(self.files)
        self.durable_folders = set(self.folders)
        self.acknowledged: list[str] = []

    def play(self, call: Call) -> None:
        match call:
            case Open(path):
                self.files.setdefault(path, _File())
            case Write(path) | Truncate(path):
                _apply(self.files[path].now, call)
                self.files[path].since.append(call)
            case Sync(path):
                self._sync(path)
            case Remove(path):
                self.files.pop(path, None)
                self.folders.discard(path)
            case Rename(path, to):
                self.files[to] = self.files.pop(path)
            case Link(path, to):
                self.files[to] = self.files[path]
            case MakeFolder(path):
                self.folders.add(path)
            case Mark(what):
                self.acknowledged.append(what)

    def _sync(self, path: str) -> None:
        if path not in self.folders:
            file = self.files[path]
            file.synced, file.since = bytes(file.now), []
            return
        kept = {name: f for name, f in self.durable_names.items() if _parent(name) != path}
        here = {name: f for name, f in self.files.items() if _parent(name) == path}
        self.durable_names = kept | here
        below = {each for each in self.folders if _parent(each) == path}
        gone = {each for each in self.durable_folders if _parent(each) == path} - below
        self.durable_folders = (self.durable_folders | below) - gone

    def remains(self, dice: random.Random) -> Iterator[dict[str, bytes]]:
        """The four disks that are looked at: the strictest, two between, and random halves."""
        yield self._reachable({name: f.synced for name, f in self.durable_names.items()})
        yield {name: f.synced for name, f in self.files.items()}
        yield self._reachable({name: bytes(f.now) for name, f in self.durable_names.items()})
        names = self.files if dice.random() < 0.5 else self.durable_names
        found = {name: _some_of(f, dice) for name, f in names.items()}
        yield found if names is self.files else self._reachable(found)

    def _reachable(self, found: dict[str, bytes]) -> dict[str, bytes]:
        """What lies in a folder whose own name was lost is lost with it."""
        return {
            name: content
            for name, content in found.items()
            if all(
                str(folder) in self.durable_folders
                for folder in PurePosixPath(name).parents
                if str(folder).startswith(self.root)
            )
        }


def _parent(path: str) -> str:
    return str(PurePosixPath(path).parent)


def _apply(content: bytearray, call: Write | Truncate) -> None:
    if isinstance(call, Truncate):
        del content[call.size :]
        content.extend(bytes(call.size - len(content)))
        return
    content.extend(bytes(max(0, call.at - len(content))))
    content[call.at : call.at + len(call.content)] = call.content


def _some_of(file: _File, dice: random.Random) -> bytes:
    """What was synced, and of what came since each sector or not."""
    content = bytearray(file.synced)
    for call in file.since:
        for piece in _pieces(call):
            if dice.random() < 0.5:
                _apply(content, piece)
    return bytes(content)


def _pieces(call: Write | Truncate) -> Sequence[Write | Truncate]:
    if isinstance(call, Truncate):
        return [call]
    return [
        Write(call.path, call.at + start, call.content[start : start + SECTOR])
        for start in range(0, len(call.content), SECTOR)
    ]
