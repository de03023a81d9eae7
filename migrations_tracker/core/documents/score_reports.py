"""AWS's score reports, in every language of the portal.

Title (the exam), "Notice of Exam Results", six labelled values, sentences of which one
holds the exam code, then a second page with sections. "(Retired)" or "(retiring
April 8th, 2024)" belongs to the title, not to the date of the exam. Score reports since
2016; dates in English month first since 2024.
"""

import re
from dataclasses import dataclass, field
from datetime import date

from migrations_tracker.core.catalogue import Catalogue
from migrations_tracker.core.dates import DateOrder, DateProblem, find_dates, read_date
from migrations_tracker.core.documents.lines import (
    Document,
    TextLine,
    has_head_of_page,
    looks_like_a_page,
)
from migrations_tracker.core.documents.problems import no_result, problem
from migrations_tracker.core.documents.score_fields import (
    CANDIDATE_ID,
    REGISTRATION,
    SCORE,
    Fields,
    fields_of,
)
from migrations_tracker.core.documents.score_forms import complete
from migrations_tracker.core.documents.score_labels import LABEL, Label, order_of, result_of
from migrations_tracker.core.documents.score_titles import (
    ExamNamed,
    is_report_title,
    named_exam,
    report_starts,
)
from migrations_tracker.core.documents.several import cut_before, joined
from migrations_tracker.core.reading import (
    Found,
    Leftover,
    Problem,
    ProblemKind,
    Reading,
    SourceKind,
)
from migrations_tracker.core.records import ExamAttempt, ExamResult, Holder

_FEWEST_LABELS = 3
_HEAD = 40  # lines: the labelled values stand near the beginning
# The sentence with the exam's code says so in every language.
_SCALE = re.compile(r"(?<!\d)100(?!\d).{1,60}(?<!\d)1[.,]?000(?!\d)")
_BRACKETS = re.compile(r"\([^()]*\)")


def read_score_report(
    document: Document, catalogue: Catalogue, order: DateOrder | None = None
) -> Reading | None:
    """Read a score report, or several that follow each other; None where the text is none."""
    pieces = cut_before(document, report_starts(document.lines)[1:])
    readings = [_read_one(piece, catalogue, order) for piece in pieces]
    reports = [one for one in readings if one]
    if len(reports) != len(pieces) > 1:
        reports = [one for one in (_read_one(document, catalogue, order),) if one]
    return joined(reports, document) if reports else None


def _read_one(document: Document, catalogue: Catalogue, order: DateOrder | None) -> Reading | None:
    if not _may_be_report(document):
        return None
    named = named_exam(document, catalogue)
    head = document.lines[:_HEAD]
    values = [line for line in head if line.number not in named.title and not is_report_title(line)]
    fields = fields_of(values)
    if not _is_score_report(document, fields, named):
        return None
    complete(fields, values)
    attempt = _Attempt(fields, order_of(fields.language) or order)
    record = ExamAttempt(
        certification=named.certification,
        name=named.name,
        exam_code=named.exam_code,
        taken_on=attempt.taken_on(),
        result=attempt.result(),
        score=attempt.score(),
        registration_number=attempt.registration_number(),
    )
    lines = {*fields.lines, *named.lines}
    furniture, leftovers = _other_lines(document, lines)
    return Reading(
        kind=SourceKind.SCORE_REPORT,
        holder=Holder(name=attempt.holder(), candidate_id=attempt.candidate_id()),
        found=(Found(record=record, lines=tuple(sorted(lines))),),
        problems=(*attempt.problems, *named.problems),
        leftovers=tuple(leftovers),
        furniture=tuple(furniture),
    )


def _may_be_report(document: Document) -> bool:
    """Turn most other texts away before their names are looked for."""
    head = document.lines[:_HEAD]
    if any(CANDIDATE_ID.search(line.text) for line in head):
        return True
    return sum(len(LABEL.findall(line.text)) for line in head) >= _FEWEST_LABELS


def _is_score_report(document: Document, fields: Fields, named: ExamNamed) -> bool:
    lines = document.lines
    if has_head_of_page(lines):
        return False
    if (
        any(is_report_title(line) for line in lines[:_HEAD])
        and len(fields.labels) >= _FEWEST_LABELS
    ):
        return True
    if looks_like_a_page(lines):
        return False
    if len(fields.labels) >= 5:
        return True
    scaled = any(_SCALE.search(line.text) for line in lines)
    identified = any(CANDIDATE_ID.search(line.text) for line in lines[:_HEAD])
    return scaled and identified and named.exam_code is not None


@dataclass(slots=True)
class _Attempt:
    """The values of the head as a record's, with what is wrong with them."""

    fields: Fields
    order: DateOrder | None
    problems: list[Problem] = field(default_factory=list)

    def _printed(self, label: Label) -> tuple[str, TextLine | None]:
        value = self.fields.values.get(label)
        return (value.text, value.line) if value else ("", None)

    def holder(self) -> str | None:
        return self._printed(Label.CANDIDATE)[0] or None

    def candidate_id(self) -> str | None:
        match = CANDIDATE_ID.search(self._printed(Label.CANDIDATE_ID)[0])
        return f"AWS{match[1]}" if match else None

    def registration_number(self) -> str | None:
        match = REGISTRATION.search(self._printed(Label.REGISTRATION)[0])
        return match[0] if match else None

    def taken_on(self) -> date | None:
        text, line = self._printed(Label.EXAM_DATE)
        if not text:
            self.problems.append(problem(ProblemKind.MISSING_DATE, None))
            return None
        dates = find_dates(text)
        printed = dates[0].text if dates else text
        try:
            return read_date(printed, self.order)
        except DateProblem as error:
            self.problems.append(problem(error.kind, line, printed))
            return None

    def result(self) -> ExamResult | None:
        text, line = self._printed(Label.RESULT)
        result = result_of(text)
        if result is None:
            unknown = problem(ProblemKind.UNKNOWN_RESULT, line, text) if text else no_result()
            self.problems.append(unknown)
        return result

    def score(self) -> int | None:
        text, line = self._printed(Label.SCORE)
        match = SCORE.search(text)
        if match is None:
            return None
        points = int(re.sub(r"\D", "", match[0].partition("/")[0]))
        if 100 <= points <= 1000:
            return points
        self.problems.append(problem(ProblemKind.SCORE_OUT_OF_RANGE, line, match[0]))
        return None


def _other_lines(document: Document, used: set[int]) -> tuple[list[int], list[Leftover]]:
    """Part the sentences, which are the same in every report, from lines with a date."""
    furniture: list[int] = []
    leftovers: list[Leftover] = []
    for line in document.lines:
        if line.number in used:
            continue
        if find_dates(_BRACKETS.sub(" ", line.text)):
            leftovers.append(Leftover(line=line.number, text=line.flat, suspicious=True))
        else:
            furniture.append(line.number)
    return furniture, leftovers
