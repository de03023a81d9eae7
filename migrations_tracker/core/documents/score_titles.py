"""On a score report: what it calls itself, and which exam it is about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from migrations_tracker.core.catalogue import Catalogue
from migrations_tracker.core.documents.certificate_names import end_of_name, name_begins
from migrations_tracker.core.documents.lines import Document, TextLine
from migrations_tracker.core.documents.problems import problem
from migrations_tracker.core.reading import Problem, ProblemKind
from migrations_tracker.core.recognition import find_exam_code, recognise

_TITLE = re.compile(
    r"notice of exam(?:ination)? results?|exam(?:ination)? score report"
    r"|試験結果のお知らせ|試験結果通知|スコアレポート"
    r"|(?:aviso|notificação|notificacao|comunicado|notificación) (?:de|do|dos|sobre|del|de los) "
    r"(?:los )?resultados? (?:do|da|del|de|dos) (?:exame|examen|prova)"
    r"|(?:avis|notification|notice) (?:de|des|du|sur les) résultats? (?:d['’ ]|de l['’]|à l['’])?"
    r"|(?:mitteilung|benachrichtigung|bekanntgabe|hinweis).{0,30}(?:prüfungsergebnis|ergebnis)"
    r"|prüfungsergebnisse?$"
    r"|(?:avviso|notifica|comunicazione).{0,20}(?:risultat|esito).{0,20}esame"
    r"|pemberitahuan hasil (?:ujian|tes)"
    r"|시험 ?결과 ?(?:통지|안내|알림|통보|공지)"
    r"|(?:考試|考试|測驗|测验)(?:結果|结果|成績|成绩)(?:的)?(?:通知|通知書|通知书|通知單|公告|報告|报告)",
    re.I,
)
_HEAD = 12
_LONGEST_TITLE = 60
_LONGEST_NAME = 90
_LONGEST_LINE_WITH_TITLE = 120


@dataclass(frozen=True, slots=True)
class ExamNamed:
    """The exam of a score report, and the lines that name it."""

    certification: str | None
    name: str
    exam_code: str | None
    title: tuple[int, ...]
    lines: tuple[int, ...]
    problems: tuple[Problem, ...]


def is_report_title(line: TextLine) -> bool:
    """Tell whether a line is what score reports are headed with, in any language."""
    flat = line.flat
    return len(flat) <= _LONGEST_LINE_WITH_TITLE and _has_title(flat)


@lru_cache(maxsize=512)
def _has_title(text: str) -> bool:
    return bool(_TITLE.search(text))


def report_starts(lines: Sequence[TextLine]) -> list[int]:
    """Give the positions at which a report begins: its title, or the exam's name above."""
    return [
        _exam_above(lines, at)
        for at, line in enumerate(lines)
        if len(line.flat) <= _LONGEST_TITLE and is_report_title(line)
    ]


def _exam_above(lines: Sequence[TextLine], title: int) -> int:
    start = title
    for at in range(title - 1, max(title - 4, -1), -1):
        if lines[at].page != lines[title].page:
            break
        if _is_exams_title(lines[at].flat):
            start = at
    return start


def _is_exams_title(text: str) -> bool:
    """Tell an exam's name on a line of its own from the sentence that mentions it."""
    return len(text) <= _LONGEST_NAME and name_begins(text[:8]) and "100" not in text


def named_exam(document: Document, catalogue: Catalogue) -> ExamNamed:
    """Find the exam by its title and by the code in the sentences."""
    code_line, exam_code = _code_in(document.lines, catalogue)
    name, name_lines = _title_in(document.lines[:_HEAD], catalogue)
    recognition = recognise(name, catalogue)
    by_code = catalogue.certification_of_exam_code(exam_code) if exam_code else None
    certification = recognition.certification or by_code
    problems: tuple[Problem, ...] = ()
    if by_code and recognition.certification and by_code != recognition.certification:
        certification = None
        problems = (problem(ProblemKind.CODE_AND_NAME_DISAGREE, code_line, exam_code or ""),)
    elif certification is None:
        kind = (
            ProblemKind.AMBIGUOUS_CERTIFICATION
            if recognition.candidates
            else ProblemKind.UNKNOWN_CERTIFICATION
        )
        problems = (problem(kind, None, name),)
    lines = (*name_lines, *((code_line.number,) if code_line else ()))
    return ExamNamed(
        certification=certification,
        name=name or catalogue.name_of(by_code or ""),
        exam_code=exam_code,
        title=name_lines,
        lines=lines,
        problems=problems,
    )


def _code_in(lines: Sequence[TextLine], catalogue: Catalogue) -> tuple[TextLine | None, str | None]:
    """Find the exam code, which may break over two lines behind its hyphen."""
    for line in lines:
        if code := find_exam_code(line.text, catalogue):
            return line, code
    for line, below in pairwise(lines):
        if line.text.endswith("-") and (code := find_exam_code(line.text + below.text, catalogue)):
            return line, code
    return None, None


def _title_in(lines: Sequence[TextLine], catalogue: Catalogue) -> tuple[str, tuple[int, ...]]:
    """Find the first line that names a certification, with its continuation.

    Where none is known, the line right above the report's own title.
    """
    for at, line in enumerate(lines):
        if name_begins(line.text) and not is_report_title(line):
            end = end_of_name(lines, at, catalogue)
            name = " ".join(one.flat for one in lines[at:end])
            if recognise(name, catalogue).candidates:
                return name, tuple(one.number for one in lines[at:end])
    for line, below in pairwise(lines):
        if name_begins(line.text) and is_report_title(below):
            return line.flat, (line.number,)
    return "", ()
