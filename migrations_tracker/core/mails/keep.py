"""Which account would be kept, and which given up, by what a mail says of each.

The number says nothing (both numberings have been seen), only words do: notes beside a
heading ("will be kept", 統合元), and sentences ("#1 will be merged into #2").
"""

import re
from dataclasses import dataclass, field

from migrations_tracker.core.mails.account_headings import is_heading
from migrations_tracker.core.mails.account_pairs import labels
from migrations_tracker.core.mails.account_sides import side
from migrations_tracker.core.mails.addresses import ADDRESS
from migrations_tracker.core.mails.keep_words import (
    BACK_ARROW,
    FROM_INTO,
    FROM_TO,
    GIVEN_BEFORE,
    GIVEN_UP,
    INTO_FROM,
    INTO_ONE,
    J_GIVEN,
    J_INTO_FIRST,
    J_KEPT,
    J_MOVE,
    J_NEXT,
    KEPT,
    KEPT_AFTER,
    KEPT_BEFORE,
    MOVES,
    NEGATED,
    NEXT_LABEL,
    NEXT_VERB,
    NOT_BUT,
    RESULT,
    TAKES_IN,
    T,
)
from migrations_tracker.core.mails.named_accounts import REFERENCE, with_places
from migrations_tracker.core.mails.reading import MailAccount
from migrations_tracker.core.mails.screening import Screened, screened
from migrations_tracker.core.mails.stand_ins import written_by_name
from migrations_tracker.core.mails.statements import Statement

LABELLED = screened(r"([^:@]{3,60}?):?\s+\S{1,64}@\S{1,200}$")
MAILED = screened(r"\b(?:sent|send|wrote|write|mailed|forwarded|replied|message|mails?)\b")
CLAUSE_EDGE = re.compile(r"\b(?:but|and|while|whereas)\b|[,;:›]")
IS_NEGATED = re.compile(r"\b(?:no longer|not|never|unable|stop|nothing|instead of|rather than)\b")
NEGATION_MEANT = re.compile(
    r"no longer|use of|access to|lose|do not|not|never|stop|instead of|rather than"
)
LIES_THERE = re.compile(r"\b(?:is|are|was|were|there|what|currently|still) (?:in|under|at|on)\b")
CLAUSE = re.compile(r"\b(?:and|but|while|whereas|which|that)\b")
CHOICE = screened(
    r"\bwhich (?:of|one|account|profile|login|address|side|do|would|should)\b|"
    r"\bprefer\b|どちら|\bwhether\b|\beither\b"
)


@dataclass
class Votes:
    """What was said of numbers and addresses: kept, or given up."""

    kept: set[int | str] = field(default_factory=set)
    given_up: set[int | str] = field(default_factory=set)

    def contradict(self) -> bool:
        return bool(self.kept & self.given_up)


def votes(
    found: list[Statement], accounts: tuple[MailAccount, ...], notes: dict[int, str]
) -> Votes:
    """Collect what notes and sentences say of each account, by number, or by address."""
    cast = Votes()
    told = [note.lower() for note in notes.values()]
    for account in accounts:
        _note(account.number, notes.get(account.number, "").lower(), cast)
    for statement in written_by_name(found, listed=len(accounts) > 1):
        named = "@" in statement.folded or REFERENCE.search(statement.folded)
        if not named or any(label in note for label in labels(statement.text) for note in told):
            continue
        heading = is_heading(statement.text)
        if not heading:
            _sentence(statement, accounts, cast)
        if not accounts and (heading or ":" in statement.folded):
            _label(statement, cast)
    return cast


def number_kept(cast: Votes, accounts: tuple[MailAccount, ...]) -> int | None:
    """The number of the account to be kept; None where nothing or contradictory things are said."""
    numbers = {account.number for account in accounts}
    kept = {vote for vote in cast.kept if vote in numbers}
    given_up = {vote for vote in cast.given_up if vote in numbers}
    if not kept and len(numbers) > 1 and len(numbers - given_up) == 1 and given_up:
        kept = numbers - given_up
    if len(kept) != 1 or kept & given_up:
        return None
    number = next(iter(kept))
    return number if isinstance(number, int) else None


def _note(number: int, note: str, cast: Votes) -> None:
    if not note.strip():
        return
    kept = side(note)
    if kept is not None:
        (cast.kept if kept else cast.given_up).add(number)


def _label(statement: Statement, cast: Votes) -> None:
    """ "New profile: a@b" inside running text, where no list of accounts was found."""
    match = LABELLED.match(statement.folded.rstrip(". "))
    address = ADDRESS.search(statement.folded)
    kept = side(match[1]) if match else None
    if address and kept is not None:
        (cast.kept if kept else cast.given_up).add(address[0])


def _sentence(statement: Statement, accounts: tuple[MailAccount, ...], cast: Votes) -> None:
    text, names = with_places(statement.folded, accounts)
    if CHOICE.search(text) or len(names) > 40:
        return
    if _moves(text, names, cast):
        return
    for match in KEPT_AFTER.finditer(text):
        behind = after(match[2], next_named=text[match.end(2) : match.end(2) + 1] == "‹")
        if behind is not None:
            (cast.kept if behind else cast.given_up).add(names[int(match[1])])
    cast.kept.update(names[int(match[match.lastindex or 1])] for match in RESULT.finditer(text))
    cast.kept.update(_named_behind(KEPT_BEFORE, text, names))
    cast.given_up.update(_named_behind(GIVEN_BEFORE, text, names))
    cast.given_up.update(_named_behind(KEPT_BEFORE, text, names, negated=True))
    japanese = re.search(rf"{J_KEPT}[^‹。、]{{0,12}}{T}", text)
    if japanese:
        cast.kept.add(names[int(japanese[1])])


def _named_behind(
    pattern: Screened, text: str, names: list[int | str], *, negated: bool = False
) -> set[int | str]:
    """The accounts right behind "keep", "close" and the like, within one clause.

    With ``negated``, those behind "not keep" and the like instead.
    """
    found = [match for match in pattern.finditer(text) if not CLAUSE.search(match[1])]
    return {names[int(match[2])] for match in found if is_negated(text, match) is negated}


def after(words: str, *, next_named: bool = False) -> bool | None:
    """The side that the words right behind an account put it on.

    Where another account is named behind them (``next_named``), a label or a verb that stands
    last is that one's: "‹0›, giving up ‹1›".
    """
    words = J_NEXT.sub("", NEXT_VERB.sub("", NEXT_LABEL.sub("", words))) if next_named else words
    clause = re.split(
        r",? (?:and|but|while|whereas|so that) |, (?:the|your|that|this) |;|、(?=‹)", words
    )[0]
    given = re.search(rf"\b{GIVEN_UP}\b|{J_GIVEN}|\b{NEGATED}\b[^.]{{0,12}}\b{KEPT}\b", clause)
    kept = re.search(rf"\b{KEPT}\b|{J_KEPT}", clause)
    if re.search(r"\bnot (?:be )?(?:closed|deleted|removed|touched|deactivated|affected)", clause):
        return True
    if given and kept:
        return kept.start() < given.start()
    return bool(kept) if given or kept else None


def _moves(text: str, names: list[int | str], cast: Votes) -> bool:
    """Sentences that name both ends: from one account into the other."""
    given, kept = ends(text)
    if given is None or kept is None or names[given] == names[kept]:
        _into_one(text, names, cast)
        return False
    cast.given_up.add(names[given])
    cast.kept.add(names[kept])
    return True


def ends(text: str) -> tuple[int | None, int | None]:
    """Places of the account given up and of the one kept."""
    backwards = INTO_FROM.search(text) or TAKES_IN.search(text) or J_INTO_FIRST.search(text)
    forwards = J_MOVE.search(text) or FROM_INTO.search(text)
    if match := BACK_ARROW.search(text):
        return int(match[2]), int(match[1])
    if (match := NOT_BUT.search(text)) and (first := after(match[2])) is not None:
        return (int(match[1]), int(match[3])) if first else (int(match[3]), int(match[1]))
    if (match := FROM_TO.search(text)) and not MAILED.search(text):
        return int(match[1]), int(match[2])
    if backwards and (
        re.search(MOVES, text)
        or re.search(r"統合|移|マージ|集約|まとめ|引き継", text)
        or TAKES_IN.search(text)
    ):
        return int(backwards[2]), int(backwards[1])
    if forwards and (re.search(MOVES, text) or re.search(r"→|統合|移|マージ|引|集約|まとめ", text)):
        return int(forwards[1]), int(forwards[2])
    return None, None


def _into_one(text: str, names: list[int | str], cast: Votes) -> None:
    """ "Everything goes to ‹0›": one end is named only; what else is said counts as well."""
    match = INTO_ONE.search(text)
    if (
        match is None
        or MAILED.search(text[max(0, match.start() - 60) : match.end()])
        or LIES_THERE.search(match[0])
        or is_negated(text, match)
        or re.search(r"\bfrom\b|\blinked\b|\bsent\b|\bconnected\b", match[0])
    ):
        return
    cast.kept.add(names[int(match[1])])


def is_negated(text: str, match: re.Match[str]) -> bool:
    before = CLAUSE_EDGE.split(text[max(0, match.start() - 30) : match.start()])[-1] + match[0]
    return bool(IS_NEGATED.search(before)) and not NEGATION_MEANT.match(match[0])
