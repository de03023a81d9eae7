"""Headings above, beside or in columns of a list of accounts; and sentences that look like one."""

import re
from unicodedata import normalize

from migrations_tracker.core.mails.account_sides import side
from migrations_tracker.core.mails.account_words import (
    BARE,
    HEADING,
    ORDINAL,
    REST,
    ROLE_ALONE,
    ROLE_HEADING,
    number_of,
)
from migrations_tracker.core.mails.addresses import ADDRESS
from migrations_tracker.core.mails.arrows import plain_arrows
from migrations_tracker.core.mails.keep_words import GIVEN_UP, J_GIVEN, J_KEPT, KEPT

CELLS = re.compile(r"\t|\s*[|│┃]\s*|\s{2,}")
IN_BRACKETS = re.compile(r"\([^()]{0,200}\)|\[[^\[\]]{0,200}\]")
VERB = re.compile(
    r"(?:has|have|had|was|were|will|is|are|shall|should|would|goes|gets|can|may|and|becomes?|"
    r"into)\b",
    re.I,
)
VERB_IN_JAPANESE = re.compile(r"(?:を|へ|に)[^:]{0,60}(?:ます|ました|ません|ください)")
ARROW = re.compile(r"[→←]\s*(?:the\s+)?(?:account|アカウント|#)", re.I)
ROLE_BEFORE = re.compile(
    r"[\W_]*((?:to (?:be )?)?[a-z]{2,15}(?: [a-z]{2,10}){0,2}|"
    r"[\u3040-\u9fff]{1,12})\s?(?:[]:|=】\u2010-\u2015-]|\u2192)\s*(?=\W{0,3}(?:account|profile|"
    r"アカウント))",
    re.I,
)
ROLE = re.compile(rf"\b(?:{KEPT}|{GIVEN_UP}|new)\b|^(?:from|in ?to|to)$|{J_KEPT}|{J_GIVEN}", re.I)
IN_SQUARE_BRACKETS = re.compile(
    r"[\W_]*[【\[]([^】\]@]{0,24}(?:アカウント|account|profile)[^】\]@]{0,24})[】\]]\W*$", re.I
)
CLAUSE_IN_JAPANESE = re.compile(
    r"[\W_]*([^\s:@。、()]{2,16}(?:する|した|される|された|となる|になる|予定の|いただく|続ける|残る|ない)"
    r"(?:AWS|認定)?(?:アカウント|方|ほう))[】\])>]?\W*$"
)
ORDINAL_ALONE = re.compile(r"\W*(first|second|third)\s?:\s{0,9}(\S{1,64}@\S.{0,250})$", re.I)
SIDE_ALONE = re.compile(r"\W*(?:source|destination|target|origin)\W*$", re.I)
STEP = re.compile(
    r"(?:use|type|enter|open|click|press|choose|select|wait|visit|navigate|paste|go to)\b|"
    r"(?:sign|log) (?:in|on) (?:to|with|as|at|using)\b",
    re.I,
)
TOLD = re.compile(
    r"\b(?:you|we|i|please|was|were|has|received)\b|で\s?[^。]{0,30}(?:サインイン|ログイン)", re.I
)
ACCOUNT_WORD = re.compile(r"\baccounts?\b|アカウント", re.I)


def is_heading(line: str) -> bool:
    """Tell a heading of accounts (one, or several in columns) from a sentence about them."""
    plain = normalize("NFKC", line)
    cells = [cell.strip() for cell in CELLS.split(plain)]
    if heading_of(plain.strip(), 1):
        return True
    return len(cells) > 1 and sum(1 for cell in cells if cell_heading(cell)) > 1


def heading_of(line: str, following: int) -> tuple[int, str, bool] | None:
    """Number, what follows on the line, and whether it is a mere "1." of a list."""
    before = ROLE_BEFORE.match(line)
    if (
        before
        and ROLE.search(before[1])
        and (match := HEADING.match(line, before.end()))
        and REST.match(match[2])
    ):
        return number_of(match[1]), f" ({before[1].strip()}) {match[2]}", False
    for pattern in (HEADING, ORDINAL):
        match = pattern.match(line)
        if match and (REST.match(match[2]) or line.endswith(":")) and not _is_prose(match[2]):
            return number_of(match[1]), match[2], False
    match = ORDINAL_ALONE.match(line)
    if match:
        return number_of(match[1]), match[2], False
    match = ROLE_HEADING.match(line)
    if match:
        return following, f"{match[1]} {match[2]}", False
    match = IN_SQUARE_BRACKETS.match(line) or CLAUSE_IN_JAPANESE.match(line)
    if match and side(match[1].lower()) is not None:
        return following, match[1], False
    if SIDE_ALONE.match(line):
        return following, line, False
    match = BARE.match(line)
    if (
        match
        and not STEP.match(match[4])
        and not TOLD.search(IN_BRACKETS.sub(" ", match[4]))
        and (
            ADDRESS.search(match[4])
            or not match[4]
            or (len(match[4]) < 50 and ACCOUNT_WORD.search(match[4]) and ":" not in match[4])
        )
    ):
        return int(match[1] or match[2] or match[3]), match[4], True
    return None


def _is_prose(rest: str) -> bool:
    """ "Account #1 (a@b) has been merged": a sentence, although it begins as a heading does."""
    bare = IN_BRACKETS.sub(" ", ADDRESS.sub(" ", rest)).strip()
    if ARROW.search(plain_arrows(rest)):
        return True
    return bool(VERB.match(bare) or VERB_IN_JAPANESE.search(bare)) and not bare.endswith(":")


def cell_heading(cell: str) -> tuple[int, str] | None:
    """A cell that heads a column or a row: its number (0 where it has none) and its notes."""
    for pattern in (HEADING, ORDINAL):
        match = pattern.match(cell)
        if match and len(cell) < 80 and REST.match(match[2]):
            return number_of(match[1]), match[2]
    match = re.match(r"[#(]?\s?([1-9])[).]?(?=$|\s?[(\[:-])(.{0,40})$", cell)
    if match:
        return int(match[1]), match[2]
    role = ROLE_HEADING.match(cell) or ROLE_ALONE.match(cell)
    return (0, role[0]) if role and len(cell) < 60 else None
