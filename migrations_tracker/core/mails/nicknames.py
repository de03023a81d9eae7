"""What a mail calls an account once it has said which one is meant: "the company one".

"a@b (company) and c@d (personal)" gives both a name. Nothing is guessed: a name that is given to
none, or to two, says nothing.
"""

import re
from collections.abc import Iterable

from migrations_tracker.core.mails.addresses import addresses_in
from migrations_tracker.core.mails.screening import screened

WORDS = {
    **dict.fromkeys(("work", "company", "corporate", "business", "employer", "office"), "work"),
    **dict.fromkeys(("personal", "private", "home"), "personal"),
    **dict.fromkeys(("old", "previous"), "old"),
    **dict.fromkeys(("会社", "法人", "勤務先"), "work"),
    **dict.fromkeys(("個人", "私用", "ご自身"), "personal"),
}
WORD = "|".join(WORDS)
ADDRESS = r"(\S{1,64}@[\w.-]{1,200}\w)"
GIVEN = re.compile(
    rf"{ADDRESS}\s?[(（](?:[^()@]{{0,20}}\b)?({WORD})(?:用|\b)[^()@]{{0,20}}[)）]|"
    rf"(?<![\w])({WORD})(?:'s|用|の)?(?: (?:email|e-mail|login|account|profile|address|one))*"
    rf"\s?(?:is |[(（:：=,])?\s?{ADDRESS}",
    re.I,
)
USED = re.compile(
    rf"\b(?:the|your|that) ({WORD}) (?:one|account|profile|login|side|address|email)\b"
    r"(?!\s?[(:=,]?\s?\S{1,64}@)|"
    rf"(会社|法人|勤務先|個人|私用|ご自身)用?の?(?:アカウント|方|"
    rf"ほう)(?!\s?[（(:：「]?\s?\S{{1,64}}@)",
    re.I,
)
HAS_WORD = screened(rf"(?:{WORD})", re.I)


def nicknames(texts: Iterable[str]) -> dict[str, str]:
    """The address behind each word that was given to one alone, by the word's meaning."""
    owners: dict[str, set[str]] = {}
    for text in texts:
        if "@" not in text or not HAS_WORD.search(text):
            continue
        for match in GIVEN.finditer(text):
            address, word = (match[1], match[2]) if match[2] else (match[4], match[3])
            if found := addresses_in(address):
                owners.setdefault(WORDS[word.lower()], set()).add(found[0])
    return {word: next(iter(each)) for word, each in owners.items() if len(each) == 1}


def by_address(text: str, names: dict[str, str]) -> str:
    """``text`` with "the company one" written out as its address, where that is known."""

    def address(match: re.Match[str]) -> str:
        known = names.get(WORDS[(match[1] or match[2]).lower()])
        return f" {known} " if known else match[0]

    return USED.sub(address, text) if names else text
