"""A name cut into words, and the words turned into concepts.

Whole words only: "architecting" is no architect.
"""

import re
from collections.abc import Mapping
from itertools import chain, pairwise
from unicodedata import normalize

from migrations_tracker.core.folding import fold
from migrations_tracker.core.recognition import latin_words, other_things
from migrations_tracker.core.recognition.rare_words import (
    KNOWN,
    OTHER_THING,
    UNKNOWN,
    Meaning,
    meaning_of_rare,
    without_noise,
)

_EAST_ASIAN = (
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7a3\u0e01-\u0e4e"
)
_WORD = re.compile(rf"[a-z0-9]+|[{_EAST_ASIAN}](?:[{_EAST_ASIAN} \-・·]*[{_EAST_ASIAN}])?|[^\W_]+")
# Cutting at everything that is no letter or digit, byte by byte: names are mostly ASCII.
_SEPARATED = bytes(byte if chr(byte).isalnum() and byte < 128 else 32 for byte in range(256))

# Latin letters without their accents, up to the Vietnamese ones.
_ACCENTS = {
    code: base
    for code in (*range(0xDF, 0x250), *range(0x1E00, 0x1F00))
    if (base := normalize("NFD", chr(code))[0]).isascii()
} | {ord("ø"): "o", ord("đ"): "d", ord("ł"): "l", ord("ı"): "i"}
_ACCENT = re.compile("[" + "".join(map(chr, _ACCENTS)) + "]")


def words_of(folded: str) -> list[str]:
    """Cut a folded text into words: Latin words, numbers, runs of East Asian letters."""
    if folded.isascii():
        return folded.encode().translate(_SEPARATED).decode().split()
    return _WORD.findall(folded.translate(_ACCENTS) if _ACCENT.search(folded) else folded)


class Vocabulary(dict[str, Meaning]):
    """Words to the concepts they mean, words without a meaning of their own to none.

    A word that it does not hold is worked out when asked for. ``own`` are the words that
    a catalogue adds, its codes among them.
    """

    def __init__(self, own: Mapping[str, Meaning]) -> None:
        super().__init__(
            {word: without_noise(meaning) for word, meaning in {**KNOWN, **own}.items()}
        )

    def __missing__(self, word: str) -> Meaning:
        return () if word.isdecimal() else meaning_of_rare(word)


def concepts_of(words: list[str], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Turn words into concepts; what is no word of a name becomes UNKNOWN."""
    meanings = map(vocabulary.__getitem__, words)
    if _FIRST_WORDS.isdisjoint(words) or _FIRST_PAIRS.isdisjoint(pairwise(words)):
        return tuple(chain.from_iterable(meanings))
    return tuple(_concepts_with_phrases(words, vocabulary))


def _concepts_with_phrases(words: list[str], vocabulary: Vocabulary) -> list[str]:
    concepts: list[str] = []
    position = 0
    while position < len(words):
        phrases = _PHRASES_BY_FIRST_WORD.get(words[position])
        length, meaning = _phrase_at(words, position, phrases) if phrases else (0, ())
        concepts += meaning if length else vocabulary[words[position]]
        position += length or 1
    return concepts


def speaks_only_of_names(text: str) -> bool:
    """Tell whether every word of ``text`` is one that certifications' names are made of."""
    concepts = concepts_of(words_of(fold(text)), _COMMON)
    return bool(concepts) and not {UNKNOWN, OTHER_THING} & set(concepts)


_COMMON = Vocabulary({})

Phrases = list[tuple[tuple[str, ...], Meaning]]


def _phrases_by_first_word() -> dict[str, Phrases]:
    every = {**latin_words.PHRASES, **dict.fromkeys(other_things.PHRASES, (OTHER_THING,))}
    index: dict[str, Phrases] = {}
    for words in sorted(every, key=len, reverse=True):
        index.setdefault(words[0], []).append((words, without_noise(every[words])))
    return index


_PHRASES_BY_FIRST_WORD = _phrases_by_first_word()
_FIRST_WORDS = frozenset(_PHRASES_BY_FIRST_WORD)
_FIRST_PAIRS = frozenset(
    (first, words[1]) for first, phrases in _PHRASES_BY_FIRST_WORD.items() for words, _ in phrases
)


def _phrase_at(words: list[str], position: int, phrases: Phrases) -> tuple[int, Meaning]:
    for phrase, meaning in phrases:
        if tuple(words[position : position + len(phrase)]) == phrase:
            return len(phrase), meaning
    return 0, ()
