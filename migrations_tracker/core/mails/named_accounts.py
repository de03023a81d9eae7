"""The accounts that a sentence names, by number, by address, or as "the first one"."""

import re

from migrations_tracker.core.mails.account_words import number_of
from migrations_tracker.core.mails.addresses import ADDRESS, DESK
from migrations_tracker.core.mails.arrows import plain_arrows
from migrations_tracker.core.mails.reading import MailAccount
from migrations_tracker.core.mails.screening import Marked, screened

REFERENCE = screened(
    r"(?:\bthe )?(?:\baws )?(?:\baccount|\bprofile|アカウント)\s?(?:no\.?\s?|number\s?|"
    r"番号\s?)?#?\s?(\d|one|two|three|[a-c])(?![0-9a-z@]|\.\w)|"
    r"(?<=\bmerge )([a-c])(?= (?:in)?to [a-c]\b)|(?<=\b[a-c] into )([a-c])(?=$|[.,;?!])|"
    r"#\s?(\d)(?![0-9])|(?<!case )\b(?:n[or]\.|number)\s?([1-3]|one|two)(?![0-9-]|[.,]\d|\w)|"
    r"(?:\bthe )?\b(first|second|third) (?:account|profile|one|of (?:these|those|them|the two|"
    r"both))\b|"
    r"(?<![\w#.,:/-])([1-3])(?= into [1-3](?![\w.,:-]\w))|(?<=\b[1-3] into )([1-3])(?![\w.,:-]\w)|"
    r"\bthe (first|second|third)(?=\s?(?:$|[.,;:!?)]|\||(?:and|is|will|would|goes|stays|gets|"
    r"takes|remains|into|to|in|with|but|keeps|disappears|ceases)\b))|"
    r"(?<![0-9/.:])([1-3])(?= ?(?:番目?)?の(?:アカウント|方|ほう))|"
    r"(?<![0-9])([1-3])(?=\)? ?(?:番)?(?:を|から|(?:に|へ)の?(?:統合|移|まと|集|引)|"
    r"の(?:内容|履歴|記録)|(?:は|が)(?:残|消|削|閉|廃|無|な|統合後)))|"
    r"(1つ目|一つ目|2つ目|二つ目)の?(?:アカウント|方)"
)

NUMBER_AND_ADDRESS = re.compile(r"‹(\d+)›\s?(?:\(|,|-|–|—|:|=|is)?\s?‹(\d+)›\)?")


def with_places(folded: str, accounts: tuple[MailAccount, ...]) -> tuple[str, list[int | str]]:
    """Put ‹0›, ‹1› ... in the place of each account named; the names beside, in that order.

    An address that stands in one account only is that account; "#1 (a@b)" is one name.
    A text that names none is handed back as it is.
    """
    if "@" not in folded and not REFERENCE.could_match(folded):
        return folded, []
    owners: dict[str, set[int]] = {}
    for account in accounts:
        for address in account.addresses:
            owners.setdefault(address, set()).add(account.number)
    numbers = {account.number for account in accounts}
    names: list[int | str] = []

    def token(name: int | str) -> str:
        names.append(name)
        return f"‹{len(names) - 1}›"

    def number(match: re.Match[str]) -> str:
        return token(number_of(next(group for group in match.groups() if group)))

    def owner(match: re.Match[str]) -> str:
        if DESK.search(match[0]):
            return match[0]
        own = owners.get(match[0].lower(), set())
        return token(next(iter(own)) if len(own) == 1 else match[0].lower())

    def one_name(match: re.Match[str]) -> str:
        """Of "#1 (a@b)" the number, or the address where no account of that number is listed."""
        listed = names[int(match[1])] in numbers or isinstance(names[int(match[1])], str)
        return f"‹{match[1] if listed else match[2]}›"

    plain = plain_arrows(folded)
    if "‹" in plain or "›" in plain:
        plain = plain.replace("‹", " ").replace("›", " ")
    text = REFERENCE.sub(number, plain)
    if "@" in text:
        text = ADDRESS.sub(owner, text)
    if names:
        text = Marked(NUMBER_AND_ADDRESS.sub(one_name, text))
    return text, names
