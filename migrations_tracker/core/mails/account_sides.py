"""Which side words beside an account put it on: a label, a note, a title of a list."""

import re

from migrations_tracker.core.mails.keep_words import GIVEN_UP, J_GIVEN, J_KEPT, KEPT, NEGATED

FROM_OR_TO = re.compile(r"\W*(?:(from)|((?:in ?)?to))(?: (?:account|profile|login))?\W*$")
NOT_CLOSED = re.compile(rf"\b{NEGATED}\b[^.]{{0,20}}\b(?:clos|delet|remov|deactivat)")
GIVEN_LABEL = re.compile(
    rf"\b{GIVEN_UP}\b|{J_GIVEN}|\b{NEGATED}\b[^.]{{0,12}}\b{KEPT}\b|"
    rf"\bmerged? into (?:#|account|the other|the first|the second)|"
    rf"\b(?:company|employer|work(?! on| with)|former)\b|旧アカウント"
)
KEPT_LABEL = re.compile(
    rf"\b{KEPT}\b|{J_KEPT}|\bmerge into (?:this|here)|\bpersonal\b|\bnew\b|新アカウント"
)


def side(words: str) -> bool | None:
    """True where lower-case ``words`` say "kept", False "given up", None neither or both."""
    direction = FROM_OR_TO.match(words)
    if direction:
        return bool(direction[2])
    if NOT_CLOSED.search(words):
        return True
    given, kept = GIVEN_LABEL.search(words), KEPT_LABEL.search(words)
    if given and kept:
        return None if kept.start() == given.start() else kept.start() < given.start()
    return bool(kept) if given or kept else None
