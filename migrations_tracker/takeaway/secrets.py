"""Benefit codes in what is handed out: in the clear only when asked for."""

from dataclasses import dataclass, field

from migrations_tracker.core.packed_records import HeldRecord
from migrations_tracker.core.records import Benefit
from migrations_tracker.records.tables import masked


@dataclass(slots=True)
class Codes:
    """The codes that a move's records hold; ``shown`` where the person asked for them."""

    shown: bool
    known: set[str] = field(default_factory=set)

    def learn(self, held: list[HeldRecord]) -> None:
        self.known |= {
            each.record.code
            for each in held
            if isinstance(each.record, Benefit) and each.record.code
        }

    def hidden_in(self, text: str) -> str:
        """``text`` with each known code masked, unless they are shown."""
        if not self.shown:
            for code in sorted(self.known, key=len, reverse=True):
                text = text.replace(code, masked(code))
        return text

    def withholds(self, number: int, held: list[HeldRecord]) -> bool:
        """Whether the file with this number shows a code, so that it can't go along as it is."""
        return not self.shown and any(
            isinstance(each.record, Benefit)
            and each.record.code
            and number in each.evidence_numbers
            for each in held
        )
