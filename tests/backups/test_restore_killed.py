"""A restore that is killed leaves what was there before, or all of the backup: nothing between."""

import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import settings

from tests.faults.installation import environment, run

KILLS = 25
Counts = tuple[int, int, int]


def counts(data: Path) -> Counts:
    """Moves, events and people, of a database that is whole."""
    with closing(sqlite3.connect(data / "certmove.sqlite3")) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        found = [
            database.execute(f"SELECT count(*) FROM migrations_tracker_{table}").fetchone()[0]
            for table in ("move", "event", "user")
        ]
    return found[0], found[1], found[2]


@pytest.mark.long
def test_a_killed_restore_leaves_all_or_nothing(tmp_path: Path) -> None:
    """Killed at a random moment of its second half, in which it writes."""
    data, backup = tmp_path / "data", tmp_path / "demo.zip"
    data.mkdir(mode=0o700)
    run(data, "manage.py", "prepare")
    empty, nothing = counts(data), tmp_path / "empty.zip"
    run(data, "manage.py", "backup", str(nothing))
    run(data, "manage.py", "make_demo")
    full = counts(data)
    run(data, "manage.py", "backup", str(backup))
    began = time.monotonic()
    run(data, "manage.py", "restore", str(nothing), "--replace")
    took = time.monotonic() - began
    struck, chance = 0, random.Random(20261122)
    for number in range(KILLS):
        file = (backup, nothing)[number % 2]
        struck += _killed(data, file, after=took * chance.uniform(0.5, 1.1))
        assert counts(data) in (empty, full)
        # And from there on it works as if nothing had happened.
        run(data, "manage.py", "restore", str(file), "--replace")
        assert counts(data) == (full, empty)[number % 2]
    assert struck > KILLS / 5, "most restores ended before they were killed"


def _killed(data: Path, file: Path, *, after: float) -> bool:
    """Whether the restore still ran ``after`` so many seconds."""
    command = [sys.executable, "manage.py", "restore", str(file), "--replace"]
    process = subprocess.Popen(
        command,
        cwd=settings.BASE_DIR,
        env=environment(data),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return True
    return False
