"""What the headings of a table mean.

Partner Central's export: `User Name, Work Email, Certificate Name, Certificate Level,
Award Date, Expiration Date` (seen 2019 to 2026). The others are what people write above
columns of their own.
"""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import lru_cache

from migrations_tracker.core.dates import DateOrder
from migrations_tracker.core.folding import fold
from migrations_tracker.core.records import RecordType
from migrations_tracker.core.sources.heading_words import (
    CERTIFICATION_NAMES,
    EXAM_NAMES,
    FIELDS,
    PEOPLE,
)

PARTNER_HEADINGS = (
    "User Name",
    "Work Email",
    "Certificate Name",
    "Certificate Level",
    "Award Date",
    "Expiration Date",
)


class Column(StrEnum):
    """What a column holds, beside the fields of the records."""

    KIND = "kind"
    PERSON = "person"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    EMAIL = "email"
    CANDIDATE_ID = "candidate_id"
    LEVEL = "level"
    VENDOR = "vendor"


_CERTIFICATION_KEYS = frozenset(CERTIFICATION_NAMES.split())
_BARE_NAMES = frozenset({"name", "名前", "이름", "nome", "nombre", "nom"})
_LONGEST_HEADING = 100
_PARENTHESES = re.compile(r"\([^()]{0,60}\)|（[^（）]{0,60}）|\[[^\[\]]{0,60}\]")
_BETWEEN_TWO = re.compile(r" ?[/／・|] ?| or ")
_NOT_LETTERS = re.compile(r"[\s_\-./:;,*#'\"?!・]+")
_DAY_FIRST = re.compile(r"d{1,2}\W?m{1,2}\W?y")
_MONTH_FIRST = re.compile(r"m{1,2}\W?d{1,2}\W?y")
_ONLY_ONE_KIND: Mapping[RecordType, frozenset[str]] = {
    RecordType.CERTIFICATION: frozenset({"earned_on", "validation_number"}),
    RecordType.EXAM: frozenset({"result", "score", "taken_on", "registration_number"}),
    RecordType.BENEFIT: frozenset({"code"}),
    RecordType.REGISTRATION: frozenset({"time", "time_zone", "where", "confirmation_number"}),
}
_ALL_KEYS = _BARE_NAMES | frozenset(
    key for words in (PEOPLE, *FIELDS.values()) for keys in words.values() for key in keys
)


@lru_cache(maxsize=4096)
def heading_key(heading: str) -> str:
    """Give the letters of a heading that count: "E-Mail (work)" -> "email"."""
    without_notes = _PARENTHESES.sub("", fold(heading[:200]))
    return _NOT_LETTERS.sub("", without_notes or fold(heading[:200]))


def known_headings(cells: Sequence[str]) -> int:
    """Count the cells that are a heading certmove knows."""
    short = (cell for cell in cells if 0 < len(cell) <= _LONGEST_HEADING)
    return sum(1 for cell in short if not _ALL_KEYS.isdisjoint(heading_keys(cell)))


@lru_cache(maxsize=4096)
def heading_keys(heading: str) -> frozenset[str]:
    """Give the keys of a heading: of "結果/期限", one for two kinds of rows, both parts'."""
    whole = heading_key(heading)
    parts = [heading_key(part) for part in _BETWEEN_TWO.split(heading[:200])]
    known = whole in _ALL_KEYS or not all(part in _ALL_KEYS for part in parts)
    return frozenset({whole} if known else parts)


@lru_cache(maxsize=64)
def person_columns(cells: tuple[str, ...]) -> Mapping[Column, int]:
    """Find the columns that say whose row it is, and of which kind and level.

    A bare "Name" is the person's where another column names the certification.
    """
    found = {Column(field): at for field, at in _positions(cells, PEOPLE).items()}
    keys = [heading_key(cell) for cell in cells]
    if Column.PERSON not in found and not _CERTIFICATION_KEYS.isdisjoint(keys):
        found.update((Column.PERSON, at) for at, key in enumerate(keys) if key in _BARE_NAMES)
    return found


@lru_cache(maxsize=64)
def record_columns(cells: tuple[str, ...], kind: RecordType) -> Mapping[str, int]:
    """Find the columns of a record's fields, each under the field's name."""
    return _positions(cells, FIELDS[kind])


def possible_kinds(cells: tuple[str, ...]) -> list[RecordType]:
    """Give the kinds of record these headings fit best; several where they tie."""
    scores = {kind: _score(cells, kind) for kind in FIELDS}
    best = max(scores.values())
    return [kind for kind, score in scores.items() if score == best and score >= 2]


def can_hold(cells: tuple[str, ...], kind: RecordType) -> bool:
    """Tell whether these headings name a record of ``kind`` and one more field of it."""
    return _score(cells, kind) >= 2


def heading_order(heading: str) -> DateOrder | None:
    """Tell the order of day and month a heading announces: "Award Date (DD/MM/YYYY)"."""
    folded = fold(heading[:200])
    if _DAY_FIRST.search(folded):
        return DateOrder.DAY_FIRST
    return DateOrder.MONTH_FIRST if _MONTH_FIRST.search(folded) else None


def _positions(cells: Sequence[str], words: Mapping[str, frozenset[str]]) -> dict[str, int]:
    """Each field's column: the one whose heading is the most particular, then the leftmost."""
    found: dict[str, int] = {}
    for position, cell in enumerate(cells):
        named = heading_keys(cell)
        for field in (field for field, keys in words.items() if not named.isdisjoint(keys)):
            if field not in found or _vague(cells[found[field]]) > _vague(cell):
                found[field] = position
    return found


def _vague(heading: str) -> bool:
    return heading_key(heading) in {"name", "名称", "title", "date", "日付", "code", "コード"}


def _score(cells: tuple[str, ...], kind: RecordType) -> int:
    found = record_columns(cells, kind)
    if "name" not in found and "exam_code" not in found:
        return 0
    telling = sum(
        2 for field in _ONLY_ONE_KIND[kind] if field in found and not _vague(cells[found[field]])
    )
    return len(set(found.values())) + telling + 2 * _names_itself(cells, kind)


def _names_itself(cells: Sequence[str], kind: RecordType) -> bool:
    """True where a heading is the word for this kind: "Benefit", "Exam name"."""
    words = {RecordType.EXAM: EXAM_NAMES, RecordType.CERTIFICATION: CERTIFICATION_NAMES}
    keys = set(words.get(kind, "").split()) or FIELDS[kind]["name"] - {"name", "名称", "title"}
    if kind is RecordType.REGISTRATION:
        return False
    return any(heading_key(cell) in keys for cell in cells)
