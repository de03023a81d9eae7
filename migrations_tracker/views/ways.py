"""The way that fits a move, before anything is asked of AWS."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from migrations_tracker.core.lifecycle import AFTER_MERGE, CLOSED
from migrations_tracker.merge_requests import standing_of
from migrations_tracker.views.access import move_of
from migrations_tracker.ways.page import way_page


@require_safe
def way(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Which way, why, its steps, until when, and who says so."""
    shown = move_of(request, pk)
    standing = standing_of(shown)
    context = {
        "move": shown,
        "standing": standing,
        "page": way_page(shown, standing, now=timezone.now()),
        "is_over": standing.status in AFTER_MERGE | CLOSED,
    }
    return render(request, "moves/way.html", context)
