"""What kind of mail it is, weighed from what its sentences say.

Each rule looks for one thing said; several may be said in one mail, and the order below
decides which of them the mail is about. Where two that exclude each other are said with
equal right, the answer is not sure, and a person decides.
"""

import re
from dataclasses import dataclass, replace

from migrations_tracker.core.mails.reading import Asked, MailKind
from migrations_tracker.core.mails.said import Said

MAX_EVIDENCE = 160
BEFORE_MERGING = re.compile(r"\b(?:before|prior|proceed|continue|go ahead|permission)\b|前に")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A kind, whether it is certain, and the words that decided."""

    kind: MailKind
    sure: bool
    evidence: tuple[str, ...]


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
