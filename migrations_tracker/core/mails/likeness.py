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
WORD = re.compile(r"<\w>|[a-zà-ÿ]+(?:'[a-z]+)?|[\u3040-\u30ff\u4e00-\u9fff]|\?")

Weights = Mapping[MailKind, float]


@dataclass(frozen=True, slots=True)
class Wording:
    """How much a mail's wording speaks for each kind; log-odds, comparable with each other."""

    speaks_for: Weights

    def likeliest(self, bonus: Weights) -> tuple[MailKind, float]:
        """The likeliest kind and its probability, with ``bonus`` added to what speaks for some."""
        told = {kind: said + bonus.get(kind, 0.0) for kind, said in self.speaks_for.items()}
        best = max(told, key=lambda kind: told[kind])
        return best, 1 / sum(exp(said - told[best]) for said in told.values())


def wording_of(subject: str | None, found: Iterable[Statement]) -> Wording:
    """Weigh the words of a mail's ``subject`` and of its newest message's statements."""
    known = learned()
    met = [known.weights[run] for run in known.weights.keys() & runs_of(subject, found)]
    scale = SHARPNESS / (UNIT * sqrt(len(met) + 1))
    told = (sum(column) * scale for column in zip(*met, strict=True)) if met else known.nothing
    return Wording(dict(zip(known.kinds, told, strict=True)))


def telling(kind: MailKind, found: Iterable[Statement]) -> str | None:
    """The statement that speaks most for ``kind``, compared with what it says of the others."""
    said = {statement.text: _lead(kind, statement) for statement in found}
    best = max(said, key=lambda text: said[text], default=None)
    return best if best is not None and said[best] > 0 else None


def _lead(kind: MailKind, statement: Statement) -> float:
    known = learned()
    met = [known.weights[run] for run in _runs(statement.folded) if run in known.weights]
    told = dict(zip(known.kinds, map(sum, zip(*met, strict=True)), strict=True)) if met else {}
    return told.pop(kind) - sum(told.values()) / len(told) if told else 0.0


@dataclass(frozen=True, slots=True)
class Learned:
    """The kinds, and for each run of words how much it speaks for each of them."""

    kinds: tuple[MailKind, ...]
    weights: Mapping[str, tuple[int, ...]]

    @property
    def nothing(self) -> tuple[float, ...]:
        return (0.0,) * len(self.kinds)


@cache
def learned() -> Learned:
    file = resources.files(__package__).joinpath("wordings.json")
    kept = json.loads(file.read_text(encoding="utf-8"))
    weights = {run: tuple(each) for run, each in kept["weights"].items()}
    return Learned(tuple(MailKind(kind) for kind in kept["kinds"]), weights)


def runs_of(subject: str | None, found: Iterable[Statement]) -> set[str]:
    """Every word, pair and triple within a statement; the subject's words marked as such.

    Addresses and numbers count as such, not for what they are; a Japanese character is a word.
    """
    runs = {f"subject: {word}" for word in _words((subject or "").lower())}
    for statement in found:
        runs.update(_runs(statement.folded))
    return runs


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
