"""Sentences that the explanations of mails and of letters share."""

from datetime import date

from migrations_tracker.core.business_days import business_days_after
from migrations_tracker.core.letters import LetterFacts
from migrations_tracker.core.mails import Asked, MailReading
from migrations_tracker.core.sentence import Sentence, gettext_noop

#: After so many business days without an answer a reminder is in place.
PATIENCE = 3

ASKED_NAMES: dict[Asked, str] = {
    Asked.CANDIDATE_IDS: gettext_noop("the candidate IDs of both accounts"),
    Asked.NAME: gettext_noop("your full name, as on your ID"),
    Asked.KEEP_ACCOUNT: gettext_noop("which account is to be kept"),
    Asked.REPLY_FROM_ADDRESS: gettext_noop("an answer from the address of the account itself"),
    Asked.SOURCE_ADDRESS: gettext_noop("the address of the account to give up"),
    Asked.ADDRESSES: gettext_noop("the addresses of both accounts"),
    Asked.LAST_WORKING_DAY: gettext_noop("your last working day"),
    Asked.ID_DOCUMENT: gettext_noop("a copy of a photo ID"),
    Asked.SCREENSHOT: gettext_noop("screenshots"),
    Asked.CERTIFICATE: gettext_noop("your certificates as PDF"),
    Asked.VALIDATION_NUMBER: gettext_noop("the validation numbers of your certificates"),
    Asked.DATE_OF_BIRTH: gettext_noop("your date of birth"),
    Asked.POSTAL_ADDRESS: gettext_noop("your postal address"),
    Asked.PHONE_NUMBER: gettext_noop("your phone number"),
    Asked.EXAM_DETAILS: gettext_noop("details of your exams: exam, date, result"),
    Asked.EMPLOYER_NAME: gettext_noop("your employer's name"),
    Asked.REASON: gettext_noop("the reason for the merge"),
}

_KEEP = gettext_noop("the account to keep")
_GIVE_UP = gettext_noop("the account to give up")
_REMIND = gettext_noop(
    "If nothing has come by %(day)s (three business days), send a reminder to the same case."
)
_REMIND_SOME_DAY = gettext_noop(
    "If nothing has come after three business days, send a reminder to the same case."
)
_MAILBOX = gettext_noop(
    "The mailbox of the account to give up closes on %(closes)s. From then on, no mail of AWS "
    "to it reaches you."
)


def kept(facts: LetterFacts) -> "str | Sentence":
    """The login of the account to keep, or words for it where none is entered."""
    return facts.destination.login or Sentence(_KEEP)


def given_up(facts: LetterFacts) -> "str | Sentence":
    return facts.source.login or Sentence(_GIVE_UP)


def reminding(since: date | None) -> Sentence:
    """When to remind AWS, counted from the day ``since``."""
    if since is None:
        return Sentence(_REMIND_SOME_DAY)
    return Sentence(_REMIND, {"day": business_days_after(since, PATIENCE)})


def mailbox_closing(facts: LetterFacts) -> tuple[Sentence, ...]:
    """When the old mailbox closes; () where that is not known or over."""
    closes = facts.mailbox_closes_at
    if closes is None or (facts.today and closes.date() < facts.today):
        return ()
    return (Sentence(_MAILBOX, {"closes": closes}),)


def has_left(facts: LetterFacts) -> bool:
    return bool(facts.today and facts.last_working_day and facts.last_working_day < facts.today)


def asked_for(reading: MailReading) -> tuple[Sentence, ...]:
    """What AWS wants to be told or sent."""
    return tuple(Sentence(ASKED_NAMES[each]) for each in reading.asks_for)
