"""The decision: one certification for certain, or the ones to ask about."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from migrations_tracker.core.catalogue import Catalogue, Level
from migrations_tracker.core.folding import fold
from migrations_tracker.core.recognition.exam_codes import exam_codes_in
from migrations_tracker.core.recognition.grammar import Codes, Grammar, Said, Strength
from migrations_tracker.core.recognition.markup import without_markup
from migrations_tracker.core.recognition.tokens import concepts_of, words_of

_LONGEST_NAME = 500
_FEW = 2  # words around a full name that may be anything: a person's, "issued to", ...

# "SA-A", "CSA Pro": the level's letter means something only right behind the role's.
_LETTER_LEVEL = re.compile(r"\b(c?sa)(?: ?- ?| )([ap])\b(?!-)")
_LETTERS = {"a": "associate", "p": "professional"}

# Codes that are everyday words too: German "das", French "ans", "pas".
_EVERYDAY_WORDS = frozenset({"DAS", "ANS", "PAS"})


class Recognition(NamedTuple):
    """What a name means.

    ``certification`` is None for what is none of AWS's certifications and for what
    cannot be told; ``candidates`` holds the possible ones, in the catalogue's order.
    ``exam_code`` is a real exam code that stands in the text.
    """

    text: str
    certification: str | None = None
    exam_code: str | None = None
    candidates: tuple[str, ...] = ()


def recognise(text: str, catalogue: Catalogue) -> Recognition:
    """Tell which certification ``text`` names, in any language the vocabulary knows."""
    return _recognise(text, catalogue)


def find_exam_code(text: str, catalogue: Catalogue) -> str | None:
    """Find the one real exam code in a line; None where there is none or several."""
    codes = exam_codes_in(fold(text), catalogue.exam_codes).real
    return codes[0] if len(codes) == 1 else None


@lru_cache(maxsize=10_000)
def _recognise(text: str, catalogue: Catalogue) -> Recognition:
    folded = fold(text[:_LONGEST_NAME])
    if "%20" in folded:
        folded = folded.replace("%20", " ")
    plain = without_markup(folded) if "<" in folded or "](" in folded else folded
    certification, exam_code, candidates = _read(plain, catalogue)
    if plain != folded and not candidates:
        certification, exam_code, candidates = _read(folded, catalogue)
    return Recognition(text, certification, exam_code, candidates)


def _read(folded: str, catalogue: Catalogue) -> tuple[str | None, str | None, tuple[str, ...]]:
    codes = exam_codes_in(folded, catalogue.exam_codes)
    rest = _LETTER_LEVEL.sub(_written_out, codes.rest) if "sa" in folded else codes.rest
    concepts = concepts_of(words_of(rest), _grammar(catalogue).vocabulary)
    certification, candidates = _decided(concepts, codes.real, codes.invented, catalogue)
    exam_code = codes.real[0] if len(codes.real) == 1 else None
    return certification, exam_code, candidates


@lru_cache(maxsize=10_000)
def _decided(
    concepts: tuple[str, ...], real: tuple[str, ...], invented: bool, catalogue: Catalogue
) -> tuple[str | None, tuple[str, ...]]:
    """Decide by the concepts alone: ten thousand names say the same few hundred things."""
    said = _grammar(catalogue).read(concepts)
    if said.other_thing:
        return None, ()
    found = _Reading(said, real, invented, catalogue)
    candidates = sorted(found.candidates(), key=catalogue.order.__getitem__)
    return found.certain(), tuple(candidates)


@lru_cache(maxsize=2)
def _grammar(catalogue: Catalogue) -> Grammar:
    return Grammar(catalogue)


def _written_out(match: re.Match[str]) -> str:
    return f"{match[1]} {_LETTERS[match[2]]}"


class _Reading:
    """What was said, weighed."""

    def __init__(
        self, said: Said, real: tuple[str, ...], invented: bool, catalogue: Catalogue
    ) -> None:
        self.said = said
        self.real_codes = real
        self.invented = invented
        self.catalogue = catalogue
        self.pieces = list(self._pieces())
        self.agreed: Codes = frozenset.intersection(*self.pieces) if self.pieces else frozenset()

    def candidates(self) -> Codes:
        if self._names_a_service():
            return frozenset()
        return self.agreed or frozenset().union(*self.pieces) or self._of_the_level()

    def _names_a_service(self) -> bool:
        """Tell "AWS Security Hub" from a name: a plain word beside words that are unknown."""
        said = self.said
        marked = said.certified or said.levels or said.code_words or self.real_codes
        topics = all(role.strength == Strength.TOPIC for role in said.roles)
        return bool(topics and said.unknown and not marked)

    def _of_the_level(self) -> Codes:
        """Give the certifications of the only thing said: "AWS Certified Professional"."""
        said = self.said
        if not (said.aws and said.certified and said.levels) or said.unknown or self.invented:
            return frozenset()
        return self._at_level(frozenset(self.catalogue.order))

    def certain(self) -> str | None:
        if len(self.agreed) != 1 or self.invented:
            return None
        (code,) = self.agreed
        return code if self._levels_agree(code) and self._enough(code) else None

    def _pieces(self) -> Iterable[Codes]:
        """Give what each word or code allows; the levels narrow it where they can."""
        for exam_code in self.real_codes:
            yield frozenset({self.catalogue.exam_codes[exam_code]})
        for role in self.said.roles:
            yield self._at_level(role.codes)
        for word in self._code_words():
            yield self._at_level(self._meant_by(word))

    def _code_words(self) -> list[str]:
        others = bool(self.said.roles or self.real_codes or self.said.unknown)
        words = self.said.code_words
        return [word for word in words if not (others and word in _EVERYDAY_WORDS)]

    def _meant_by(self, word: str) -> Codes:
        """A bare SAP is the code; "AWS Certified SAP" may mean SAP's software as well."""
        if word == "SAP" and (self.said.certified or self.said.levels):
            return frozenset({"SAP", "PAS"} & self.catalogue.order.keys())
        return frozenset({word})

    def _at_level(self, codes: Codes) -> Codes:
        levels: frozenset[Level] = frozenset().union(*self.said.levels)
        narrowed = frozenset(code for code in codes if self._level(code) in levels)
        return narrowed or codes

    def _level(self, code: str) -> Level | None:
        entry = self.catalogue.entry(code)
        return entry.level if entry else None

    def _levels_agree(self, code: str) -> bool:
        return all(self._level(code) in levels for levels in self.said.levels)

    def _enough(self, code: str) -> bool:
        """Tell whether a careful reader would not have to ask."""
        said = self.said
        if "SAP" in said.code_words and said.certified and not said.aws:
            return False  # SAP's own certifications
        if self.real_codes:
            return said.unknown <= _FEW
        if not said.roles:
            return not said.unknown
        if said.unknown:
            full = said.aws and said.certified
            return full and not said.unknown_inside and said.unknown_outside <= _FEW
        return self._clear(code)

    def _clear(self, code: str) -> bool:
        said = self.said
        strength = max(role.strength for role in said.roles if code in role.codes)
        if strength == Strength.ALONE or said.code_words:
            return True
        if strength == Strength.ROLE:
            return said.aws or bool(said.levels)
        marked = said.aws and (said.certified or bool(said.levels))
        return marked or (bool(said.levels) and self._level(code) == Level.SPECIALTY)
