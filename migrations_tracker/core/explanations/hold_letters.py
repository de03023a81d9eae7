"""The two answers to an employer hold: before leaving, and after it."""

from migrations_tracker.core.business_days import business_days_after
from migrations_tracker.core.explanations.explained import LetterExplained
from migrations_tracker.core.explanations.letter_words import (
    FROM_KEPT,
    answers_to,
    as_reply,
    both_listed,
    dates_given,
)
from migrations_tracker.core.explanations.words import kept, reminding
from migrations_tracker.core.letters import LetterFacts
from migrations_tracker.core.sentence import Sentence, gettext_noop

_ACCEPTED = gettext_noop("You accept that AWS merges a partner account only after you have left.")
_KEEP_OPEN = gettext_noop(
    "It asks AWS to keep the case open; you will write again after your last working day."
)
_IS_IT_A_PROBLEM = gettext_noop(
    "It asks AWS to tell you now if the closing of the mailbox stands in the way of the merge."
)
_BEFORE_CLOSING = gettext_noop("Send it before the mailbox closes: %(closes)s.")
_WRITE_AGAIN = gettext_noop(
    "On %(day)s, the first business day after your last one, send “Answer to a hold, after "
    "leaving” to the same case, from %(keep)s."
)
_WRITE_AGAIN_SOME_DAY = gettext_noop(
    "After your last working day, send “Answer to a hold, after leaving” to the same case, from "
    "%(keep)s."
)


def explain_hold_before(facts: LetterFacts) -> LetterExplained:
    last, closes = facts.last_working_day, facts.mailbox_closes_at
    values: dict[str, object] = {"keep": kept(facts)}
    again = Sentence(_WRITE_AGAIN_SOME_DAY, values)
    if last:
        again = Sentence(_WRITE_AGAIN, {"day": business_days_after(last, 1), **values})
    in_time = (Sentence(_BEFORE_CLOSING, {"closes": closes}),) if closes else ()
    return LetterExplained(
        (
            Sentence(_ACCEPTED),
            *dates_given(facts),
            Sentence(_KEEP_OPEN),
            *answers_to(facts),
            both_listed(facts),
            Sentence(_IS_IT_A_PROBLEM),
        ),
        (*in_time, as_reply()),
        (again,),
    )


_GO_ON = gettext_noop("It asks AWS to merge the two accounts now.")


def explain_hold_after(facts: LetterFacts) -> LetterExplained:
    source = Sentence(FROM_KEPT, {"keep": kept(facts)})
    return LetterExplained(
        (*dates_given(facts), Sentence(_GO_ON), both_listed(facts), *answers_to(facts)),
        (as_reply(), source),
        (reminding(facts.today),),
    )
