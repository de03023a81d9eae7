"""Deadlines sent to where a person looks: the calendar's address and file, and reminders."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from migrations_tracker.deadlines.calendars import (
    calendar_of_moves,
    calendar_of_person,
    owner_of_feed,
    renew_feed,
    switch_feed_off,
)
from migrations_tracker.models import CalendarFeed, User
from migrations_tracker.views.access import move_of, person
from migrations_tracker.views.answers import as_download

_FRESH_ADDRESS = "fresh_calendar_address"
_REMINDERS = {"remind": True, "do_not_remind": False}
_MEDIA_TYPE = "text/calendar; charset=utf-8"


@require_http_methods(["GET", "HEAD", "POST"])
def calendar(request: HttpRequest) -> HttpResponse:
    """Whether there is an address and whether reminders go out, and buttons to change that."""
    if request.method == "POST":
        return _changed(request)
    context = {
        "feed": CalendarFeed.objects.filter(owner=person(request)).first(),
        "fresh_address": request.session.pop(_FRESH_ADDRESS, ""),
    }
    return render(request, "moves/calendar.html", context)


def _changed(request: HttpRequest) -> HttpResponse:
    act = request.POST.get("act")
    if act == "renew":
        token = renew_feed(person(request), at=timezone.now())
        path = reverse("moves:calendar_feed", args=[token])
        request.session[_FRESH_ADDRESS] = request.build_absolute_uri(path)
    elif act == "off":
        switch_feed_off(person(request))
        messages.success(request, _("The calendar's address no longer works."))
    elif act in _REMINDERS:
        User.objects.filter(pk=person(request).pk).update(wants_reminders=_REMINDERS[act])
    return redirect("moves:calendar")


@login_not_required
@require_safe
def calendar_feed(request: HttpRequest, token: str) -> HttpResponse:
    """The deadlines for whoever knows the address, in their owner's language."""
    owner = owner_of_feed(token)
    if owner is None:
        raise Http404
    with translation.override(owner.language or translation.get_language()):
        text = calendar_of_person(owner, now=timezone.now())
    return HttpResponse(text, content_type=_MEDIA_TYPE)


@require_safe
def calendar_file(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The deadlines of one move, to be put into a calendar once."""
    text = calendar_of_moves([move_of(request, pk)], now=timezone.now())
    return as_download(text, "certmove.ics", _MEDIA_TYPE)
