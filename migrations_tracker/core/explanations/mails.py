"""What a mail from AWS says in plain words, and what to do now."""

from collections.abc import Callable

from migrations_tracker.core.explanations.explained import MailExplained
from migrations_tracker.core.explanations.lists import explain_list
from migrations_tracker.core.explanations.other_mails import (
    explain_closing,
    explain_done,
    explain_partly,
    explain_rejection,
    explain_self_service,
    explain_sender,
    explain_unrelated,
)
from migrations_tracker.core.explanations.words import (
    asked_for,
    given_up,
    has_left,
    kept,
    mailbox_closing,
    reminding,
)
from migrations_tracker.core.letters import LetterFacts
from migrations_tracker.core.mails import Asked, Deadline, Direction, MailKind, MailReading
from migrations_tracker.core.sentence import Sentence, gettext_noop


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
        do=(answer,),
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
        (Sentence(_ASKS_AGREEMENT), *asked_for(reading)),
        tuple(map(Sentence, answers)),
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
        asked_for(reading) or (Sentence(_ASKED_UNKNOWN),),
        (*_missing(reading, facts), Sentence(_SEND_IT), *private),
    )


def _missing(reading: MailReading, facts: LetterFacts) -> tuple[Sentence, ...]:
    """What AWS asks for and nobody has entered yet."""
    sides = ((facts.source, given_up(facts)), (facts.destination, kept(facts)))
    unknown = [name for account, name in sides if not account.candidate_id]
    ids = unknown if Asked.CANDIDATE_IDS in reading.asks_for else []
    day = Asked.LAST_WORKING_DAY in reading.asks_for and facts.last_working_day is None
    found = [Sentence(_ID_MISSING, {"account": name}) for name in ids]
    return (*found, Sentence(_DAY_MISSING)) if day else tuple(found)


_EXPLAIN: dict[MailKind, Callable[[MailReading, LetterFacts], MailExplained]] = {
    MailKind.ACK: _receipt,
    MailKind.PARTNER_BLOCK: _hold,
    MailKind.CONFIRM_ACCOUNTS: _agreement,
    MailKind.NEED_INFO: _information,
    MailKind.WRONG_SENDER: explain_sender,
    MailKind.REDIRECT_SELF_SERVICE: explain_self_service,
    MailKind.DONE: explain_done,
    MailKind.PARTIAL: explain_partly,
    MailKind.REJECTED: explain_rejection,
    MailKind.CLOSING: explain_closing,
    MailKind.UNRELATED: explain_unrelated,
}
