"""Logistic regression by steps that shrink (AdaGrad), without a library: 2,000 mails take seconds.

Nothing in it is by chance: the order is shuffled with a fixed seed, so the same mails
give the same weights.
"""

import random
from collections import Counter
from collections.abc import Sequence
from math import exp, sqrt

from migrations_tracker.core.mails.likeness import UNIT
from tests.wordings.mails import KnownMail

ROUNDS, STEP, DECAY = 5, 0.3, 1e-3
#: A run of words in fewer mails is this mail's own; one that speaks less says nothing.
FEWEST, LEAST = 2, 3

Row = list[float]


def learn(mails: Sequence[KnownMail]) -> tuple[list[str], dict[str, list[int]]]:
    """The kinds, and for each run its weight for each kind in UNITs."""
    kinds = sorted({mail.kind for mail in mails})
    met = Counter(run for mail in mails for run in mail.runs)
    known = [(kinds.index(m.kind), sorted(r for r in m.runs if met[r] >= FEWEST)) for m in mails]
    weights: dict[str, Row] = {run: [0.0] * len(kinds) for _, runs in known for run in runs}
    steps: dict[str, Row] = {run: [1e-8] * len(kinds) for run in weights}
    order = random.Random(1)
    for _ in range(ROUNDS):
        order.shuffle(known)
        for kind, runs in known:
            _step(kind, [(weights[run], steps[run]) for run in runs])
    told = {run: [round(value * UNIT) for value in row] for run, row in weights.items()}
    return kinds, {run: row for run, row in told.items() if max(map(abs, row)) >= LEAST}


def _step(kind: int, rows: Sequence[tuple[Row, Row]]) -> None:
    """Bring the weights of one mail's runs a step nearer to its kind."""
    if not rows:
        return
    scale = 1 / sqrt(len(rows) + 1)
    off = [value * scale for value in _off(kind, [row for row, _ in rows], scale)]
    for row, squares in rows:
        for place, value in enumerate(off):
            slope = value + DECAY * row[place]
            squares[place] += slope * slope
            row[place] -= STEP * slope / sqrt(squares[place])


def _off(kind: int, rows: Sequence[Row], scale: float) -> Row:
    """How far the probability of each kind is from what it is: 1 for ``kind``, 0 for the others."""
    said = [sum(column) * scale for column in zip(*rows, strict=True)]
    most = max(said)
    parts = [exp(value - most) for value in said]
    return [part / sum(parts) - (place == kind) for place, part in enumerate(parts)]
