"""Everything out of an installation and into an empty one: `manage.py backup` and `restore`."""

import json
import shutil
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.load.server import run

#: Prints how many MB the process held before the export and at most.
HELD = """
import sys, django
django.setup()
from pathlib import Path
from django.utils import timezone
from django.db import connection
from migrations_tracker.backups.making import back_up
from migrations_tracker.models import Move
def held(name):
    status = Path("/proc/self/status").read_text()
    return int(status.partition(name + ":")[2].split()[0]) / 1024
Move.objects.exists()
idle = held("VmRSS")
back_up(Path(sys.argv[1]), at=timezone.now())
print(idle, held("VmHWM"))
"""
_KEYS = ("enc.keys", "secret.key")


@dataclass(frozen=True, slots=True, kw_only=True)
class ThereAndBack:
    """``out`` is microseconds a row, ``back`` milliseconds a move.

    ``megabytes`` is what the export took beyond what an idle process holds, at most, and
    ``differing`` in how many tables a second export, of what was imported, has other rows.
    """

    out: float
    megabytes: float
    back: float
    differing: int


def export_and_import(data: Path, folder: Path) -> ThereAndBack:
    first, second, other = folder / "first.zip", folder / "second.zip", folder / "restored"
    _away(first, second, other)
    began = time.perf_counter()
    idle, most = map(float, run(data, "-c", HELD, str(first)).split())
    out, rows = time.perf_counter() - began, _rows_of(first)
    other.mkdir(mode=0o700)
    for name in _KEYS:
        shutil.copy(data / name, other / name)
    run(other, "manage.py", "prepare")
    back = _seconds(lambda: run(other, "manage.py", "restore", str(first)))
    run(other, "manage.py", "backup", str(second))
    again = _rows_of(second)
    _away(first, second, other)
    return ThereAndBack(
        out=out * 1e6 / sum(rows.values()),
        megabytes=most - idle,
        back=back * 1e3 / rows["migrations_tracker_move"],
        differing=sum(rows.get(table) != again.get(table) for table in rows.keys() | again.keys()),
    )


def _rows_of(backup: Path) -> dict[str, int]:
    with zipfile.ZipFile(backup) as archive:
        counted: dict[str, int] = json.loads(archive.read("manifest.json"))["tables"]
    return counted


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _away(*paths: Path) -> None:
    for path in paths:
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
