"""What every request passes through besides Django's own layers."""

from collections.abc import Callable
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation

from certmove.errors import out_of_order
from migrations_tracker.models import User

Handler = Callable[[HttpRequest], HttpResponse]
Policy = dict[str, list[str]]

PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


class ProtectiveHeadersMiddleware:
    """Headers that each answer carries, error pages and static files included.

    A view that sets one of them itself (a download with its own policy) keeps its own.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", header_of(policy_for(request)))
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("X-Frame-Options", "DENY")  # of static files, too
        # Static files bring their own; a page may hold what only this person may see.
        response.headers.setdefault("Cache-Control", "no-store, private")
        return response


def policy_for(request: HttpRequest) -> Policy:
    """The Content Security Policy of the view that answers ``request``."""
    view = request.resolver_match.view_name if request.resolver_match else ""
    return {**settings.SECURE_CSP, **settings.SECURE_CSP_BY_VIEW.get(view, {})}


def header_of(policy: Policy) -> str:
    """``policy`` in the header's own notation."""
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in policy.items())


class PreferencesMiddleware:
    """Shows a signed-in person pages in the language and the time zone that person chose."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        person = request.user if isinstance(request.user, User) else None
        if person and person.language and translation.check_for_language(person.language):
            translation.activate(person.language)
            request.LANGUAGE_CODE = translation.get_language()
        with timezone.override(zone_of(person)):
            return self.get_response(request)


def zone_of(person: User | None) -> ZoneInfo | None:
    """The person's time zone; None, for the installation's own, where none that exists is set."""
    try:
        return ZoneInfo(person.time_zone) if person and person.time_zone else None
    except (ZoneInfoNotFoundError, ValueError):
        return None


class OutOfOrderMiddleware:
    """Says what to do where a key is missing or a file of the operator's cannot be used."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        return out_of_order(request, error)
