"""Findings as pages and reports show them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from django.utils.translation import gettext

from migrations_tracker.comparing.comparisons import MoveComparison
from migrations_tracker.core.changes import Change
from migrations_tracker.core.comparison import Finding, FindingKind
from migrations_tracker.core.records import Benefit, Certification, ExamAttempt, Record, RecordType
from migrations_tracker.core.sentence import gettext_noop
from migrations_tracker.core.words import RECORD_NAMES, field_name
from migrations_tracker.models import Settlement
from migrations_tracker.records.tables import Values


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownChange:
    label: str
    before: str
    after: str
    harmless: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """``state``: arrived, harmless, alarm, missing, new or settled; ``word`` says which."""

    finding: Finding
    record_name: str
    title: str
    state: str
    tone: str
    word: str
    detail: str
    changes: tuple[ShownChange, ...]
    settlement: Settlement | None

    @property
    def key(self) -> str:
        return self.finding.key

    @property
    def is_open(self) -> bool:
        return self.state in ("alarm", "missing")


#: What needs an eye comes first, what simply arrived last.
_ORDER = ("missing", "alarm", "settled", "harmless", "new", "arrived")
_STATES: dict[str, tuple[str, str]] = {
    "arrived": ("is-done", gettext_noop("arrived")),
    "harmless": ("is-same", gettext_noop("changed, harmless")),
    "alarm": ("is-warn", gettext_noop("changed, look at it")),
    "missing": ("is-stop", gettext_noop("missing")),
    "new": ("is-new", gettext_noop("new")),
    "settled": ("is-info", gettext_noop("settled")),
}


def finding_rows(compared: MoveComparison, values: Values) -> list[FindingRow]:
    """One row a finding in the reader's language, what needs an eye first."""
    return sorted(_rows(compared, values), key=lambda row: _ORDER.index(row.state))


def _rows(compared: MoveComparison, values: Values) -> Iterator[FindingRow]:
    words = cache(gettext)
    for finding in compared.comparison.findings:
        settlement = None if finding.harmless else compared.settlements.get(finding.key)
        state = "settled" if settlement else _state(finding)
        tone, word = _STATES[state]
        yield FindingRow(
            finding=finding,
            record_name=words(RECORD_NAMES[finding.record]),
            title=finding.name,
            state=state,
            tone=tone,
            word=words(word),
            detail=_detail(finding.before or finding.after, values),
            changes=tuple(_change(finding.record, each, values) for each in finding.changes),
            settlement=settlement,
        )


def _state(finding: Finding) -> str:
    if finding.kind is FindingKind.CHANGED:
        return "harmless" if finding.harmless else "alarm"
    return finding.kind.value


def _change(kind: RecordType, change: Change, values: Values) -> ShownChange:
    said = values.code if change.field == "code" else values.text
    return ShownChange(
        label=gettext(field_name(kind, change.field)),
        before=said(change.before),
        after=said(change.after),
        harmless=change.harmless,
    )


def _detail(record: Record | None, values: Values) -> str:
    """What tells the record apart from its like: its date, code or number."""
    if record is None:
        return ""
    parts: list[object]
    if isinstance(record, Certification):
        parts = [record.earned_on, record.validation_number]
    elif isinstance(record, ExamAttempt):
        parts = [record.exam_code, record.taken_on, record.result, record.score]
    elif isinstance(record, Benefit):
        parts = [values.code(record.code), record.expires_on]
    else:
        parts = [record.exam_code, record.date, record.time, record.time_zone]
    return " · ".join(values.text(part) for part in parts if part)
