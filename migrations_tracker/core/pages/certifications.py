"""Certification status (取得済み認定): cards, or a table, of what was earned.

Seen: one card a certification with a download icon, the menu "CERTIFICATIONS >
Certification status" (2024), "Achieved Certifications" and 取得済み認定 before. "Last passed"
is not the first award and is not read.
"""

from datetime import date

from migrations_tracker.core.folding import fold
from migrations_tracker.core.pages.context import Context
from migrations_tracker.core.pages.drafts import Draft
from migrations_tracker.core.pages.fields import Field, Kind
from migrations_tracker.core.pages.identity import identity_of
from migrations_tracker.core.pages.states import CERTIFICATION_STATUSES
from migrations_tracker.core.reading import ProblemKind
from migrations_tracker.core.records import Certification, CertificationStatus

_PROOFS = (Field.EARNED_ON, Field.EXPIRES_ON, Field.STATUS, Field.VALIDATION_NUMBER)


def is_certification(draft: Draft) -> bool:
    """A name, and at least one thing that only an earned certification has."""
    named = draft.get(Field.NAME, Field.EXAM_CODE)
    if named is None or (named.kind is Kind.TEXT and not named.candidates):
        return named is not None and draft.proves(*_PROOFS)
    return draft.get(*_PROOFS) is not None


def certification(draft: Draft, context: Context) -> Certification | None:
    """Build the certification; None where it was none of AWS's."""
    identity = identity_of(draft, context)
    if identity is None:
        return None
    earned, expires = _dates(draft, context)
    if draft.get(Field.EARNED_ON, Field.EXPIRES_ON) is None:
        context.report(ProblemKind.MISSING_DATE, draft.lines[0], identity.name)
    number = draft.get(Field.VALIDATION_NUMBER)
    return Certification(
        certification=identity.certification,
        name=identity.name,
        earned_on=earned,
        expires_on=expires,
        status=_status(draft, context, expires),
        validation_number=number.text.lstrip("#") if number else None,
    )


def _dates(draft: Draft, context: Context) -> tuple[date | None, date | None]:
    """First award and expiry; two dates without labels in their order in time."""
    earned = context.date_of(draft, Field.EARNED_ON)
    renewed = draft.get(Field.NEW_EXPIRES_ON) is not None
    expires = context.date_of(draft, Field.NEW_EXPIRES_ON if renewed else Field.EXPIRES_ON)
    labelled = any(t and t.field for t in (draft.get(Field.EARNED_ON), draft.get(Field.EXPIRES_ON)))
    own = draft.get(Field.EARNED_ON)
    mixed_up = earned and expires and earned > expires and own and own.field is None
    if earned and expires and (mixed_up or not labelled):
        return min(earned, expires), max(earned, expires)
    return earned, expires


def _status(draft: Draft, context: Context, expires: date | None) -> CertificationStatus | None:
    token = draft.get(Field.STATUS)
    if token and token.kind is not Kind.EMPTY:
        if (status := CERTIFICATION_STATUSES.get(fold(token.text))) is None:
            context.report(ProblemKind.UNKNOWN_STATUS, draft.line_of[Field.STATUS], token.text)
        return status
    if draft.group:
        return CertificationStatus(draft.group)
    over = context.is_over(expires)
    return (
        None
        if over is None
        else CertificationStatus.EXPIRED
        if over
        else CertificationStatus.ACTIVE
    )
