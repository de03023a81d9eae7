"""A copied page: twice the rows cost twice the time, up to the longest page there may be."""

from collections.abc import Iterator
from itertools import pairwise

from migrations_tracker.core.pages import read_page
from tests.bench.measuring import Figure, seconds
from tests.core.shipped_catalogue import shipped_catalogue

HEAD = "Exam History\nExam code\tExam name\tExam date\tScore\tResult\n"
NAMES = {
    "SAP-C02": "AWS Certified Solutions Architect - Professional",
    "SAA-C03": "AWS 認定ソリューションアーキテクト – アソシエイト",
    "CLF-C02": "AWS Certified Cloud Practitioner",
}
LONG = 1_500_000
SIZES = (6_250, 12_500, 25_000, 50_000, 100_000)


def figures() -> Iterator[Figure]:
    for name, write in (("one row a line", in_rows), ("one cell a line", in_cells)):
        took = {size: cost(write(size)) for size in SIZES}
        for small, large in pairwise(SIZES):
            yield Figure(
                what=f"a page of {large} lines over one of {small}, {name}",
                ratio=took[large] / took[small],
                goal=2.2,
                detail=f"({took[large]:.1f} s over {took[small]:.1f} s)",
            )


def cost(text: str) -> float:
    """The best of several turns, more where one is short: others slow one or the other."""
    catalogue = shipped_catalogue()
    turns = 3 if len(text) > LONG else 9
    return min(seconds(lambda: read_page(text, catalogue)) for _ in range(turns))


def in_rows(lines: int) -> str:
    return HEAD + "".join("\t".join(row(number)) + "\n" for number in range(lines - 2))


def in_cells(lines: int) -> str:
    rows = (row(number) for number in range(lines // 5))
    return HEAD.replace("\t", "\n") + "".join("\n".join(cells) + "\n" for cells in rows)


def row(number: int) -> tuple[str, ...]:
    code, name = list(NAMES.items())[number % 3]
    day = f"August {number % 28 + 1}, {2015 + number % 11}"
    score = 700 + number % 300
    return code, name, day, str(score), "Pass" if number % 4 else "Fail"
