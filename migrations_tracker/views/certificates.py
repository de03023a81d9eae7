"""Certificate files: attach, download, remove."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from migrations_tracker.core.file_types import EXTENSIONS
from migrations_tracker.core.records import RecordType
from migrations_tracker.evidence.certificates import (
    CertificateRefused,
    attach_certificate,
    remove_certificate,
)
from migrations_tracker.evidence.files import FileAltered, stored_file
from migrations_tracker.facts.catalogue import current_catalogue
from migrations_tracker.forms.merge_requests import CertificateForm
from migrations_tracker.models import Move, Snapshot
from migrations_tracker.records.of_snapshots import held_records_of
from migrations_tracker.views.access import certificate_of, move_of, person
from migrations_tracker.views.answers import as_download, page_with_form


@require_http_methods(["GET", "HEAD", "POST"])
def attach(request: HttpRequest, pk: UUID) -> HttpResponse:
    shown = move_of(request, pk)
    names = _certifications(shown)
    form = CertificateForm(request.POST or None, request.FILES or None, certifications=names)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            attach_certificate(
                shown,
                certification=form.cleaned_data["certification"],
                name=file.name,
                content=form.content(),
                by=person(request),
                at=timezone.now(),
            )
        except CertificateRefused as refused:
            form.add_error("file", str(refused.message))
        else:
            messages.success(request, _("The certificate is attached."))
            return redirect("moves:move", pk)
    return page_with_form(request, "moves/certificate.html", {"move": shown}, form)


def _certifications(move: Move) -> list[str]:
    """The move's own certifications first, then the catalogue's others."""
    held = held_records_of(Snapshot.objects.filter(account__move=move), codes=False)
    kept = (each for records in held.values() for each in records)
    own = sorted({each.record.name for each in kept if each.kind is RecordType.CERTIFICATION})
    catalogue = current_catalogue()
    others = sorted(catalogue.name_of(entry.code, "en") for entry in catalogue.entries)
    return [*own, *(name for name in others if name not in own)]


@require_safe
def download(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The file as it was attached: saved to disk, never opened as a page of this site."""
    file = certificate_of(request, pk)
    try:
        content = stored_file(file.stored_as, file.sha256)
    except FileAltered:
        messages.error(request, FileAltered.message)
        return redirect("moves:move", file.move_id)
    stem = file.name.rsplit(".", 1)[0] or "certificate"
    name = f"{stem}{EXTENSIONS[file.media_type]}"
    return as_download(content, name, file.media_type)


@require_POST
def remove(request: HttpRequest, pk: UUID) -> HttpResponse:
    file = certificate_of(request, pk)
    move = file.move_id
    remove_certificate(file, by=person(request), at=timezone.now())
    messages.success(request, _("The certificate is removed."))
    return redirect("moves:move", move)
