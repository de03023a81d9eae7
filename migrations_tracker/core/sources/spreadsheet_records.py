"""One row of a spreadsheet to one record of the kind its table holds."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from migrations_tracker.core.dates import DateOrder
from migrations_tracker.core.pages.context import MESSAGES
from migrations_tracker.core.reading import Ignored, ProblemKind
from migrations_tracker.core.records import (
    Benefit,
    BenefitStatus,
    Certification,
    CertificationStatus,
    ExamAttempt,
    ExamRegistration,
    ExamResult,
    Record,
    RecordType,
    RegistrationStatus,
)
from migrations_tracker.core.sentence import Sentence, gettext_noop
from migrations_tracker.core.sources import words
from migrations_tracker.core.sources.cells import RowReader
from migrations_tracker.core.sources.naming import Judged
from migrations_tracker.core.sources.rows import Row
from migrations_tracker.core.times import find_time_zones, find_times

_RESULT_WITH_SCORE = re.compile(
    r"([^\d()（）:：]{1,20}?)[ ,、:：(（-]{0,4}(?:(?:score|スコア|得点)[ :：]{0,3})?"
    r"(\d{3,4}) ?点?[)）]?",
    re.I,
)

_PROOFS = ("taken_on", "result", "status", "score", "date", "confirmation_number")
DATE_FIELDS: Mapping[RecordType, tuple[str, ...]] = {
    RecordType.CERTIFICATION: ("earned_on", "expires_on"),
    RecordType.EXAM: ("taken_on",),
    RecordType.BENEFIT: ("expires_on",),
    RecordType.REGISTRATION: ("date",),
}


STATES: Mapping[RecordType, Mapping[str, StrEnum]] = {
    RecordType.CERTIFICATION: words.CERTIFICATION_STATUSES,
    RecordType.EXAM: words.RESULTS,
    RecordType.BENEFIT: words.BENEFIT_STATUSES,
    RecordType.REGISTRATION: words.REGISTRATION_STATUSES,
}


@dataclass(frozen=True, slots=True)
class RowContext:
    """What is the same for all rows of a table; ``states`` are the words for the state."""

    reader: RowReader
    columns: Mapping[str, int]
    order: DateOrder | None
    kind: RecordType
    states: Mapping[str, StrEnum] = field(default_factory=dict)

    def text(self, row: Row, field: str) -> str | None:
        return self.reader.text(row, self.columns.get(field))


def _certification(row: Row, context: RowContext) -> Record | Ignored | None:
    named = _named(row, context)
    if named is None or isinstance(named, Ignored):
        return named
    return certification_of(row, context, *named)


def certification_of(row: Row, context: "RowContext", name: str, verdict: Judged) -> Certification:
    """Build the certification in ``row``, whose name was judged already."""
    reader, columns = context.reader, context.columns
    return Certification(
        certification=verdict.certification,
        name=name,
        earned_on=reader.day(row, columns.get("earned_on"), context.order),
        expires_on=reader.day(row, columns.get("expires_on"), context.order),
        status=reader.word(
            row,
            columns.get("status"),
            context.states or words.CERTIFICATION_STATUSES,
            CertificationStatus,
            ProblemKind.UNKNOWN_STATUS,
        ),
        validation_number=context.text(row, "validation_number"),
    )


def _exam(row: Row, context: RowContext) -> Record | Ignored | None:
    named = _named(row, context)
    if named is None or isinstance(named, Ignored):
        return named
    name, verdict = named
    reader, columns = context.reader, context.columns
    _report_missing_date(row, context, name)
    row, columns = _with_score_apart(row, columns)
    result = columns.get("result", columns.get("status"))
    return ExamAttempt(
        certification=verdict.certification,
        name=name,
        exam_code=verdict.exam_code,
        taken_on=reader.day(row, columns.get("taken_on"), context.order),
        result=reader.word(row, result, words.RESULTS, ExamResult, ProblemKind.UNKNOWN_RESULT),
        score=reader.score(row, columns.get("score")),
        registration_number=context.text(row, "registration_number"),
    )


def _benefit(row: Row, context: RowContext) -> Record | Ignored | None:
    reader, columns = context.reader, context.columns
    name, earned_for = context.text(row, "name"), context.text(row, "earned_for")
    if not name:
        return None
    return Benefit(
        name=name,
        code=context.text(row, "code"),
        status=reader.word(
            row,
            columns.get("status"),
            context.states or words.BENEFIT_STATUSES,
            BenefitStatus,
            ProblemKind.UNKNOWN_STATUS,
        ),
        expires_on=reader.day(row, columns.get("expires_on"), context.order),
        earned_for=reader.judged(row, earned_for).certification if earned_for else None,
    )


def _registration(row: Row, context: RowContext) -> Record | Ignored | None:
    named = _named(row, context)
    if named is None or isinstance(named, Ignored):
        return named
    name, verdict = named
    reader, columns = context.reader, context.columns
    _report_missing_date(row, context, name)
    row, columns = _with_time_apart(row, columns)
    zone_cell = reader.text(row, columns.get("time_zone"))
    return ExamRegistration(
        certification=verdict.certification,
        name=name,
        exam_code=verdict.exam_code,
        date=reader.day(row, columns.get("date"), context.order),
        time=reader.moment(row, columns.get("time")),
        time_zone=zone_cell,
        status=reader.word(
            row,
            columns.get("status"),
            context.states or words.REGISTRATION_STATUSES,
            RegistrationStatus,
            ProblemKind.UNKNOWN_STATUS,
        ),
        where=context.text(row, "where"),
        confirmation_number=context.text(row, "confirmation_number"),
    )


BUILDERS: Mapping[RecordType, Callable[[Row, RowContext], Record | Ignored | None]] = {
    RecordType.CERTIFICATION: _certification,
    RecordType.EXAM: _exam,
    RecordType.BENEFIT: _benefit,
    RecordType.REGISTRATION: _registration,
}


def _named(row: Row, context: RowContext) -> tuple[str, Judged] | Ignored | None:
    """The row's certification by its name, its exam code, or both where they agree."""
    name, code = context.text(row, "name"), context.text(row, "exam_code")
    if not name and not code:
        return None
    verdict = _judged(row, context, name, code)
    if verdict.reason:
        return Ignored(name=name or code or "", reason=verdict.reason)
    official = context.reader.catalogue.name_of(verdict.certification or "")
    return name or official or code or "", verdict


def _judged(row: Row, context: RowContext, name: str | None, code: str | None) -> Judged:
    reader = context.reader
    if not (name and code):
        return reader.judged(row, name or code or "")
    before = len(reader.problems)
    by_name, by_code = reader.judged(row, name), reader.judged(row, code)
    if by_code.certification and by_name.certification in (None, by_code.certification):
        del reader.problems[before:]  # the code settles what the name leaves open
        return by_name if by_name.reason else by_code
    if by_code.certification:
        message = Sentence(_DISAGREE, {"name": name, "code": code})
        reader.report(row, ProblemKind.CODE_AND_NAME_DISAGREE, message)
        return Judged(certification=None, exam_code=by_code.exam_code)
    return by_name


def _report_missing_date(row: Row, context: RowContext, name: str) -> None:
    """An exam without a day, result or number is perhaps only one that can be taken."""
    if not any(context.text(row, field) for field in _PROOFS):
        message = Sentence(MESSAGES[ProblemKind.MISSING_DATE], {"value": name})
        context.reader.report(row, ProblemKind.MISSING_DATE, message)


def _with_score_apart(row: Row, columns: Mapping[str, int]) -> tuple[Row, Mapping[str, int]]:
    """Split "Fail (Score: 727)" or "合格 771" in a result's cell, where no other has the score."""
    at = columns.get("result", columns.get("status"))
    match = _RESULT_WITH_SCORE.fullmatch(row.cell(at).strip())
    if match is None or row.cell(columns.get("score")):
        return row, columns
    return _appended(row, columns, {"result": match[1], "score": match[2]})


def _with_time_apart(row: Row, columns: Mapping[str, int]) -> tuple[Row, Mapping[str, int]]:
    """Split "2026-12-05 09:30 JST" in a date's cell into cells of their own."""
    cell = row.cell(columns.get("date"))
    times = find_times(cell)
    if not times or row.cell(columns.get("time")):
        return _with_zone_apart(row, columns)
    zones = [zone.text for zone in find_time_zones(cell) if zone.start >= times[0].end]
    added = (cell[: times[0].start].strip(" T,"), times[0].text, zones[0] if zones else "")
    return _appended(row, columns, dict(zip(("date", "time", "time_zone"), added, strict=True)))


def _with_zone_apart(row: Row, columns: Mapping[str, int]) -> tuple[Row, Mapping[str, int]]:
    """Split "09:30 JST" in a time's cell."""
    cell = row.cell(columns.get("time"))
    zones = find_time_zones(cell)
    if not zones:
        return row, columns
    clock = cell[: zones[0].start].strip(" (")
    return _appended(row, columns, {"time": clock, "time_zone": zones[0].text})


def _appended(
    row: Row, columns: Mapping[str, int], values: Mapping[str, str]
) -> tuple[Row, Mapping[str, int]]:
    kept = {f: v for f, v in values.items() if v or f == "time"}
    at = {field: len(row.cells) + i for i, field in enumerate(kept)}
    widened = Row(
        line=row.line, cells=(*row.cells, *kept.values()), formulas=row.formulas, sheet=row.sheet
    )
    return widened, {**columns, **at}


_DISAGREE = gettext_noop(
    "“%(name)s” and the exam code %(code)s do not belong together. Correct one of the two."
)
