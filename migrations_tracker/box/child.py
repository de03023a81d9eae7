"""Runs in the child process: sets its own limits, then takes one file apart after another.

Started as `python -I child.py`, without an environment. On standard input each file is a
line `<kind> <length>` and that many bytes; each answer is a line with a length and JSON.
"""

import json
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

try:
    import resource
except ImportError:  # Windows has no such limits; the parent's clock still holds
    resource = None  # type: ignore[assignment]

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from migrations_tracker.box.extracted import CannotRead, Extracted, to_json
from migrations_tracker.box.limits import CPU_SECONDS, DESCRIPTORS, MEMORY
from migrations_tracker.core.sentence import Sentence, gettext_noop

EXTRACTORS = {
    "pdf": "migrations_tracker.box.pdf",
    "zip": "migrations_tracker.box.workbook",
    "html": "migrations_tracker.box.page",
    "mail": "migrations_tracker.box.mail",
}
"""Imported when the first file of its kind comes: each library costs a tenth of a second."""


def main(files: BinaryIO, answers: BinaryIO) -> None:
    """Answer each file until there are no more."""
    limit_everything()
    while header := files.readline():
        kind, length = header.split()
        data = files.read(int(length))
        allow_cpu_seconds(CPU_SECONDS)
        answer = json.dumps(to_json(_extracted(kind.decode("ascii"), data))).encode("ascii")
        answers.write(b"%d\n" % len(answer) + answer)
        answers.flush()


def limit_everything() -> None:
    """Give up memory, files to write, new processes and all but a few descriptors."""
    _limit("RLIMIT_AS", MEMORY)
    _limit("RLIMIT_NOFILE", DESCRIPTORS)
    _limit("RLIMIT_FSIZE", 0)
    _limit("RLIMIT_NPROC", 0)
    _limit("RLIMIT_CORE", 0)


def allow_cpu_seconds(seconds: int) -> None:
    """Allow ``seconds`` more of processor time; the system ends the process after them."""
    if resource is None:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(
        resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + seconds + 1, hard)
    )


def _limit(name: str, value: int) -> None:
    """Set a limit where this system knows it: macOS, for one, has no RLIMIT_AS to speak of."""
    number = getattr(resource, name, None)
    if number is None:
        return
    try:
        resource.setrlimit(number, (value, value))
    except (ValueError, OSError) as error:
        print(f"{name} was not set: {error}", file=sys.stderr)  # noqa: T201 - no logging here


def _extracted(kind: str, data: bytes) -> Extracted:
    """Take one file apart. Whatever a library raises on a damaged file is answered."""
    try:
        extract: Callable[[bytes], Extracted] = import_module(EXTRACTORS[kind]).extract
        return extract(data)
    except CannotRead as refusal:
        return Extracted(refused=refusal.sentence)
    except MemoryError:
        return Extracted(refused=Sentence(TOO_MUCH_MEMORY))
    except Exception as error:
        return Extracted(refused=Sentence(DAMAGED, {"detail": type(error).__name__}))


TOO_MUCH_MEMORY = gettext_noop(
    "This file needs too much memory to be opened. Copy its text and paste it instead."
)
DAMAGED = gettext_noop(
    "This file is damaged or not what it seems (%(detail)s). Download it again, "
    "or copy its text and paste it instead."
)

if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout.buffer)
