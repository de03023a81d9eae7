"""Benefits (特典): vouchers and entitlements, with what they were earned for and their code.

Seen: "50 % discount on next exam", "AWS Certification SME Program", 有効な特典,
特典を申請する (blogs of 2023 to 2025). Two equal benefits are two benefits. Used vouchers
were seen under 有効な特典, so a row's own state counts more than the heading above it.
"""

import re
from datetime import date

from migrations_tracker.core.folding import fold
from migrations_tracker.core.pages.context import Context
from migrations_tracker.core.pages.drafts import Draft
from migrations_tracker.core.pages.fields import Field, Kind
from migrations_tracker.core.pages.states import BENEFIT_STATUSES
from migrations_tracker.core.reading import ProblemKind
from migrations_tracker.core.records import Benefit, BenefitStatus

_CODE = re.compile(r"[A-Za-z0-9]{2,}(?:[-_. ][A-Za-z0-9]{1,}){0,7}")
_SHORTEST_CODE = 4
_DAYS = {Field.USED_ON: BenefitStatus.USED, Field.CLAIMED_ON: BenefitStatus.CLAIMED}


def is_benefit(draft: Draft) -> bool:
    """A name, and anything beside it: a state, a code, a date, its origin or a button.

    A labelled code is one even where all that names it is the certification it is for.
    """
    code = draft.get(Field.BENEFIT_CODE)
    if code and code.field and draft.get(Field.EARNED_FOR):
        return True
    return draft.get(Field.BENEFIT_NAME) is not None and (
        len(draft.values) > 1 or bool(draft.group) or bool(draft.asides(Kind.ACTION))
    )


def benefit(draft: Draft, context: Context) -> Benefit | None:
    """Build the benefit."""
    expires = context.date_of(draft, Field.EXPIRES_ON)
    name = draft.get(Field.BENEFIT_NAME) or draft.values[Field.EARNED_FOR]
    return Benefit(
        name=name.text,
        code=_code(draft),
        status=_status(draft, context, expires),
        expires_on=expires,
        earned_for=_earned_for(draft, context),
    )


def _code(draft: Draft) -> str | None:
    token = draft.get(Field.BENEFIT_CODE)
    return token.text if token and _is_code(token.text) else None


def _is_code(text: str) -> bool:
    """Codes have a digit or are all capitals; words such as "Pending" are none."""
    telling = text.isupper() or any(character.isdigit() for character in text)
    return telling and len(text) >= _SHORTEST_CODE and _CODE.fullmatch(text) is not None


def _status(draft: Draft, context: Context, expires: date | None) -> BenefitStatus | None:
    token = draft.get(Field.STATUS)
    if token and token.kind is not Kind.EMPTY:
        if (status := BENEFIT_STATUSES.get(fold(token.text))) is None:
            context.report(ProblemKind.UNKNOWN_STATUS, draft.line_of[Field.STATUS], token.text)
        return status
    if dated := _by_its_day(draft):
        return dated
    if draft.group:
        return BenefitStatus(draft.group)
    over = context.is_over(expires)
    return None if over is None else BenefitStatus.EXPIRED if over else BenefitStatus.AVAILABLE


def _by_its_day(draft: Draft) -> BenefitStatus | None:
    """A day on which it was used or claimed tells the state."""
    days = ((draft.get(field), status) for field, status in _DAYS.items())
    return next((status for day, status in days if day and day.kind is Kind.DATE), None)


def _earned_for(draft: Draft, context: Context) -> str | None:
    token = draft.get(Field.EARNED_FOR)
    if token is None:
        return None
    if token.kind is Kind.CODE:
        return context.catalogue.certification_of_exam_code(token.text)
    return token.candidates[0] if token.sure and len(token.candidates) == 1 else None
