"""`make bench-load`: the goals table, measured on one installation of many moves.

    python -m tests.load [--moves 100000] [--seconds 300] [--clients 50] [--servers 1]
                         [--database postgres://...]

A figure up to its goal is ok, up to 1.3 times its goal "near" (machines differ from one minute to
the next), beyond that MISSED, which ends the run with 1. What is made is kept under build/load/.
"""

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from tests.load.crowd import let_them_work
from tests.load.export import export_and_import
from tests.load.footprint import (
    backup_over_vacuum,
    kilobytes_a_full_move,
    start_over_empty_project,
)
from tests.load.pages import Row, Site, rows_of
from tests.load.server import ROOT, Server, environment, run, serving

ROUNDS = 3
FEW = 1000
MARGIN = 1.3


class Report:
    """Prints a line for each figure and counts what was missed."""

    def __init__(self) -> None:
        self.missed = 0
        self.say("verdict   figure      goal         what")

    def say(self, line: str) -> None:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()

    def figure(self, what: str, value: float, goal: float, unit: str) -> None:
        verdict = "ok" if value <= goal else "near" if value <= goal * MARGIN else "MISSED"
        self.missed += verdict == "MISSED"
        self.say(f"{verdict:7}{value:9.2f} {unit:4}  <= {goal:<5g}    {what}")

    def tell(self, what: str, value: float, unit: str) -> None:
        self.say(f"{'-':7}{value:9.2f} {unit:4}  {'':8}    {what}")


def asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench-load")
    parser.add_argument("--moves", type=int, default=100_000)
    parser.add_argument("--seconds", type=int, default=300, help="how long the crowd works")
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--servers", type=int, default=1, help="on one database")
    parser.add_argument("--database", default="", help="an empty PostgreSQL; else SQLite")
    return parser.parse_args()


def main() -> int:
    wanted, report = asked(), Report()
    folder = _folder()
    with ExitStack() as stack:
        many = _installation(folder, wanted.moves, wanted.database, report)
        few = many if wanted.database else _installation(folder, FEW, "", report)
        sites = [
            _site(stack, data, servers, wanted)
            for data, servers in ((many, wanted.servers), (few, 1))
        ]
        (site, servers), (small, _small_servers) = sites
        fresh = max(server.megabytes() for server in servers)
        report.figure("memory of a worker, fresh", fresh, 75, "MB")
        _growth(report, site, small)
        for row in rows_of(site):
            _row(report, row)
        _crowd(report, site, wanted, many)
        after = max(server.megabytes() for server in servers)
        report.figure("memory of a worker, after the load", after, 120, "MB")
    _footprint(report, folder, many, sqlite=not wanted.database)
    report.say(f"{report.missed} goals were missed." if report.missed else "No goal was missed.")
    return 1 if report.missed else 0


def _folder() -> Path:
    """Where what is made is kept: anew for each state of the tables and of what fills them."""
    digest = hashlib.sha256()
    made_by = [*(ROOT / "migrations_tracker" / "migrations").glob("0*.py")]
    made_by += [ROOT / "tests" / "load" / name for name in ("company.py", "texts.py", "prepare.py")]
    for path in sorted(made_by):
        digest.update(path.read_bytes())
    folder = ROOT / "build" / "load" / digest.hexdigest()[:12]
    for old in folder.parent.glob("*") if folder.parent.exists() else ():
        if old != folder:
            shutil.rmtree(old)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _installation(folder: Path, moves: int, database: str, report: Report) -> Path:
    """An installation with that many moves; on SQLite a copy of the one that is kept."""
    where = {"DATABASE_URL": database} if database else {}
    made = folder / (f"pg-{moves}" if database else f"made-{moves}")
    if not (made / "ready").exists() or database:
        report.say(f"Making {moves} moves ...")
        began = time.monotonic()
        made.mkdir(mode=0o700, exist_ok=True)
        run(made, "manage.py", "prepare", **where)
        run(made, "-m", "tests.load.prepare", "make", str(moves), **where)
        (made / "ready").touch()
        report.say(f"... which took {time.monotonic() - began:.0f} s.")
    if database:
        return made
    data = folder / f"used-{moves}"
    shutil.rmtree(data, ignore_errors=True)
    shutil.copytree(made, data)
    return data


def _site(
    stack: ExitStack, data: Path, servers: int, wanted: argparse.Namespace
) -> tuple[Site, list[Server]]:
    """``servers`` servers, each with a data folder of its own, and who is there."""
    where = {"DATABASE_URL": wanted.database} if wanted.database else {}
    started = [
        stack.enter_context(serving(each, **where, **_shared(data)))
        for each in _folders(data, servers)
    ]
    there = json.loads(run(data, "-m", "tests.load.prepare", "people", "60", **where))
    return Site([server.port for server in started], there), started


def _folders(data: Path, servers: int) -> Iterator[Path]:
    yield data
    for number in range(1, servers):
        other = data.with_name(f"{data.name}-{number}")
        shutil.rmtree(other, ignore_errors=True)
        other.mkdir(mode=0o700)
        (other / "static").symlink_to(data / "static")
        yield other


def _shared(data: Path) -> dict[str, str]:
    """What all servers of an installation have from the environment."""
    return {
        "CERTMOVE_SECRET_KEY": (data / "secret.key").read_text().strip(),
        "CERTMOVE_ENC_KEYS": (data / "enc.keys").read_text().strip(),
    }


def _growth(report: Report, site: Site, small: Site) -> None:
    """The person's dashboard among many moves over the one among few, each over its own floor."""
    ratios = [
        site.ratio(lambda: site.busy.get("/")) / small.ratio(lambda: small.busy.get("/"))
        for _ in range(ROUNDS)
    ]
    report.figure("person's dashboard: among all over among 1,000", median(ratios), 1.15, "x")


def _row(report: Report, row: Row) -> None:
    rounds = [row.measure() for _ in range(ROUNDS)]
    report.figure(row.what, median(rounds), row.goal, row.unit)


def _crowd(report: Report, site: Site, wanted: argparse.Namespace, data: Path) -> None:
    people: list[dict[str, Any]] = site.there["people"][: wanted.clients]
    crowd = let_them_work(site.ports, people, wanted.seconds)
    faults: Counter[str] = sum((member.faults for member in crowd), Counter())
    acked = [each for member in crowd for each in member.acked]
    kept = _kept(acked, data, wanted.database)
    seconds = [each for member in crowd for each in member.seconds]
    what = f"{wanted.clients} clients, {wanted.seconds} s, 9 reads to 1 write"
    report.figure(f"{what}: errors {dict(faults) or ''}", sum(faults.values()), 0, "")
    report.figure(f"{what}: acknowledged writes that are lost", len(kept["lost"]), 0, "")
    report.figure(f"{what}: moves whose events jump", len(kept["uneven"]), 0, "")
    report.tell(f"{what}: answers a second", len(seconds) / wanted.seconds, "/s")
    report.tell(f"{what}: acknowledged writes", len(acked), "")
    report.tell(f"{what}: half of the answers within", median(seconds) * 1000, "ms")
    report.tell(f"{what}: 99 of 100 within", quantiles(seconds, n=100)[-1] * 1000, "ms")


def _kept(acked: list[tuple[str, str]], data: Path, database: str) -> dict[str, list[Any]]:
    where = {"DATABASE_URL": database} if database else {}
    told = subprocess.run(
        [sys.executable, "-m", "tests.load.kept"],
        input=json.dumps(acked),
        env=environment(data, **where),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    found: dict[str, list[Any]] = json.loads(told.stdout)
    return found


def _footprint(report: Report, folder: Path, data: Path, *, sqlite: bool) -> None:
    if not sqlite:
        return
    whole, part = kilobytes_a_full_move(folder)
    report.figure("room of a full move: two snapshots of 48 records, four mails", part, 12, "KB")
    report.figure("room of a full move with its pasted pages and time line", whole, 12, "KB")
    start = start_over_empty_project(data, folder)
    report.figure("first answer over an empty Django project's", start, 1.5, "x")
    report.figure("backup over VACUUM INTO", backup_over_vacuum(data, folder), 2, "x")
    there_and_back = export_and_import(data, folder)
    what = "everything out (backup)"
    report.figure(f"{what}: a row, of 80,000 a second", there_and_back.out, 12.5, "us")
    report.figure(f"{what}: memory over what is idle", there_and_back.megabytes, 20, "MB")
    report.figure(
        "everything in (restore): a move, of 400 a second", there_and_back.back, 2.5, "ms"
    )
    report.figure("the same out again: tables that differ", there_and_back.differing, 0, "")


if __name__ == "__main__":
    sys.exit(main())
