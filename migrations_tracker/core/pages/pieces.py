"""A cell into its tokens: "SAA-C03 AWS Certified ...", "Earned: August 4, 2024", "9:30 AM JST".

Dates, times, zones and exam codes are cut out first; what stands between them is a
label of what follows, a name, a state, or unknown text.
"""

import re

from migrations_tracker.core.dates import find_dates
from migrations_tracker.core.folding import fold
from migrations_tracker.core.pages.decoration import undecorated
from migrations_tracker.core.pages.fields import ACCEPTS, Field, Kind, Token
from migrations_tracker.core.pages.labels import MOST_LABEL_WORDS
from migrations_tracker.core.pages.marks import BETWEEN, is_moment, spans_of
from migrations_tracker.core.pages.peeling import after_label, peeled
from migrations_tracker.core.pages.shapes import (
    EXAM_CODE,
    Shapes,
    label_of,
    remember,
)
from migrations_tracker.core.pages.slots import speaks_of_benefit
from migrations_tracker.core.pages.states import STATES_WITH_DAY

_LABELLED = re.compile(r"([^:=]{1,60}?) ?(?::|=|：) ?(.*)")
_AWS = re.compile(r"(?<=\s)(?:AWS|Amazon)\b")
_PARTED = re.compile(r"\s+[|•·/–—]\s+|[;,、]\s*|\s+-\s+")
_MARK_OF_LABEL = re.compile(
    r"\s+[|•·/–—-]\s+|[:;,、]\s*|\s+(?=[^\s:]{2,20}(?: [^\s:]{1,15}){0,2}:)"
)
_AFTER_DATE = {
    **dict.fromkeys(
        ("まで", "まで有効", "に失効", "失効", "に期限切れ", "まで利用可能", "までに受験"),
        Field.EXPIRES_ON,
    ),
    **dict.fromkeys(
        ("取得", "に取得", "認定", "に認定", "付与", "に獲得", "獲得"), Field.EARNED_ON
    ),
    **dict.fromkeys(("受験", "に受験"), Field.TAKEN_ON),
}
_AFTER_NAME = frozenset({Kind.WORD, Kind.ACTION, Kind.INTEGER})
LONGEST_CELL = 300
MOST_WORDS_WITHOUT_NAME = 6
_NAMING = frozenset({Field.NAME, Field.BENEFIT_NAME, Field.CODE, Field.OTHER, Field.BUTTON})
_UNTIED = frozenset({"on", "at", "until", "by", "to", "from", "the", "for", "in", "・"})


def tokens_of(cell: str, shapes: Shapes) -> tuple[Token, ...]:
    """Cut ``cell`` into tokens; one TEXT where it holds nothing that is known."""
    known = shapes.cut.get(cell)
    return known or remember(shapes.cut, cell, tuple(_fresh_tokens(undecorated(cell), shapes)))


def _fresh_tokens(cell: str, shapes: Shapes) -> list[Token]:
    tokens = _known(cell, shapes) or _labelled(cell, shapes) or _cut(cell, shapes)
    if len(tokens) == 1 and tokens[0].kind in (Kind.TEXT, Kind.NAME) and not tokens[0].field:
        return _without_state(cell, shapes)
    return tokens


def _without_state(text: str, shapes: Shapes) -> list[Token]:
    """A name apart from the state or button behind it: "AWS Certified X - Active"."""
    whole = shapes.token(text)
    if not whole.candidates:
        return _named_with_state(text, shapes)
    words = text.split()
    for count in (3, 2, 1):
        before, after = " ".join(words[:-count]), " ".join(words[-count:]).strip(BETWEEN)
        if before and shapes.token(after).kind in _AFTER_NAME:
            name = shapes.token(before.strip(BETWEEN))
            if name.candidates == whole.candidates:
                return [*_without_state(before.strip(BETWEEN), shapes), shapes.token(after)]
    return [whole]


def _known(text: str, shapes: Shapes) -> list[Token]:
    """``text`` as one token; nothing where it is unknown, or a name with more inside."""
    whole = shapes.token(text)
    if whole.kind is Kind.NAME:
        if _bears_more(text):
            return []
        return _labelled_name(text, shapes) or _without_state(text, shapes)
    if whole.kind is Kind.TEXT or (whole.kind is Kind.DATE and is_moment(text)):
        return []
    if whole.kind is Kind.PLACE and _bears_more(text):
        return []
    return [whole]


def _labelled_name(text: str, shapes: Shapes) -> list[Token]:
    """The name in "Exam name AWS Certified X", a label and a name without a colon."""
    begin = _AWS.search(text)
    field = label_of(text[: begin.start()]) if begin and begin.start() else None
    if begin is None or field is None:
        return []
    return _under(field, _without_state(text[begin.start() :], shapes))


def _bears_more(cell: str) -> bool:
    return EXAM_CODE.search(cell) is not None or bool(find_dates(cell)) or ":" in cell


def _labelled(cell: str, shapes: Shapes) -> list[Token]:
    """Tokens of "label: value"; nothing where there is no label that is known."""
    match = _LABELLED.fullmatch(cell)
    field = label_of(match[1]) if match else None
    if match is None or field is None:
        return []
    if not match[2].strip():
        return [Token(Kind.LABEL, match[1])]
    return _under(field, _known(match[2], shapes) or _cut(match[2], shapes))


def _under(field: Field, tokens: list[Token]) -> list[Token]:
    """``tokens`` under ``field``; of a period of validity the first day is that of the award."""
    dates = [token for token in tokens if token.kind is Kind.DATE and token.field is None]
    if field is Field.EXPIRES_ON and len(dates) == 2:
        tokens = [t.under(Field.EARNED_ON) if t is dates[0] else t for t in tokens]
    return [token.under(field) for token in tokens]


def _cut(cell: str, shapes: Shapes) -> list[Token]:
    tokens: list[Token] = []
    label: Field | None = None
    spans = list(spans_of(cell))
    for number, (text, is_mark) in enumerate(spans):
        if is_mark:
            tokens.append(shapes.token(text).under(label))
            label = label if tokens[-1].kind is Kind.CODE else None
        elif tokens and (field := _AFTER_DATE.get(text.strip(BETWEEN))):
            tokens[-1] = tokens[-1].under(field)
        else:
            following = shapes.token(spans[number + 1][0]) if number + 1 < len(spans) else None
            found, label = _between(text, following, shapes)
            tokens += found
    return tokens or [Token(Kind.TEXT, cell)]


def _between(
    text: str, following: Token | None, shapes: Shapes
) -> tuple[list[Token], Field | None]:
    """Tokens of what stands between two marks, and the label of the mark that follows."""
    words = text.strip(BETWEEN).split()
    if following is None:
        return _words(" ".join(words), shapes), None
    while words and fold(words[-1]) in _UNTIED and label_of(" ".join(words)) is None:
        words.pop()
    for count in range(min(MOST_LABEL_WORDS, len(words)), 0, -1):
        field = label_of(" ".join(words[-count:]).strip(BETWEEN))
        if field and following.kind in ACCEPTS[field]:
            return _words(" ".join(words[:-count]), shapes), field
    if words and following.kind is Kind.DATE and fold(words[-1]) in STATES_WITH_DAY:
        return _words(" ".join(words), shapes), Field.OTHER
    return _words(" ".join(words), shapes), None


def _words(text: str, shapes: Shapes) -> list[Token]:
    """Known things in ``text``: the whole, its parts, or known words before and after a name."""
    text = text.strip(BETWEEN)
    if not text:
        return []
    whole = shapes.token(text)
    if whole.kind is not Kind.TEXT:
        return _without_state(text, shapes)
    is_prose = not whole.candidates and len(text.split()) > MOST_WORDS_WITHOUT_NAME
    if len(text) > LONGEST_CELL or (is_prose and not _MARK_OF_LABEL.search(text)):
        return [whole]
    return (
        _parts(text, shapes)
        or _before_labels(text, shapes)
        or peeled(text, shapes)
        or _named_with_state(text, shapes)
    )


def _parts(text: str, shapes: Shapes) -> list[Token]:
    """Tokens of "812 | Pass | Download"; nothing where one of the parts is unknown."""
    parts = [part for part in _PARTED.split(text) if part.strip(BETWEEN)]
    tokens = [shapes.token(part.strip(BETWEEN)) for part in parts]
    known = len(parts) > 1 and all(token.kind is not Kind.TEXT for token in tokens)
    return tokens if known else []


def _before_labels(text: str, shapes: Shapes) -> list[Token]:
    """Tokens of "50% discount - Earned for AWS Certified X - Code: ABC": text, then labels."""
    cuts = [
        (mark.start(), mark.end())
        for mark in _MARK_OF_LABEL.finditer(text)
        if (field := _label_at(text[mark.end() :])) and _may_cut(text, mark, field)
    ]
    if not cuts:
        return []
    ends = [start for start, _ in cuts[1:]] + [len(text)]
    first = text[: cuts[0][0]].strip(BETWEEN)
    tokens = _labelled(first, shapes) or _named_with_state(first, shapes)
    for (_, start), end in zip(cuts, ends, strict=True):
        part = text[start:end].strip(BETWEEN)
        tokens += _labelled(part, shapes) or after_label(part, shapes)
    return tokens


def _may_cut(text: str, mark: re.Match[str], field: Field) -> bool:
    """Behind a blank only labels that name nothing cut; "Code:" where no word is part of it."""
    if mark[0].strip() or field not in _NAMING:
        return True
    before = text[: mark.start()].split()
    return field is Field.CODE and bool(before) and label_of(f"{before[-1]} code") is None


def _named_with_state(text: str, shapes: Shapes) -> list[Token]:
    """A benefit's name apart from the state behind it: "50% discount on your next exam Claimed"."""
    name, _, word = text.rpartition(" ")
    state = shapes.token(word)
    if state.kind is not Kind.WORD or word[:1].islower() or not speaks_of_benefit(name):
        return [shapes.token(text)]
    return [shapes.token(name.strip(BETWEEN)), state]


def _label_at(text: str) -> Field | None:
    """The field of the label that ``text`` begins with, and that something follows."""
    words = text[:100].lstrip(BETWEEN).split()[: MOST_LABEL_WORDS + 1]
    counts = range(min(MOST_LABEL_WORDS, len(words) - 1), 0, -1)
    fields = (label_of(" ".join(words[:count])) for count in counts)
    return next((field for field in fields if field), None)
