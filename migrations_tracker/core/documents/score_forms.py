"""Values of a score report that tell by their form what they are.

Where a label is in no table (a language nobody has shown yet, a new wording), a
candidate ID, the only date, the only long number, the only score or result behind a
colon can still be told; the one text behind a colon that is none of these is the name.
"""

import re
from collections.abc import Iterable, Sequence

from migrations_tracker.core.dates import find_dates
from migrations_tracker.core.documents.lines import TextLine
from migrations_tracker.core.documents.score_fields import (
    CANDIDATE_ID,
    REGISTRATION,
    Fields,
    Value,
    is_a_name,
)
from migrations_tracker.core.documents.score_labels import Label, result_of

_BRACKETS = re.compile(r"\([^()]*\)")
_BEHIND_COLON = re.compile(r":\s*([^:]+?)(?=\s{2,}|$)")
_WORD_BEHIND_COLON = re.compile(r":\s*([^\s:]+)")
_POINTS = re.compile(r"[1-9]\d{2}|1[.,]?000")


def complete(fields: Fields, head: Sequence[TextLine]) -> None:
    """Add to ``fields`` what is missing and can be told by its form, once and only once."""
    short = [line for line in head if len(line.flat) <= 120 and ":" in line.text]
    _add(fields, Label.CANDIDATE_ID, _matches(CANDIDATE_ID, short))
    _add(fields, Label.EXAM_DATE, _dates(short))
    _add(fields, Label.REGISTRATION, _matches(REGISTRATION, short))
    words = [(word, line) for line in short for word in _WORD_BEHIND_COLON.findall(line.text)]
    _add(fields, Label.SCORE, ((word, line) for word, line in words if _POINTS.fullmatch(word)))
    _add(fields, Label.RESULT, ((word, line) for word, line in words if result_of(word)))
    _add(fields, Label.CANDIDATE, list(_names(short))[:1])


def _add(fields: Fields, label: Label, found: Iterable[tuple[str, TextLine]]) -> None:
    values = dict(found)
    if label in fields.values or len(values) != 1:
        return
    ((text, line),) = values.items()
    fields.values[label] = Value(text, line)
    fields.lines.add(line.number)


def _matches(pattern: re.Pattern[str], lines: Iterable[TextLine]) -> Iterable[tuple[str, TextLine]]:
    return ((match[0], line) for line in lines for match in pattern.finditer(line.text))


def _dates(lines: Iterable[TextLine]) -> Iterable[tuple[str, TextLine]]:
    for line in lines:
        for found in find_dates(_BRACKETS.sub(" ", line.text)):
            yield found.text, line


def _names(lines: Iterable[TextLine]) -> Iterable[tuple[str, TextLine]]:
    for line in lines:
        for value in _BEHIND_COLON.findall(line.text):
            if is_a_name(value):
                yield value, line
