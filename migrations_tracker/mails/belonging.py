"""A mail that seems to belong to another move: told before it is stored, and on its page."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from migrations_tracker.core.mails import MailReading
from migrations_tracker.core.mails.belonging import ForeignSigns, foreign_signs, named_addresses
from migrations_tracker.mails.reading import move_addresses
from migrations_tracker.models import Account, Mail, Move, User
from migrations_tracker.moves.acts import moves_for
from migrations_tracker.search import moves_with

#: More moves than these are not named; the staff see everybody's.
MOST_NAMED = 5
#: How many moves with the same words are looked at.
CANDIDATES = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Stray:
    """Why a mail does not seem to be this move's, and the moves that it fits instead."""

    signs: ForeignSigns
    own_case: str
    fitting: tuple[Move, ...]


def stray(reading: MailReading, move: Move, *, by: User, before: int | None = None) -> Stray | None:
    """How ``reading`` speaks against ``move``; None where it doesn't.

    Only moves that ``by`` may see are named. A recorded mail is held against those with a
    lower number, ``before``: else its own case would speak for it.
    """
    cases = _cases(move, before)
    signs = foreign_signs(reading, move_addresses(move), cases)
    known = reading.case_id in {*cases, move.merge_request.case_id}
    others = moves_for(by).exclude(pk=move.pk)
    fitting = () if known and not signs else _of_case(reading.case_id or "", others)
    if signs:
        fitting += _of_addresses(named_addresses(reading), others, everybodys=by.is_staff)
    if not signs and not fitting:
        return None
    own_case = "" if reading.case_id in cases else ", ".join(sorted(cases))
    return Stray(signs=signs, own_case=own_case, fitting=_once(fitting))


def _cases(move: Move, before: int | None) -> frozenset[str]:
    mails = move.mails.filter(direction=Mail.Direction.RECEIVED)
    if before is not None:
        return frozenset(mails.filter(number__lt=before).values_list("case_id", flat=True)) - {""}
    known = frozenset(mails.values_list("case_id", flat=True))
    return (known | {move.merge_request.case_id}) - {""}


def _of_case(case: str, others: QuerySet[Move]) -> tuple[Move, ...]:
    """Found by the words of moves: no list of all moves is gone through."""
    candidates = moves_with(case, most=CANDIDATES) if case else []
    return _shown(others.filter(pk__in=candidates, merge_request__case_id=case))


def _of_addresses(
    named: tuple[str, ...], others: QuerySet[Move], *, everybodys: bool
) -> tuple[Move, ...]:
    """Of one person's moves each is looked at; of everybody's those with words like these."""
    if everybodys:
        likely = (moves_with(address, most=CANDIDATES) for address in named[:MOST_NAMED])
        others = others.filter(pk__in=[pk for found in likely for pk in found])
    has_one = Account.objects.filter(_has_one_of(named), move=OuterRef("pk"))
    return _shown(others.filter(Exists(has_one)))


def _shown(moves: QuerySet[Move]) -> tuple[Move, ...]:
    return tuple(moves.select_related("merge_request").order_by("-started_at")[:MOST_NAMED])


def _once(moves: tuple[Move, ...]) -> tuple[Move, ...]:
    return tuple({move.pk: move for move in moves}.values())[:MOST_NAMED]


def _has_one_of(addresses: tuple[str, ...]) -> Q:
    return (
        Q(login_email__in=addresses)
        | Q(training_email__in=addresses)
        | Q(certification_email__in=addresses)
        | Q(skill_builder_email__in=addresses)
    )
