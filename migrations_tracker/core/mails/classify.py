"""What kind of mail it is, weighed from what its sentences say.

Each rule looks for one thing said; several may be said in one mail, and the order below
decides which of them the mail is about. Where two that exclude each other are said with
equal right, the answer is not sure, and a person decides.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from migrations_tracker.core.mails.account_headings import is_heading
from migrations_tracker.core.mails.agreement import asks_agreement
from migrations_tracker.core.mails.completion import said_done, said_visible
from migrations_tracker.core.mails.employer_hold import holds_for_employer
from migrations_tracker.core.mails.other_ways import asks_other_sender, sends_to_tool
from migrations_tracker.core.mails.programmes import (
    Elsewhere,
    about_something_else,
    names_something_else,
    of_another_programme,
)
from migrations_tracker.core.mails.progress import (
    closes_case,
    done_in_part,
    part_still_open,
    was_received,
    went_unanswered,
)
from migrations_tracker.core.mails.reading import Asked, MailKind, MailText
from migrations_tracker.core.mails.refusals import not_found, refused
from migrations_tracker.core.mails.requests import asked_for, asks_for_more
from migrations_tracker.core.mails.statements import Statement

MAX_EVIDENCE = 160
BEFORE_MERGING = re.compile(r"\b(?:before|prior|proceed|continue|go ahead|permission)\b|前に")

Rule = Callable[[Statement], str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Everything that the rules found said in one message; None where it is not said."""

    elsewhere: Elsewhere | None
    stranger: str | None
    done: str | None
    visible: str | None
    open_part: str | None
    in_part: str | None
    hold: str | None
    other_sender: str | None
    tool: str | None
    missing: str | None
    refused: str | None
    agreement: str | None
    asked: tuple[Asked, ...]
    asking: str | None
    closes: str | None
    unanswered: str | None
    received: str | None
    accounts: int
    addresses: int
    survey: bool
    questions: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """A kind, whether it is certain, and the words that decided."""

    kind: MailKind
    sure: bool
    evidence: tuple[str, ...]


def what_is_said(
    message: MailText,
    found: list[Statement],
    *,
    accounts: int,
    addresses: int,
    survey: bool,
) -> Said:
    """Apply every rule once; sentences about other programmes' accounts are left out."""
    own = [statement for statement in found if not of_another_programme(statement)] or found
    told = [statement for statement in own if not is_heading(statement.text)]
    asked, asking = asked_for(own)
    return Said(
        elsewhere=about_something_else(message, found),
        stranger=names_something_else(message, found),
        done=_first(said_done, found),
        visible=_first(said_visible, own),
        open_part=part_still_open(told),
        in_part=done_in_part(own),
        hold=holds_for_employer(told),
        other_sender=asks_other_sender(own),
        tool=sends_to_tool(own),
        missing=not_found(told),
        refused=refused(told),
        agreement=asks_agreement(own, listed=accounts >= 2 or addresses >= 2),
        asked=asked,
        asking=asking[0] if asking else asks_for_more(own),
        closes=closes_case(told),
        unanswered=went_unanswered(own),
        received=was_received(own),
        accounts=accounts,
        addresses=addresses,
        survey=survey,
        questions=any(statement.question for statement in told),
    )


def _first(rule: Rule, found: list[Statement]) -> str | None:
    """The first words that ``rule`` finds, as they stand in the mail."""
    for statement in found:
        words = rule(statement)
        if words:
            return _as_written(words, statement.text)
    return None


def _as_written(words: str, text: str) -> str:
    match = re.search(r"\s+".join(map(re.escape, words.split())), text, re.IGNORECASE)
    return match[0] if match else text


def verdict(said: Said) -> Verdict:
    """Weigh what is said; the first of the rules below that applies decides.

    A mail that merely names another programme is of AWS's case all the same where it says
    what only such a case says; but then a person decides.
    """
    doubtful = said.elsewhere is not None and not _lists_both(said)
    if doubtful and said.elsewhere and (said.elsewhere.plain or not _of_a_merge(said)):
        return _says(MailKind.UNRELATED, said.elsewhere.plain, said.elsewhere.words)
    found = _weighed(said)
    return replace(found, sure=found.sure and not doubtful)


def _of_a_merge(said: Said) -> bool:
    return bool(said.done or said.refused or said.missing or said.hold or said.tool)


def _weighed(said: Said) -> Verdict:
    for rule in (
        _done,
        _held_up,
        _agreement,
        _half_done,
        _refusal,
        _closing,
        _asking,
        _rest,
    ):
        found = rule(said)
        if found is not None:
            return found
    return _says(MailKind.UNRELATED, bool(said.stranger), said.stranger)


def _says(kind: MailKind, sure: bool, *words: str | None) -> Verdict:
    shown = dict.fromkeys(" ".join(each.split())[:MAX_EVIDENCE] for each in words if each)
    return Verdict(kind, sure, tuple(shown))


def _lists_both(said: Said) -> bool:
    return said.accounts >= 2


def _done(said: Said) -> Verdict | None:
    if said.done is None:
        return None
    if said.open_part:
        return _says(MailKind.PARTIAL, True, said.done, said.open_part)
    if said.in_part or said.missing or said.refused:
        words = said.in_part or said.missing or said.refused
        return _says(MailKind.PARTIAL, False, said.done, words)
    if said.agreement and _lists_both(said) and BEFORE_MERGING.search(said.agreement.lower()):
        return _says(MailKind.CONFIRM_ACCOUNTS, False, said.agreement, said.done)
    listed = bool(said.agreement) and (_lists_both(said) or said.addresses >= 2)
    contradicted = listed or said.hold or said.other_sender or said.unanswered or said.tool
    return _says(MailKind.DONE, not (contradicted or said.asked), said.done)


def _held_up(said: Said) -> Verdict | None:
    """Partner, tool, sender: the case goes no further until the person does something else."""
    wants_agreement = bool(said.agreement) and _lists_both(said)
    if said.hold:
        sure = not (wants_agreement or said.tool)
        return _says(MailKind.PARTNER_BLOCK, sure, said.hold)
    if said.tool and not wants_agreement:
        return _says(MailKind.REDIRECT_SELF_SERVICE, True, said.tool)
    if said.other_sender and not wants_agreement:
        return _says(MailKind.WRONG_SENDER, True, said.other_sender)
    return None


def _agreement(said: Said) -> Verdict | None:
    if not (_lists_both(said) and said.agreement):
        return None
    doubtful = said.refused or said.missing or said.tool or said.closes
    return _says(MailKind.CONFIRM_ACCOUNTS, not doubtful, said.agreement)


def _half_done(said: Said) -> Verdict | None:
    if not (said.in_part and said.open_part) or said.asked:
        return None
    return _says(MailKind.PARTIAL, False, said.in_part, said.open_part)


def _refusal(said: Said) -> Verdict | None:
    if not (said.refused or said.missing):
        return None
    if said.asked:
        return _says(MailKind.NEED_INFO, not said.refused, said.asking, said.missing, said.refused)
    return _says(MailKind.REJECTED, not _lists_both(said), said.refused, said.missing)


def _closing(said: Said) -> Verdict | None:
    if not said.closes:
        return None
    if said.asked:
        return _says(MailKind.NEED_INFO, False, said.asking, said.closes)
    return _says(MailKind.CLOSING, True, said.unanswered, said.closes)


def _asking(said: Said) -> Verdict | None:
    """Asked to agree without a list of accounts, or asked to tell or send something."""
    if said.asked:
        sure = not _lists_both(said) or Asked.KEEP_ACCOUNT in said.asked
        return _says(MailKind.NEED_INFO, sure, said.asking)
    if said.agreement:
        return _says(MailKind.CONFIRM_ACCOUNTS, said.addresses >= 2, said.agreement)
    if said.asking:
        return _says(MailKind.NEED_INFO, True, said.asking)
    return None


def _rest(said: Said) -> Verdict | None:
    if said.visible:
        return _says(MailKind.DONE, not said.open_part, said.visible)
    if said.unanswered or (said.survey and not said.received):
        return _says(MailKind.CLOSING, bool(said.survey and said.unanswered), said.unanswered)
    if _lists_both(said):
        return _says(MailKind.CONFIRM_ACCOUNTS, False)
    open_question = said.questions and said.addresses >= 2
    return _says(MailKind.ACK, not open_question, said.received) if said.received else None
