"""What a draft to AWS says in plain words, and what to do once it is sent."""

from collections.abc import Callable

from migrations_tracker.core.explanations.explained import LetterExplained
from migrations_tracker.core.explanations.hold_letters import (
    explain_hold_after,
    explain_hold_before,
)
from migrations_tracker.core.explanations.letter_words import (
    CLOSES,
    answers_to,
    as_reply,
    both_listed,
    dates_given,
)
from migrations_tracker.core.explanations.words import ASKED_NAMES, given_up, kept, reminding
from migrations_tracker.core.letters import LetterAccount, LetterFacts, LetterKind
from migrations_tracker.core.mails import Asked
from migrations_tracker.core.sentence import Sentence, gettext_noop


def explain_letter(kind: LetterKind, facts: LetterFacts) -> LetterExplained:
    """Explain the draft ``kind`` as it is written from ``facts``."""
    return _EXPLAIN[kind](facts)


_REQUEST = gettext_noop(
    "You ask AWS to merge the account to give up (%(give_up)s) into the account to keep (%(keep)s)."
)
_ALL_RECORDS = gettext_noop(
    "Certifications, exam history, benefits and booked exams are all to be in the account to keep "
    "afterwards."
)
_INTO_THE_FORM = gettext_noop(
    "Paste the text into AWS's support form and give the email address of the account to keep. "
    "You can go on without signing in. A mail is not enough."
)
_UNTIL_CREATED = gettext_noop(
    "Go on to the last button, until you see a case number: before that nothing is sent. Open one "
    "case only."
)


def _request(facts: LetterFacts) -> LetterExplained:
    asked = Sentence(_REQUEST, {"keep": kept(facts), "give_up": given_up(facts)})
    ways = (Sentence(_INTO_THE_FORM), Sentence(_UNTIL_CREATED))
    return LetterExplained(
        (asked, Sentence(_ALL_RECORDS), *dates_given(facts), *answers_to(facts)),
        ways,
        (reminding(facts.today),),
    )


_CONFIRMED = gettext_noop(
    "“Confirmed. Please merge to %(which)s.” You agree that this account is kept: %(keep)s."
)
_BOTH_AGAIN = gettext_noop(
    "The second line says it once more, so that it can't be misread: %(keep)s is kept, %(give_up)s "
    "is given up."
)
_ONCE_MORE = gettext_noop(
    "Before you send it, compare each address with AWS's mail once more: a merge can't be undone."
)
_AFTER_MERGE = gettext_noop(
    "When AWS says that the accounts are merged, record that mail here, then take the "
    "after-snapshot."
)


def _confirmation(facts: LetterFacts) -> LetterExplained:
    values = {"keep": kept(facts), "give_up": given_up(facts)}
    which = f"Account #{facts.destination.number}" if facts.destination.number else kept(facts)
    return LetterExplained(
        (Sentence(_CONFIRMED, {"which": which, **values}), Sentence(_BOTH_AGAIN, values)),
        (Sentence(_ONCE_MORE), as_reply()),
        (Sentence(_AFTER_MERGE), reminding(facts.today)),
    )


_NOT_YET = gettext_noop(
    "“Please do NOT merge yet”: it stops AWS, because its list or its direction is not right."
)
_TO_KEEP = gettext_noop("It names the account to keep, with all its addresses: %(account)s.")
_TO_GIVE_UP = gettext_noop("It names the account to give up, with all its addresses: %(account)s.")
_CORRECTED = gettext_noop(
    "It asks for a corrected list, and that AWS merges only after you have confirmed that one."
)
_SOON = gettext_noop("Send it soon: until AWS has read it, the merge could still go the wrong way.")
_NEXT_LIST = gettext_noop("Record AWS's next mail here: certmove checks the new list again.")
_WITH_NUMBER = gettext_noop("%(account)s (AWS's account #%(number)s)")


def _correction(facts: LetterFacts) -> LetterExplained:
    keep = _with_number(facts.destination, kept(facts))
    give_up = _with_number(facts.source, given_up(facts))
    return LetterExplained(
        (
            Sentence(_NOT_YET),
            Sentence(_TO_KEEP, {"account": keep}),
            Sentence(_TO_GIVE_UP, {"account": give_up}),
            Sentence(_CORRECTED),
        ),
        (Sentence(_SOON), as_reply()),
        (Sentence(_NEXT_LIST),),
    )


def _with_number(account: LetterAccount, name: "str | Sentence") -> "str | Sentence":
    if account.number is None:
        return name
    return Sentence(_WITH_NUMBER, {"account": name, "number": account.number})


_GIVES = gettext_noop("It answers what AWS asked for: %(what)s.")
_GIVES_WHAT_IS_KNOWN = gettext_noop("It gives AWS what is known here of both accounts.")
_FILL_IN = gettext_noop(
    "Fill in by hand every line that ends with a colon, and attach what the text promises."
)


_FROM_THE_ACCOUNT = gettext_noop(
    "Send it from the mailbox of the account that AWS means, so that AWS sees whose it is."
)
_WHILE_IT_IS_OPEN = gettext_noop(
    "With the account to give up that works only until its mailbox closes: %(closes)s."
)


def _information(facts: LetterFacts) -> LetterExplained:
    told = [each for each in facts.asked_for if each is not Asked.REPLY_FROM_ADDRESS]
    answers = [Sentence(_GIVES, {"what": Sentence(ASKED_NAMES[each])}) for each in told]
    return LetterExplained(
        (*(answers or [Sentence(_GIVES_WHAT_IS_KNOWN)]), both_listed(facts)),
        (Sentence(_FILL_IN), *_from_the_account(facts), as_reply()),
        (reminding(facts.today),),
    )


def _from_the_account(facts: LetterFacts) -> tuple[Sentence, ...]:
    """Where AWS wants to see by the sender that the account is the person's own."""
    if Asked.REPLY_FROM_ADDRESS not in facts.asked_for:
        return ()
    closes = facts.mailbox_closes_at
    until = (Sentence(_WHILE_IT_IS_OPEN, {"closes": closes}),) if closes else ()
    return (Sentence(_FROM_THE_ACCOUNT), *until)


_HOW_IT_STANDS = gettext_noop("You ask politely how the case stands, and that it stays open.")
_NO_SECOND = gettext_noop("Open no second case, however long it takes.")


def _reminder(facts: LetterFacts) -> LetterExplained:
    mailbox = facts.mailbox_closes_at
    closes = (Sentence(CLOSES, {"closes": mailbox}),) if mailbox else ()
    return LetterExplained(
        (Sentence(_HOW_IT_STANDS), both_listed(facts), *closes),
        (as_reply(),),
        (Sentence(_NO_SECOND), reminding(facts.today)),
    )


_THANKS = gettext_noop("You thank AWS: all records are in %(keep)s, and the case can be closed.")
_ONLY_VERIFIED = gettext_noop(
    "Send it only when the move is verified: once the case is closed, asking for something missing "
    "is harder."
)

_NOTHING_LEFT = gettext_noop("Keep the printed report. Nothing more is to be done with AWS.")


def _thanks(facts: LetterFacts) -> LetterExplained:
    return LetterExplained(
        (Sentence(_THANKS, {"keep": kept(facts)}),),
        (Sentence(_ONLY_VERIFIED), as_reply()),
        (Sentence(_NOTHING_LEFT),),
    )


_LISTS_LOSSES = gettext_noop(
    "It lists what was there before the merge and is missing or changed now. Number of records: "
    "%(count)s."
)
_RESTORE = gettext_noop("It asks AWS to restore them, and not to close the case before.")
_ATTACH = gettext_noop("Attach the report, and the certificates as PDF.")
_NEW_SNAPSHOT = gettext_noop(
    "When AWS says that it is mended, correct the after-snapshot and look at the comparison again."
)


def _discrepancy(facts: LetterFacts) -> LetterExplained:
    count = Sentence(_LISTS_LOSSES, {"count": len(facts.missing_records)})
    return LetterExplained(
        (count, Sentence(_RESTORE), both_listed(facts)),
        (Sentence(_ATTACH), as_reply()),
        (Sentence(_NEW_SNAPSHOT), reminding(facts.today)),
    )


_EXPLAIN: dict[LetterKind, Callable[[LetterFacts], LetterExplained]] = {
    LetterKind.REQUEST: _request,
    LetterKind.HOLD_BEFORE_LEAVING: explain_hold_before,
    LetterKind.HOLD_AFTER_LEAVING: explain_hold_after,
    LetterKind.CONFIRMATION: _confirmation,
    LetterKind.CORRECTION: _correction,
    LetterKind.INFORMATION: _information,
    LetterKind.REMINDER: _reminder,
    LetterKind.THANKS: _thanks,
    LetterKind.DISCREPANCY: _discrepancy,
}
