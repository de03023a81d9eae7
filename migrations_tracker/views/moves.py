"""The pages of a move and its accounts."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from migrations_tracker.comparing.comparisons import MoveComparison, newest_sealed, snapshots_of
from migrations_tracker.core.accounts import Phase, Role
from migrations_tracker.core.deadlines import Deadline
from migrations_tracker.core.lifecycle import AFTER_MERGE, CLOSED
from migrations_tracker.core.next_step import NEXT_STEP_SENTENCES, next_step
from migrations_tracker.core.records import Record
from migrations_tracker.forms.moves import AccountForm, MoveForm
from migrations_tracker.letters.fitting_drafts import drafts_of
from migrations_tracker.merge_requests import standing_of
from migrations_tracker.models import Move, Snapshot
from migrations_tracker.moves.acts import (
    AlreadyStarted,
    StaleForm,
    change_account,
    change_move,
    start_move,
)
from migrations_tracker.moves.badges import deadline_chips, deadline_lines
from migrations_tracker.moves.employer_holds import plans_of
from migrations_tracker.moves.missing_details import missing_details
from migrations_tracker.moves.overview import most_pressing, pressing_deadlines, stages_of
from migrations_tracker.moves.timeline import entries_of, lines_of, timeline_of
from migrations_tracker.records.of_snapshots import held_records_of
from migrations_tracker.views.access import account_of, move_of, person
from migrations_tracker.views.answers import conflict_page, page_with_form
from migrations_tracker.views.next_step import page_of

#: Deadlines further away than this are folded up.
NEAR_DAYS = 90


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    me = person(request)
    form = MoveForm(request.POST or None, initial=_known_of(request))
    if request.method == "POST" and form.is_valid():
        pk = form.cleaned_data["move"] or uuid4()
        try:
            start_move(owner=me, by=me, at=timezone.now(), pk=pk, **form.details())
        except AlreadyStarted as started:
            messages.info(request, str(started.message))
        else:
            messages.success(request, _("The move is started."))
            _warn(request, form)
        return redirect("moves:move", pk)
    return page_with_form(request, "moves/start.html", {}, form)


def _known_of(request: HttpRequest) -> dict[str, object]:
    me = person(request)
    name = me.get_full_name() if me.get_full_name().isascii() else ""
    return {"move": uuid4(), "person_name": name, "time_zone": me.time_zone or "Asia/Tokyo"}


@require_safe
def move(request: HttpRequest, pk: UUID) -> HttpResponse:
    """All of one move: the next thing, what presses, the snapshots, the steps, the time line."""
    shown = move_of(request, pk)
    taken = snapshots_of(shown)
    standing = standing_of(shown, newest_sealed(taken))
    step, snapshots = next_step(standing.status, standing.met), _by_place(taken)
    deadlines = _deadlines(shown, standing.comparison, snapshots)
    near = [each for each in deadlines if each.days_left <= NEAR_DAYS]
    far = [each for each in deadlines if each.days_left > NEAR_DAYS]
    closed = standing.status in CLOSED
    pressing = None if closed else most_pressing(near)
    timeline = timeline_of(shown).select_related("by", "mail")
    context = {
        "move": shown,
        "standing": standing,
        "plans": plans_of(shown, timeline, now=timezone.now()),
        "stages": stages_of(standing.status, timeline),
        "next": NEXT_STEP_SENTENCES[step],
        "next_page": page_of(step, shown, today=timezone.localdate()),
        "drafts": drafts_of(shown, standing, today=timezone.localdate()),
        "deadlines": deadline_lines(near),
        "far_deadlines": deadline_lines(far),
        "pressing": pressing and deadline_chips()(pressing),
        "closed": closed,
        "missing": [] if closed else missing_details(shown),
        "places": _places(shown, snapshots),
        "timeline": lines_of(entries_of(timeline), shown),
        "files": shown.certificate_files.order_by("added_at"),
    }
    return render(request, "moves/move.html", context)


def _by_place(taken: Iterable[Snapshot]) -> dict[tuple[str, str], list[Snapshot]]:
    """The snapshots by role and phase."""
    found: dict[tuple[str, str], list[Snapshot]] = {}
    for snapshot in taken:
        found.setdefault((snapshot.account.role, snapshot.phase), []).append(snapshot)
    return found


def _places(
    move: Move, snapshots: dict[tuple[str, str], list[Snapshot]]
) -> list[dict[str, object]]:
    """The three snapshots a move needs, each with what there is of it."""
    needed = [
        (Role.SOURCE, Phase.BEFORE),
        (Role.DESTINATION, Phase.BEFORE),
        (Role.DESTINATION, Phase.AFTER),
    ]
    return [
        {
            "role": role,
            "phase": phase,
            "is_open": phase is Phase.BEFORE or move.merge_request.status in AFTER_MERGE,
            "draft": next((s for s in snapshots.get((role, phase), []) if not s.is_sealed), None),
            "sealed": _newest_sealed(snapshots.get((role, phase), [])),
        }
        for role, phase in needed
    ]


def _newest_sealed(snapshots: list[Snapshot]) -> Snapshot | None:
    sealed = [snapshot for snapshot in snapshots if snapshot.is_sealed]
    return max(sealed, key=lambda each: each.seal_number, default=None)


def _deadlines(
    move: Move,
    comparison: MoveComparison | None,
    snapshots: dict[tuple[str, str], list[Snapshot]],
) -> tuple[Deadline, ...]:
    return pressing_deadlines(move, now=timezone.now(), records=_records(comparison, snapshots))


def _records(
    comparison: MoveComparison | None, snapshots: dict[tuple[str, str], list[Snapshot]]
) -> list[Record]:
    """What presses is told from what the source account held, sealed or still a draft."""
    if comparison is not None:
        return [held.record for held in comparison.held[Role.SOURCE]]
    newest = snapshots.get((Role.SOURCE, Phase.BEFORE), [])[:1]
    held = held_records_of(newest) if newest else {}
    return [each.record for records in held.values() for each in records]


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    shown = move_of(request, pk)
    form = MoveForm(request.POST or None, initial=MoveForm.initial_of(shown))
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"] or 0
        try:
            change_move(
                shown, form.details(), version=version, by=person(request), at=timezone.now()
            )
        except StaleForm as stale:
            current = MoveForm.initial_of(move_of(request, pk))
            return _stale(request, "moves/edit.html", {"move": shown}, form, stale, current)
        messages.success(request, _("The details are saved."))
        _warn(request, form)
        return redirect("moves:move", pk)
    return page_with_form(request, "moves/edit.html", {"move": shown}, form)


def _warn(request: HttpRequest, form: MoveForm) -> None:
    for doubt in form.doubts():
        messages.warning(request, doubt)


@require_http_methods(["GET", "HEAD", "POST"])
def account(request: HttpRequest, pk: UUID, role: str) -> HttpResponse:
    shown = account_of(request, pk, role)
    other = next(each for each in shown.move.accounts.all() if each.pk != shown.pk)
    form = AccountForm(request.POST or None, initial=AccountForm.initial_of(shown), other=other)
    context: dict[str, object] = {"move": shown.move, "account": shown}
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"]
        try:
            change_account(
                shown, form.details(), version=version, by=person(request), at=timezone.now()
            )
        except StaleForm as stale:
            current = AccountForm.initial_of(account_of(request, pk, role))
            return _stale(request, "moves/account.html", context, form, stale, current)
        messages.success(request, _("The account is saved."))
        return redirect("moves:move", pk)
    return page_with_form(request, "moves/account.html", context, form)


def _stale(
    request: HttpRequest,
    template: str,
    context: dict[str, object],
    form: MoveForm | AccountForm,
    stale: StaleForm,
    current: dict[str, Any],
) -> HttpResponse:
    seen = {"version": current["version"]}
    return conflict_page(
        request, template, context, form, current=current, seen=seen, message=stale.message
    )
