"""Known words peeled off a name: "AWS Certified X 812 Pass Download", "Score 812"."""

from migrations_tracker.core.pages.fields import ACCEPTS, Kind, Token
from migrations_tracker.core.pages.labels import MOST_LABEL_WORDS
from migrations_tracker.core.pages.marks import BETWEEN
from migrations_tracker.core.pages.shapes import Shapes, kind_of_shape, kind_of_word, label_of

_PEELED = frozenset({Kind.WORD, Kind.ACTION, Kind.INTEGER, Kind.NUMBER, Kind.DETAIL, Kind.EMPTY})


def peeled(text: str, shapes: Shapes) -> list[Token]:
    """Tokens of "AWS Certified X 812 Pass Download": a name, and known words after it."""
    words = text.split()
    tail: list[Token] = []
    while words:
        core = after_label(" ".join(words).strip(BETWEEN), shapes)
        if core:
            return [*core, *tail]
        count = next((n for n in (4, 3, 2, 1) if n <= len(words) and _is_known(words[-n:])), 0)
        if not count or len(tail) > 8:
            return []
        tail.insert(0, shapes.token(" ".join(words[-count:]).strip(BETWEEN)))
        words = words[:-count]
    return tail


def after_label(text: str, shapes: Shapes) -> list[Token]:
    """One known thing, perhaps with a label or a state before it ("Score 812")."""
    whole = shapes.token(text)
    if whole.kind is not Kind.TEXT:
        return [whole]
    words = text.split()
    for count in range(min(MOST_LABEL_WORDS, len(words) - 1), 0, -1):
        before = " ".join(words[:count]).strip(BETWEEN)
        field = label_of(before)
        if field is None and not _is_known(words[:count]):
            continue
        after = shapes.token(" ".join(words[count:]))
        if after.kind in _PLAIN or (after.kind is Kind.NAME and not after.candidates):
            continue
        if field and after.kind in ACCEPTS[field]:
            return [after.under(field)]
        return [shapes.token(before), after] if _is_known(words[:count]) else [after]
    return []


_PLAIN = frozenset({Kind.TEXT, Kind.ACTION, Kind.DETAIL, Kind.LABEL, Kind.EMPTY})


def _is_known(words: list[str]) -> bool:
    text = " ".join(words).strip(BETWEEN)
    return (kind_of_word(text) or (kind_of_shape(text) if len(words) == 1 else None)) in _PEELED
