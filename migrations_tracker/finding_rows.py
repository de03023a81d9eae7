"""Findings as pages and reports show them."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext

from migrations_tracker.comparisons import MoveComparison
from migrations_tracker.core.changes import Change
from migrations_tracker.core.comparison import Finding, FindingKind
from migrations_tracker.core.records import Benefit, Certification, ExamAttempt, Record, RecordType
from migrations_tracker.core.words import RECORD_NAMES, field_name
from migrations_tracker.models import Settlement
from migrations_tracker.record_tables import masked, value_text


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownChange:
    label: str
    before: str
    after: str
    harmless: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """``state``: arrived, harmless, alarm, missing, new or settled."""

    key: str
    kind: RecordType
    record_name: str
    state: str
    title: str
    detail: str
    changes: tuple[ShownChange, ...]
    settlement: Settlement | None

    @property
    def is_open(self) -> bool:
        return self.state in ("alarm", "missing")


#: What needs an eye comes first, what simply arrived last.
_ORDER = ("missing", "alarm", "settled", "harmless", "new", "arrived")


def finding_rows(compared: MoveComparison, *, show_codes: bool = False) -> list[FindingRow]:
    """One row a finding in the reader's language, what needs an eye first."""
    return sorted(_rows(compared, show_codes), key=lambda row: _ORDER.index(row.state))


def _rows(compared: MoveComparison, show_codes: bool) -> Iterator[FindingRow]:
    for finding in compared.comparison.findings:
        settlement = None if finding.harmless else compared.settlements.get(finding.key)
        yield FindingRow(
            key=finding.key,
            kind=finding.record,
            record_name=gettext(RECORD_NAMES[finding.record]),
            state="settled" if settlement else _state(finding),
            title=finding.name,
            detail=_detail(finding.before or finding.after, show_codes),
            changes=tuple(_change(finding.record, each, show_codes) for each in finding.changes),
            settlement=settlement,
        )


def _state(finding: Finding) -> str:
    if finding.kind is FindingKind.CHANGED:
        return "harmless" if finding.harmless else "alarm"
    return finding.kind.value


def _change(kind: RecordType, change: Change, show_codes: bool) -> ShownChange:
    before, after = (
        _shown(change.field, value, show_codes) for value in (change.before, change.after)
    )
    return ShownChange(
        label=gettext(field_name(kind, change.field)),
        before=before,
        after=after,
        harmless=change.harmless,
    )


def _shown(field: str, value: object, show_codes: bool) -> str:
    if value is None:
        return ""
    return masked(str(value)) if field == "code" and not show_codes else value_text(value)


def _detail(record: Record | None, show_codes: bool) -> str:
    """What tells the record apart from its like: its date, code or number."""
    if record is None:
        return ""
    parts: list[object]
    if isinstance(record, Certification):
        parts = [record.earned_on, record.validation_number]
    elif isinstance(record, ExamAttempt):
        parts = [record.exam_code, record.taken_on, record.result, record.score]
    elif isinstance(record, Benefit):
        parts = [_shown("code", record.code, show_codes), record.expires_on]
    else:
        parts = [record.exam_code, record.date, record.time, record.time_zone]
    return " · ".join(value_text(part) for part in parts if part)
