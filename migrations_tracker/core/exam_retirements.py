"""When the version of an exam that somebody still means to sit is retired."""

from collections.abc import Iterable, Iterator
from datetime import date

from migrations_tracker.core.catalogue import Catalogue
from migrations_tracker.core.records import (
    Certification,
    ExamAttempt,
    ExamRegistration,
    ExamResult,
    Record,
    RegistrationStatus,
)

Exam = ExamAttempt | ExamRegistration


def retirements(records: Iterable[Record], catalogue: Catalogue) -> dict[str, date]:
    """Exam, as a person reads it, to its last day: of what is booked or was failed and not
    passed since.

    Where two good sources differ, the earlier day counts. An exam without a day in the
    catalogue is not there.
    """
    found = ((_label(exam), last_day_of(exam, catalogue)) for exam in _still_to_sit(list(records)))
    return {label: day for label, day in found if day is not None}


def last_day_of(exam: Exam, catalogue: Catalogue) -> date | None:
    """The last day of the exam's version, else of its certification; None if none is known."""
    version = catalogue.exam(exam.exam_code) if exam.exam_code else None
    entry = catalogue.entry(exam.certification)
    known = [version.last_day, version.last_day_elsewhere] if version else []
    known += [entry.retired_on, entry.retired_on_elsewhere] if entry else []
    return min((day for day in known if day), default=None)


def _still_to_sit(records: list[Record]) -> Iterator[Exam]:
    for record in records:
        if isinstance(record, ExamRegistration):
            if record.status is not RegistrationStatus.CANCELLED:
                yield record
        elif isinstance(record, ExamAttempt) and _to_repeat(record, records):
            yield record


def _to_repeat(exam: ExamAttempt, records: list[Record]) -> bool:
    """A failed exam, unless its certification was passed or earned on that day or later."""
    if exam.result is not ExamResult.FAIL:
        return False
    since = exam.taken_on or date.min
    return not any(
        _is_same(exam, each) and (_won_on(each) or date.min) >= since
        for each in records
        if isinstance(each, Certification)
        or (isinstance(each, ExamAttempt) and each.result is ExamResult.PASS)
    )


def _is_same(exam: ExamAttempt, other: Certification | ExamAttempt) -> bool:
    if exam.certification is None:
        return exam.name == other.name
    return exam.certification == other.certification


def _won_on(record: Certification | ExamAttempt) -> date | None:
    """A win whose day is not known counts as the latest: it is no reason to warn."""
    won = record.earned_on if isinstance(record, Certification) else record.taken_on
    return won or date.max


def _label(exam: Exam) -> str:
    return f"{exam.exam_code}: {exam.name}" if exam.exam_code else exam.name
