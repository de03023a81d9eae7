"""The words of a catalogue's names, and what a name says with them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from migrations_tracker.core.catalogue import Catalogue, CatalogueEntry, Level
from migrations_tracker.core.folding import fold
from migrations_tracker.core.recognition.latin_words import AWS, CERTIFIED, FORMERLY
from migrations_tracker.core.recognition.rare_words import OTHER_THING, UNKNOWN
from migrations_tracker.core.recognition.tokens import Vocabulary, concepts_of, words_of

Codes = frozenset[str]

LEVELS: Mapping[str, frozenset[Level]] = {
    "associate": frozenset({Level.ASSOCIATE}),
    "professional": frozenset({Level.PROFESSIONAL}),
    "professional-": frozenset({Level.PROFESSIONAL}),
    "specialty": frozenset({Level.SPECIALTY}),
    "foundational": frozenset({Level.FOUNDATIONAL}),
    # Chinese uses one word for both.
    "professional/specialty": frozenset({Level.PROFESSIONAL, Level.SPECIALTY}),
}
_CODE_WORD = "code:"
_LONGEST_ROLE = 4


class Strength(IntEnum):
    """How much a role's words say by themselves."""

    TOPIC = 1
    ROLE = 2
    ALONE = 3


@dataclass(frozen=True, slots=True)
class Role:
    """The certifications that some words may name."""

    codes: Codes
    strength: Strength


@dataclass(slots=True)
class Said:
    """What a name says: roles, codes, levels, marks, and what was not understood."""

    roles: list[Role] = field(default_factory=list)
    code_words: list[str] = field(default_factory=list)
    levels: list[frozenset[Level]] = field(default_factory=list)
    aws: bool = False
    certified: bool = False
    other_thing: bool = False
    unknown_inside: int = 0
    unknown_outside: int = 0

    @property
    def unknown(self) -> int:
        return self.unknown_inside + self.unknown_outside


class Grammar:
    """What can be said with one catalogue's names."""

    def __init__(self, catalogue: Catalogue) -> None:
        codes = {e.code.lower(): (_CODE_WORD + e.code,) for e in catalogue.entries}
        self.vocabulary = Vocabulary(codes)
        self.roles: dict[tuple[str, ...], Role] = {}
        self.role_words: set[str] = set()
        for entry in catalogue.entries:
            self._add_roles_of(entry)

    def read(self, name: tuple[str, ...]) -> Said:
        """Read the concepts of a name."""
        concepts = _joined(list(name))
        said = Said(
            aws=AWS in concepts,
            certified=CERTIFIED in concepts,
            other_thing=OTHER_THING in concepts,
        )
        if not said.other_thing:
            self._read_into(said, concepts)
        return said

    def _add_roles_of(self, entry: CatalogueEntry) -> None:
        for strength, roles in (
            (Strength.ALONE, entry.roles_alone),
            (Strength.ROLE, entry.roles or self._roles_from_name(entry)),
            (Strength.TOPIC, entry.topics),
        ):
            for role in roles:
                self._add_role(entry.code, tuple(sorted(role.split())), strength)

    def _add_role(self, code: str, key: tuple[str, ...], strength: Strength) -> None:
        known = self.roles.get(key)
        codes = known.codes | {code} if known else frozenset({code})
        self.role_words.update(key)
        self.roles[key] = Role(codes, min(strength, known.strength) if known else strength)

    def _roles_from_name(self, entry: CatalogueEntry) -> Iterable[str]:
        """Derive the role of an entry that lists none: an operator's own, as a rule."""
        if entry.roles_alone or entry.topics:
            return
        words = words_of(fold(entry.name_en))
        for word in words:
            if self.vocabulary[word] == (UNKNOWN,):
                self.vocabulary[word] = (word,)
        concepts = concepts_of(words, self.vocabulary)
        yield " ".join(c for c in concepts if c not in LEVELS and c not in (AWS, CERTIFIED))

    def _read_into(self, said: Said, concepts: list[str]) -> None:
        marks: list[int] = []
        strangers: list[int] = []
        position = 0
        while position < len(concepts):
            length = self._role_at(said, concepts, position) or self._word_at(
                said, concepts[position]
            )
            if length:
                marks += range(position, position + length)
            elif concepts[position] == FORMERLY and said.roles:
                break
            elif concepts[position] not in (AWS, CERTIFIED, FORMERLY):
                strangers.append(position)
            position += length or 1
        _place(said, concepts, marks, strangers)

    def _role_at(self, said: Said, concepts: list[str], position: int) -> int:
        if concepts[position] not in self.role_words:
            return 0
        for end in range(min(position + _LONGEST_ROLE, len(concepts)), position, -1):
            role = self.roles.get(tuple(sorted(concepts[position:end])))
            if role:
                said.roles.append(role)
                return end - position
        return 0

    def _word_at(self, said: Said, concept: str) -> int:
        if concept in LEVELS:
            said.levels.append(LEVELS[concept])
        elif concept.startswith(_CODE_WORD):
            said.code_words.append(concept.removeprefix(_CODE_WORD))
        else:
            return 0
        return 1


def _joined(concepts: list[str]) -> list[str]:
    """Settle what words mean beside others.

    "Machine" and "learning" are one concept, in any order. Learning alone is a
    course, a builder without Alexa a member of AWS's community, a specialist
    without AWS somebody else's title (ネットワークスペシャリスト).
    """
    for first, second in (("machine", "learning"), ("learning", "machine")):
        while first in concepts and concepts[concepts.index(first) + 1 :][:1] == [second]:
            at = concepts.index(first)
            concepts[at : at + 2] = ["ml"]
    specialist = "specialty" if AWS in concepts else OTHER_THING
    concepts = [specialist if concept == "specialist-" else concept for concept in concepts]
    if "learning" in concepts or ("builder" in concepts and "alexa" not in concepts):
        concepts.append(OTHER_THING)
    return concepts


def _place(said: Said, concepts: list[str], marks: list[int], strangers: list[int]) -> None:
    """Tell words in the middle of the name from those before and after it.

    A word of the vocabulary that is left over right beside the name counts as in the
    middle: "cloud security engineer" is no "security".
    """
    if not marks:
        said.unknown_outside = len(strangers)
        return
    first, last = min(marks), max(marks)
    if CERTIFIED in concepts:
        first = min(first, concepts.index(CERTIFIED))
    for position in strangers:
        beside = first - 1 <= position <= last + 1 and concepts[position] != UNKNOWN
        if beside or first < position < last:
            said.unknown_inside += 1
        else:
            said.unknown_outside += 1
