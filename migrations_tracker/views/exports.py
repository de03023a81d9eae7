"""What can be taken out: a snapshot as JSON, and empty tables to fill in."""

import json
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from migrations_tracker.core.records import Holder, RecordType
from migrations_tracker.core.sources.spreadsheets import template_csv
from migrations_tracker.events import record_event
from migrations_tracker.models import Event
from migrations_tracker.rate_limits import EXPORT, count_use
from migrations_tracker.reading.as_json import records_to_export
from migrations_tracker.records.of_snapshots import held_records
from migrations_tracker.views.access import ask_again_who_it_is, person, snapshot_of
from migrations_tracker.views.answers import as_download


@require_http_methods(["GET", "HEAD", "POST"])
def export(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A snapshot's records as a file; a POST puts the codes in, and the time line says so."""
    shown = snapshot_of(request, pk)
    count_use(EXPORT, person(request))
    records = tuple(held.record for held in held_records(shown))
    move, with_codes = shown.account.move, request.method == "POST"
    if with_codes:
        ask_again_who_it_is(request)
        by, at = person(request), timezone.now()
        record_event(move, Event.Kind.CODES_SHOWN, by=by, at=at, snapshot=shown)
    holder = Holder(name=move.person_name, candidate_id=shown.account.candidate_id or None)
    exported = records_to_export(holder, records, with_codes=with_codes)
    content = json.dumps(exported, ensure_ascii=False, indent=1).encode()
    return as_download(content, f"certmove-snapshot-{pk}.json", "application/json")


@require_safe
def template(request: HttpRequest, kind: str) -> HttpResponse:
    """An empty spreadsheet for one kind of record. Its mark lets Excel save names as UTF-8."""
    if kind not in set(RecordType):
        raise Http404
    content = template_csv(RecordType(kind)).encode("utf-8-sig")
    return as_download(content, f"certmove-{kind}.csv", "text/csv; charset=utf-8")
