"""Typing, correcting and removing single records of a draft."""

from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from migrations_tracker.core.records import RecordType
from migrations_tracker.core.words import RECORD_NAMES
from migrations_tracker.forms.records import RECORD_FORMS, RecordForm
from migrations_tracker.models import Snapshot
from migrations_tracker.records.of_snapshots import HeldRecord
from migrations_tracker.seen import seen_of
from migrations_tracker.snapshots.contents import (
    add_record,
    change_record,
    held_record,
    highest_number,
    remove_record,
)
from migrations_tracker.snapshots.errors import NoSuchRecord, RecordChanged, SnapshotError
from migrations_tracker.views.access import person, snapshot_of
from migrations_tracker.views.answers import conflict_page, page_with_form


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, pk: UUID, kind: str) -> HttpResponse:
    """Type a record that no paste brings."""
    if kind not in set(RecordType):
        raise Http404
    shown = snapshot_of(request, pk)
    initial = {"seen": highest_number(shown)}
    form = RECORD_FORMS[RecordType(kind)](request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        by, at = person(request), timezone.now()
        try:
            add_record(shown, form.record(), after=form.after(), by=by, at=at)
        except SnapshotError as error:
            messages.error(request, error.message)
        else:
            messages.success(request, _("The record is kept."))
        return redirect("moves:snapshot", pk)
    context = {"snapshot": shown, "record_name": RECORD_NAMES[RecordType(kind)]}
    return page_with_form(request, "snapshots/record.html", context, form)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, pk: UUID, number: int) -> HttpResponse:
    """Correct a record of a draft."""
    shown = snapshot_of(request, pk)
    held = _record_of(shown, number)
    form = RECORD_FORMS[held.kind](request.POST or None, initial=_initial_of(held))
    context = {"snapshot": shown, "record_name": RECORD_NAMES[held.kind], "held": held}
    if request.method == "POST" and form.is_valid():
        by, at, seen = person(request), timezone.now(), form.cleaned_data["seen"]
        try:
            change_record(shown, number, form.record(), seen=seen, by=by, at=at)
        except RecordChanged as changed:
            return _conflict(request, shown, number, context, form, changed)
        except SnapshotError as error:
            messages.error(request, error.message)
        else:
            messages.success(request, _("The record is corrected."))
        return redirect("moves:snapshot", pk)
    return page_with_form(request, "snapshots/record.html", context, form)


def _initial_of(held: HeldRecord) -> dict[str, Any]:
    return {**asdict(held.record), "seen": seen_of([held.record])}


def _conflict(
    request: HttpRequest,
    snapshot: Snapshot,
    number: int,
    context: dict[str, Any],
    form: RecordForm,
    changed: RecordChanged,
) -> HttpResponse:
    current = _initial_of(_record_of(snapshot, number))
    return conflict_page(
        request,
        "snapshots/record.html",
        context,
        form,
        current=current,
        seen={"seen": current["seen"]},
        message=changed.message,
    )


def _record_of(snapshot: Snapshot, number: int) -> HeldRecord:
    """The record, 404 where the snapshot is sealed or has no such number."""
    if snapshot.is_sealed:
        raise Http404
    try:
        return held_record(snapshot, number)
    except NoSuchRecord as error:
        raise Http404 from error


@require_POST
def remove(request: HttpRequest, pk: UUID, number: int) -> HttpResponse:
    shown = snapshot_of(request, pk)
    try:
        seen = request.POST.get("seen", "")
        remove_record(shown, number, seen=seen, by=person(request), at=timezone.now())
    except RecordChanged:
        messages.error(request, _("This record was changed in the meantime, so it is still here."))
    except SnapshotError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("The record is removed from this draft."))
    return redirect("moves:snapshot", pk)
