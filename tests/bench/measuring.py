"""Ratios to a floor that is measured in the same run: they hold on any machine, busy or not."""

from collections.abc import Callable
from dataclasses import dataclass
from time import process_time

Work = Callable[[], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """``goal`` is the largest ratio that is fine; None for a figure told for comparison."""

    what: str
    ratio: float
    goal: float | None
    detail: str = ""

    @property
    def missed(self) -> bool:
        return self.goal is not None and self.ratio > self.goal

    def __str__(self) -> str:
        goal = f"at most {self.goal:g}" if self.goal is not None else "no goal"
        verdict = "-" if self.goal is None else "MISSED" if self.missed else "ok"
        return f"{verdict:7}{self.ratio:8.2f}  {goal:12}  {self.what}  {self.detail}".rstrip()


def compared(
    what: str, work: Work, floor: Work, *, goal: float | None, rounds: int = 7, loops: int = 1
) -> Figure:
    """How many times as long ``work`` takes as ``floor``; the best of ``rounds`` turns each."""
    work(), floor()  # what is prepared once (imports, compiled patterns) counts for neither
    pairs = [(seconds(work, loops), seconds(floor, loops)) for _ in range(rounds)]
    best, least = (min(times) / loops for times in zip(*pairs, strict=True))
    detail = f"({best * 1000:.2f} ms over {least * 1000:.2f} ms)"
    return Figure(what=what, ratio=best / least, goal=goal, detail=detail)


def seconds(work: Work, loops: int = 1) -> float:
    """Of processor time: others on the machine do not count."""
    start = process_time()
    for _ in range(loops):
        work()
    return process_time() - start
