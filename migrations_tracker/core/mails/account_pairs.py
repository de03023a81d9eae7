"""Two accounts under labels in the writer's own words: "The keeper: a@b", "The goner: c@d".

What a label means is told by the side its words are on. Only where one label says kept and
another given up are such lines a list of accounts.
"""

import re
from collections.abc import Iterator

from migrations_tracker.core.mails.account_lines import Draft
from migrations_tracker.core.mails.account_sides import side
from migrations_tracker.core.mails.account_words import PROSE, fields_of
from migrations_tracker.core.mails.addresses import addresses_in, without_wrapping
from migrations_tracker.core.mails.arrows import plain_arrows

MAX_LINE = 250
PARTS = re.compile(r"\s[/|;]\s(?=[^@]{3,60}[:=→])|[;,]\s+(?=[^@,]{3,60}[:=→])")
MARKED = re.compile(
    r"\W{0,12}(?:\(?[a-z0-9][.)]\s)?(\w[^@:=→]{1,58}?)\s{0,9}(?::|=|→|\s{2}|\t)[^@]{0,60}@.{1,200}$",
    re.I,
)
BARE = re.compile(r"\W{0,12}(\w[^@:=→]{1,38}?)\s\S{1,64}@\S{1,200}\s{0,9}$")
IN_BRACKETS = re.compile(r"\(([^()]{2,30})\)\s*$")
MAIL_HEADER = re.compile(
    r"^\W{0,3}(?:subject|sent|date|cc|件名|日時|送信日時)\s?[:：]", re.I | re.M
)


def paired_accounts(text: str) -> list[Draft]:
    """The account kept and the one given up, in the order of the mail; none where in doubt."""
    drafts: dict[bool, Draft] = {}
    header = MAIL_HEADER.search(text)
    for label, address in _entries(text):
        words = label.lower()
        kept = side(words)
        if kept is None or (header and words.strip() in ("from", "to")):
            continue
        draft = drafts.setdefault(kept, Draft(len(drafts) + 1))
        for name in fields_of(IN_BRACKETS.sub("", label)) or ("login",):
            if draft.values.setdefault(name, address) != address:
                return []
        draft.notes += f" {words}"
    values = [set(draft.values.values()) for draft in drafts.values()]
    return list(drafts.values()) if len(values) == 2 and values[0] != values[1] else []


def labels(line: str) -> list[str]:
    """The labels of ``line`` that say a side, in lower case: it is a line of such a list."""
    return [label for found, _ in _entries(line) if side(label := found.lower()) is not None]


def _entries(text: str) -> Iterator[tuple[str, str]]:
    """Every label with the one address behind it."""
    for line in text.split("\n"):
        if not 0 < len(line) <= MAX_LINE or "@" not in line:
            continue
        for part in PARTS.split(plain_arrows(without_wrapping(line))):
            match = MARKED.match(part) or _bare(part)
            found = addresses_in(part)
            if match and len(found) == 1:
                yield match[1].strip(), found[0]


def _bare(part: str) -> re.Match[str] | None:
    """ "旧アカウント a@b": a label with nothing between; "we close a@b" is a sentence."""
    match = BARE.match(part)
    return None if match and PROSE.search(match[1]) else match
