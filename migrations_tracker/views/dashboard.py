"""The dashboard: a person's moves, everybody's for staff, and the search for one of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from migrations_tracker.core.lifecycle import STATUS_NAMES, Status
from migrations_tracker.encryption import KeyLost, Tampered, decrypt, encrypt
from migrations_tracker.forms.search import SearchForm
from migrations_tracker.models import Move, User
from migrations_tracker.move_list import (
    ALL,
    MOVES_A_PAGE,
    OVERDUE,
    SOON_DUE,
    WAITING,
    MovePage,
    page_of_moves,
    tallies,
    view_of,
)
from migrations_tracker.moves import moves_for, with_what_lists_show
from migrations_tracker.overview import rows_of
from migrations_tracker.reminders import mail_fails, with_failing_mail
from migrations_tracker.search import moves_with
from migrations_tracker.views.access import person

VIEW_NAMES = {
    ALL: _("All moves"),
    OVERDUE: _("Overdue"),
    SOON_DUE: _("Due within 7 days"),
    WAITING: _("Longest at the same status"),
}
#: More hits than this are not put in order: another word finds the one that is meant.
MOST_HITS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A view as the page offers it; ``count`` is None where it is not counted."""

    name: str
    label: str
    count: int | None = None
    over: bool = False


@require_safe
def dashboard(request: HttpRequest) -> HttpResponse:
    """A page of moves, what presses first; staff choose a view or search. First page: 6 queries."""
    me, now = person(request), timezone.now()
    found = _searched(request, me)
    show = request.GET.get("show", ALL) if me.is_staff else ALL
    moves = with_failing_mail(with_what_lists_show(moves_for(me)), me)
    page = _hits(moves, found) if found else _page(request, moves, show, now)
    context = {
        "page": page,
        "rows": rows_of(page.moves, now=now),
        "mail_fails": mail_fails(page.moves),
        "show": show,
        "is_first": "after" not in request.GET,
        "choices": _choices(now) if me.is_staff else [],
        "form": SearchForm(initial={"words": found}),
        "found": found,
    }
    return render(request, "moves/dashboard.html", context)


@require_POST
def search(request: HttpRequest) -> HttpResponse:
    """Lead to what was typed, encrypted: an address must not name a person."""
    me, form = person(request), SearchForm(request.POST)
    if not me.is_staff:
        raise Http404
    words = form.cleaned_data["words"] if form.is_valid() else ""
    if not words:
        return redirect("moves:dashboard")
    sealed = encrypt(words, aad=_place_of_search(me))
    return redirect(reverse("moves:dashboard", query={"find": sealed}))


def _searched(request: HttpRequest, me: User) -> str:
    """What the address says was typed; "" where it says nothing that this person typed."""
    sealed = request.GET.get("find", "")
    if not sealed or not me.is_staff:
        return ""
    try:
        return decrypt(sealed, aad=_place_of_search(me))
    except (KeyLost, Tampered):
        return ""


def _place_of_search(me: User) -> str:
    return f"search:{me.pk}"


def _page(request: HttpRequest, moves: QuerySet[Move], show: str, now: datetime) -> MovePage:
    me = person(request)
    try:
        view = view_of(show, now=now)
        after = UUID(request.GET["after"]) if "after" in request.GET else None
    except (KeyError, ValueError) as error:
        raise Http404 from error
    return page_of_moves(moves, view, owner=None if me.is_staff else me, after=after)


def _hits(moves: QuerySet[Move], typed: str) -> MovePage:
    """The hits in the order in which they press, those of one page."""
    ids = moves_with(typed, most=MOST_HITS)
    pressing = moves.filter(pk__in=ids).order_by(
        "merge_request__closed", "merge_request__presses_at", "pk"
    )
    shown = list(pressing[:MOVES_A_PAGE])
    return MovePage(moves=shown, more=len(ids) > len(shown))


def _choices(now: datetime) -> Sequence[Choice]:
    counted = {each.view: each for each in tallies(now=now)}
    names = {**VIEW_NAMES, **{status.value: _(STATUS_NAMES[status]) for status in Status}}
    return [
        Choice(
            name=name,
            label=str(label),
            count=counted[name].count if name in counted else None,
            over=name in counted and counted[name].over,
        )
        for name, label in names.items()
        if name in counted or name in VIEW_NAMES
    ]
