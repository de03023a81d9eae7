"""What a name in a badge, export or spreadsheet stands for, or why it stands for nothing.

Issuers of badges give many things a name that sounds like a certification. Which
badges AWS issues beside its certifications: seen in public badge pages, 2019 to 2026.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from migrations_tracker.core.catalogue import Catalogue
from migrations_tracker.core.folding import fold
from migrations_tracker.core.reading import ProblemKind
from migrations_tracker.core.recognition import recognise
from migrations_tracker.core.sentence import Sentence, gettext_noop


class Reason(StrEnum):
    """Why a thing that was understood is no record."""

    NOT_A_CERTIFICATION = "not_a_certification"
    OTHER_VENDOR = "other_vendor"
    EARLY_ADOPTER = "early_adopter"
    TRAINING_BADGE = "training_badge"
    REVOKED = "revoked"
    PENDING = "pending"
    UNKNOWN_COLUMN = "unknown_column"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """``reason`` is set where the name is no certification, ``problem`` where it is unclear.

    Neither is set where ``certification`` is a code of the catalogue.
    """

    certification: str | None = None
    exam_code: str | None = None
    reason: Reason | None = None
    problem: ProblemKind | None = None
    message: Sentence | None = None


_SOUNDS_LIKE_ONE = re.compile(
    r"(?:aws|amazon|アマゾン) ?(?:web services ?)?(?:certified|認定|공인|认证)"
)
_EARLY_ADOPTER = re.compile(r"early adopter|アーリーアダプター")


def judge(name: str, catalogue: Catalogue) -> Judged:
    """Judge ``name``, the whole of which should be one of AWS's certifications."""
    folded = fold(name[:500])
    if reason := _known_reason(folded):
        return Judged(reason=reason)
    recognition = recognise(name[:500], catalogue)
    if recognition.certification:
        return Judged(certification=recognition.certification, exam_code=recognition.exam_code)
    if recognition.candidates:
        return _ambiguous(name, recognition.candidates, catalogue)
    if _SOUNDS_LIKE_ONE.match(folded):
        return _unknown(name)
    return Judged(reason=Reason.NOT_A_CERTIFICATION)


def _known_reason(folded: str) -> Reason | None:
    if _EARLY_ADOPTER.search(folded):
        return Reason.EARLY_ADOPTER
    return Reason.TRAINING_BADGE if folded.endswith("training badge") else None


def _ambiguous(name: str, candidates: tuple[str, ...], catalogue: Catalogue) -> Judged:
    names = ", ".join(catalogue.name_of(code) for code in candidates)
    message = Sentence(_CAN_BE_SEVERAL, {"name": name, "candidates": names})
    return Judged(problem=ProblemKind.AMBIGUOUS_CERTIFICATION, message=message)


def _unknown(name: str) -> Judged:
    message = Sentence(_NOT_IN_CATALOGUE, {"name": name})
    return Judged(problem=ProblemKind.UNKNOWN_CERTIFICATION, message=message)


_CAN_BE_SEVERAL = gettext_noop(
    "“%(name)s” can be any of these: %(candidates)s. Write the full name with its level."
)
_NOT_IN_CATALOGUE = gettext_noop(
    "certmove does not know the certification “%(name)s”. "
    "It is kept under this name; check that the name is right."
)
