"""What a mail from AWS says in plain words, and what to do now."""

from collections.abc import Callable
from dataclasses import dataclass

from migrations_tracker.core.explanations.lists import explain_list
from migrations_tracker.core.explanations.words import (
    ASKED_NAMES,
    given_up,
    has_left,
    kept,
    mailbox_closing,
    noted_as,
    reminding,
)
from migrations_tracker.core.letters import LetterFacts
from migrations_tracker.core.mails import Asked, Deadline, Direction, MailKind, MailReading
from migrations_tracker.core.sentence import Sentence, gettext_noop


@dataclass(frozen=True, slots=True)
class MailExplained:
    """``says``: what stands in the mail. ``asks``: what AWS wants. ``do``: the acts in order."""

    says: tuple[Sentence, ...]
    asks: tuple[Sentence, ...] = ()
    do: tuple[Sentence, ...] = ()


def explain_mail(kind: MailKind, reading: MailReading, facts: LetterFacts) -> MailExplained:
    """Explain a mail that counts as ``kind``, held against the move's ``facts``."""
    explained = _EXPLAIN[kind](reading, facts)
    times = tuple(_time(each) for each in reading.deadlines)
    return MailExplained((*explained.says, *times), explained.asks, explained.do)


_DAY = gettext_noop("It names a day: %(day)s (“%(words)s”).")
_HOURS = gettext_noop("It names a time limit: %(hours)s hours (“%(words)s”).")
_LIMIT = gettext_noop("It names a time limit: “%(words)s”.")


def _time(limit: Deadline) -> Sentence:
    if limit.on:
        return Sentence(_DAY, {"day": limit.on, "words": limit.text})
    if limit.hours:
        return Sentence(_HOURS, {"hours": limit.hours, "words": limit.text})
    return Sentence(_LIMIT, {"words": limit.text})


_RECEIVED = gettext_noop(
    "This is a receipt: your request has reached AWS. Nobody has decided anything yet."
)
_ONE_CASE = gettext_noop("Wait, and open no second case: that delays the answer.")


def _receipt(reading: MailReading, facts: LetterFacts) -> MailExplained:
    since = reading.sent_at.date() if reading.sent_at else facts.today
    return MailExplained((Sentence(_RECEIVED),), do=(Sentence(_ONE_CASE), reminding(since)))


_HELD = gettext_noop(
    "AWS does not merge now. The account to give up (%(give_up)s) belongs to an AWS Partner, "
    "your employer, and AWS merges it only when you no longer work there."
)
_LEAVES = gettext_noop("Your last working day is %(day)s: after it, AWS can go on.")
_HAS_LEFT = gettext_noop("Your last working day was %(day)s: AWS can go on as soon as it knows.")
_DAY_UNKNOWN = gettext_noop(
    "Your last working day is not entered here yet. Enter it, and the dates appear."
)
_SAY_WHEN = gettext_noop(
    "Answer while you can still read the old mailbox: tell AWS when you leave, and ask it to "
    "write to %(keep)s from then on. The draft says both."
)
_SAY_LEFT = gettext_noop("Answer from %(keep)s that you have left. The draft says so.")


def _hold(reading: MailReading, facts: LetterFacts) -> MailExplained:
    left, day = has_left(facts), facts.last_working_day
    when = Sentence(_HAS_LEFT if left else _LEAVES, {"day": day}) if day else Sentence(_DAY_UNKNOWN)
    answer = Sentence(_SAY_LEFT if left else _SAY_WHEN, {"keep": kept(facts)})
    return MailExplained(
        (Sentence(_HELD, {"give_up": given_up(facts)}), when, *mailbox_closing(facts)),
        do=(noted_as("hold"), answer),
    )


_ASKS_AGREEMENT = gettext_noop("AWS asks whether it may merge. A merge can't be undone.")
_COMPARE = gettext_noop("Compare every address below with the mail, letter by letter.")
_CONFIRM = gettext_noop(
    "If all is right, send the confirmation. The draft names the account by AWS's own number."
)
_CORRECT_SWAP = gettext_noop(
    "Do not answer “confirmed”. Send the correction: it asks AWS to wait, and says which account "
    "is kept."
)
_CORRECT = gettext_noop(
    "Do not confirm yet. If an address is yours, enter it at its account and open this page "
    "again; else send the correction."
)
_ASK_FOR_A_LIST = gettext_noop(
    "Do not confirm what is not clear. The correction says which account is kept and asks for a "
    "clear list."
)
_ANSWERS: dict[Direction | None, tuple[str, ...]] = {
    Direction.OK: (_COMPARE, _CONFIRM),
    Direction.SWAPPED: (_CORRECT_SWAP,),
    Direction.UNKNOWN_ADDRESS: (_COMPARE, _CORRECT),
    Direction.UNCLEAR: (_ASK_FOR_A_LIST,),
    None: (_ASK_FOR_A_LIST,),
}


def _agreement(reading: MailReading, facts: LetterFacts) -> MailExplained:
    wrong = reading.direction is Direction.OK and bool(reading.findings)
    answers = (_COMPARE, _CORRECT) if wrong else _ANSWERS[reading.direction]
    return MailExplained(
        explain_list(reading, facts),
        (Sentence(_ASKS_AGREEMENT), *_asked(reading)),
        (noted_as("ask_confirmation"), *map(Sentence, answers)),
    )


_CAN_NOT_GO_ON = gettext_noop("AWS can't go on before you have answered.")
_ASKED_UNKNOWN = gettext_noop(
    "What it wants to know was not understood here. Read the mail below yourself."
)
_SEND_IT = gettext_noop("Send the information. What is entered here already stands in the draft.")
_ID_MISSING = gettext_noop(
    "The candidate ID of %(account)s is not entered here yet. Enter it first: then it stands in "
    "the draft."
)
_DAY_MISSING = gettext_noop("Enter your last working day first: then it stands in the draft.")
_PRIVATE = gettext_noop(
    "Send documents only as an answer to AWS's own address, and cover on them what AWS does not "
    "need."
)
_DOCUMENTS = frozenset((Asked.ID_DOCUMENT, Asked.DATE_OF_BIRTH, Asked.POSTAL_ADDRESS))


def _information(reading: MailReading, facts: LetterFacts) -> MailExplained:
    private = (Sentence(_PRIVATE),) if _DOCUMENTS & set(reading.asks_for) else ()
    return MailExplained(
        (Sentence(_CAN_NOT_GO_ON),),
        _asked(reading) or (Sentence(_ASKED_UNKNOWN),),
        (noted_as("ask_information"), *_missing(reading, facts), Sentence(_SEND_IT), *private),
    )


def _asked(reading: MailReading) -> tuple[Sentence, ...]:
    return tuple(Sentence(ASKED_NAMES[each]) for each in reading.asks_for)


def _missing(reading: MailReading, facts: LetterFacts) -> tuple[Sentence, ...]:
    """What AWS asks for and nobody has entered yet."""
    sides = ((facts.source, given_up(facts)), (facts.destination, kept(facts)))
    unknown = [name for account, name in sides if not account.candidate_id]
    ids = unknown if Asked.CANDIDATE_IDS in reading.asks_for else []
    day = Asked.LAST_WORKING_DAY in reading.asks_for and facts.last_working_day is None
    found = [Sentence(_ID_MISSING, {"account": name}) for name in ids]
    return (*found, Sentence(_DAY_MISSING)) if day else tuple(found)


_OTHER_SENDER = gettext_noop(
    "AWS wants the request from another account or address than the one you wrote from."
)
_FROM_THERE = gettext_noop(
    "Look in the mail for the address it names; mostly it is that of the account to keep "
    "(%(keep)s). Sign in with it and send the request again from there, with the case number."
)


def _sender(reading: MailReading, facts: LetterFacts) -> MailExplained:
    again = Sentence(_FROM_THERE, {"keep": kept(facts)})
    return MailExplained((Sentence(_OTHER_SENDER),), do=(noted_as("ask_information"), again))


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


def _self_service(reading: MailReading, facts: LetterFacts) -> MailExplained:
    values = {"keep": kept(facts)}
    acts = (Sentence(_TOOL_FROM, values), Sentence(_TOOL_CHECK, values))
    return MailExplained((Sentence(_TOOL),), do=(noted_as("redirect_self_service"), *acts))


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


def _done(reading: MailReading, facts: LetterFacts) -> MailExplained:
    wrong = reading.direction is Direction.SWAPPED
    alarm = (Sentence(_WRONG_WAY, {"give_up": given_up(facts)}),) if wrong else ()
    look = Sentence(_LOOK, {"keep": kept(facts)})
    return MailExplained(
        (Sentence(_CLAIM), *alarm),
        _asked(reading),
        (noted_as("report_merged"), look, Sentence(_NO_THANKS_YET)),
    )


_IN_PART = gettext_noop("A part is merged, another part is not yet. The request is not finished.")
_WAIT_FOR_THE_REST = gettext_noop(
    "Wait for the mail that says all is merged; take the after-snapshot only then."
)


def _partly(reading: MailReading, facts: LetterFacts) -> MailExplained:
    since = reading.sent_at.date() if reading.sent_at else facts.today
    return MailExplained(
        (Sentence(_IN_PART),), _asked(reading), (Sentence(_WAIT_FOR_THE_REST), reminding(since))
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


def _rejection(reading: MailReading, facts: LetterFacts) -> MailExplained:
    mend = Sentence(_MEND, {"give_up": given_up(facts), "keep": kept(facts)})
    return MailExplained((Sentence(_REFUSED),), do=(noted_as("reject"), mend, Sentence(_ASK_AGAIN)))


_SILENCE = gettext_noop("AWS has heard nothing from you, and closes the case or has closed it.")
_STILL_NEEDED = gettext_noop(
    "If the merge is not done yet, send the reminder today: it asks AWS to keep the case open."
)


def _closing(reading: MailReading, facts: LetterFacts) -> MailExplained:
    return MailExplained((Sentence(_SILENCE),), do=(Sentence(_STILL_NEEDED),))


_NOT_THIS = gettext_noop("As far as certmove can tell, this mail is not about merging accounts.")
_READ_YOURSELF = gettext_noop(
    "Read it yourself once. If it changes nothing, nothing is to be done."
)


def _unrelated(reading: MailReading, facts: LetterFacts) -> MailExplained:
    return MailExplained((Sentence(_NOT_THIS),), do=(Sentence(_READ_YOURSELF),))


_EXPLAIN: dict[MailKind, Callable[[MailReading, LetterFacts], MailExplained]] = {
    MailKind.ACK: _receipt,
    MailKind.PARTNER_BLOCK: _hold,
    MailKind.CONFIRM_ACCOUNTS: _agreement,
    MailKind.NEED_INFO: _information,
    MailKind.WRONG_SENDER: _sender,
    MailKind.REDIRECT_SELF_SERVICE: _self_service,
    MailKind.DONE: _done,
    MailKind.PARTIAL: _partly,
    MailKind.REJECTED: _rejection,
    MailKind.CLOSING: _closing,
    MailKind.UNRELATED: _unrelated,
}
