"""What several drafts say, and how each answer is sent."""

from migrations_tracker.core.explanations.words import given_up, has_left, kept
from migrations_tracker.core.letters import LetterFacts
from migrations_tracker.core.sentence import Sentence, gettext_noop

_AS_REPLY = gettext_noop(
    "Open AWS's mail in your mail program, press “Reply”, paste the text and send it. So it stays "
    "in the same case."
)
FROM_KEPT = gettext_noop("Send it from %(keep)s, the address that stays yours.")
_ACCOUNTS = gettext_noop(
    "It lists both accounts with all their addresses: to keep %(keep)s, to give up %(give_up)s."
)
_ANSWERS_TO = gettext_noop("It asks AWS to answer to %(keep)s.")
CLOSES = gettext_noop("It says that the mailbox of the account to give up closes on %(closes)s.")
_LAST_DAY = gettext_noop("It gives your last working day: %(day)s.")
_LEFT = gettext_noop("It says that you have left; your last working day was %(day)s.")


def as_reply() -> Sentence:
    return Sentence(_AS_REPLY)


def both_listed(facts: LetterFacts) -> Sentence:
    return Sentence(_ACCOUNTS, {"keep": kept(facts), "give_up": given_up(facts)})


def dates_given(facts: LetterFacts) -> tuple[Sentence, ...]:
    """What the draft says of leaving and of the mailbox, as far as it is known."""
    found: list[Sentence] = []
    if facts.last_working_day:
        told = _LEFT if has_left(facts) else _LAST_DAY
        found.append(Sentence(told, {"day": facts.last_working_day}))
    if facts.mailbox_closes_at:
        found.append(Sentence(CLOSES, {"closes": facts.mailbox_closes_at}))
    return tuple(found)


def answers_to(facts: LetterFacts) -> tuple[Sentence, ...]:
    known = facts.destination.login
    return (Sentence(_ANSWERS_TO, {"keep": known}),) if known else ()
