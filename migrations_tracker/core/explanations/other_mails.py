"""Mails that send the person elsewhere, or say that the case is at an end."""

from migrations_tracker.core.explanations.explained import MailExplained
from migrations_tracker.core.explanations.words import asked_for, given_up, kept, reminding
from migrations_tracker.core.letters import LetterFacts
from migrations_tracker.core.mails import Direction, MailReading
from migrations_tracker.core.sentence import Sentence, gettext_noop

_OTHER_SENDER = gettext_noop(
    "AWS wants the request from another account or address than the one you wrote from."
)
_FROM_THERE = gettext_noop(
    "Look in the mail for the address it names; mostly it is that of the account to keep "
    "(%(keep)s). Sign in with it and send the request again from there, with the case number."
)


def explain_sender(reading: MailReading, facts: LetterFacts) -> MailExplained:
    again = Sentence(_FROM_THERE, {"keep": kept(facts)})
    return MailExplained((Sentence(_OTHER_SENDER),), do=(again,))


_TOOL = gettext_noop(
    "AWS does not merge for you: it sends you to the tool “Merge Accounts”, with which you merge "
    "the accounts yourself."
)
_TOOL_FROM = gettext_noop(
    "Sign in with the account to keep (%(keep)s), never with the one to give up, and open the "
    "tool there."
)
_TOOL_CHECK = gettext_noop(
    "Before the last button, check which account is kept: %(keep)s. It can't be undone."
)


def explain_self_service(reading: MailReading, facts: LetterFacts) -> MailExplained:
    values = {"keep": kept(facts)}
    acts = (Sentence(_TOOL_FROM, values), Sentence(_TOOL_CHECK, values))
    return MailExplained((Sentence(_TOOL),), do=acts)


_CLAIM = gettext_noop("AWS says that the accounts are merged. That is a claim, not yet a proof.")
_WRONG_WAY = gettext_noop(
    "The mail names the account to give up (%(give_up)s) as the one that is left. Ask AWS at once."
)
_LOOK = gettext_noop(
    "Sign in with %(keep)s and write down what is there now: the after-snapshot. certmove "
    "compares it with before."
)
_NO_THANKS_YET = gettext_noop(
    "Thank AWS, and let the case be closed, only when nothing is missing."
)


def explain_done(reading: MailReading, facts: LetterFacts) -> MailExplained:
    wrong = reading.direction is Direction.SWAPPED
    alarm = (Sentence(_WRONG_WAY, {"give_up": given_up(facts)}),) if wrong else ()
    look = Sentence(_LOOK, {"keep": kept(facts)})
    return MailExplained(
        (Sentence(_CLAIM), *alarm),
        asked_for(reading),
        (look, Sentence(_NO_THANKS_YET)),
    )


_IN_PART = gettext_noop("A part is merged, another part is not yet. The request is not finished.")
_WAIT_FOR_THE_REST = gettext_noop(
    "Wait for the mail that says all is merged; take the after-snapshot only then."
)


def explain_partly(reading: MailReading, facts: LetterFacts) -> MailExplained:
    since = reading.sent_at.date() if reading.sent_at else facts.today
    return MailExplained(
        (Sentence(_IN_PART),), asked_for(reading), (Sentence(_WAIT_FOR_THE_REST), reminding(since))
    )


_REFUSED = gettext_noop("AWS does not merge the accounts. The marked words below say why.")
_MEND = gettext_noop(
    "Often an address is not the one AWS knows. Check both accounts here: to give up %(give_up)s, "
    "to keep %(keep)s."
)
_ASK_AGAIN = gettext_noop(
    "If the reason can be mended, prepare the request again; if you don't understand it, answer in "
    "the same case and ask."
)


def explain_rejection(reading: MailReading, facts: LetterFacts) -> MailExplained:
    mend = Sentence(_MEND, {"give_up": given_up(facts), "keep": kept(facts)})
    return MailExplained((Sentence(_REFUSED),), do=(mend, Sentence(_ASK_AGAIN)))


_SILENCE = gettext_noop("AWS has heard nothing from you, and closes the case or has closed it.")
_STILL_NEEDED = gettext_noop(
    "If the merge is not done yet, send the reminder today: it asks AWS to keep the case open."
)


def explain_closing(reading: MailReading, facts: LetterFacts) -> MailExplained:
    return MailExplained((Sentence(_SILENCE),), do=(Sentence(_STILL_NEEDED),))


_NOT_THIS = gettext_noop("As far as certmove can tell, this mail is not about merging accounts.")
_READ_YOURSELF = gettext_noop(
    "Read it yourself once. If it changes nothing, nothing is to be done."
)


def explain_unrelated(reading: MailReading, facts: LetterFacts) -> MailExplained:
    return MailExplained((Sentence(_NOT_THIS),), do=(Sentence(_READ_YOURSELF),))
