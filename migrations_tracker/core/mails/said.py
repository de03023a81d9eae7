"""What the rules find said in one message.

Each rule looks for one thing; several may be said in one mail.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from migrations_tracker.core.mails.agreement import asks_agreement
from migrations_tracker.core.mails.completion import said_done, said_visible
from migrations_tracker.core.mails.employer_hold import holds_for_employer
from migrations_tracker.core.mails.other_ways import asks_other_sender, sends_to_tool
from migrations_tracker.core.mails.programmes import (
    Elsewhere,
    about_something_else,
    names_something_else,
    of_another_programme,
)
from migrations_tracker.core.mails.progress import (
    closes_case,
    done_in_part,
    part_still_open,
    was_received,
    went_unanswered,
)
from migrations_tracker.core.mails.reading import Asked, MailText
from migrations_tracker.core.mails.refusals import not_found, refused
from migrations_tracker.core.mails.requests import asked_for, asks_for_more
from migrations_tracker.core.mails.statements import Statement

Rule = Callable[[Statement], str | None]


@dataclass(frozen=True, kw_only=True)
class Said:
    """Everything that the rules find said in one message; None where it is not said.

    A rule is applied when a verdict asks for what it finds. Sentences about other programmes'
    accounts are left out.
    """

    message: MailText
    found: list[Statement]
    accounts: int
    addresses: int
    survey: bool

    @cached_property
    def own(self) -> list[Statement]:
        return [each for each in self.found if not of_another_programme(each)] or self.found

    @cached_property
    def told(self) -> list[Statement]:
        return [each for each in self.own if not each.heading]

    @cached_property
    def elsewhere(self) -> Elsewhere | None:
        return about_something_else(self.message, self.found)

    @cached_property
    def stranger(self) -> str | None:
        return names_something_else(self.message, self.found)

    @cached_property
    def done(self) -> str | None:
        return _first(said_done, self.found)

    @cached_property
    def visible(self) -> str | None:
        return _first(said_visible, self.own)

    @cached_property
    def open_part(self) -> str | None:
        return part_still_open(self.told)

    @cached_property
    def in_part(self) -> str | None:
        return done_in_part(self.own)

    @cached_property
    def hold(self) -> str | None:
        return holds_for_employer(self.told)

    @cached_property
    def other_sender(self) -> str | None:
        return asks_other_sender(self.own)

    @cached_property
    def tool(self) -> str | None:
        return sends_to_tool(self.own)

    @cached_property
    def missing(self) -> str | None:
        return not_found(self.told)

    @cached_property
    def refused(self) -> str | None:
        return refused(self.told)

    @cached_property
    def agreement(self) -> str | None:
        return asks_agreement(self.own, listed=self.accounts >= 2 or self.addresses >= 2)

    @cached_property
    def _asked(self) -> tuple[tuple[Asked, ...], tuple[str, ...]]:
        return asked_for(self.own)

    @property
    def asked(self) -> tuple[Asked, ...]:
        return self._asked[0]

    @cached_property
    def asking(self) -> str | None:
        words = self._asked[1]
        return words[0] if words else asks_for_more(self.own)

    @cached_property
    def closes(self) -> str | None:
        return closes_case(self.told)

    @cached_property
    def unanswered(self) -> str | None:
        return went_unanswered(self.own)

    @cached_property
    def received(self) -> str | None:
        return was_received(self.own)

    @cached_property
    def questions(self) -> bool:
        return any(statement.question for statement in self.told)


def _first(rule: Rule, found: list[Statement]) -> str | None:
    """The first words that ``rule`` finds, as they stand in the mail."""
    for statement in found:
        words = rule(statement)
        if words:
            return _as_written(words, statement.text)
    return None


def _as_written(words: str, text: str) -> str:
    match = re.search(r"\s+".join(map(re.escape, words.split())), text, re.IGNORECASE)
    return match[0] if match else text
