"""The verification report: on screen, on paper, as data."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from migrations_tracker.events import record_event
from migrations_tracker.models import Event
from migrations_tracker.rate_limits import EXPORT, count_use
from migrations_tracker.report_json import report_data
from migrations_tracker.reports import build_report
from migrations_tracker.views.access import ask_again_who_it_is, move_of, person


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
    count_use(EXPORT, person(request))
    built = build_report(shown, at=now)
    if built is None:
        messages.error(request, _not_yet())
        return redirect("moves:move", pk)
    answer = JsonResponse(
        report_data(built), json_dumps_params={"ensure_ascii": False, "indent": 1}
    )
    answer["Content-Disposition"] = f'attachment; filename="certmove-report-{shown.pk}.json"'
    return answer


def _not_yet() -> str:
    return _(
        "There is no report yet: it needs the sealed before-snapshots of both accounts and the "
        "sealed after-snapshot."
    )
