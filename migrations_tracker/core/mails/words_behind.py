"""On which side the words right behind an account's name put it; and what is negated."""

import re

from migrations_tracker.core.mails.keep_words import (
    GIVEN_UP,
    J_GIVEN,
    J_KEPT,
    J_NEXT,
    KEPT,
    NEGATED,
    NEXT_LABEL,
    NEXT_VERB,
)

CLAUSE_EDGE = re.compile(r"\b(?:but|and|while|whereas)\b|[,;:›]")
IS_NEGATED = re.compile(
    r"\b(?:no longer|not|never|unable|stop|nothing|instead of|rather than|tried to|failed to)\b"
)
NEGATION_MEANT = re.compile(
    r"no longer|use of|access to|lose|do not|you (?:can|could) not|not|never|stop|instead of|"
    r"rather than"
)
APPOSED = r"(?!(?:account|profile|one|login|side|address) )"
""" "‹0›, the account that will remain" speaks of ‹0›; of "‹0›, the rest" only what precedes."""
NEXT_CLAUSE = (
    r",? (?:and(?! only)|but|while|whereas|so that) |;|、(?=‹)|(?:た|ます|です)が、|"
    r", (?:the|your|that|this) "
)
CLAUSE_ENDS = re.compile(NEXT_CLAUSE + APPOSED)
CLAUSE_ENDS_BEFORE_A_NAME = re.compile(NEXT_CLAUSE)
GIVEN = re.compile(rf"\b{GIVEN_UP}\b|{J_GIVEN}|\b{NEGATED}\b[^.]{{0,12}}\b{KEPT}\b")
KEEPS = re.compile(rf"\b{KEPT}\b|{J_KEPT}")
NOT_CLOSED = re.compile(r"\bnot (?:be )?(?:closed|deleted|removed|touched|deactivated|affected)")


def after(words: str, *, next_named: bool = False) -> bool | None:
    """The side that the words right behind an account put it on.

    Where another account is named behind them (``next_named``), a label or a verb that stands
    last is that one's: "‹0›, giving up ‹1›".
    """
    if next_named:
        words = J_NEXT.sub("", NEXT_VERB.sub("", NEXT_LABEL.sub("", words)))
    clause = (CLAUSE_ENDS_BEFORE_A_NAME if next_named else CLAUSE_ENDS).split(words)[0]
    if NOT_CLOSED.search(clause):
        return True
    given, kept = GIVEN.search(clause), KEEPS.search(clause)
    if given and kept:
        return kept.start() < given.start()
    return bool(kept) if given or kept else None


def is_negated(text: str, match: re.Match[str]) -> bool:
    """Whether what ``match`` found is denied by the words in it or right before it."""
    before = CLAUSE_EDGE.split(text[max(0, match.start() - 30) : match.start()])[-1] + match[0]
    return bool(IS_NEGATED.search(before)) and not NEGATION_MEANT.match(match[0])
