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
from django.utils.http import urlencode
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from migrations_tracker.core.lifecycle import STATUS_NAMES, Status
from migrations_tracker.core.sentence import gettext_noop
from migrations_tracker.deadlines.reminders import mail_fails, with_failing_mail
from migrations_tracker.encryption import KeyLost, Tampered, decrypt, encrypt
from migrations_tracker.forms.search import SearchForm
from migrations_tracker.models import MergeRequest, Move, User
from migrations_tracker.moves.acts import moves_for, with_what_lists_show
from migrations_tracker.moves.listing import (
    ALL,
    MOVES_A_PAGE,
    OVERDUE,
    SOON_DUE,
    WAITING,
    MovePage,
    Tally,
    page_of_moves,
    tallies,
    view_of,
)
from migrations_tracker.moves.rows import rows_of
from migrations_tracker.search import words_found
from migrations_tracker.views.access import person

#: These are offered also where no move is in them.
ALWAYS = {
    ALL: gettext_noop("All moves"),
    OVERDUE: gettext_noop("Overdue"),
    SOON_DUE: gettext_noop("Due within 7 days"),
    WAITING: gettext_noop("Longest at the same status"),
}
VIEW_NAMES = ALWAYS | {status.value: STATUS_NAMES[status] for status in Status}
#: More hits than this are not put in order: another word finds the one that is meant.
MOST_HITS = 100


@dataclass(frozen=True, slots=True)
class Choice:
    """A view as the page offers it: its name, and how many moves it has where that is counted."""

    url: str
    label: str
    is_shown: bool
    is_status: bool


@require_safe
def dashboard(request: HttpRequest) -> HttpResponse:
    """A page of moves, what presses first; staff choose a view or search. First page: 5 queries."""
    me, now = person(request), timezone.now()
    found = _searched(request, me)
    show = request.GET.get("show", ALL) if me.is_staff else ALL
    moves = with_failing_mail(with_what_lists_show(moves_for(me)), me)
    page = _hits(moves, found) if found else _page(request, moves, show, now)
    context = {
        "page": page,
        "rows": rows_of(page.moves, reader=me, now=now),
        "mail_fails": mail_fails(page.moves),
        "show": show,
        "is_waiting": show == WAITING,
        "is_first": "after" not in request.GET,
        "choices": _choices(None if found else show, now) if me.is_staff else [],
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
    hits = MergeRequest.objects.filter(pk__in=words_found(typed)[:MOST_HITS].values("move"))
    first = hits.order_by("closed", "presses_at", "pk").values("pk")[: MOVES_A_PAGE + 1]
    order = ("merge_request__closed", "merge_request__presses_at", "pk")
    found = list(moves.filter(pk__in=first).order_by(*order))
    return MovePage(moves=found[:MOVES_A_PAGE], more=len(found) > MOVES_A_PAGE)


def _choices(show: str | None, now: datetime) -> Sequence[Choice]:
    """The views that are always there, and each status that moves are at."""
    counted = {each.view: each for each in tallies(now=now)}
    start = reverse("moves:dashboard")
    return [
        Choice(
            url=f"{start}?{urlencode({'show': name})}" if name else start,
            label=_with_count(label, counted.get(name)),
            is_shown=name == show,
            is_status=name not in ALWAYS,
        )
        for name, label in VIEW_NAMES.items()
        if name in counted or name in ALWAYS
    ]


def _with_count(label: str, tally: Tally | None) -> str:
    if tally is None:
        return gettext(label)
    count = gettext("more than %(count)s") % {"count": tally.count} if tally.over else tally.count
    return f"{gettext(label)} ({count})"
