"""What kind of mail the wording as a whole is like, beside what single sentences say.

Writers have endless ways to say one thing, more than rules know. So the words of a mail,
and runs of two and three words, are held against those of some hundreds of mails whose
kind is known: `tests/wordings` learns from them how much each speaks for each kind.
A mail is likely of the kind for which most is said; the rules' own finding counts as well.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise
from math import exp, sqrt

from migrations_tracker.core.mails.reading import MailKind
from migrations_tracker.core.mails.statements import Statement

#: Of the weights in a natural logarithm.
UNIT = 20
#: Learned from mails that are known by heart, the weights say too little of others.
SHARPNESS = 1 / 0.7
ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w.-]{0,252}\w")
NUMBER = re.compile(r"\d+")
WORD = re.compile(r"[a-zà-ÿ]+(?:'[a-z]+)?|[\u3040-\u30ff\u4e00-\u9fff]|<\w>|\?")
#: Wide enough for the sum of all runs of the longest mail that is judged.
LANE = 32
MASK, HALF = (1 << LANE) - 1, 1 << LANE - 1

Weights = Mapping[MailKind, float]


@dataclass(frozen=True, slots=True)
class Wording:
    """How much a mail's wording speaks for each kind; log-odds, comparable with each other.

    ``said`` has the runs that are known of each statement, by its text.
    """

    speaks_for: Weights
    said: Mapping[str, set[str]]

    def likeliest(self, bonus: Weights) -> tuple[MailKind, float]:
        """The likeliest kind and its probability, with ``bonus`` added to what speaks for some."""
        told = {kind: said + bonus.get(kind, 0.0) for kind, said in self.speaks_for.items()}
        best = max(told, key=lambda kind: told[kind])
        return best, 1 / sum(exp(said - told[best]) for said in told.values())

    def telling(self, kind: MailKind) -> str | None:
        """The statement that speaks most for ``kind``, compared with what it says of others."""
        leads = {text: _lead(kind, runs) for text, runs in self.said.items()}
        best = max(leads, key=lambda text: leads[text], default=None)
        return best if best is not None and leads[best] > 0 else None


def wording_of(subject: str | None, found: Iterable[Statement]) -> Wording:
    """Weigh the words of a mail's ``subject`` and of its newest message's statements."""
    known = learned()
    said = {statement.text: known.of(_runs(statement.folded)) for statement in found}
    met = known.of(_runs_of_subject(subject)).union(*said.values())
    scale = SHARPNESS / (UNIT * sqrt(len(met) + 1))
    return Wording({kind: told * scale for kind, told in known.sums(met).items()}, said)


def _lead(kind: MailKind, runs: set[str]) -> float:
    told = learned().sums(runs)
    return told.pop(kind) - sum(told.values()) / len(told)


@dataclass(frozen=True, slots=True)
class Learned:
    """The kinds, and for each run of words how much it speaks for each of them.

    A run's weights are one number, with ``LANE`` bits for each kind: so those of a thousand
    runs are added up for all kinds at once.
    """

    kinds: tuple[MailKind, ...]
    weights: Mapping[str, int]

    def of(self, runs: set[str]) -> set[str]:
        """Those of ``runs`` that are known."""
        return self.weights.keys() & runs

    def sums(self, runs: Iterable[str]) -> dict[MailKind, int]:
        """How much known ``runs`` speak for each kind, taken together."""
        lanes = sum(map(self.weights.__getitem__, runs))
        sums: dict[MailKind, int] = {}
        for kind in self.kinds:
            sums[kind] = (lanes + HALF & MASK) - HALF
            lanes = lanes - sums[kind] >> LANE
        return sums


def in_lanes(weights: Iterable[int]) -> int:
    return sum(weight << LANE * place for place, weight in enumerate(weights))


@cache
def learned() -> Learned:
    file = resources.files(__package__).joinpath("wordings.json")
    kept = json.loads(file.read_text(encoding="utf-8"))
    weights = {run: in_lanes(each) for run, each in kept["weights"].items()}
    return Learned(tuple(MailKind(kind) for kind in kept["kinds"]), weights)


def runs_of(subject: str | None, found: Iterable[Statement]) -> set[str]:
    """Every word, pair and triple within a statement; the subject's words marked as such.

    Addresses and numbers count as such, not for what they are; a Japanese character is a word.
    """
    return _runs_of_subject(subject).union(*(_runs(statement.folded) for statement in found))


def _runs_of_subject(subject: str | None) -> set[str]:
    return {f"subject: {word}" for word in _words((subject or "").lower())}


def _runs(text: str) -> set[str]:
    words = _words(text)
    return {
        *words,
        *map(" ".join, pairwise(words)),
        *map(" ".join, zip(words, words[1:], words[2:], strict=False)),
    }


def _words(text: str) -> list[str]:
    plain = ADDRESS.sub("<a>", text) if "@" in text else text
    return WORD.findall(NUMBER.sub("<n>", plain))
