"""The ways from one account to the other, as data: steps, links, and fields of AWS's form."""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from enum import StrEnum

from migrations_tracker.core.facts import Source


class WayCode(StrEnum):
    """The ways that ``choose`` knows; an operator's file may hold others beside them."""

    MERGE_TOOL = "merge_tool"
    SUPPORT_CASE = "support_case"
    ASSOCIATION = "association"
    NOTHING = "nothing"


class Situation(StrEnum):
    """When a step is shown. What is not known counts as before leaving, and as open."""

    BEFORE_LEAVING = "before_leaving"
    AFTER_LEAVING = "after_leaving"
    MAILBOX_OPEN = "mailbox_open"
    MAILBOX_CLOSED = "mailbox_closed"
    EMPLOYERS_SIGN_IN = "employers_sign_in"


class Value(StrEnum):
    """What of the move's own is entered somewhere; ``REQUEST`` is the text of the draft."""

    NAME = "name"
    EMPLOYER = "employer"
    KEEP_LOGIN = "keep_login"
    KEEP_CANDIDATE_ID = "keep_candidate_id"
    GIVE_UP_LOGIN = "give_up_login"
    GIVE_UP_CANDIDATE_ID = "give_up_candidate_id"
    REQUEST_SUBJECT = "request_subject"
    REQUEST = "request"


@dataclass(frozen=True, slots=True)
class Words:
    """A text in both languages; without a Japanese one, the English stands for both."""

    en: str
    ja: str = ""

    def __bool__(self) -> bool:
        return bool(self.en)

    def language(self, wanted: str) -> str:
        """The language that a reader of ``wanted`` ("ja", "en-gb") gets: "en" or "ja"."""
        return "ja" if self.ja and wanted.startswith("ja") else "en"

    def read_in(self, wanted: str) -> str:
        return self.ja if self.language(wanted) == "ja" else self.en


NO_WORDS = Words("")


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """One field of AWS's form: what to choose in it, or which of the move's values to enter."""

    label: Words
    choose: Words = NO_WORDS
    value: Value | None = None
    note: Words = NO_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to do; ``trap`` marks where it goes wrong. Shown where all of ``when`` holds."""

    text: Words
    trap: bool = False
    url: str = ""
    link: Words = NO_WORDS
    value: Value | None = None
    when: tuple[Situation, ...] = ()
    fields: tuple[FormField, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way, its steps in their order, what nobody knows of it, and who says the rest."""

    code: str
    name: Words
    summary: Words
    steps: tuple[Step, ...] = ()
    unknown: tuple[Words, ...] = ()
    sources: tuple[Source, ...] = ()

    def steps_in(self, situations: Set[Situation]) -> Iterator[Step]:
        """The steps for ``situations``."""
        return (step for step in self.steps if set(step.when) <= situations)
