"""A mail that seems to belong to another move: told before it is stored, and on its page."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from migrations_tracker.core.mails import MailReading
from migrations_tracker.core.mails.belonging import ForeignSigns, foreign_signs, named_addresses
from migrations_tracker.mail_reading import move_addresses
from migrations_tracker.models import Account, Mail, MergeRequest, Move

#: More moves than these are not named; the staff see everybody's.
MOST_NAMED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Stray:
    """Why a mail does not seem to be this move's, and the moves that it fits instead."""

    signs: ForeignSigns
    own_case: str
    fitting: tuple[Move, ...]


def stray(
    reading: MailReading, move: Move, among: QuerySet[Move], *, before: int | None = None
) -> Stray | None:
    """How ``reading`` speaks against ``move``; None where it doesn't.

    Only moves of ``among`` are named. A recorded mail is held against those with a lower
    number, ``before``: else its own case would speak for it.
    """
    cases = _cases(move, before)
    signs = foreign_signs(reading, move_addresses(move), cases)
    known = reading.case_id in {*cases, move.merge_request.case_id}
    others = among.exclude(pk=move.pk)
    fitting = _fitting(reading, others, by_address=bool(signs)) if signs or not known else ()
    if not signs and not fitting:
        return None
    own_case = "" if reading.case_id in cases else ", ".join(sorted(cases))
    return Stray(signs=signs, own_case=own_case, fitting=fitting)


def _cases(move: Move, before: int | None) -> frozenset[str]:
    mails = move.mails.filter(direction=Mail.Direction.RECEIVED)
    if before is not None:
        return frozenset(mails.filter(number__lt=before).values_list("case_id", flat=True)) - {""}
    known = frozenset(mails.values_list("case_id", flat=True))
    return (known | {move.merge_request.case_id}) - {""}


def _fitting(reading: MailReading, others: QuerySet[Move], *, by_address: bool) -> tuple[Move, ...]:
    """The moves with this case; where the mail is strange here, those with its addresses too."""
    case, named = reading.case_id or "", named_addresses(reading) if by_address else ()
    if not case and not named:
        return ()
    of_case = Q(pk__in=MergeRequest.objects.filter(case_id=case).values("move")) | Q(
        pk__in=Mail.objects.filter(case_id=case, direction=Mail.Direction.RECEIVED).values("move")
    )
    of_address = Q(pk__in=Account.objects.filter(_has_one_of(named)).values("move"))
    wanted = (of_case if case else Q()) | (of_address if named else Q())
    return tuple(others.filter(wanted).select_related("merge_request")[:MOST_NAMED])


def _has_one_of(addresses: tuple[str, ...]) -> Q:
    return (
        Q(login_email__in=addresses)
        | Q(training_email__in=addresses)
        | Q(certification_email__in=addresses)
        | Q(skill_builder_email__in=addresses)
    )
