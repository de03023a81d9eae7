"""Exam history (試験履歴): exam code, exam name, date, score, result, score report.

The page's labels are known from AWS's after-testing policy and blogs of 2022 to
2025; its columns' order is not, and none is assumed.
"""

from migrations_tracker.core.folding import fold
from migrations_tracker.core.pages.context import Context
from migrations_tracker.core.pages.drafts import Draft
from migrations_tracker.core.pages.fields import Field, Kind
from migrations_tracker.core.pages.identity import identity_of
from migrations_tracker.core.pages.slots import is_sentence
from migrations_tracker.core.pages.states import EXAM_RESULTS
from migrations_tracker.core.reading import ProblemKind
from migrations_tracker.core.records import ExamAttempt, ExamResult

_RESULTS = frozenset(ExamResult)
LOWEST_SCORE, HIGHEST_SCORE = 100, 1000
_MOST_RESULT_WORDS = 4


def is_exam_attempt(draft: Draft) -> bool:
    """An exam, and at least one thing that only a sitting has."""
    named = draft.get(Field.NAME, Field.EXAM_CODE)
    if named is None or (named.kind is Kind.TEXT and not named.candidates):
        return named is not None and draft.proves(Field.TAKEN_ON, Field.RESULT)
    return draft.get(Field.TAKEN_ON, Field.RESULT, Field.SCORE) is not None


def exam_attempt(draft: Draft, context: Context) -> ExamAttempt | None:
    """Build the sitting; None where it was none of an AWS certification."""
    identity = identity_of(draft, context)
    if identity is None:
        return None
    taken_on = context.date_of(draft, Field.TAKEN_ON)
    if draft.get(Field.TAKEN_ON) is None:
        context.report(ProblemKind.MISSING_DATE, draft.lines[0], identity.name)
    number = draft.get(Field.REGISTRATION_NUMBER)
    return ExamAttempt(
        certification=identity.certification,
        name=identity.name,
        exam_code=identity.exam_code,
        taken_on=taken_on,
        result=_result(draft, context),
        score=_score(draft, context),
        registration_number=number.text if number else None,
    )


def _result(draft: Draft, context: Context) -> ExamResult | None:
    token = draft.get(Field.RESULT)
    line = draft.line_of[Field.RESULT] if token else None
    if token is None:
        line, token = next(
            (
                (line, text)
                for line, text in draft.aside
                if text.kind in (Kind.TEXT, Kind.WORD)
                and text.field is None
                and _could_be_result(text.text)
            ),
            (None, None),
        )
    if token is None or line is None:
        return ExamResult(draft.group) if draft.group in _RESULTS else None
    if (result := EXAM_RESULTS.get(fold(token.text))) is None:
        context.report(ProblemKind.UNKNOWN_RESULT, line, token.text)
        if line not in draft.lines:
            draft.lines.append(line)
    return result


def _could_be_result(text: str) -> bool:
    return len(text.split()) <= _MOST_RESULT_WORDS and len(text) <= 30 and not is_sentence(text)


def _score(draft: Draft, context: Context) -> int | None:
    token = draft.get(Field.SCORE)
    if token is None:
        return None
    if token.kind is Kind.INTEGER and LOWEST_SCORE <= int(token.text) <= HIGHEST_SCORE:
        return int(token.text)
    if any(character.isdigit() for character in token.text):
        context.report(ProblemKind.SCORE_OUT_OF_RANGE, draft.line_of[Field.SCORE], token.text)
    return None
