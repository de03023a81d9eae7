"""Whether a mail belongs to the move it is held against, by its case and its addresses."""

from collections.abc import Set
from dataclasses import dataclass

from migrations_tracker.core.mails.addresses import addresses_in
from migrations_tracker.core.mails.reading import (
    FindingKind,
    MailKind,
    MailReading,
    MoveAddresses,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignSigns:
    """What speaks against the move: the mail's ``case`` is none of its, or its addresses.

    ``case`` is "" and ``addresses`` is () where that speaks for the move, or says nothing.
    """

    case: str = ""
    addresses: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.case or self.addresses)


def foreign_signs(reading: MailReading, own: MoveAddresses, cases: Set[str]) -> ForeignSigns:
    """Hold a mail against the move's addresses and the numbers its case is known by.

    A case that is known decides: a strange address in its mails is AWS's mistake, and one
    that is almost the move's own is a typing error.
    """
    if reading.case_id and reading.case_id in cases:
        return ForeignSigns()
    strange = reading.case_id if reading.case_id and cases else ""
    return ForeignSigns(case=strange, addresses=_strange_addresses(reading, own))


def named_addresses(reading: MailReading) -> tuple[str, ...]:
    """Every address the newest message names, those of AWS and its desks left out."""
    listed = (address for account in reading.accounts for address in account.addresses)
    return tuple(dict.fromkeys((*listed, *addresses_in(reading.newest))))


def _strange_addresses(reading: MailReading, own: MoveAddresses) -> tuple[str, ...]:
    """All addresses, where none of them is the move's own; () where one is or is meant."""
    known, named = own.source | own.destination, named_addresses(reading)
    typing_error = any(each.finding is FindingKind.TYPO for each in reading.findings)
    unrelated = reading.sure and reading.kind is MailKind.UNRELATED
    return () if not known or known & set(named) or typing_error or unrelated else named
