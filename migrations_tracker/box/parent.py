"""Starts the child, hands it one file after another, and outlives whatever happens to it."""

import json
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from migrations_tracker.box.extracted import Extracted, from_json
from migrations_tracker.box.limits import CHILDREN_AT_ONCE, WALL_SECONDS
from migrations_tracker.core.sentence import Sentence, gettext_noop
from migrations_tracker.core.sources.file_kinds import FileKind

CHILD = Path(__file__).with_name("child.py")
LONGEST_ANSWER = 60_000_000
WAIT_FOR_A_CHILD = 60

_children = threading.BoundedSemaphore(CHILDREN_AT_ONCE)


@dataclass(frozen=True, slots=True)
class Job:
    """One file for the child."""

    kind: FileKind
    data: bytes


def extract(jobs: Sequence[Job], wall_seconds: float = WALL_SECONDS) -> list[Extracted]:
    """Take every file apart, in their order.

    One child serves them all. A file on which it dies or lingers is refused with a
    sentence, and a new child goes on with the next.
    """
    answers: list[Extracted] = []
    if jobs and not _children.acquire(timeout=WAIT_FOR_A_CHILD):
        return [Extracted(refused=Sentence(_BUSY))] * len(jobs)
    try:
        while len(answers) < len(jobs):
            answers += _served_by_one_child(jobs[len(answers) :], wall_seconds)
    finally:
        if jobs:
            _children.release()
    return answers


def _served_by_one_child(jobs: Sequence[Job], wall_seconds: float) -> list[Extracted]:
    """Answers until all are given, or up to and including the file that ended the child."""
    answers: list[Extracted] = []
    with _child() as child:
        for job in jobs:
            answer = _answer(child, job, wall_seconds)
            if answer is None:
                return [*answers, Extracted(refused=Sentence(_TOO_MUCH_WORK))]
            answers.append(answer)
    return answers


@contextmanager
def _child() -> Iterator["subprocess.Popen[bytes]"]:
    child = subprocess.Popen(  # noqa: S603 - our own interpreter and script, no shell
        [sys.executable, "-I", str(CHILD)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={},
        cwd="/",
        close_fds=True,
    )
    try:
        yield child
    finally:
        child.kill()
        child.communicate()


def _answer(child: "subprocess.Popen[bytes]", job: Job, wall_seconds: float) -> Extracted | None:
    """Hand over one file; None where the child is gone or was ended by the clock."""
    clock = threading.Timer(wall_seconds, child.kill)
    clock.start()
    try:
        return _exchanged(child, job)
    except (OSError, ValueError, KeyError, TypeError):  # the child died in the middle
        return None
    finally:
        clock.cancel()


def _exchanged(child: "subprocess.Popen[bytes]", job: Job) -> Extracted | None:
    files, answers = _pipes(child)
    files.write(b"%s %d\n" % (job.kind.value.encode("ascii"), len(job.data)))
    files.write(job.data)
    files.flush()
    length = answers.readline(20)
    if not length or int(length) > LONGEST_ANSWER:
        return None
    return from_json(json.loads(answers.read(int(length))))


def _pipes(child: "subprocess.Popen[bytes]") -> tuple[IO[bytes], IO[bytes]]:
    if child.stdin is None or child.stdout is None:
        raise OSError("the child was started without pipes")
    return child.stdin, child.stdout


_TOO_MUCH_WORK = gettext_noop(
    "This file takes too long or too much memory to open. If it is a page or a document, "
    "copy its text and paste it instead."
)
_BUSY = gettext_noop("Too many files are being read just now. Try again in a minute.")
