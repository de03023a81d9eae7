"""The labelled and the bare values in a score report's head.

Extractors put a value behind its label, below it, before it, or all labels first and
all values after. Values that tell by their form what they are (a candidate ID, a date,
a number, a result) are taken wherever they stand in the head.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from migrations_tracker.core.dates import find_dates
from migrations_tracker.core.documents.lines import TextLine
from migrations_tracker.core.documents.score_labels import LABEL, Label, meaning_of, result_of

CANDIDATE_ID = re.compile(r"(?<![0-9A-Za-z])AWS\s?(\d{8,10})(?!\d)", re.I)
REGISTRATION = re.compile(r"(?<![0-9A-Za-z/-])\d{7,10}(?![0-9A-Za-z/-])")
SCORE = re.compile(r"(?<!\d)\d{1,4}(?:[.,]\d{3})?(?:\s*/\s*1[.,]?000)?(?!\d)")
_BRACKETS = re.compile(r"\([^()]*\)")
_PROSE = 70


@dataclass(frozen=True, slots=True)
class Value:
    """A value as printed, and its line."""

    text: str
    line: TextLine


@dataclass(slots=True)
class Fields:
    """What the head says, by label, and in which language its labels are."""

    values: dict[Label, Value] = field(default_factory=dict)
    empty: dict[Label, TextLine] = field(default_factory=dict)
    languages: Counter[str] = field(default_factory=Counter)
    lines: set[int] = field(default_factory=set)

    @property
    def labels(self) -> set[Label]:
        return {*self.values, *self.empty}

    @property
    def language(self) -> str | None:
        ranked = self.languages.most_common(1)
        return ranked[0][0] if ranked else None


def fields_of(lines: Iterable[TextLine]) -> Fields:
    """Read the labelled values first, then find the values whose labels stand alone.

    ``lines`` are those of the head without its titles.
    """
    fields = Fields()
    bare: list[TextLine] = []
    lines = list(lines)
    for line in lines:
        rest = _take_labels(line, fields)
        if rest:
            bare.append(TextLine(line.number, rest, line.page, line.follows))
    _continue_name(lines, fields)
    for line in bare:
        for cell in line.cells:
            _take_bare(cell, line, fields)
    _find_name(bare, fields)
    return fields


def _take_labels(line: TextLine, fields: Fields) -> str:
    """Take every label of a line with the value behind it; give what stands before them."""
    matches = list(LABEL.finditer(line.text))
    if not matches:
        return line.text
    ends = [*(match.start() for match in matches[1:]), len(line.text)]
    for match, end in zip(matches, ends, strict=True):
        label, languages = meaning_of(match[1])
        fields.languages.update(languages)
        fields.lines.add(line.number)
        value = line.text[match.end() : end].strip(" :\t")
        if not value:
            fields.empty.setdefault(label, line)
        elif _fits(label, value):
            fields.values.setdefault(label, Value(value, line))
    return line.text[: matches[0].start()].strip()


def _fits(label: Label, value: str) -> bool:
    if label is Label.CANDIDATE_ID:
        return bool(CANDIDATE_ID.search(value))
    if label is Label.REGISTRATION:
        return any(letter.isdigit() for letter in value)
    return True


def _continue_name(lines: list[TextLine], fields: Fields) -> None:
    """Add the line right below the candidate's: long names go on there."""
    name = fields.values.get(Label.CANDIDATE)
    if name is None:
        return
    at = next(at for at, line in enumerate(lines) if line.number == name.line.number)
    for below in lines[at + 1 : at + 3]:
        cells = below.cells
        is_more = below.follows and len(cells) == 1 and is_a_name(cells[0])
        if not is_more or LABEL.search(below.text):
            _join_broken_name(below, name, fields)
            return
        whole = f"{fields.values[Label.CANDIDATE].text} {below.flat}"
        fields.values[Label.CANDIDATE] = Value(whole, name.line)
        fields.lines.add(below.number)


def _join_broken_name(below: TextLine, name: Value, fields: Fields) -> None:
    """Join a name that breaks at its hyphen: its rest stands before the next line's label."""
    label = LABEL.search(below.text)
    rest = below.text[: label.start()].strip() if label and below.follows else ""
    begun = fields.values[Label.CANDIDATE].text
    if begun.endswith("-") and rest and is_a_name(rest):
        fields.values[Label.CANDIDATE] = Value(begun + rest, name.line)


def is_a_name(text: str) -> bool:
    """Tell whether a short text may be a person's name: letters, no digits, no sentence."""
    plain = len(text) <= _PROSE and not any(c.isdigit() or c in ":。!?¡¿" for c in text)
    return plain and any(c.isalpha() for c in text) and result_of(text) is None


def _take_bare(cell: str, line: TextLine, fields: Fields) -> None:
    if len(cell) > _PROSE:
        return
    label = _kind_of(cell)
    if label and label not in fields.values and label in (*fields.empty, *_CERTAIN):
        fields.values[label] = Value(cell, line)
        fields.lines.add(line.number)


_CERTAIN = (Label.CANDIDATE_ID,)


def _kind_of(cell: str) -> Label | None:
    """Tell by its form what a bare value is."""
    if CANDIDATE_ID.fullmatch(cell):
        return Label.CANDIDATE_ID
    if result_of(cell):
        return Label.RESULT
    dates = find_dates(_BRACKETS.sub(" ", cell))
    if len(dates) == 1 and dates[0].text == cell:
        return Label.EXAM_DATE
    if REGISTRATION.fullmatch(cell):
        return Label.REGISTRATION
    return Label.SCORE if SCORE.fullmatch(cell) else None


def _find_name(bare: list[TextLine], fields: Fields) -> None:
    """Find the candidate's name where its label stands alone: below it, else right above."""
    label = fields.empty.get(Label.CANDIDATE)
    if label is None or Label.CANDIDATE in fields.values:
        return
    free = [line for line in bare if line.number not in fields.lines and is_a_name(line.flat)]
    close = [line for line in free if label.number < line.number <= label.number + 2]
    above = [line for line in free if line.number == label.number - 1]
    below = [line for line in free if line.number > label.number]
    for line in (close or above or below)[:1]:
        fields.values[Label.CANDIDATE] = Value(line.flat, line)
        fields.lines.add(line.number)
