"""Explains a move's mails and drafts, with what is known of the move."""

from datetime import datetime

from migrations_tracker.core.explanations import (
    LetterExplained,
    MailExplained,
    explain_letter,
    explain_mail,
)
from migrations_tracker.core.letters import LetterKind
from migrations_tracker.core.mails import MailKind, MailReading
from migrations_tracker.letters.drafts import facts_of, letter_facts
from migrations_tracker.models import Move


def explained_mail(
    kind: str, reading: MailReading, move: Move, *, at: datetime
) -> MailExplained | None:
    """What a mail that counts as ``kind`` means; None for a kind of an older version."""
    if kind not in set(MailKind):
        return None
    return explain_mail(MailKind(kind), reading, facts_of(move, at=at))


def explained_letter(
    kind: LetterKind, move: Move, answered: MailReading | None, *, at: datetime
) -> LetterExplained:
    """What the draft ``kind`` says, as it answers the mail ``answered``."""
    return explain_letter(kind, letter_facts(move, kind, answered, at=at))
