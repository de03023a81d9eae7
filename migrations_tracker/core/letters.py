"""The letters a person may have to send to AWS, and what they are written from.

AWS answers in English only, so the letters are English whatever the person reads. One
request worked with little more than the two addresses (2025: "Account #1: ... Account #2:
... Please proceed with the merge process"); because AWS numbers the accounts as it
likes, every letter here says "keep" and "give up" beside each number and address.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from migrations_tracker.core.mails import Asked, Direction, FindingKind, MailKind, MailReading


class LetterKind(StrEnum):
    """What a letter is for, in the order in which a move may need them."""

    REQUEST = "request"
    HOLD_BEFORE_LEAVING = "hold_before_leaving"
    HOLD_AFTER_LEAVING = "hold_after_leaving"
    CONFIRMATION = "confirmation"
    CORRECTION = "correction"
    INFORMATION = "information"
    REMINDER = "reminder"
    THANKS = "thanks"
    DISCREPANCY = "discrepancy"


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterAccount:
    """One of the two accounts. ``number`` is the one AWS gave it in its mail, if it did."""

    login: str = ""
    training: str = ""
    certification: str = ""
    skill_builder: str = ""
    candidate_id: str = ""
    number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFacts:
    """What a letter may say; what is empty is left out of it.

    ``source`` is given up, ``destination`` is kept. ``mailbox_closes_at`` is an aware moment
    in the zone it is to be shown in. ``missing_records`` are lines of text, one a record.
    """

    holder_name: str = ""
    employer: str = ""
    last_working_day: date | None = None
    mailbox_closes_at: datetime | None = None
    source: LetterAccount = field(default_factory=LetterAccount)
    destination: LetterAccount = field(default_factory=LetterAccount)
    case_id: str = ""
    today: date | None = None
    missing_records: tuple[str, ...] = ()
    asked_for: tuple[Asked, ...] = ()


WRONG = frozenset(
    (
        FindingKind.SWAPPED,
        FindingKind.CONTRADICTION,
        FindingKind.TYPO,
        FindingKind.UNKNOWN_ADDRESS,
        FindingKind.THIRD_ACCOUNT,
    )
)


def letter_for(reading: MailReading, *, left_already: bool) -> LetterKind | None:
    """The letter that answers a mail; None where none is due, or the mail is not sure.

    Only a mail that clearly keeps the right account is answered with a confirmation. A mail
    that says "merged" gets no letter: first the after-snapshot has to show what arrived.
    """
    if not reading.sure:
        return None
    if reading.kind is MailKind.CONFIRM_ACCOUNTS:
        return LetterKind.CONFIRMATION if _may_confirm(reading) else LetterKind.CORRECTION
    hold = LetterKind.HOLD_AFTER_LEAVING if left_already else LetterKind.HOLD_BEFORE_LEAVING
    return {
        MailKind.PARTNER_BLOCK: hold,
        MailKind.NEED_INFO: LetterKind.INFORMATION,
        MailKind.WRONG_SENDER: LetterKind.REQUEST,
        MailKind.CLOSING: LetterKind.REMINDER,
    }.get(reading.kind)


def _may_confirm(reading: MailReading) -> bool:
    grave = any(finding.finding in WRONG for finding in reading.findings)
    return reading.direction is Direction.OK and not grave
