"""The steps of the merge request, the comparison, and settling what it found."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from migrations_tracker.comparing.comparisons import (
    MoveComparison,
    MoveSnapshots,
    compare_move,
    move_snapshots,
)
from migrations_tracker.comparing.finding_rows import finding_rows
from migrations_tracker.core.lifecycle import MOVES, MoveNotOpen, Status, reasons_against
from migrations_tracker.core.lifecycle import Move as Step
from migrations_tracker.forms.merge_requests import FindingForm, SettleForm, StepForm
from migrations_tracker.merge_requests import (
    AlreadyMoved,
    FindingGone,
    met_needs,
    settle,
    standing_of,
    transition,
    unsettle,
)
from migrations_tracker.models import Move
from migrations_tracker.records.tables import Values
from migrations_tracker.saying import said
from migrations_tracker.views.access import move_of, person


@require_POST
def step(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Make one step of the life cycle, or say why it can't be made."""
    shown = move_of(request, pk)
    form = StepForm(request.POST)
    if not form.is_valid() or form.cleaned_data["step"] not in MOVES:
        return _refused(request, shown, [_("This is not a step. Use the buttons below.")], 422)
    data = form.cleaned_data
    try:
        transition(
            shown,
            data["step"],
            version=data["version"],
            by=person(request),
            at=timezone.now(),
            note=data["note"],
        )
    except AlreadyMoved as moved:
        return _refused(request, shown, [str(moved.message)], 409, data["note"])
    except MoveNotOpen as closed:
        return _refused(request, shown, [said(each) for each in closed.reasons], 409, data["note"])
    messages.success(request, _("Noted in the time line."))
    return redirect("moves:move", pk)


def _refused(
    request: HttpRequest, move: Move, reasons: list[str], status: int, note: str = ""
) -> HttpResponse:
    """Where the request stands now, why the step was not made, and the person's note kept."""
    current = move_of(request, move.pk)
    context = {
        "move": current,
        "standing": standing_of(current),
        "reasons": reasons,
        "note": note,
    }
    return render(request, "moves/refused.html", context, status=status)


@require_safe
def comparison(request: HttpRequest, pk: UUID) -> HttpResponse:
    return _comparison(request, move_of(request, pk))


def _comparison(
    request: HttpRequest,
    shown: Move,
    form: SettleForm | None = None,
    status: int = 200,
    unused: str = "",
) -> HttpResponse:
    """``unused`` is a person's reason for a finding that is no longer open."""
    snapshots = move_snapshots(shown)
    compared = compare_move(shown, snapshots)
    rows = finding_rows(compared, Values()) if compared else []
    context = {
        "move": shown,
        "snapshots": snapshots,
        "compared": compared,
        "rows": rows,
        "open_rows": [[row] for row in rows if row.is_open],
        "settled_rows": [row for row in rows if row.settlement],
        "form": form,
        "unused": unused,
        "verify": _verify_step(shown, compared, snapshots),
    }
    return render(request, "moves/comparison.html", context, status=status)


def _verify_step(
    move: Move, compared: MoveComparison | None, snapshots: MoveSnapshots
) -> Step | None:
    """The step that verifies the move, where it is open now."""
    status = Status(move.merge_request.status)
    reasons = reasons_against(MOVES["verify"], status, met_needs(move, compared, snapshots))
    return None if reasons else MOVES["verify"]


@require_POST
def settle_finding(request: HttpRequest, pk: UUID) -> HttpResponse:
    shown = move_of(request, pk)
    form = SettleForm(request.POST)
    if not form.is_valid():
        return _comparison(request, shown, form, status=422)
    data = form.cleaned_data
    by, at = person(request), timezone.now()
    try:
        settle(shown, data["finding"], data["reason"], by=by, at=at)
    except FindingGone:
        return _comparison(request, move_of(request, pk), status=409, unused=data["reason"])
    messages.success(request, _("The finding is settled; the report shows your reason."))
    return redirect("moves:comparison", pk)


@require_POST
def unsettle_finding(request: HttpRequest, pk: UUID) -> HttpResponse:
    shown = move_of(request, pk)
    form = FindingForm(request.POST)
    key = form.cleaned_data["finding"] if form.is_valid() else ""
    try:
        unsettle(shown, key, by=person(request), at=timezone.now())
    except FindingGone as gone:
        messages.error(request, str(gone.message))
    else:
        messages.success(request, _("The settlement is taken back; the finding is open again."))
    return redirect("moves:comparison", pk)
