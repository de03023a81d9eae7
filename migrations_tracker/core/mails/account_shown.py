"""The account under which a merge leaves, or has left, the records to be seen."""

import re
from itertools import chain

from migrations_tracker.core.mails.account_words import fields_of
from migrations_tracker.core.mails.keep import LABELLED
from migrations_tracker.core.mails.keep_words import (
    BOTH_NAMED,
    IN_ONE_PLACE,
    J_SIGN_IN,
    NOW_SHOWS,
    SIGN_IN,
)
from migrations_tracker.core.mails.moves import LIES_THERE, MAILED, ends
from migrations_tracker.core.mails.named_accounts import with_places
from migrations_tracker.core.mails.other_matters import of_another_thing
from migrations_tracker.core.mails.screening import screened
from migrations_tracker.core.mails.statements import Statement
from migrations_tracker.core.mails.words_behind import after, is_negated

TO_COME = screened(
    r"\b(?:will|would|shall|should|going to|after\w*|then|once|future|to be|from now|can|final|"
    r"only)\b|"
    r"今後|統合後|以後|以降|ます"
)
RECORDS_LIE = re.compile(
    r"(?:all|everything|records|certifications|history|benefits|located|available|sits?|live|"
    r"(?:account|login)(?: \w+){0,3} (?:is|was))\b"
)
STILL_THERE = screened(
    r"\b(?:still|remain|remains|stuck|waiting|not yet|left) (?:in|under|at|on|with)\b|残って|まだ"
)
SHOWN = (SIGN_IN, IN_ONE_PLACE, J_SIGN_IN)
ROW = screened(r"[|│┃\t]")
NO_LABEL = re.compile(r"\b(?:now|future|new|from|is|are|as|with|using)\b")
MAIL_ADDRESS = screened(r"\b(?:with|by|using|under) (?:the |your )?e?-?mails?(?= ‹| address)")


def signs_in_with(found: list[Statement], *, merged: bool) -> set[int | str]:
    """The numbers or addresses under which a merge leaves the records to be seen.

    Unless it is ``merged``, "your records are in ‹0›" tells where they lie before the merge.
    """
    addresses: set[int | str] = set()
    for statement in found:
        text, names = with_places(statement.folded, ())
        if not names or _is_row(statement):
            continue
        if (
            MAILED.search(MAIL_ADDRESS.sub("", text))
            or None not in ends(text)
            or of_another_thing(text)
        ):
            continue
        for match in chain.from_iterable(each.finditer(text) for each in SHOWN):
            place = next(group for group in match.groups() if group)
            if (
                not is_negated(text, match)
                and not BOTH_NAMED.regex.match(text, match.end())
                and not STILL_THERE.search(text)
                and (merged or TO_COME.search(text) or not RECORDS_LIE.match(match[0]))
                and (merged or not LIES_THERE.search(match[0]))
                and after(text[match.end() : match.end() + 60].split(",")[0]) is not False
            ):
                addresses.add(names[int(place)])
    return addresses


def _is_row(statement: Statement) -> bool:
    """A row of a table, or a label with its address: no sentence."""
    label = LABELLED.match(statement.folded)
    labelled = label and fields_of(label[1]) and not NO_LABEL.search(label[1])
    return bool(labelled or ROW.search(statement.folded))


def shows_everything(found: list[Statement]) -> set[int | str]:
    """The one account of which is said that it now holds everything; none where of several."""
    holders: set[int | str] = set()
    for statement in found:
        text, names = with_places(statement.stated, ())
        match = NOW_SHOWS.search(text)
        if match and len(names) == 1 and not statement.question and not is_negated(text, match):
            holders.add(names[0])
    return holders if len(holders) == 1 else set()
