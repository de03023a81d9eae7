"""The way to the page of first use."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from migrations_tracker.accounts import first_use

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
