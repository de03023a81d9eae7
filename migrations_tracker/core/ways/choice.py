"""Which way fits, told from what the move already knows.

Known of AWS (see data/ways.toml for who says so): its FAQ of 2025/26 answers "use the Merge
Accounts tool", so that comes first. A Login with Amazon account that did not become a
Builder ID by itself had to be merged by support (2024). Whether the tool takes a
partner's account or sends a code to the old mailbox is not known: with a closed mailbox,
the case is the way in which a person can still answer.
"""

from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from migrations_tracker.core.accounts import AccountKind
from migrations_tracker.core.business_days import business_days_after
from migrations_tracker.core.sentence import gettext_noop
from migrations_tracker.core.ways.entries import Situation, WayCode

#: The employer, or its partnership with AWS, decides over the sign-in.
EMPLOYERS_SIGN_INS = frozenset({AccountKind.PARTNER, AccountKind.ORGANIZATION_SSO})

#: The ways after which the account to give up is gone.
MERGES = frozenset({WayCode.MERGE_TOOL, WayCode.SUPPORT_CASE})

#: So many business days a merge may take once it is asked for (reports: hours to eight days).
MERGE_TAKES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the move knows that bears on the way; None where it is not known.

    ``source`` is given up. ``mailbox_closes_on`` is the last day of its mailbox,
    ``mailbox_is_closed`` whether that moment has passed. ``source_is_empty`` and
    ``all_is_in_destination`` come from sealed before-snapshots. ``sent_to_tool`` and
    ``must_ask_again`` are what AWS's newest mail says or the request's status.
    """

    today: date
    last_working_day: date | None = None
    mailbox_closes_on: date | None = None
    mailbox_is_closed: bool = False
    source_kind: AccountKind | None = None
    source_addresses: frozenset[str] = frozenset()
    source_certification_email: str = ""
    destination_addresses: frozenset[str] = frozenset()
    source_is_empty: bool | None = None
    all_is_in_destination: bool | None = None
    has_booked_exam: bool = False
    case_is_open: bool = False
    sent_to_tool: bool = False
    must_ask_again: bool = False
    tool_has_failed: bool = False

    @property
    def has_left(self) -> bool:
        return self.last_working_day is not None and self.last_working_day < self.today

    @property
    def lacks_something(self) -> bool:
        """Whether more knowledge may lead to another way."""
        needed = (self.source_kind, self.mailbox_closes_on, self.all_is_in_destination)
        return None in needed and not self.case_is_open and not self.sent_to_tool

    @property
    def employers_sign_in(self) -> bool:
        return self.source_kind in EMPLOYERS_SIGN_INS


class Reason(StrEnum):
    """Why a way was chosen."""

    SENT_TO_TOOL = "sent_to_tool"
    MUST_ASK_AGAIN = "must_ask_again"
    CASE_IS_OPEN = "case_is_open"
    OLD_ACCOUNT_EMPTY = "old_account_empty"
    ONLY_COUNTED = "only_counted"
    ALREADY_THERE = "already_there"
    OWN_ADDRESS_LINKED = "own_address_linked"
    TOOL_HAS_FAILED = "tool_has_failed"
    OLD_SIGN_IN_GONE = "old_sign_in_gone"
    MAILBOX_CLOSED = "mailbox_closed"
    AWS_SAYS_SO = "aws_says_so"


REASON_SENTENCES: dict[Reason, str] = {
    Reason.SENT_TO_TOOL: gettext_noop(
        "AWS has sent you to the self-service tool, or you have chosen it."
    ),
    Reason.MUST_ASK_AGAIN: gettext_noop(
        "AWS wants the request from the other account: send it once more, from the account to keep."
    ),
    Reason.CASE_IS_OPEN: gettext_noop(
        "Your case is already open: go on in it. A second case for the same request delays the "
        "answer."
    ),
    Reason.OLD_ACCOUNT_EMPTY: gettext_noop(
        "The sealed snapshot of the account to give up holds no record."
    ),
    Reason.ONLY_COUNTED: gettext_noop(
        "Everything in the account to give up is also in your own account, so it seems to be "
        "only counted for the employer."
    ),
    Reason.ALREADY_THERE: gettext_noop(
        "Everything in the account to give up is already in the account to keep."
    ),
    Reason.OWN_ADDRESS_LINKED: gettext_noop(
        "The certification address of the account to give up is one of your own, so the "
        "certifications may already be in your own account. Its snapshot will show it: if "
        "something is missing there, you need a merge."
    ),
    Reason.TOOL_HAS_FAILED: gettext_noop(
        "You have tried the self-service tool, and it did not work."
    ),
    Reason.OLD_SIGN_IN_GONE: gettext_noop(
        "Login with Amazon was switched off on 2024-01-31. Such an account had to be merged by "
        "AWS’s support where it did not become a Builder ID by itself."
    ),
    Reason.MAILBOX_CLOSED: gettext_noop(
        "The old mailbox is closed, and it is not known whether the self-service tool sends a "
        "code there. In a support case AWS answers to the address that you enter."
    ),
    Reason.AWS_SAYS_SO: gettext_noop(
        "It is the newest answer of AWS’s own that is known here, and needs no case. If it does "
        "not work, the support case is next."
    ),
}

#: The first that holds decides. What AWS has said comes before what the records say.
_RULES: tuple[tuple[Callable[[Known], bool], Reason, WayCode], ...] = (
    (lambda known: known.sent_to_tool, Reason.SENT_TO_TOOL, WayCode.MERGE_TOOL),
    (lambda known: known.must_ask_again, Reason.MUST_ASK_AGAIN, WayCode.SUPPORT_CASE),
    (lambda known: known.case_is_open, Reason.CASE_IS_OPEN, WayCode.SUPPORT_CASE),
    (lambda known: known.source_is_empty is True, Reason.OLD_ACCOUNT_EMPTY, WayCode.NOTHING),
    (lambda known: _all_is_there(known) and known.employers_sign_in,
     Reason.ONLY_COUNTED, WayCode.ASSOCIATION),
    (lambda known: _all_is_there(known), Reason.ALREADY_THERE, WayCode.NOTHING),
    (lambda known: _may_be_there(known), Reason.OWN_ADDRESS_LINKED, WayCode.ASSOCIATION),
    (lambda known: known.tool_has_failed, Reason.TOOL_HAS_FAILED, WayCode.SUPPORT_CASE),
    (lambda known: known.source_kind is AccountKind.LOGIN_WITH_AMAZON,
     Reason.OLD_SIGN_IN_GONE, WayCode.SUPPORT_CASE),
    (lambda known: known.mailbox_is_closed, Reason.MAILBOX_CLOSED, WayCode.SUPPORT_CASE),
)  # fmt: skip


class Caution(StrEnum):
    """What to think of before any way is gone."""

    ADDRESS_OF_EMPLOYER = "address_of_employer"
    HOLD_AND_CLOSED_MAILBOX = "hold_and_closed_mailbox"
    BOOKED_EXAM = "booked_exam"


CAUTION_SENTENCES: dict[Caution, str] = {
    Caution.ADDRESS_OF_EMPLOYER: gettext_noop(
        "An address of the account to keep is at the same domain as the account to give up. Can "
        "you still read it after you have left? If not, change it before you ask for a merge."
    ),
    Caution.HOLD_AND_CLOSED_MAILBOX: gettext_noop(
        "AWS may merge an employer’s account only after your last working day, and by then the "
        "old mailbox may be closed. Begin now, and give AWS your own address for its answers."
    ),
    Caution.BOOKED_EXAM: gettext_noop(
        "An exam is booked in the account to give up. It is not known what a merge does to it: "
        "sit it or cancel it first."
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The way that fits, why, which to try if it does not work, and what to think of first."""

    way: WayCode
    reason: Reason
    otherwise: WayCode | None
    cautions: tuple[Caution, ...]
    situations: frozenset[Situation]


def choose(known: Known) -> Choice:
    """The way that fits what is ``known``."""
    found = ((reason, way) for holds, reason, way in _RULES if holds(known))
    reason, way = next(found, (Reason.AWS_SAYS_SO, WayCode.MERGE_TOOL))
    return Choice(
        way=way,
        reason=reason,
        otherwise=_otherwise(way),
        cautions=tuple(_cautions(known)) if _is_still_to_ask(way, reason) else (),
        situations=frozenset(_situations(known)),
    )


def _is_still_to_ask(way: WayCode, reason: Reason) -> bool:
    return way in MERGES and reason is not Reason.CASE_IS_OPEN


def _otherwise(way: WayCode) -> WayCode | None:
    """What comes after a way that did not work: a person at AWS, after whom there is nobody."""
    if way is WayCode.ASSOCIATION:
        return WayCode.MERGE_TOOL
    return WayCode.SUPPORT_CASE if way is WayCode.MERGE_TOOL else None


def _all_is_there(known: Known) -> bool:
    return known.all_is_in_destination is True


def _may_be_there(known: Known) -> bool:
    """An employer's sign-in with a personal certification address, and no snapshot against it."""
    return (
        known.employers_sign_in
        and known.all_is_in_destination is None
        and known.source_certification_email in known.destination_addresses
    )


def _cautions(known: Known) -> Iterator[Caution]:
    others = known.source_addresses - known.destination_addresses
    if _domains(others) & _domains(known.destination_addresses):
        yield Caution.ADDRESS_OF_EMPLOYER
    if known.employers_sign_in and not known.has_left and _closes_too_early(known):
        yield Caution.HOLD_AND_CLOSED_MAILBOX
    if known.has_booked_exam:
        yield Caution.BOOKED_EXAM


def _closes_too_early(known: Known) -> bool:
    """Whether a merge that begins after the last working day outlasts the mailbox."""
    if known.last_working_day is None or known.mailbox_closes_on is None:
        return False
    return known.mailbox_closes_on < business_days_after(known.last_working_day, MERGE_TAKES)


def _situations(known: Known) -> Iterator[Situation]:
    yield Situation.AFTER_LEAVING if known.has_left else Situation.BEFORE_LEAVING
    yield Situation.MAILBOX_CLOSED if known.mailbox_is_closed else Situation.MAILBOX_OPEN
    if known.employers_sign_in:
        yield Situation.EMPLOYERS_SIGN_IN


def _domains(addresses: Set[str]) -> set[str]:
    return {address.rpartition("@")[2] for address in addresses}
