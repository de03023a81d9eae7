"""States that stand above the records they belong to: "Claimed", "Expired (2)"."""

from collections.abc import Mapping
from enum import StrEnum

from migrations_tracker.core.folding import fold
from migrations_tracker.core.pages.document import (
    FEWEST_CELLS_OF_ROW,
    PageLine,
    Role,
    is_lone_state,
)
from migrations_tracker.core.pages.headings import PAST
from migrations_tracker.core.pages.states import (
    BENEFIT_STATUSES,
    CERTIFICATION_STATUSES,
    EXAM_RESULTS,
    PAST_APPOINTMENTS,
    REGISTRATION_STATUSES,
)
from migrations_tracker.core.records import RecordType

_STATES: Mapping[RecordType, Mapping[str, StrEnum]] = {
    RecordType.EXAM: EXAM_RESULTS,
    RecordType.CERTIFICATION: CERTIFICATION_STATUSES,
    RecordType.BENEFIT: BENEFIT_STATUSES,
    RecordType.REGISTRATION: REGISTRATION_STATUSES,
}


def mark_groups(lines: list[PageLine], section: RecordType) -> None:
    """Mark lone states that head groups of rows, or are counted; rows' own states stay theirs."""
    filled = [li for li in lines if li.role in (Role.CONTENT, Role.HEAD) and not li.continues]
    stating = [at for at, line in enumerate(filled) if is_lone_state(line)]
    above_rows = bool(stating) and _stand_above_rows(filled, set(stating))
    for line in (filled[at] for at in stating):
        if above_rows or line.is_counted:
            line.group = _group_of(line, section)
            line.role = Role.FURNITURE if line.group else line.role


def _stand_above_rows(filled: list[PageLine], stating: set[int]) -> bool:
    """True where each stands right above a row, and not one below each row."""
    rows = [at for at, line in enumerate(filled) if len(line.cells) >= FEWEST_CELLS_OF_ROW]
    below_each = all(at + 1 in stating for at in rows)
    return (
        bool(rows)
        and not below_each
        and all(at + 1 in rows or _is_head(filled, at + 1) for at in stating)
    )


def _is_head(filled: list[PageLine], at: int) -> bool:
    return at < len(filled) and filled[at].role is Role.HEAD


def _group_of(line: PageLine, section: RecordType) -> str | None:
    word = fold(line.tokens[0].text)
    if section is RecordType.REGISTRATION and word in PAST_APPOINTMENTS:
        return PAST
    return _STATES[section].get(word)
