"""Tables that are half made: `manage.py migrate` is killed in the middle, and goes on afterwards.

Also the way back: every migration can be taken back, and applied again.
"""

import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.db import connection

from tests.faults.installation import environment, run
from tests.faults.test_postgresql import a_database_of_its_own, url_of

TABLES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE sql IS NOT NULL",
    "postgresql": "SELECT indexname FROM pg_indexes WHERE schemaname = 'public' "
    "UNION SELECT tablename FROM pg_tables WHERE schemaname = 'public'",
}


@contextmanager
def somewhere_new(data: Path) -> Iterator[dict[str, str]]:
    """Settings of an installation with nothing in it, on the kind of database that is tried."""
    if connection.vendor == "sqlite":
        yield {}
        return
    with a_database_of_its_own() as own:
        yield {"DATABASE_URL": url_of(own)}


def asked(data: Path, more: dict[str, str], question: str) -> list[Any]:
    if url := more.get("DATABASE_URL"):
        with psycopg.connect(url) as postgresql:
            return postgresql.execute(question).fetchall()
    with closing(connection.Database.connect(data / "certmove.sqlite3")) as sqlite:
        return list(sqlite.execute(question))


def tables(data: Path, more: dict[str, str]) -> set[str]:
    """Names of all tables and indexes."""
    return {name for (name,) in asked(data, more, TABLES[connection.vendor])}


def killed(data: Path, more: dict[str, str], *, at: int) -> bool:
    """Whether ``migrate`` was killed in the middle: once there were ``at`` tables and indexes."""
    process = subprocess.Popen(
        [sys.executable, "manage.py", "migrate"],
        cwd=settings.BASE_DIR,
        env=environment(data, **more),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while process.poll() is None:
        if len(tables_so_far(data, more)) >= at:
            process.kill()
            return process.wait() < 0
        time.sleep(0.01)
    return False


def tables_so_far(data: Path, more: dict[str, str]) -> set[str]:
    """Those that can be seen now: none while the file is not there, or is being written."""
    try:
        exists = bool(more) or (data / "certmove.sqlite3").exists()
        return tables(data, more) if exists else set()
    except connection.Database.OperationalError:
        return set()


def kill_often(tmp_path: Path, kills: int) -> int:
    """How many of ``kills`` struck; each time the next run makes all that belongs there."""
    with somewhere_new(tmp_path) as more:
        run(tmp_path / "sound", "manage.py", "migrate", **more)
        sound = tables(tmp_path / "sound", more)
    struck, chance = 0, random.Random(20261122)
    for number in range(kills):
        data = tmp_path / str(number)
        with somewhere_new(data) as more:
            struck += killed(data, more, at=chance.randint(1, len(sound) * 2 // 3))
            run(data, "manage.py", "migrate", **more)
            assert tables(data, more) == sound
            assert run(data, "manage.py", "verify", **more) == "Everything is as it was written.\n"
    return struck


def test_tables_that_are_half_made_are_finished_by_the_next_run(tmp_path: Path) -> None:
    assert kill_often(tmp_path, 1) == 1


@pytest.mark.long
def test_they_are_finished_wherever_it_was_killed(tmp_path: Path) -> None:
    assert kill_often(tmp_path, 25) > 12


def test_every_migration_can_be_taken_back_and_applied_again(tmp_path: Path) -> None:
    with somewhere_new(tmp_path) as more:
        run(tmp_path, "manage.py", "migrate", **more)
        before = tables(tmp_path, more)
        for app in ("migrations_tracker", "auth", "contenttypes", "sessions"):
            run(tmp_path, "manage.py", "migrate", app, "zero", **more)
        left = tables(tmp_path, more)
        assert not {name for name in left if name.startswith("migrations_tracker")}
        assert asked(tmp_path, more, "SELECT app, name FROM django_migrations") == []
        run(tmp_path, "manage.py", "migrate", **more)
        assert tables(tmp_path, more) == before
