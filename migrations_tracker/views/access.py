"""Who may see what: the only place that looks up another person's objects.

What a person may not see does not exist for them: 404, never 403.
"""

from uuid import UUID

from allauth.account.decorators import reauthentication_required
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from migrations_tracker.core.accounts import Phase, Role
from migrations_tracker.models import Account, CertificateFile, Evidence, Move, Snapshot, User
from migrations_tracker.moves.acts import moves_for, with_what_pages_show


def person(request: HttpRequest) -> User:
    """Who is signed in; LoginRequiredMiddleware lets nobody else through."""
    if not isinstance(request.user, User):
        raise Http404
    return request.user


def ask_again_who_it_is(request: HttpRequest) -> None:
    """Go on where the sign-in is fresh, for what a borrowed screen must not give away.

    Else the password or a second factor is asked for first, and then the request goes on.
    """
    _only_after_fresh_sign_in(request)


_only_after_fresh_sign_in = reauthentication_required(lambda request: None)


def move_of(request: HttpRequest, pk: UUID) -> Move:
    return get_object_or_404(with_what_pages_show(moves_for(person(request))), pk=pk)


def own_move_of(request: HttpRequest, pk: UUID) -> Move:
    """A move that this person may delete: their own; an administrator may delete any."""
    move = move_of(request, pk)
    if move.owner_id != request.user.pk and not person(request).is_superuser:
        raise Http404
    return move


def account_of(request: HttpRequest, pk: UUID, role: str) -> Account:
    """The account in ``role``; 404 where that is no role."""
    move = move_of(request, pk)
    account = next((each for each in move.accounts.all() if each.role == role), None)
    if account is None:
        raise Http404
    account.move = move
    return account


def phase_of(account: Account, phase: str) -> Phase:
    """The phase by its word; only the account to keep has an after."""
    if phase not in set(Phase) or (phase == Phase.AFTER and account.role == Role.SOURCE):
        raise Http404
    return Phase(phase)


def snapshot_of(request: HttpRequest, pk: UUID) -> Snapshot:
    """The snapshot with its account and move."""
    snapshots = Snapshot.objects.select_related(
        "account__move__merge_request", "account__move__owner", "sealed_by", "started_by"
    )
    allowed = moves_for(person(request)).values("pk")
    return get_object_or_404(snapshots, pk=pk, account__move__in=allowed)


def evidence_of(request: HttpRequest, pk: UUID, number: int) -> Evidence:
    return get_object_or_404(Evidence, snapshot=snapshot_of(request, pk), number=number)


def certificate_of(request: HttpRequest, pk: UUID) -> CertificateFile:
    files = CertificateFile.objects.select_related("move")
    return get_object_or_404(files, pk=pk, move__in=moves_for(person(request)).values("pk"))
