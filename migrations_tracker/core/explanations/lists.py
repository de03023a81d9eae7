"""What a mail's list of accounts means for this move: which one stays, which one ends."""

from migrations_tracker.core.explanations.words import given_up, kept, mailbox_closing
from migrations_tracker.core.letters import LetterFacts
from migrations_tracker.core.mails import Direction, MailAccount, MailReading
from migrations_tracker.core.sentence import Sentence, gettext_noop

_RIGHT = gettext_noop("AWS would keep %(account)s: that is the account you want to keep, %(keep)s.")
_SWAPPED = gettext_noop(
    "AWS would keep %(account)s: that is the account you want to give up. Your records would go "
    "into %(give_up)s and be lost to you with it."
)
_ENDS = gettext_noop("It would give up %(account)s; its records go into the other one.")
_STRANGE = gettext_noop(
    "At least one address in this mail is entered for neither of your accounts: see below which."
)
_NOT_SAID = gettext_noop("The mail does not clearly say which account is kept.")
_NO_LIST = gettext_noop("The mail lists no accounts.")
_NUMBERED = gettext_noop("account #%(number)s (%(addresses)s)")
_BARE = gettext_noop("account #%(number)s")
_THE_WRONG_ONE = gettext_noop("the wrong account")
_THE_RIGHT_ONE = gettext_noop("the right account")


def explain_list(reading: MailReading, facts: LetterFacts) -> tuple[Sentence, ...]:
    """The accounts as the mail lists them, held against the move's own."""
    if reading.direction is Direction.SWAPPED:
        values = {"account": _stays(reading, _THE_WRONG_ONE), "give_up": given_up(facts)}
        return (Sentence(_SWAPPED, values), *mailbox_closing(facts))
    if reading.direction is Direction.OK:
        values = {"account": _stays(reading, _THE_RIGHT_ONE), "keep": kept(facts)}
        return (Sentence(_RIGHT, values), *_others(reading))
    if reading.direction is Direction.UNKNOWN_ADDRESS:
        return (Sentence(_STRANGE), *_others(reading))
    return (Sentence(_NOT_SAID if reading.accounts else _NO_LIST),)


def _stays(reading: MailReading, without_number: str) -> Sentence:
    account = next((each for each in reading.accounts if each.number == reading.keep), None)
    return _named(account) if account else Sentence(without_number)


def _others(reading: MailReading) -> tuple[Sentence, ...]:
    """What is given up, where the mail says by its number what is kept."""
    if reading.keep is None:
        return ()
    others = [each for each in reading.accounts if each.number != reading.keep]
    return tuple(Sentence(_ENDS, {"account": _named(each)}) for each in others)


def _named(account: MailAccount) -> Sentence:
    addresses = ", ".join(account.addresses)
    values = {"number": account.number, "addresses": addresses}
    return Sentence(_NUMBERED if addresses else _BARE, values)
