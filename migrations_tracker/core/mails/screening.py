"""Patterns that are tried on a text only where it bears the words they need.

A mail has some twenty sentences and there are some two hundred patterns, most of which look
for words that the sentence does not have. So a sentence is looked through once, word by word,
and each pattern is asked first whether what it needs was among them (see `needed_words`).
That never changes what is found: a pattern that could match is tried.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache, reduce
from itertools import count
from operator import add, or_

from migrations_tracker.core.mails.needed_words import (
    LONG,
    SHORT,
    WORD,
    Kind,
    Need,
    needs,
    needs_of_each_branch,
)

SAME_AS_ANOTHER = re.compile("[\u017f\u212a\u0130\u0131]")
"""Letters that are the same as s, k and i, but only where case does not count."""
EVERY_MARK = -1
MOST_WORDS = 5_000


class Marked(str):
    """A text that knows which needs of the patterns it meets; ``marks`` has a bit for each."""

    __slots__ = ("marks",)
    marks: int

    def __new__(cls, text: str) -> "Marked":
        marked = str.__new__(cls, text)
        marked.marks = _needs_met(text)
        return marked

    def rewritten(self, text: str) -> "Marked":
        """``text``, which was made of this one; this one itself where they are the same."""
        return self if text == self else Marked(text)

    @classmethod
    def joined(cls, texts: Sequence["Marked"]) -> "Marked":
        """The ``texts`` with a blank between them; the marks are those of all."""
        joined = str.__new__(cls, " ".join(texts))
        joined.marks = reduce(or_, (text.marks for text in texts), 0)
        return joined

    def piece(self, text: str) -> "Marked":
        """``text``, made of parts of this one that were cut out at the edges of words.

        It takes the marks over: they may be too many then, but never too few.
        """
        piece = str.__new__(Marked, text)
        piece.marks = self.marks
        return piece


class Screened:
    """A compiled pattern, used as ``re.Pattern`` is, that is tried on no text in vain."""

    __slots__ = ("branches", "needs", "regex")

    def __init__(self, regex: re.Pattern[str]) -> None:
        self.regex = regex
        self.needs = 0
        self.branches: tuple[int, ...] = ()

    @property
    def pattern(self) -> str:
        return self.regex.pattern

    def could_match(self, text: str) -> bool:
        """False where ``text`` is known to lack what the pattern needs."""
        if text.__class__ is not Marked:
            return True
        marks = text.marks
        if marks & self.needs != self.needs:
            return False
        for each in self.branches:
            if marks & each == each:
                return True
        return not self.branches

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        if text.__class__ is Marked and text.marks & self.needs != self.needs:
            return None  # what `could_match` would say, but without the call: it is asked most
        return self.regex.search(text, start) if self.could_match(text) else None

    def match(self, text: str) -> re.Match[str] | None:
        return self.regex.match(text) if self.could_match(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self.regex.finditer(text) if self.could_match(text) else iter(())

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str) -> str:
        """``text`` itself, with its marks, where nothing is replaced."""
        made = self.regex.sub(replacement, text) if self.could_match(text) else text
        return text if made == text else made


class Choice:
    """Several patterns, of which a text mostly lets none match: that is asked at once."""

    def __init__(self, *patterns: Screened) -> None:
        self.patterns = patterns

    @cached_property
    def _one_need_of_each(self) -> int:
        """A bit of each pattern; all of them where one needs nothing."""
        _table()
        needed = [each.needs & -each.needs for each in self.patterns]
        return reduce(or_, needed) if all(needed) else EVERY_MARK

    def none_could_match(self, text: str) -> bool:
        return text.__class__ is Marked and not text.marks & self._one_need_of_each


SCREENED: list[Screened] = []


def screened(pattern: str, flags: int = 0) -> Screened:
    """Compile ``pattern``, as ``re.compile`` does."""
    made = Screened(re.compile(pattern, flags))
    SCREENED.append(made)
    return made


@dataclass(frozen=True, slots=True)
class _Table:
    """For each mark the bits of the needs that it meets."""

    words: Mapping[str, int]
    starts: Mapping[str, int]
    letters: Mapping[str, int]
    signs: Mapping[str, int]


@cache
def _table() -> _Table:
    """Made when the first text is marked. What is compiled later needs nothing: it is tried."""
    bits: dict[Need, int] = defaultdict((1 << place for place in count()).__next__)
    for each in SCREENED:
        each.needs = sum({bits[need] for need in needs(each.regex)})
        branches = [{bits[need] for need in branch} for branch in needs_of_each_branch(each.regex)]
        each.branches = tuple(dict.fromkeys(map(sum, branches))) if all(branches) else ()
    met: dict[Kind, dict[str, int]] = {kind: defaultdict(int) for kind in Kind}
    for need, bit in bits.items():
        for kind, text in need:
            met[kind][text] |= bit
    return _Table(*(dict(met[kind]) for kind in (Kind.WORD, Kind.START, Kind.LETTERS, Kind.SIGN)))


def _needs_met(text: str) -> int:
    known = _table()
    if not text.isascii() and SAME_AS_ANOTHER.search(text):
        return EVERY_MARK
    lowered = text.lower()
    met = reduce(or_, map(_met_by, set(WORD.findall(lowered))), 0)
    met |= _met(known.signs, set(lowered))
    if not text.isascii():
        met |= _met(known.letters, {*lowered, *map(add, lowered, lowered[1:])})
    return met


@lru_cache(maxsize=MOST_WORDS)
def _met_by(word: str) -> int:
    """The bits of the needs that one word meets: kept, since the next sentence has it again."""
    known = _table()
    starts = known.starts.get(word[:SHORT], 0) | known.starts.get(word[:LONG], 0)
    return starts | known.words.get(word, 0)


def _met(known: Mapping[str, int], borne: Iterable[str]) -> int:
    met = 0
    for mark in known.keys() & borne:
        met |= known[mark]
    return met
