"""The worker's memory while it reads the largest things there may be, over 300 MB."""

import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench.measuring import Figure
from tests.bench.pages import in_cells, in_rows
from tests.box.files import bomb_pdf, bomb_xlsx, xlsx

MOST = 300 * 1024 * 1024
SETTINGS = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"}
LARGE = 9_900_000
BADGE = '{"issued_at_date": "2024-02-19", "badge_template": {"name": "AWS Certified Developer"}}'

File = tuple[str, bytes]


def rows_csv(size: int) -> bytes:
    head = b"Certification,Earned on,Expires on\n"
    row = b"AWS Certified Developer - Associate,2024-02-19,2027-02-19\n"
    return head + row * ((size - len(head)) // len(row))


def badges(size: int) -> bytes:
    count = size // (len(BADGE) + 1) - 1
    return ('{"data": [' + ",".join([BADGE] * count) + "]}").encode()


INPUTS: dict[str, Callable[[], list[File]]] = {
    "a small page": lambda: [("page.txt", in_rows(44).encode())],
    "a page of 99,000 rows": lambda: [("page.txt", in_rows(99_000).encode())],
    "a page of 99,000 cells": lambda: [("page.txt", in_cells(99_000).encode())],
    "a CSV of 10 MB": lambda: [("rows.csv", rows_csv(LARGE))],
    "a CSV of 90,000 rows": lambda: [("rows.csv", rows_csv(5_300_000))],
    "badges of 10 MB": lambda: [("badges.json", badges(LARGE))],
    "five badge files of 10 MB": lambda: [("badges.json", badges(LARGE))] * 5,
    "five CSV files of 10 MB": lambda: [("rows.csv", rows_csv(LARGE))] * 5,
    "five lists of 90,000 rows": lambda: [("rows.csv", rows_csv(5_300_000))] * 5,
    "one line of 10 MB": lambda: [("line.txt", b"a " * (LARGE // 2))],
    "brackets of 10 MB": lambda: [("deep.json", b"[" * LARGE)],
    "a page of 5 MB with no closing tag": lambda: [("page.html", b"<table><tr><td>1" * 310_000)],
    "a PDF and a workbook that swell": lambda: [
        ("bomb.pdf", bomb_pdf()),
        ("bomb.xlsx", bomb_xlsx()),
    ],
    "a workbook of 5,000 rows": lambda: [
        ("rows.xlsx", xlsx({"A": [[f"cell {n}" for n in range(20)]] * 5_000}))
    ],
    "fifty pages of 2,000 rows": lambda: [("page.txt", in_rows(2_000).encode())] * 50,
}


def figures() -> Iterator[Figure]:
    """Each input in a process of its own, which says how much it took at most."""
    for what in INPUTS:
        command = [sys.executable, "-m", "tests.bench.memory", what]
        done = subprocess.run(command, env=SETTINGS, stdout=subprocess.PIPE, text=True, check=True)
        peak, child = (int(part) * 1024 for part in done.stdout.split())
        yield Figure(
            what=f"a worker's memory over 300 MB: {what}",
            ratio=peak / MOST,
            goal=1,
            detail=f"({peak / 1e6:.0f} MB, its box {child / 1e6:.0f} MB)",
        )


def read(what: str) -> None:
    """Read in this process as a worker does, and print its peak and its children's, in KB."""
    import django  # noqa: PLC0415 - only this child needs it

    django.setup()
    from migrations_tracker.reading.entrance import read_files  # noqa: PLC0415

    assert read_files(INPUTS[what]())
    boxed = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    sys.stdout.write(f"{peak()} {boxed}\n")


def peak() -> int:
    """The most KB this program held; getrusage would count what its parent held before it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0])


if __name__ == "__main__":
    read(sys.argv[1])
