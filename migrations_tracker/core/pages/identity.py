"""Which certification a record is about: its exam code and its name held together."""

import re
from typing import NamedTuple

from migrations_tracker.core.folding import fold
from migrations_tracker.core.pages.context import Context
from migrations_tracker.core.pages.drafts import Draft
from migrations_tracker.core.pages.fields import Field, Token
from migrations_tracker.core.pages.shapes import could_be_exam_code
from migrations_tracker.core.reading import Ignored, ProblemKind

NOT_A_CERTIFICATION = "not_a_certification"

_SOMETHING_ELSE = re.compile(
    r"accredit|aws knowledge|training|learning (?:plan|path)|badge|course|quest\b|partner|"
    r"early adopter|\bsme\b|subject matter|graduate|instructor|re/start|educate|microsoft|azure|"
    r"google|oracle|cisco|comptia|kubernetes|hashicorp|トレーニング|パートナー|インストラクター|"
    r"コース|バッジ|ナレッジ"
)
_ASIDE = re.compile(
    r" ?[(\[](?:retired|retiring[^()\[\]]*|beta|ベータ|廃止[^()\[\]]*|jpn|japanese|english|日本語|"
    r"英語|[a-z]{2}[a-z0-9]-c\d{2}(?:-[a-z]{2,4})?)(?:[)\]]|$)",
    re.IGNORECASE,
)


class Identity(NamedTuple):
    """The catalogue's code (None where it is not settled), the name, and the exam code."""

    certification: str | None
    name: str
    exam_code: str | None


def identity_of(draft: Draft, context: Context) -> Identity | None:
    """Tell what ``draft`` is about; None, noted as ignored, where it is no certification."""
    name, code = draft.get(Field.NAME), draft.get(Field.EXAM_CODE)
    by_code = context.catalogue.certification_of_exam_code(code.text) if code else None
    shown = (
        shown_name(name) or context.catalogue.name_of(by_code or "") or (code.text if code else "")
    )
    if name and not name.candidates and not by_code and _is_something_else(name.text):
        context.ignored.append(Ignored(name=shown, reason=NOT_A_CERTIFICATION))
        return None
    problem = _problem(name, code, by_code)
    if problem:
        slot = (
            Field.EXAM_CODE
            if not name or (name.candidates[:1] and code and not by_code)
            else Field.NAME
        )
        context.report(problem, draft.line_of[slot], _value(problem, shown, code))
    own = code.text if code and could_be_exam_code(code.text) else None
    return Identity(_settled(name, by_code, problem), shown, own)


def shown_name(name: Token | None) -> str:
    """The name as printed, without exam code, language and "(Retired)" behind it."""
    return _ASIDE.sub("", name.text).strip() if name else ""


def _is_something_else(text: str) -> bool:
    return _SOMETHING_ELSE.search(fold(text)) is not None


def _problem(name: Token | None, code: Token | None, by_code: str | None) -> ProblemKind | None:
    candidates = name.candidates if name else ()
    if by_code and candidates and by_code not in candidates:
        return ProblemKind.CODE_AND_NAME_DISAGREE
    if by_code:
        return None
    if code or not candidates:
        return ProblemKind.UNKNOWN_CERTIFICATION
    return None if name and name.sure else ProblemKind.AMBIGUOUS_CERTIFICATION


def _settled(name: Token | None, by_code: str | None, problem: ProblemKind | None) -> str | None:
    if problem is ProblemKind.CODE_AND_NAME_DISAGREE:
        return None
    only = name.candidates[0] if name and name.sure and name.candidates else None
    return by_code or only


def _value(problem: ProblemKind, shown: str, code: Token | None) -> str:
    if code is None or problem is ProblemKind.AMBIGUOUS_CERTIFICATION:
        return shown
    return f"{code.text} {shown}" if problem is ProblemKind.CODE_AND_NAME_DISAGREE else code.text
