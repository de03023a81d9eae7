"""What is measured beside the pages: room on the disk, the start, the difference, the backup."""

import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median

from tests.load.server import GUNICORN, ROOT, free_port, run, serving

ROUNDS = 3


def kilobytes_a_full_move(folder: Path) -> tuple[float, float]:
    """What one more verified move adds to a database: all of it, and records and mails alone.

    From 1,000 to 2,000 moves, so that what is there once does not count.
    """
    sizes = []
    for moves in (1000, 2000):
        data = folder / f"full-{moves}"
        file = data / "certmove.sqlite3"
        if not file.exists():
            data.mkdir(mode=0o700, parents=True, exist_ok=True)
            run(data, "manage.py", "migrate", "--verbosity=0")
            run(data, "-m", "tests.load.prepare", "full", str(moves))
        sizes.append(_kilobytes(file))
    whole, part = (after - before for before, after in zip(*sizes, strict=True))
    return whole / 1000, part / 1000


def _kilobytes(file: Path) -> tuple[float, float]:
    with closing(sqlite3.connect(file)) as database:
        parts = dict(database.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name"))
    counted = sum(
        size
        for name, size in parts.items()
        if any(table in name for table in ("tracker_snapshot", "tracker_mail"))
    )
    return sum(parts.values()) / 1024, counted / 1024


def start_over_empty_project(data: Path, folder: Path) -> float:
    """Seconds to the first answer, over those of a Django project with nothing in it."""
    project = folder / "empty"
    if not project.exists():
        project.mkdir(parents=True)
        admin = [sys.executable, "-m", "django", "startproject", "empty", str(project)]
        subprocess.run(admin, check=True, cwd=ROOT)
    command = ("-m", "gunicorn", "--chdir", str(project), "--threads", "8", "empty.wsgi")
    ratios = []
    for _ in range(ROUNDS):
        with serving(data, *GUNICORN) as server:
            mine = server.seconds_to_first_answer
        port = str(free_port())
        with serving(data, *command, "--bind", f"127.0.0.1:{port}", at=int(port),
                     DJANGO_SETTINGS_MODULE="empty.settings") as server:  # fmt: skip
            ratios.append(mine / server.seconds_to_first_answer)
    return median(ratios)


def backup_over_vacuum(data: Path, folder: Path) -> float:
    """Seconds of `manage.py backup`, over those of SQLite's own copy of the file."""
    target, copy = folder / "load.backup", folder / "copy.sqlite3"
    mine = _seconds(lambda: run(data, "manage.py", "backup", str(target)), target)
    with closing(sqlite3.connect(data / "certmove.sqlite3")) as database:
        own = _seconds(lambda: database.execute("VACUUM INTO ?", [str(copy)]), copy)
    return mine / own


def _seconds(work: Callable[[], object], made: Path) -> float:
    made.unlink(missing_ok=True)
    began = time.perf_counter()
    work()
    seconds = time.perf_counter() - began
    made.unlink()
    return seconds
