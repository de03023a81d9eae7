"""What a word means that is not in the vocabulary as it stands.

Numbers and scraps say nothing. A text in an East Asian script is cut into known
terms, a word glued together ("SolutionsArchitect") likewise. A slip of one or two
letters in a long known word is forgiven.
"""

import re
from functools import lru_cache

from migrations_tracker.core.recognition import east_asian_words, latin_words, other_things
from migrations_tracker.core.recognition.latin_words import NOISE

UNKNOWN = "unknown"
OTHER_THING = "other thing"

Meaning = tuple[str, ...]

_LONGEST_WORD = 60
_SHORT = 3
_LONG_NUMBER = 10
_ORDINAL = re.compile(r"[0-9]+(?:st|nd|rd|th)|[cv][0-9]{2}|u[0-9a-f]{4}|[0-9]+x|x[0-9]+")

# What a German word is, its end says: Vorbereitungskurs, Zertifizierungslehrgang.
_GERMAN_COURSE = re.compile(r".{4,}(?:kurse?|lehrgang|schulung|vorbereitung|leitfaden|fragen)")

KNOWN: dict[str, Meaning] = {
    **dict.fromkeys(other_things.WORDS, (OTHER_THING,)),
    **latin_words.MEANINGS,
}


@lru_cache(maxsize=20_000)
def meaning_of_rare(word: str) -> Meaning:
    """Give the concepts of a word that is not in ``KNOWN``; (UNKNOWN,) where it has none."""
    return without_noise(_worked_out(word))


def without_noise(meaning: Meaning) -> Meaning:
    """Give the concepts of a meaning that say something."""
    return tuple(concept for concept in meaning if concept != NOISE)


def _worked_out(word: str) -> Meaning:
    if word[0] >= "\u3005" or "\u0e01" <= word[0] <= "\u0e4e":
        return _meaning_of_east_asian(word)
    if _says_nothing(word):
        return (NOISE,)
    if _GERMAN_COURSE.fullmatch(word):
        return (OTHER_THING,)
    return _pieces(word) or _forgiven(word) or (UNKNOWN,)


def _says_nothing(word: str) -> bool:
    """Very short words, numbers, ordinals, and long numbers with letters carry no name."""
    if len(word) < _SHORT or word.isdecimal() or _ORDINAL.fullmatch(word):
        return True
    return len(word) >= _LONG_NUMBER and any(letter.isdigit() for letter in word)


def _meaning_of_east_asian(text: str) -> Meaning:
    rest = east_asian_words.without_lengthening(text)
    concepts: list[str] = []
    while rest:
        term = _longest_term(rest)
        if term:
            concepts += _EAST_ASIAN_MEANINGS[term]
        elif concepts[-1:] != [UNKNOWN]:
            concepts.append(UNKNOWN)
        rest = rest[len(term) or 1 :]
    return tuple(concepts)


def _longest_term(text: str) -> str:
    for term in _TERMS_BY_FIRST_LETTER.get(text[0], ()):
        if text.startswith(term):
            return term
    return ""


_EAST_ASIAN_MEANINGS: dict[str, Meaning] = {
    **{
        east_asian_words.without_lengthening(term): (OTHER_THING,)
        for term in other_things.EAST_ASIAN_TERMS
    },
    **east_asian_words.MEANINGS,
}


def _terms_by_first_letter() -> dict[str, list[str]]:
    index: dict[str, list[str]] = {}
    for term in sorted(_EAST_ASIAN_MEANINGS, key=len, reverse=True):
        index.setdefault(term[0], []).append(term)
    return index


_TERMS_BY_FIRST_LETTER = _terms_by_first_letter()


def _pieces(word: str) -> Meaning:
    """Cut a word glued together from known words; () where it is not one."""
    if not 6 <= len(word) <= _LONGEST_WORD:
        return ()
    ways: list[tuple[str, ...] | None] = [()]
    for end in range(1, len(word) + 1):
        ways.append(_last_piece(word, end, ways))
    pieces = ways[-1] or ()
    return tuple(concept for piece in pieces for concept in KNOWN[piece])


def _last_piece(word: str, end: int, ways: list[tuple[str, ...] | None]) -> tuple[str, ...] | None:
    for start in range(max(0, end - _LONGEST_KNOWN), end):
        before = ways[start]
        if before is not None:
            piece = word[start:end]
            if piece in KNOWN and (len(piece) > _SHORT or piece in _TINY):
                return (*before, piece)
    return None


_TINY = frozenset({"aws", "ai", "ml", "big", "on", "of", "pro", "dev", "saa"})
_LONGEST_KNOWN = max(map(len, KNOWN))


def _forgiven(word: str) -> Meaning:
    """Read a long word with a slip: one letter, or two from ten letters on."""
    if len(word) < 7:
        return ()
    allowed = 1 if len(word) < 10 else 2
    slips = {known: _slips(word, known, allowed) for known in _alike(word, allowed)}
    fewest = min(slips.values(), default=allowed + 1)
    meanings = {KNOWN[known] for known, count in slips.items() if count == fewest}
    return meanings.pop() if fewest <= allowed and len(meanings) == 1 else ()


def _alike(word: str, allowed: int) -> list[str]:
    """Give the long known words that may differ by no more than ``allowed`` slips.

    They begin with the same letter, are about as long, and have nearly the same
    letters: a slip adds one and removes one at most.
    """
    letters = _letters_of(word)
    lengths = range(len(word) - allowed, len(word) + allowed + 1)
    return [
        known
        for length in lengths
        for known, others in _LONG_WORDS.get((word[0], length), ())
        if (letters ^ others).bit_count() <= 2 * allowed
    ]


def _letters_of(word: str) -> int:
    """Give the set of the word's letters, as bits."""
    letters = 0
    for letter in word:
        letters |= 1 << (ord(letter) & 63)
    return letters


def _long_words() -> dict[tuple[str, int], list[tuple[str, int]]]:
    index: dict[tuple[str, int], list[tuple[str, int]]] = {}
    for word in KNOWN:
        if len(word) >= 7:
            index.setdefault((word[0], len(word)), []).append((word, _letters_of(word)))
    return index


_LONG_WORDS = _long_words()


def _slips(word: str, known: str, allowed: int) -> int:
    """Count letters added, dropped, changed or swapped between the two words.

    Counting ends where more than ``allowed`` are certain.
    """
    before: list[int] = []
    row = list(range(len(known) + 1))
    for i, letter in enumerate(word, 1):
        older, before, row = before, row, [i]
        for j, other in enumerate(known, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if older and j > 1 and letter == known[j - 2] and word[i - 2] == other:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > allowed and min(before) > allowed:
            return allowed + 1
    return row[-1]
