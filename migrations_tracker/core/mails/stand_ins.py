"""What stands in for an account's name: "the latter", 前者, or the bare letter of a list.

Before a sentence is judged, each is written out: as the address it stands for, or as
"Account A". Where that is not certain, it stays as it is and says nothing.
"""

import re
from collections.abc import Iterator

from migrations_tracker.core.mails.addresses import ADDRESS, addresses_in
from migrations_tracker.core.mails.statements import Statement

LETTERED = re.compile(r"\b(?:account|profile)\s?[#:]?\s?b\b|アカウント\s?b(?![a-z])", re.I)
LETTER = re.compile(
    r"(?<![\w@.#+&/-])(?<!(?i:account) )(?<!(?i:profile) )(?<!(?i:plan) )(?<!(?i:option) )"
    r"(?<!アカウント)(?<!アカウント )([A-C])(?![\w@+&-]|\.\S)"
)
ARTICLE = re.compile(
    r"\s+(?!(?:is|will|would|to|into|and|or|gets?|goes|stays?|becomes?|remains?|"
    r"moves?|disappears?|ceases?|over|in|with|from|then|now|on|afterwards|was|has|can|closes?|"
    r"survives?|dies|vanishes|does|as|for|but|after|once|today)\b)[a-z]"
)
FORMER = re.compile(r"\bthe (former|latter)\b(?! (?:employer|company))|(前者|後者)", re.I)
ORDINAL = re.compile(r"\bthe (first|second)(?: one)?(?=\s?[,.;!?]|$)", re.I)
TWO = re.compile(
    r"^[^@]{0,300}@\S{1,200}[^@]{0,30}(?:\b(?:and|lose|become\w*)\b|[&,と]|および)[^@]{0,60}@[^@]*$"
)
FIELD = re.compile(r"\b(?:login|training|certification|notification)\b", re.I)
SECOND = {"latter", "後者", "second"}


def written_by_name(found: list[Statement], *, listed: bool) -> Iterator[Statement]:
    """The statements with every stand-in written out; ``listed`` where accounts are listed."""
    lettered = listed and any(LETTERED.search(statement.text) for statement in found)
    pair: tuple[str, ...] = ()
    for statement in found:
        text = LETTER.sub(_account, statement.text) if lettered else statement.text
        named = addresses_in(text)
        pair = (
            (named if TWO.search(text) and not FIELD.search(text) else ())
            if len(named) > 1
            else pair
        )
        if len(pair) == 2:
            text = _of_pair(text, pair, listed=listed)
        yield statement if text == statement.text else Statement(text, statement.lead)


def _account(letter: re.Match[str]) -> str:
    """ "B -> A" names accounts; "A merge cannot be undone" begins with an article."""
    if letter[1] == "A" and ARTICLE.match(letter.string, letter.end()):
        return letter[0]
    return f"Account {letter[1]}"


def _of_pair(text: str, pair: tuple[str, ...], *, listed: bool) -> str:
    """Write out "the former" and "the latter", where they stand behind both addresses."""
    last = max((match.end() for match in ADDRESS.finditer(text)), default=0)

    def address(match: re.Match[str]) -> str:
        word = next(group for group in match.groups() if group).lower()
        return f" {pair[word in SECOND]} "

    behind = FORMER.sub(address, text[last:])
    return text[:last] + (behind if listed else ORDINAL.sub(address, behind))
