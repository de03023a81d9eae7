"""The accounts that a mail tells of in its sentences, where it lists none."""

import re

from migrations_tracker.core.mails.account_lines import Draft
from migrations_tracker.core.mails.account_words import fields_of, number_of
from migrations_tracker.core.mails.addresses import addresses_in, without_wrapping

MAX_TOLD = 400
"""How far behind an account's name its other addresses are looked for."""

IN_A_SENTENCE = re.compile(
    r"(?:account|profile|アカウント)\s?(?:no\.?|number)?\s?#?\s?(\d|"
    r"[a-c])\s?(?:[(:=,\u2013\u2014-]{1,2}|is)\s?(\S{1,64}@\S{1,200})",
    re.I,
)
TOLD_IN_PROSE = re.compile(
    r"\b(?:account|profile)\s?(?:no\.?\s?|number\s?)?#?\s?([1-3a-c])\b([^@.;#:]{0,80}?)"
    r"\b(?:is|are)(?: all| both)? (\S{1,64}@\S{1,200})"
    r"|\b(first|second|third) (?:account|profile|one)()(?: is| has| with|:| (?:signs|"
    r"logs) in (?:with|as|using|at)) (\S{1,64}@\S{1,200})",
    re.I,
)
NOTIFIED = re.compile(
    r"\b((?:training|certification|skill builder)\b[^.@,;:]{0,60}?)\b(?:go(?:es)?|(?:is|are) sent|"
    r"arrives?|comes?)(?: \w+)? (?:to|at) (\S{1,64}@\S{1,200})",
    re.I,
)


def accounts_told(text: str, *, most: int) -> list[Draft]:
    """The accounts that sentences tell of, at ``most`` so many.

    In "Account #1 (a@b) will be kept" the address in brackets is the account's login.
    """
    drafts: dict[int, Draft] = {}
    for line in text.split("\n"):
        plain = without_wrapping(line)
        if "@" not in plain:
            continue
        for match in IN_A_SENTENCE.finditer(plain):
            _put_told(drafts, match[1], ("login",), match[2])
        _told_in_prose(drafts, plain)
    return list(drafts.values())[:most]


def _told_in_prose(drafts: dict[int, Draft], line: str) -> None:
    """ "The first account signs in with a@b, its training notifications go to c@d"."""
    fields: tuple[str, ...] = ("login",)
    for match in TOLD_IN_PROSE.finditer(line):
        name = match[1] or match[4]
        fields = fields_of(match[2].strip(" ,") if match[2] else "") or fields
        _put_told(drafts, name, fields, match[3] or match[6])
        rest = TOLD_IN_PROSE.split(line[match.end() : match.end() + MAX_TOLD], maxsplit=1)[0]
        for more in NOTIFIED.finditer(rest):
            _put_told(drafts, name, fields_of(more[1]), more[2])


def _put_told(drafts: dict[int, Draft], name: str, fields: tuple[str, ...], value: str) -> None:
    address = addresses_in(value)
    if address:
        number = number_of(name)
        drafts.setdefault(number, Draft(number)).put(fields, address[0])
