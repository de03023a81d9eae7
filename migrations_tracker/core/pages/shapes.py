"""What one piece of text is by its shape: an exam code, a number, a state, a place, a name."""

import re
from typing import TypeVar

from migrations_tracker.core.catalogue import Catalogue
from migrations_tracker.core.dates import LONGEST_DATE, DateProblem, NotADate, read_date
from migrations_tracker.core.folding import fold
from migrations_tracker.core.pages.fields import Field, Kind, Token
from migrations_tracker.core.pages.furniture import DETAILS, EMPTY, PLACES, is_action
from migrations_tracker.core.pages.headings import Heading, heading_of
from migrations_tracker.core.pages.labels import FIRST_WORDS, LABELS, LONGEST_LABEL
from migrations_tracker.core.pages.places import is_place
from migrations_tracker.core.pages.states import STATE_WORDS
from migrations_tracker.core.recognition import recognise
from migrations_tracker.core.times import NotATime, is_time_zone, read_time

Remembered = TypeVar("Remembered")

EXAM_CODE = re.compile(
    r"(?<![A-Z0-9-])([A-Z]{2}[A-Z0-9])(?:[-_]?|(?-i:(?<=[A-Z0-9]) (?=C)|(?<=[a-z0-9]) (?=c)))"
    r"(C\d{2})(?:-[A-Z]{2,4})?(?![A-Z0-9])",
    re.I,
)
_LIKE_EXAM_CODE = re.compile(r"[A-Z]{2,3}[0-9]?[-_ ]?[A-Z]{0,2}[0-9]{1,3}", re.IGNORECASE)
CANDIDATE_ID = re.compile(r"(?<![A-Z0-9])AWS\d{8,10}(?![A-Z0-9])", re.IGNORECASE)
_SCORE = re.compile(
    r"(\d{1,4}|\d,\d{3})(?:\.0)?(?: ?/ ?1,?000| ?点| ?points?| ?pts)?", re.IGNORECASE
)
_DIGIT = re.compile(r"\d")
_LONG_NUMBER = re.compile(r"#?\d{5,}")
_CAPITALS = re.compile(r"(?=[A-Z]*\d)[A-Z0-9]{6,40}|[A-Z]{16}")
_CAPITAL_GROUPS = re.compile(r"[A-Z]{2,}(?:-[A-Z]{2,}){1,7}")
_GROUPS = re.compile(r"[A-Za-z0-9]{2,}(?:[-_][A-Za-z0-9]{2,}){1,7}")
_MIXED = re.compile(r"[A-Za-z0-9]{8,40}")
_PICTURE = re.compile(
    r"(?: certification)?(?: digital)? (?:badge|logo|icon)(?: image| icon)?$|の?バッジ$", re.I
)
_ENDS_OF_PICTURE = ("badge", "logo", "icon", "image", "バッジ")
_AWS_THING = re.compile(r"(?:AWS|Amazon)(?: |認定).{3,120}[^.。!?:]", re.IGNORECASE)
_MOST_WORDS = 14
_TO_STRIP = " \t:*?↑↓▲▼⇅△▽↕▾▴▿▵⌄⌃"
_LABELS_END = _TO_STRIP + "."
_LONGEST_NAME = 200
_MOST_REMEMBERED = 20_000


def label_of(text: str) -> Field | None:
    """Give the field that ``text``, the whole of it, is a label or column head of."""
    stripped = text.strip(_TO_STRIP)
    if not 0 < len(stripped) <= 2 * LONGEST_LABEL:
        return None
    folded = fold(stripped).rstrip(".")
    return LABELS.get(folded) or (
        LABELS.get(_first_language(folded)) if folded[-1:] == ")" else None
    )


def _first_language(folded: str) -> str:
    """Of "検証番号 (validation number)" the first, where both are labels of one field."""
    first, _, second = folded[:-1].partition("(")
    first = first.strip()
    return first if LABELS.get(first) is LABELS.get(second.strip()) else ""


def begins_label(word: str) -> bool:
    """Tell whether a label of one or more words can begin with ``word``."""
    folded = fold(word.strip(_TO_STRIP))
    return not word.isascii() or not folded or folded in FIRST_WORDS


def exam_code(text: str) -> str | None:
    """Give the exam code that ``text`` is, without its language's tail ("SAA-C03-JPN")."""
    match = EXAM_CODE.fullmatch(text)
    return f"{match[1]}-{match[2]}".upper() if match else None


def could_be_exam_code(text: str) -> bool:
    """Tell whether ``text`` is built as exam codes are, AWS's or others': "SAA-S01", "AZ-900"."""
    return exam_code(text) is not None or _LIKE_EXAM_CODE.fullmatch(text) is not None


def remember(known: dict[str, Remembered], text: str, found: Remembered) -> Remembered:
    """Keep ``found`` for the next cell that says the same; forget all where it is too much."""
    if len(known) >= _MOST_REMEMBERED:
        known.clear()
    known[text] = found
    return found


class Shapes:
    """Tells what pieces of text are, certifications by ``catalogue``; asks once a text.

    ``cut`` remembers for the time of one reading how cells were cut into tokens.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._known: dict[str, Token] = {}
        self._labels: dict[str, Field | None] = {}
        self._headings: dict[str, Heading | None] = {}
        self.cut: dict[str, tuple[Token, ...]] = {}
        names = [
            name for entry in catalogue.entries for name in (*entry.names, entry.code, *entry.roles)
        ]
        self._first_words = {re.split(r"\W", fold(name), maxsplit=1)[0] for name in names}
        self._first_words |= {"aws", "amazon", "certified"}

    def token(self, text: str) -> Token:
        """Tell what ``text``, the whole of it, is; Kind.TEXT where it is nothing known."""
        if (known := self._known.get(text)) is not None:
            return known
        joined = " ".join(text.split())
        return remember(self._known, text, self._known.get(joined) or self._fresh_token(joined))

    def label(self, text: str) -> Field | None:
        """Give what `label_of` gives."""
        if text in self._labels:
            return self._labels[text]
        return remember(self._labels, text, label_of(text))

    def heading(self, folded: str) -> Heading | None:
        """Give what `heading_of` gives."""
        if folded in self._headings:
            return self._headings[folded]
        return remember(self._headings, folded, heading_of(folded))

    def _fresh_token(self, text: str) -> Token:
        kind = kind_of_word(text) or kind_of_shape(text)
        if kind is Kind.INTEGER:
            return Token(kind, _integer(text))
        if kind is Kind.CODE:
            return Token(kind, exam_code(text) or text)
        return Token(kind, text) if kind else self._name(text)

    def _name(self, text: str) -> Token:
        """A NAME that the catalogue knows or that AWS could give; else TEXT."""
        shown = _PICTURE.sub("", text) if text.lower().endswith(_ENDS_OF_PICTURE) else text
        if not 2 < len(shown) <= _LONGEST_NAME or CANDIDATE_ID.search(shown):
            return Token(Kind.TEXT, text)
        found = recognise(shown.rstrip(" .。"), self._catalogue)
        candidates, sure = tuple(found.candidates), found.certification is not None
        if candidates and self._begins_like_name(shown):
            return Token(Kind.NAME, shown, None, candidates, shown != text, sure)
        if not candidates and _could_be_named_by_aws(shown):
            return Token(Kind.NAME, text)
        return Token(Kind.TEXT, text, None, candidates)

    def _begins_like_name(self, text: str) -> bool:
        """Sentences mention certifications, too, but begin with other words than names do."""
        first = re.split(r"[\W_]", fold(text).strip("\"'([ "), maxsplit=1)[0]
        return not first.isascii() or first in self._first_words


def _could_be_named_by_aws(text: str) -> bool:
    return len(text.split()) <= _MOST_WORDS and _AWS_THING.fullmatch(text) is not None


def kind_of_word(text: str) -> Kind | None:
    """Give the kind of a text that is one of the known words; None of any other."""
    folded = fold(text)
    if folded in EMPTY:
        return Kind.EMPTY
    if folded in STATE_WORDS:
        return Kind.WORD
    if len(folded) <= 80 and is_action(folded):
        return Kind.ACTION
    if folded in PLACES:
        return Kind.PLACE
    if folded.strip(_LABELS_END) in LABELS:
        return Kind.LABEL
    return Kind.DETAIL if folded.strip("()") in DETAILS else None


def kind_of_shape(text: str) -> Kind | None:
    """Give the kind of a text that is a date, time, zone, code, number or place; else None."""
    if _DIGIT.search(text) and (kind := _kind_with_digits(text)):
        return kind
    if is_time_zone(text):
        return Kind.ZONE
    if _CAPITALS.fullmatch(text) or (len(text) > 8 and _CAPITAL_GROUPS.fullmatch(text)):
        return Kind.NUMBER
    return Kind.PLACE if is_place(text) else None


def _kind_with_digits(text: str) -> Kind | None:
    if _SCORE.fullmatch(text):
        return Kind.INTEGER
    if _is_date(text):
        return Kind.DATE
    if _is_time(text):
        return Kind.TIME
    if exam_code(text):
        return Kind.CODE
    return Kind.NUMBER if _is_number(text) else None


def _is_number(text: str) -> bool:
    if CANDIDATE_ID.fullmatch(text) or " " in text:
        return False
    letters = any(character.isalpha() for character in text)
    grouped = _GROUPS.fullmatch(text) and (text.upper() == text or text.lower() == text)
    mixed = _MIXED.fullmatch(text) and letters
    return bool(_LONG_NUMBER.fullmatch(text) or _CAPITALS.fullmatch(text) or grouped or mixed)


def _is_date(text: str) -> bool:
    if len(text) > LONGEST_DATE:
        return False
    try:
        read_date(text)
    except NotADate:
        return False
    except DateProblem:
        return True
    return True


def _is_time(text: str) -> bool:
    try:
        read_time(text)
    except NotATime:
        return False
    return True


def _integer(text: str) -> str:
    match = _SCORE.fullmatch(text)
    return match[1].replace(",", "") if match else text
