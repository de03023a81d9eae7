"""The pages of a snapshot: fill it, look at it, seal it."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from migrations_tracker.core.accounts import Phase
from migrations_tracker.core.words import SECTION_NAMES
from migrations_tracker.events import record_event
from migrations_tracker.evidence.files import FileAltered, stored_file
from migrations_tracker.evidence.texts import evidence_text
from migrations_tracker.forms.snapshots import PasteForm
from migrations_tracker.models import Event, Snapshot
from migrations_tracker.rate_limits import READING, count_use
from migrations_tracker.records.of_snapshots import held_records
from migrations_tracker.records.tables import Values, record_tables
from migrations_tracker.seen import seen_of
from migrations_tracker.snapshots.acts import (
    correct_snapshot,
    current_snapshot,
    declare_empty,
    discard_draft,
    draft_of,
    seal_snapshot,
    start_snapshot,
)
from migrations_tracker.snapshots.contents import add_readings
from migrations_tracker.snapshots.errors import SnapshotError, Undecided
from migrations_tracker.snapshots.preview import preview_of
from migrations_tracker.snapshots.sources import Brought, brought_files, brought_text
from migrations_tracker.snapshots.uploads import store_uploads, uploads_of
from migrations_tracker.views.access import (
    account_of,
    ask_again_who_it_is,
    evidence_of,
    person,
    phase_of,
    snapshot_of,
)
from migrations_tracker.views.answers import as_download

TEXT = "text/plain; charset=utf-8"


@require_http_methods(["GET", "HEAD", "POST"])
def place(request: HttpRequest, pk: UUID, role: str, phase: str) -> HttpResponse:
    """Where an account's snapshot is made: leads to the one there is, or starts one."""
    account = account_of(request, pk, role)
    wanted = phase_of(account, phase)
    if request.method == "POST":
        try:
            snapshot = start_snapshot(account, wanted, by=person(request), at=timezone.now())
        except SnapshotError as error:
            messages.error(request, error.message)
            return redirect("moves:move", pk)
        return redirect("moves:snapshot", snapshot.pk)
    known = draft_of(account, wanted) or current_snapshot(account, wanted)
    if known:
        return redirect("moves:snapshot", known.pk)
    context = {"move": account.move, "account": account, "is_after": wanted is Phase.AFTER}
    return render(request, "snapshots/place.html", context)


@require_safe
def snapshot(request: HttpRequest, pk: UUID) -> HttpResponse:
    return _page(request, snapshot_of(request, pk), PasteForm())


@require_POST
def show_codes(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The page with the benefit codes in the clear; the time line says who asked."""
    shown = snapshot_of(request, pk)
    ask_again_who_it_is(request)
    by, at = person(request), timezone.now()
    record_event(shown.account.move, Event.Kind.CODES_SHOWN, by=by, at=at, snapshot=shown)
    return _page(request, shown, PasteForm(), show_codes=True)


def _page(
    request: HttpRequest, shown: Snapshot, form: PasteForm, *, show_codes: bool = False
) -> HttpResponse:
    held = held_records(shown)
    context = {
        "snapshot": shown,
        "move": shown.account.move,
        "seen": seen_of(each.record for each in held),
        "tables": record_tables(held, Values(show_codes=show_codes)),
        "sections": [
            {"name": name, "count": sum(each.kind is kind for each in held)}
            for kind, name in SECTION_NAMES.items()
        ],
        "codes_shown": show_codes,
        "evidence": shown.evidence.order_by("number").defer("sealed_text"),
        "form": form,
    }
    status = 422 if form.errors else 200
    return render(request, "snapshots/snapshot.html", context, status=status)


@require_POST
def preview(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What was read from the paste or the files; no record is stored."""
    shown = snapshot_of(request, pk)
    count_use(READING, person(request))
    form = PasteForm(request.POST, request.FILES)
    if shown.is_sealed or not form.is_valid():
        return _page(request, shown, form)
    batch = form.cleaned_data["batch"]
    if form.cleaned_data["documents"]:
        by, at = person(request), timezone.now()
        batch = store_uploads(shown, form.contents(), by=by, at=at)
    return _preview(request, shown, form, _brought(shown, form, batch), batch)


def _brought(shown: Snapshot, form: PasteForm, batch: UUID | None) -> list[Brought]:
    """The files of the batch, and the pasted text behind them."""
    data, account = form.cleaned_data, shown.account
    hints = data["section"], data["date_order"]
    uploads = uploads_of(shown, batch) if batch else []
    files = brought_files(uploads, account, *hints) if uploads else []
    text = data["text"]
    return [*files, *(brought_text(text, account, *hints) if text.strip() else [])]


def _preview(
    request: HttpRequest,
    shown: Snapshot,
    form: PasteForm,
    brought: list[Brought],
    batch: UUID | None,
    error: str = "",
) -> HttpResponse:
    context = {
        "snapshot": shown,
        "move": shown.account.move,
        "form": form,
        "batch": batch or "",
        "preview": preview_of(shown, brought, form.choices_made()),
        "error": error,
    }
    return render(request, "snapshots/preview.html", context, status=422 if error else 200)


@require_POST
def keep(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Read the original again and store it: what the browser shows is never trusted."""
    shown = snapshot_of(request, pk)
    count_use(READING, person(request))
    form = PasteForm(request.POST)
    if not form.is_valid():
        return _page(request, shown, form)
    batch = form.cleaned_data["batch"]
    brought = _brought(shown, form, batch)
    try:
        count = _keep(request, shown, form, brought)
    except Undecided as undecided:
        return _preview(request, shown, form, brought, batch, str(undecided.message))
    except SnapshotError as error:
        messages.error(request, error.message)
        return redirect("moves:snapshot", pk)
    kept = ngettext("Kept: %(count)s record.", "Kept: %(count)s records.", count)
    messages.success(request, kept % {"count": count})
    return redirect("moves:snapshot", pk)


def _keep(request: HttpRequest, shown: Snapshot, form: PasteForm, brought: list[Brought]) -> int:
    readings = [(each.reading, each.source) for each in brought]
    by, at = person(request), timezone.now()
    batch = form.cleaned_data["batch"]
    made = add_readings(shown, readings, choices=form.choices_made(), batch=batch, by=by, at=at)
    return sum(len(additions) for additions in made)


def _act(
    request: HttpRequest, pk: UUID, act: Callable[[Snapshot], Snapshot | None], done: str
) -> HttpResponse:
    """Run one act on the snapshot and lead to where it is seen."""
    shown = snapshot_of(request, pk)
    try:
        result = act(shown)
    except SnapshotError as error:
        messages.error(request, error.message)
        return redirect("moves:snapshot", pk)
    messages.success(request, done)
    return redirect("moves:snapshot", (result or shown).pk)


@require_POST
def seal(request: HttpRequest, pk: UUID) -> HttpResponse:
    by, at = person(request), timezone.now()
    return _act(
        request,
        pk,
        lambda shown: seal_snapshot(shown, seen=request.POST.get("seen"), by=by, at=at),
        _("The snapshot is sealed. It never changes any more."),
    )


@require_POST
def empty(request: HttpRequest, pk: UUID) -> HttpResponse:
    by, at, is_empty = person(request), timezone.now(), request.POST.get("empty") == "yes"
    done = (
        _("The account is declared empty. Seal the snapshot to fix that.")
        if is_empty
        else _("The account is no longer declared empty.")
    )
    return _act(request, pk, lambda shown: declare_empty(shown, empty=is_empty, by=by, at=at), done)


@require_POST
def correct(request: HttpRequest, pk: UUID) -> HttpResponse:
    by, at = person(request), timezone.now()
    return _act(
        request,
        pk,
        lambda shown: correct_snapshot(shown, by=by, at=at),
        _("This is a new draft with the same records. Correct it, then seal it."),
    )


@require_POST
def discard(request: HttpRequest, pk: UUID) -> HttpResponse:
    shown = snapshot_of(request, pk)
    move = shown.account.move
    try:
        discard_draft(shown, by=person(request), at=timezone.now())
    except SnapshotError as error:
        messages.error(request, error.message)
        return redirect("moves:snapshot", pk)
    messages.success(request, _("The draft is thrown away."))
    return redirect("moves:move", move.pk)


@require_safe
def evidence(request: HttpRequest, pk: UUID, number: int) -> HttpResponse:
    """What was brought, as it was: downloaded, never opened as a page."""
    shown = evidence_of(request, pk, number)
    content, name = evidence_text(shown).encode(), f"evidence-{shown.number}.txt"
    if shown.stored_as:
        try:
            content, name = stored_file(shown.stored_as, shown.sha256), shown.name
        except FileAltered:
            messages.error(request, FileAltered.message)
            return redirect("moves:snapshot", pk)
    return as_download(content, name, "application/octet-stream" if shown.stored_as else TEXT)
