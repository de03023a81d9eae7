"""A full disk, a database that can only be read, or none at all: a page that says so, then work.

Each cause is real: a small file system, one that is mounted read-only, a file that is moved away.
"""

import json
import os
import shutil
import subprocess
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults.installation import copy_of, run
from tests.faults.server import Answer, Server, serving
from tests.faults.soundness import faults_of

KINDS = {
    "full": "the disk is full",
    "read-only": "can only be read",
    "gone": "is not there",
    "files gone": "storage of files does not answer",
}
JA = {"Accept-Language": "ja"}


class NotTried(UserWarning):
    """Counted in the summary of the run: what could not be tried on this machine, and why."""


@dataclass
class Place:
    """An installation with a person in it, and its server."""

    data: Path
    server: Server
    session: str
    move: str
    draft: str
    written: int = 0

    def read(self) -> Answer:
        return self.server.ask(f"/moves/{self.move}/", session=self.session)

    def write(self, **headers: str) -> Answer:
        self.written += 1
        form: dict[str, object] = {"subject": f"Mail {self.written}", "body": f"{self.written}."}
        address = f"/moves/{self.move}/letters/request/"
        return self.server.ask(address, form, session=self.session, **headers)

    def attach(self, size: int) -> Answer:
        self.written += 1
        content = b"%PDF-1.4 " + os.urandom(size)
        name: dict[str, object] = {"certification": "AWS Certified Cloud Practitioner"}
        address = f"/moves/{self.move}/certificates/new/"
        return self.server.ask(
            address, name, session=self.session, files={"file": ("c.pdf", content)}
        )

    def ready(self) -> tuple[int, dict[str, str]]:
        answer = self.server.ask("/readyz", Host="10.0.0.7")
        return answer.status, json.loads(answer.text).get("failing", {})


@contextmanager
def place(data: Path, **more: str) -> Iterator[Place]:
    seeded = json.loads(run(data, "-m", "tests.faults.seed", "1", **more))
    more.setdefault("CERTMOVE_LEAST_FREE_MB", "0")
    with serving(data, **more) as server:
        yield Place(data, server, seeded["session"], **seeded["moves"][0])


def assert_a_page_that_helps(answer: Answer, kind: str, japanese: Answer) -> None:
    assert answer.status == 503, answer.text[:300]
    assert KINDS[kind] in answer.text
    assert "Traceback" not in answer.text
    assert answer.headers["Retry-After"] == "30"
    assert "no-store" in answer.headers["Cache-Control"]
    assert japanese.status == 503
    assert "再起動" in japanese.text


def assert_the_log_says(server: Server, kind: str) -> None:
    lines = [json.loads(line) for line in server.said().splitlines() if line.startswith("{")]
    told = [line for line in lines if f"storage {kind}" in line["message"]]
    assert told
    assert all(line["level"] == "error" and line["request"] for line in told)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of six megabytes; only root can make one."""
    folder = tmp_path / "small"
    folder.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=6m,mode=700", "none", str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        reason = f"a full and a read-only disk need root, to mount one: {made.stderr.strip()}"
        warnings.warn(NotTried(reason), stacklevel=1)
        pytest.skip(reason)
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """A second mount of the same place, read-only, on top: files that are open stay open."""
    subprocess.run(["mount", "--bind", str(folder), str(folder)], check=True)
    subprocess.run(["mount", "-o", "remount,ro,bind", str(folder)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.mark.filterwarnings("default::tests.faults.test_storage.NotTried")
def test_a_full_and_a_read_only_disk_are_told_reads_go_on_and_then_writes(
    original: Path, small_disk: Path
) -> None:
    with place(copy_of(original, small_disk / "var")) as it:
        assert it.write().status == 302
        filled = fill(small_disk)
        assert it.attach(100_000).status == 503
        assert_a_page_that_helps(it.write(), "full", it.write(**JA))
        assert it.read().status == 200
        assert it.ready() == (503, {"database": "cannot be written: full"})
        filled.unlink()
        assert it.ready() == (200, {})
        assert [it.write().status, it.attach(1000).status] == [302, 302]
        with read_only(small_disk):
            assert_a_page_that_helps(it.write(), "read-only", it.write(**JA))
            assert it.attach(1000).status == 503
            assert [it.read().status for _ in range(10)] == [200] * 10
            assert it.ready() == (503, {"database": "cannot be written: read-only"})
        assert [it.write().status for _ in range(10)] == [302] * 10
        assert it.ready() == (200, {})
        assert_the_log_says(it.server, "full")
        assert_the_log_says(it.server, "read-only")
        assert faults_of(it.data) == []
        assert not list(it.data.glob("evidence/*/.*"))


def fill(folder: Path) -> Path:
    """A file that leaves no byte free."""
    file = folder / "filling"
    with file.open("wb", buffering=0) as filling:
        try:
            while filling.write(bytes(4096)):
                pass
        except OSError:
            return file
    raise AssertionError("a disk without end")


def test_a_database_that_is_gone_or_replaced_is_told_and_none_is_made_in_its_place(
    data: Path,
) -> None:
    file, away, other = (data / name for name in ("certmove.sqlite3", "away", "other"))
    with place(data) as it:
        assert it.write().status == 302
        file.rename(away)
        assert_a_page_that_helps(it.write(), "gone", it.write(**JA))
        assert it.read().status == 503
        assert it.ready()[1]["database"] == "cannot be written: gone"
        assert it.server.ask("/healthz").status == 200
        assert not file.exists()
        away.rename(file)
        assert [it.write().status, it.read().status] == [302, 200]
        assert it.ready() == (200, {})
        assert_the_log_says(it.server, "gone")
        shutil.copy(file, other)
        assert [it.write().status for _ in range(12)] == [302] * 12
        other.rename(file)
        newest = f"Mail {it.written}"
        assert all(newest not in it.read().text for _ in range(12))
        assert it.write().status == 302
        assert faults_of(data) == []
