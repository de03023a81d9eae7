"""The verification report: on screen, on paper, as data."""

import json
from uuid import UUID

from django.contrib import messages
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from migrations_tracker.events import record_event
from migrations_tracker.models import Event
from migrations_tracker.rate_limits import EXPORT, count_use
from migrations_tracker.reports.as_json import report_data
from migrations_tracker.reports.verification import build_report
from migrations_tracker.views.access import ask_again_who_it_is, move_of, person
from migrations_tracker.views.answers import as_download


@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The report; a POST shows it with the benefit codes, and the time line says so."""
    shown, now = move_of(request, pk), timezone.now()
    show_codes = request.method == "POST"
    if show_codes:
        count_use(EXPORT, person(request))
        ask_again_who_it_is(request)
        record_event(shown, Event.Kind.CODES_SHOWN, by=person(request), at=now)
    built = build_report(shown, at=now, show_codes=show_codes)
    if built is None:
        messages.error(request, _not_yet())
        return redirect("moves:move", pk)
    context = {"move": shown, "report": built, "codes_shown": show_codes}
    return render(request, "moves/report.html", context)


@require_safe
def report_json(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The same content as a JSON file, always without benefit codes."""
    shown, now = move_of(request, pk), timezone.now()
    built = build_report(shown, at=now)
    if built is None:
        messages.error(request, _not_yet())
        return redirect("moves:move", pk)
    content = json.dumps(report_data(built), cls=DjangoJSONEncoder, ensure_ascii=False, indent=1)
    return as_download(content.encode(), f"certmove-report-{shown.pk}.json", "application/json")


def _not_yet() -> str:
    return _(
        "There is no report yet: it needs the sealed before-snapshots of both accounts and the "
        "sealed after-snapshot."
    )
