"""What stands in for an account's name: "the latter", 前者, a letter, a candidate ID, "this one".

Before a sentence is judged, each is written out: as the address it stands for, or as
"Account A". Where that is not certain, it stays as it is and says nothing.
"""

import re
from collections.abc import Iterator, Mapping

from migrations_tracker.core.mails.addresses import ADDRESS, addresses_in
from migrations_tracker.core.mails.candidate_ids import CANDIDATE_ID
from migrations_tracker.core.mails.named_accounts import REFERENCE
from migrations_tracker.core.mails.nicknames import by_address, nicknames
from migrations_tracker.core.mails.reading import MailAccount
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
PLACE = re.compile(
    r"\bthe (upper|top|lower|bottom)(?: (?:one|account|profile))?(?=[,.;!?]|$| (?:is|will|would|"
    r"gets|goes|stays|remains|closed|kept|into|and)\b)|"
    r"\bthe (?:one|account|profile) (?:listed|named|shown|mentioned) (first|second|last)\b|"
    r"(?<![以左右])(上|下)の(?:アカウント|方|ほう)",
    re.I,
)
TWO = re.compile(
    r"^[^@]{0,300}@\S{1,200}[^@]{0,30}(?:\b(?:and|lose|become\w*)\b|[&,と]|および)[^@]{0,60}@[^@]*$"
)
FIELD = re.compile(r"\b(?:login|training|certification|notification)\b", re.I)
SPACES = re.compile(" {2,}")
LISTS = re.compile("[:|\t：]")
SECOND = {"latter", "後者", "second", "lower", "bottom", "last", "下"}
THIS = re.compile(
    r"\b(?:this|that)(?:['\u2019]s| is) (?=the (?:account|profile|one|side|login|address)\b)|"
    r"\b(?:this|that) (?:account|profile|login) (?=(?:is|will|would|gets?|has|can)\b)",
    re.I,
)

Pair = tuple[str, ...]


class StandIns:
    """Goes through the sentences once and knows which accounts were spoken of last."""

    def __init__(
        self,
        found: list[Statement],
        accounts: tuple[MailAccount, ...],
        candidate_ids: Mapping[str, int | str],
    ) -> None:
        self.found = found
        self.listed = len(accounts) > 1
        both = tuple(f" Account #{account.number} " for account in accounts)
        self.of_list: Pair = both if len(both) == 2 else ()
        self.candidate_ids = candidate_ids
        self.pair: Pair = self.of_list
        self.nicknames = nicknames(each.text for each in found)
        self.single = ""
        self.one_by_one: Pair = ()

    def written_out(self) -> Iterator[Statement]:
        """The statements with every stand-in written out."""
        lettered = self.listed and any(LETTERED.search(each.text) for each in self.found)
        for statement in self.found:
            text = LETTER.sub(_account, statement.text) if lettered else statement.text
            text = self._of_single(self._of_id(by_address(text, self.nicknames)))
            self._remember(text)
            if len(self.pair) == 2:
                text = self._of_pair(text)
            if text == statement.text:
                yield statement
            else:
                yield Statement(SPACES.sub(" ", text).strip(), statement.lead)

    def _remember(self, text: str) -> None:
        named = addresses_in(text)
        self.single = named[0] if len(named) == 1 and not self.listed else ""
        if self.of_list and named and LISTS.search(text):
            self.pair = self.of_list
        elif len(named) > 1:
            self.pair = named if TWO.search(text) and not FIELD.search(text) else ()
        elif not self.listed:
            self._remember_one(named)

    def _remember_one(self, named: Pair) -> None:
        """Two accounts that sentences right behind each other name, one each, are a pair, too."""
        self.one_by_one = tuple(dict.fromkeys(self.one_by_one + named)) if named else ()
        if len(self.one_by_one) > 1:
            self.pair = self.one_by_one if len(self.one_by_one) == 2 else ()

    def _of_id(self, text: str) -> str:
        """Write out the candidate IDs whose account is known and not named beside them."""
        named = addresses_in(text) if self.candidate_ids else ()

        def account(match: re.Match[str]) -> str:
            name = self.candidate_ids.get(match[0].upper(), "")
            if not name or name in named:
                return match[0]
            return f" {name} " if isinstance(name, str) else f" Account #{name} "

        return CANDIDATE_ID.sub(account, text) if self.candidate_ids else text

    def _of_single(self, text: str) -> str:
        """ "This is the account that goes": the one of the sentence before, where it named one."""
        match = THIS.search(text) if self.single else None
        if match is None or ADDRESS.search(text[: match.start()]):
            return text
        verb = " is " if match[0].rstrip().endswith(("s", "S")) else " "
        return f"{text[: match.start()]}{self.single}{verb}{text[match.end() :]}"

    def _of_pair(self, text: str) -> str:
        """Write out "the former" and "the latter", where they stand behind both names."""
        last = max((match.end() for match in ADDRESS.finditer(text)), default=0)
        pair = self.pair

        def address(match: re.Match[str]) -> str:
            word = next(group for group in match.groups() if group).lower()
            return f" {pair[word in SECOND]} "

        behind = text[last:]
        if not (FORMER.search(behind) or PLACE.search(behind) or ORDINAL.search(behind)):
            return text
        if self.pair is self.of_list and REFERENCE.search(behind.lower()):
            return text
        behind = FORMER.sub(address, behind)
        if self.pair is self.of_list:
            return text[:last] + PLACE.sub(address, behind)
        return text[:last] + (behind if self.listed else ORDINAL.sub(address, behind))


def _account(letter: re.Match[str]) -> str:
    """ "B -> A" names accounts; "A merge cannot be undone" begins with an article."""
    if letter[1] == "A" and ARTICLE.match(letter.string, letter.end()):
        return letter[0]
    return f"Account {letter[1]}"
