"""Which account would be kept, and which given up, by what a mail says of each.

The number says nothing (both numberings have been seen), only words do: notes beside a
heading ("will be kept", 統合元), and sentences ("#1 will be merged into #2").
"""

import re
from dataclasses import dataclass, field

from migrations_tracker.core.mails.account_pairs import labels
from migrations_tracker.core.mails.account_sides import side
from migrations_tracker.core.mails.account_words import FATE, J_FATE, number_of
from migrations_tracker.core.mails.addresses import ADDRESS
from migrations_tracker.core.mails.arrows import without_steps
from migrations_tracker.core.mails.keep_words import (
    BOTH_NAMED,
    CLEFT,
    CLEFT_GIVEN,
    CLEFT_KEPT,
    GIVEN_BEFORE,
    INTO_ONE,
    J_DESTINATION,
    J_KEPT,
    J_SECONDARY,
    KEPT_AFTER,
    KEPT_BEFORE,
    ONLY_WITH,
    RESULT,
    T,
)
from migrations_tracker.core.mails.moves import LIES_THERE, MAILED, denied, ends
from migrations_tracker.core.mails.named_accounts import REFERENCE, with_places
from migrations_tracker.core.mails.other_matters import of_another_thing, without_other_matters
from migrations_tracker.core.mails.programmes import of_another_programme
from migrations_tracker.core.mails.reading import MailAccount
from migrations_tracker.core.mails.screening import Screened, screened
from migrations_tracker.core.mails.stand_ins import StandIns
from migrations_tracker.core.mails.statements import Statement
from migrations_tracker.core.mails.words_behind import IS_NEGATED, after, is_negated

LABELLED = screened(r"([^:@]{3,60}?):?\s+\S{1,64}@\S{1,200}$")
SEEN_THERE = screened(
    r"\b(?:(?<!be )found|see|located|there (?:is|are))\b[^‹]{0,60}\b(?:in|under|on) ‹"
)
LABELLED_NAME = screened(r"\W*(\w[^:=‹.]{2,60}?)\s?[:=]\s?‹(\d+)›\W*$")
LABELLED_NUMBER = screened(
    rf"\W*((?:(?:the|your|account|profile|one|that|which|will|is|to|be|we|i|you) )*"
    rf"(?:{FATE}|primary|main|surviv\w+|secondary|{J_FATE})(?: account| profile| one|"
    rf"の?アカウント|番号)*)"
    r" ?[:=] ?(?:account |no\.? ?)?([1-9a-c])\W*$"
)
CLAUSE = re.compile(r"\b(?:and|but|while|whereas|which|that)\b")
CHOICE = screened(
    r"(?<!, )\bwhich (?:of|one|account|profile|login|address|side|do|would|should)\b|"
    r"\bprefer\b|どちら|\bwhether\b(?! (?:we|i) (?:can|may|should|could) )|\beither\b|"
    r"‹\d+›[^‹]{0,60}\bor [^‹]{0,30}‹\d+›[^‹]{0,20}\?|"
    r"‹\d+›[^‹.]{0,40}\bor ‹\d+›[^‹.]{1,20}‹\d+›"
)
J_KEPT_BEFORE = screened(rf"{J_KEPT}[^‹。、]{{0,18}}{T}")


@dataclass
class Votes:
    """What was said of numbers and addresses: kept, or given up."""

    kept: set[int | str] = field(default_factory=set)
    given_up: set[int | str] = field(default_factory=set)

    def contradict(self) -> bool:
        return bool(self.kept & self.given_up)


def votes(
    found: list[Statement],
    accounts: tuple[MailAccount, ...],
    notes: dict[int, str],
    candidate_ids: dict[str, int | str],
) -> Votes:
    """Collect what notes and sentences say of each account, by number, or by address.

    ``candidate_ids`` tells whose each one is.
    """
    cast = Votes()
    told = [note.lower() for note in notes.values()]
    for account in accounts:
        _note(account.number, notes.get(account.number, "").lower(), cast)
    for statement in StandIns(found, accounts, candidate_ids).written_out():
        if accounts:
            _labelled_number(statement, cast)
        named = "@" in statement.folded or REFERENCE.search(statement.folded)
        if not named or any(label in note for label in labels(statement.text) for note in told):
            continue
        if of_another_programme(statement):
            continue
        if not statement.heading:
            _sentence(statement, accounts, cast)
        if accounts:
            _labelled_name(statement, accounts, cast)
        elif statement.heading or ":" in statement.folded:
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


def _labelled_number(statement: Statement, cast: Votes) -> None:
    """ "Keep: 2" below a list of accounts."""
    match = LABELLED_NUMBER.match(statement.folded)
    kept = side(match[1]) if match else None
    if match and kept is not None:
        (cast.kept if kept else cast.given_up).add(number_of(match[2]))


def _labelled_name(statement: Statement, accounts: tuple[MailAccount, ...], cast: Votes) -> None:
    """ "Keep: #2" below a list of accounts."""
    text, names = with_places(statement.folded, accounts)
    match = LABELLED_NAME.match(text)
    kept = side(match[1]) if match else None
    if match and kept is not None:
        (cast.kept if kept else cast.given_up).add(names[int(match[2])])


def _sentence(statement: Statement, accounts: tuple[MailAccount, ...], cast: Votes) -> None:
    text, names = with_places(statement.folded, accounts)
    text = without_steps(without_other_matters(text))
    if CHOICE.search(text) or len(names) > 40 or of_another_thing(text):
        return
    if _moves(text, names, cast):
        return
    for match in KEPT_AFTER.finditer(text):
        behind = after(match[2], next_named=text[match.end(2) : match.end(2) + 1] == "‹")
        if behind is not None:
            (cast.kept if behind else cast.given_up).add(names[int(match[1])])
    for pattern in (RESULT, ONLY_WITH, J_KEPT_BEFORE, J_DESTINATION):
        found = (match for match in pattern.finditer(text) if not denied(text))
        cast.kept.update(names[_place(match)] for match in found)
    cast.given_up.update(names[_place(match)] for match in J_SECONDARY.finditer(text))
    cast.kept.update(_named_behind(KEPT_BEFORE, text, names))
    cast.given_up.update(_named_behind(GIVEN_BEFORE, text, names))
    cast.given_up.update(_named_behind(KEPT_BEFORE, text, names, negated=True))
    _cleft(text, names, cast)


def _place(match: re.Match[str]) -> int:
    return int(next(group for group in match.groups() if group))


def _cleft(text: str, names: list[int | str], cast: Votes) -> None:
    """ "The one carrying on is ‹0›": a sentence that names the account last."""
    for match in CLEFT.finditer(text):
        words, place = (group for group in match.groups() if group)
        kept, given = CLEFT_KEPT.search(words), CLEFT_GIVEN.search(words)
        if bool(kept) is not bool(given) and not IS_NEGATED.search(words):
            (cast.kept if kept else cast.given_up).add(names[int(place)])


def _named_behind(
    pattern: Screened, text: str, names: list[int | str], *, negated: bool = False
) -> set[int | str]:
    """The accounts right behind "keep", "close" and the like, within one clause.

    With ``negated``, those behind "not keep" and the like instead.
    """
    found = [
        match
        for match in pattern.finditer(text)
        if not CLAUSE.search(match[1]) and not BOTH_NAMED.regex.match(text, match.end())
    ]
    return {names[int(match[2])] for match in found if is_negated(text, match) is negated}


def _moves(text: str, names: list[int | str], cast: Votes) -> bool:
    """Sentences that name both ends: from one account into the other."""
    given, kept = ends(text)
    if given is None or kept is None or names[given] == names[kept]:
        _into_one(text, names, cast)
        return False
    if denied(text):
        return True
    cast.given_up.add(names[given])
    cast.kept.add(names[kept])
    return True


def _into_one(text: str, names: list[int | str], cast: Votes) -> None:
    """ "Everything goes to ‹0›": one end is named only; what else is said counts as well."""
    match = INTO_ONE.search(text)
    if (
        match is None
        or denied(text)
        or MAILED.search(text[max(0, match.start() - 60) : match.end()])
        or LIES_THERE.search(match[0])
        or SEEN_THERE.search(text[: match.end()])
        or is_negated(text, match)
        or re.search(r"\bfrom\b|\blinked\b|\bsent\b|\bconnected\b", match[0])
    ):
        return
    cast.kept.add(names[int(match[1])])
