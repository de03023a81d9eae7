"""What stands between a visitor and the pages: first use, the session's end, second factors."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from migrations_tracker.accounts import devices, first_use, second_factor, sessions
from migrations_tracker.models import User

Handler = Callable[[HttpRequest], HttpResponse]


class FirstUseMiddleware:
    """Sends every page of an empty installation to the one that makes the first person."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        welcome = reverse("first_use:welcome")
        reachable = (welcome, reverse("preferences:language"), reverse("preferences:theme"))
        signed_in = request.user.is_authenticated  # then somebody exists: nothing to ask
        if not signed_in and request.path not in reachable and first_use.is_open():
            return HttpResponseRedirect(welcome)
        return self.get_response(request)


class SessionLimitsMiddleware:
    """Ends sessions that are over, and leaves nothing in the browser of who signs out."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        was_signed_in = request.user.is_authenticated
        if was_signed_in:
            _end_or_go_on(request)
        response = self.get_response(request)
        if was_signed_in and not request.user.is_authenticated:
            # Not "cookies": language, theme and known browsers outlive the session.
            response.headers.setdefault("Clear-Site-Data", '"cache", "storage"')
        if isinstance(arrived := getattr(request, "signed_in_now", None), User):
            devices.remember(request, response, arrived)
        return response


def _end_or_go_on(request: HttpRequest) -> None:
    now = timezone.now()
    if sessions.is_over(request.session, at=now):
        logout(request)
    else:
        sessions.note_use(request.session, at=now)


class SecondFactorMiddleware:
    """Leads who must turn on a second factor to where that is done, and nowhere else."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, options: Any
    ) -> HttpResponse | None:
        if not isinstance(request.user, User) or _is_needed_to_get_there(request, view):
            return None
        if not second_factor.is_missing(request, request.user):
            return None
        return render(request, "mfa/needed.html", status=403)


def _is_needed_to_get_there(request: HttpRequest, view: Any) -> bool:
    """The account's own pages, and what is open to everybody."""
    name = request.resolver_match.view_name if request.resolver_match else ""
    own = name.startswith(("mfa_", "account_", "usersessions_"))
    return own or not getattr(view, "login_required", True)
