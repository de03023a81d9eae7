"""Which drafts fit where a move stands now; the others are put aside, not hidden."""

from dataclasses import dataclass
from datetime import date

from migrations_tracker.core.letters import LetterKind
from migrations_tracker.core.lifecycle import Status
from migrations_tracker.core.mails import MailKind
from migrations_tracker.letters.drafts import LETTER_NAMES, answered_mail, hold_letter
from migrations_tracker.mails.reading import answer_to
from migrations_tracker.merge_requests import Standing
from migrations_tracker.models import Move

NamedDraft = tuple[LetterKind, str]

_BY_STATUS: dict[Status, tuple[LetterKind, ...]] = {
    Status.PREPARING: (LetterKind.REQUEST,),
    Status.REQUESTED: (LetterKind.REMINDER,),
    Status.INFORMATION_ASKED: (LetterKind.INFORMATION,),
    Status.CONFIRMED: (LetterKind.REMINDER,),
    Status.DISCREPANCY: (LetterKind.REMINDER, LetterKind.DISCREPANCY),
    Status.VERIFIED: (LetterKind.THANKS,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafts:
    """Every draft with its name, each in one of the two lists."""

    fitting: tuple[NamedDraft, ...]
    others: tuple[NamedDraft, ...]


def drafts_of(move: Move, standing: Standing, *, today: date) -> Drafts:
    """The drafts of ``move``, those that fit its status first."""
    kinds = _fitting(move, standing, today)
    return Drafts(
        fitting=tuple((kind, LETTER_NAMES[kind]) for kind in kinds),
        others=tuple((kind, name) for kind, name in LETTER_NAMES.items() if kind not in kinds),
    )


def _fitting(move: Move, standing: Standing, today: date) -> tuple[LetterKind, ...]:
    if standing.status is Status.EMPLOYER_HOLD:
        return (hold_letter(move, today),)
    if standing.status is Status.CONFIRMATION_ASKED:
        return (answer_to_accounts(move, today),)
    if standing.status is Status.REPORTED_MERGED:
        losses = standing.comparison and standing.comparison.open_findings
        return (LetterKind.DISCREPANCY,) if losses else ()
    return _BY_STATUS.get(standing.status, ())


def answer_to_accounts(move: Move, today: date) -> LetterKind:
    """Confirmation or correction, by the newest list of accounts.

    The confirmation where no list is recorded: its page says that one is missing.
    """
    answered = answered_mail(move, LetterKind.CONFIRMATION)
    if answered is None:
        return LetterKind.CONFIRMATION
    answer = answer_to(MailKind.CONFIRM_ACCOUNTS, answered, move, today=today)
    return answer or LetterKind.CONFIRMATION
