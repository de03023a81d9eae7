"""Reads a recorded mail against its move: what it is, whether it is safe, what follows."""

from dataclasses import replace
from datetime import date

from migrations_tracker.core.letters import LetterKind, letter_for
from migrations_tracker.core.mails import (
    SUGGESTED_MOVES,
    MailKind,
    MailReading,
    MoveAddresses,
    pasted,
    read_mail,
)
from migrations_tracker.core.sentence import gettext_noop
from migrations_tracker.merge_requests import Standing, StepChoice
from migrations_tracker.models import Move

MAIL_KIND_NAMES: dict[str, str] = {
    MailKind.ACK: gettext_noop("Receipt (automatic)"),
    MailKind.PARTNER_BLOCK: gettext_noop("Employer hold: come back when you have left"),
    MailKind.CONFIRM_ACCOUNTS: gettext_noop("Accounts to confirm"),
    MailKind.NEED_INFO: gettext_noop("More information asked"),
    MailKind.WRONG_SENDER: gettext_noop("Must be asked from the other account"),
    MailKind.REDIRECT_SELF_SERVICE: gettext_noop("Sent to the self-service tool"),
    MailKind.DONE: gettext_noop("The accounts are merged"),
    MailKind.PARTIAL: gettext_noop("Only partly merged"),
    MailKind.REJECTED: gettext_noop("Rejected"),
    MailKind.CLOSING: gettext_noop("The case is closed for silence"),
    MailKind.UNRELATED: gettext_noop("Something else"),
}


def move_addresses(move: Move) -> MoveAddresses:
    """The move's own addresses, as the mails are held against them."""
    return MoveAddresses(
        source=frozenset(move.source.addresses.values()),
        destination=frozenset(move.destination.addresses.values()),
    )


def reading_of(text: str, move: Move) -> MailReading:
    """What the mail ``text`` says about ``move``.

    It is the text as a mail program shows it; a file or its source goes through the box first.
    """
    return read_mail(pasted(text), move_addresses(move))


#: The step a sent letter makes; the answer before leaving makes none: AWS goes on waiting.
_STEPS_OF_LETTERS: dict[str, str] = {
    LetterKind.REQUEST: "submit",
    LetterKind.HOLD_AFTER_LEAVING: "resume",
    LetterKind.INFORMATION: "give_information",
    LetterKind.CONFIRMATION: "confirm",
    LetterKind.CORRECTION: "correct",
    LetterKind.DISCREPANCY: "report_discrepancy",
}


def step_after(kind: str, standing: Standing) -> StepChoice | None:
    """The step that a mail or letter of ``kind`` suggests, if it is one of those from here."""
    name = SUGGESTED_MOVES.get(MailKind(kind)) if kind in set(MailKind) else None
    name = name or _STEPS_OF_LETTERS.get(kind)
    return next((each for each in standing.choices if each.step.name == name), None)


def answer_to(kind: str, reading: MailReading, move: Move, *, today: date) -> LetterKind | None:
    """The letter that answers the mail, for what the person says it is."""
    if kind not in set(MailKind):
        return None
    left = move.last_working_day is not None and move.last_working_day < today
    return letter_for(replace(reading, kind=MailKind(kind), sure=True), left_already=left)
