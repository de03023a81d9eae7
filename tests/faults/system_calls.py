"""Records what a process tells the disk: a small strace in ctypes.

Nothing has to be installed, and SQLite, Python and every library between them are seen alike,
since the kernel reports their calls. Needs Linux 5.3 or newer on x86-64 or ARM64, and a kernel
that lets a process trace its own child.
"""

import ctypes
import os
import platform
import signal
import struct
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from tests.faults.disk import (
    Call,
    Link,
    MakeFolder,
    Mark,
    Open,
    Remove,
    Rename,
    Sync,
    Truncate,
    Write,
)

_TRACEME, _CONT, _SETOPTIONS, _SYSCALL, _SYSCALL_INFO = 0, 7, 0x4200, 24, 0x420E
_TRACESYSGOOD, _EXITKILL = 1, 0x100000
_ENTRY, _EXIT = 1, 2
_CREATE, _TRUNCATE_ON_OPEN = os.O_CREAT, os.O_TRUNC

#: The numbers of the calls that change a disk, by machine; others are let through unread.
_NUMBERS = {
    "x86_64": {
        1: "write", 18: "pwrite64", 20: "writev", 296: "pwritev", 40: "sendfile", 2: "open",
        257: "openat", 3: "close", 74: "fsync", 75: "fdatasync", 76: "truncate", 77: "ftruncate",
        87: "unlink", 263: "unlinkat", 82: "rename", 264: "renameat", 316: "renameat2",
        86: "link", 265: "linkat", 83: "mkdir", 258: "mkdirat", 32: "dup", 33: "dup2",
        292: "dup3", 326: "copy_file_range", 285: "fallocate", 26: "msync", 84: "rmdir",
        85: "creat",
    },
    "aarch64": {
        64: "write", 68: "pwrite64", 66: "writev", 70: "pwritev", 71: "sendfile", 56: "openat",
        57: "close", 82: "fsync", 83: "fdatasync", 45: "truncate", 46: "ftruncate",
        35: "unlinkat", 38: "renameat", 276: "renameat2", 37: "linkat", 34: "mkdirat",
        23: "dup", 24: "dup3", 285: "copy_file_range", 47: "fallocate", 227: "msync",
    },
}  # fmt: skip
#: Ways to change a file that are not taken apart here: they must not occur below the folder.
_NOT_UNDERSTOOD = {"writev", "pwritev", "sendfile", "dup", "dup2", "dup3", "copy_file_range",
                   "fallocate", "truncate", "creat"}  # fmt: skip

libc = ctypes.CDLL(None, use_errno=True)
libc.ptrace.restype = ctypes.c_long
libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]


class CannotTrace(Exception):
    """This machine does not let a process look at its child's calls."""


def stop_here_for_the_recorder() -> None:
    """Called by the traced program where the record is to begin."""
    if libc.ptrace(_TRACEME, 0, None, None) < 0:
        sys.exit("ptrace is not allowed here")
    os.kill(os.getpid(), signal.SIGSTOP)


def record(
    command: list[str], folder: Path, at_the_start: Callable[[], object], **options: object
) -> list[Call]:
    """Run ``command`` and give each call by which it changes what is below ``folder``.

    ``at_the_start`` is called when the program has stopped for the recorder. A line that it
    writes to its standard error, beginning with "MARK ", becomes a Mark. Raises CannotTrace where
    the kernel refuses, AssertionError where the program fails.
    """
    if platform.machine() not in _NUMBERS:
        raise CannotTrace(f"the numbers of the system calls on {platform.machine()} are not known")
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(command, stderr=said, **options)  # type: ignore[call-overload]
        recorder = _Recorder(process.pid, folder, at_the_start)
        calls = list(recorder.calls())
        process.returncode = os.waitstatus_to_exitcode(recorder.status)
        said.seek(0)
        if not recorder.began:
            raise CannotTrace(said.read() or "the program was over before it could be traced")
        assert process.returncode == 0, said.read()[-3000:]
    return calls


class _Recorder:
    def __init__(self, pid: int, folder: Path, at_the_start: Callable[[], object]) -> None:
        self.pid, self.folder, self.at_the_start = pid, str(folder), at_the_start
        self.names = _NUMBERS[platform.machine()]
        self.open: dict[int, str] = {}
        self.positions: dict[int, int] = {}
        self.status = 0
        self.began = False

    def calls(self) -> Iterator[Call]:
        if not self._began():
            return
        entered: tuple[str, list[int]] | None = None
        while self._went_on():
            kind, values = self._information()
            if kind == _ENTRY:
                name = self.names.get(values[0])
                entered = (name, values[1:]) if name else None
            elif kind == _EXIT and entered:
                if values[0] >= 0:
                    yield from self._told(entered[0], entered[1], values[0])
                entered = None

    def _began(self) -> bool:
        _, self.status = os.waitpid(self.pid, 0)
        if not os.WIFSTOPPED(self.status):
            return False
        self.began = True
        self.at_the_start()
        self._ptrace(_SETOPTIONS, _TRACESYSGOOD | _EXITKILL)
        return True

    def _went_on(self) -> bool:
        """To the next entry into a call or exit from one; False at the end of the program."""
        passed = 0
        while True:
            self._ptrace(_SYSCALL, passed)
            _, self.status = os.waitpid(self.pid, 0)
            if not os.WIFSTOPPED(self.status):
                return False
            if os.WSTOPSIG(self.status) == signal.SIGTRAP | 0x80:
                return True
            passed = os.WSTOPSIG(self.status)
            passed = 0 if passed in (signal.SIGSTOP, signal.SIGTRAP) else passed

    def _information(self) -> tuple[int, list[int]]:
        """Entry: number and arguments. Exit: the result."""
        space = ctypes.create_string_buffer(88)
        got = libc.ptrace(_SYSCALL_INFO, self.pid, ctypes.c_void_p(88), space)
        if got <= 0:
            raise CannotTrace("PTRACE_GET_SYSCALL_INFO needs Linux 5.3 or newer")
        kind = space.raw[0]
        if kind == _ENTRY:
            return kind, list(struct.unpack_from("=7Q", space.raw, 24))
        return kind, list(struct.unpack_from("=q", space.raw, 24))

    def _told(self, name: str, a: list[int], result: int) -> Iterator[Call]:
        if name in ("open", "openat"):
            path = self._path(a[0]) if name == "open" else self._path(a[1], a[0])
            yield from self._opened(path, a[1] if name == "open" else a[2], result)
        elif name == "close":
            self.open.pop(a[0], None)
        elif name == "write" and a[0] == 2:
            yield from self._marks(self._memory(a[1], result).decode())
        elif name in ("write", "pwrite64") and a[0] in self.open:
            yield self._written(name, a, result)
        elif name in ("fsync", "fdatasync") and a[0] in self.open:
            yield Sync(self.open[a[0]])
        elif name == "ftruncate" and a[0] in self.open:
            yield Truncate(self.open[a[0]], a[1])
        elif name in _NOT_UNDERSTOOD:
            assert a[0] not in self.open, f"{name} on {self.open[a[0]]} is not taken apart"
        else:
            yield from self._named(name, a)

    def _opened(self, path: str, flags: int, handle: int) -> Iterator[Call]:
        if not self._ours(path):
            return
        self.open[handle], self.positions[handle] = path, 0
        assert not flags & os.O_APPEND, f"appending to {path} is not taken apart"
        if flags & _CREATE:
            yield Open(path)
        if flags & _TRUNCATE_ON_OPEN:
            yield Truncate(path, 0)

    def _written(self, name: str, a: list[int], result: int) -> Write:
        handle, content = a[0], self._memory(a[1], result)
        if name == "pwrite64":
            return Write(self.open[handle], a[3], content)
        at = self.positions[handle]  # files here are written from their beginning, in one go
        self.positions[handle] = at + result
        return Write(self.open[handle], at, content)

    def _named(self, name: str, a: list[int]) -> Iterator[Call]:
        """The calls that change names; relative ones are told by the folder they start from."""
        if name == "unlink":
            told: Call = Remove(self._path(a[0]))
        elif name in ("unlinkat", "rmdir"):
            told = Remove(self._path(a[1], a[0]) if name == "unlinkat" else self._path(a[0]))
        elif name == "rename":
            told = Rename(self._path(a[0]), self._path(a[1]))
        elif name in ("renameat", "renameat2"):
            told = Rename(self._path(a[1], a[0]), self._path(a[3], a[2]))
        elif name == "link":
            told = Link(self._path(a[0]), self._path(a[1]))
        elif name == "linkat":
            told = Link(self._path(a[1], a[0]), self._path(a[3], a[2]))
        elif name in ("mkdir", "mkdirat"):
            told = MakeFolder(self._path(a[0]) if name == "mkdir" else self._path(a[1], a[0]))
        else:
            return
        if self._ours(told.path):
            yield told

    def _marks(self, text: str) -> Iterator[Mark]:
        for line in text.splitlines():
            if line.startswith("MARK "):
                yield Mark(line.removeprefix("MARK "))

    def _ours(self, path: str) -> bool:
        return path == self.folder or path.startswith(f"{self.folder}/")

    def _path(self, address: int, start: int | None = None) -> str:
        name = self._text(address)
        if name.startswith("/"):
            return os.path.normpath(name)
        here = f"/proc/{self.pid}/cwd"
        if start is not None and ctypes.c_int32(start).value >= 0:
            here = f"/proc/{self.pid}/fd/{start}"
        with suppress(OSError):
            return os.path.normpath(os.path.join(os.readlink(here), name))
        return name

    def _text(self, address: int) -> str:
        found = b""
        while b"\0" not in found:
            upto = 4096 - (address + len(found)) % 4096  # never past the end of a page
            found += self._memory(address + len(found), upto)
        return os.fsdecode(found.split(b"\0")[0])

    def _memory(self, address: int, size: int) -> bytes:
        with open(f"/proc/{self.pid}/mem", "rb", buffering=0) as memory:
            memory.seek(address)
            return memory.read(size)

    def _ptrace(self, request: int, data: int) -> None:
        if libc.ptrace(request, self.pid, None, ctypes.c_void_p(data)) < 0:
            raise CannotTrace(os.strerror(ctypes.get_errno()))
