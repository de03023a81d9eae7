"""One record while it is being read: its fields, and the line each of them came from."""

import dataclasses
from dataclasses import dataclass

from migrations_tracker.core.folding import fold
from migrations_tracker.core.pages.document import PageLine, Role
from migrations_tracker.core.pages.fields import Field, Kind, Token
from migrations_tracker.core.records import RecordType

_NAMES_OF_BENEFIT = frozenset({Field.BENEFIT_NAME, Field.EARNED_FOR})
_TELLING = frozenset({Kind.CODE, Kind.NAME, Kind.DATE, Kind.TIME, Kind.WORD, Kind.NUMBER})
_PROOFS = frozenset({Kind.DATE, Kind.WORD, Kind.INTEGER, Kind.NUMBER})


@dataclass(slots=True)
class Draft:
    """Fields of one record; ``group`` is the state that the heading above gives it.

    ``aside`` holds what stands with the record without being a field: buttons, details,
    unknown words with their line. ``rivals`` are second values of a field that has one.
    """

    section: RecordType
    group: str | None = None
    values: dict[Field, Token] = dataclasses.field(default_factory=dict)
    line_of: dict[Field, PageLine] = dataclasses.field(default_factory=dict)
    lines: list[PageLine] = dataclasses.field(default_factory=list)
    aside: list[tuple[PageLine, Token]] = dataclasses.field(default_factory=list)
    rivals: list[tuple[Field, Token, PageLine]] = dataclasses.field(default_factory=list)
    is_row: bool = False

    def get(self, *fields: Field) -> Token | None:
        """Give the first of ``fields`` that was read."""
        for field in fields:
            if field in self.values:
                return self.values[field]
        return None

    def proves(self, *fields: Field) -> bool:
        """Tell whether one of ``fields`` holds what its shape shows: a day, a state, a number."""
        return any(f in self.values and self.values[f].kind in _PROOFS for f in fields)

    def put(self, slot: Field, token: Token, line: PageLine) -> None:
        self.values[slot] = token
        self.line_of[slot] = line
        if not self.lines or self.lines[-1] is not line:
            self.lines.append(line)

    def is_named(self) -> bool:
        return self.get(Field.NAME, Field.EXAM_CODE, Field.BENEFIT_NAME) is not None

    def tells_something(self) -> bool:
        """Tell whether there are two fields at least, one of which is more than unknown text."""
        return len(self.values) > 1 and any(t.kind in _TELLING for t in self.values.values())

    def has_only_a_name(self) -> bool:
        return set(self.values) <= {Field.NAME, Field.EXAM_CODE, Field.EARNED_FOR}

    def is_only_named(self) -> bool:
        """Tell whether nothing says that the thing named was taken, earned or given."""
        return self.has_only_a_name() or set(self.values) <= _NAMES_OF_BENEFIT

    def asides(self, kind: Kind) -> list[tuple[PageLine, Token]]:
        return [(line, token) for line, token in self.aside if token.kind is kind]

    def repeats(self, slot: Field, token: Token) -> bool:
        """Tell whether ``token`` says what ``slot`` says already, as a badge's picture does."""
        earlier = self.values.get(slot)
        if earlier is None or Kind.NAME not in (earlier.kind, token.kind):
            return False
        if earlier.candidates or token.candidates:
            same = earlier.candidates == token.candidates
        else:
            same = fold(earlier.text) == fold(token.text)
        return same and (token.repeats or earlier.repeats or self.has_only_a_name())

    def rename(self, slot: Field, token: Token, line: PageLine) -> None:
        """Take the name itself instead of its picture's text, or leave the picture's text out."""
        if token.repeats:
            line.role = Role.FURNITURE
            return
        before = self.line_of[slot]
        if len(before.tokens) == 1:
            before.role = Role.FURNITURE
            self.lines.remove(before)
        self.put(slot, token, line)
