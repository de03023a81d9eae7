"""Which browsers somebody has signed in from before, so that a new one is told by mail.

The browser itself keeps that, signed, in a cookie of its own: nothing about it is stored here.
"""

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from migrations_tracker.models import User

_SALT = "certmove.device"
_KEPT_SECONDS = 365 * 24 * 60 * 60
_MOST_PEOPLE = 20  # of one browser; a cookie holds 4 KB


def is_known(request: HttpRequest, user: User) -> bool:
    """Whether ``user`` has signed in from this browser within the last year."""
    return user.pk in _people_of(request)


def remember(request: HttpRequest, response: HttpResponse, user: User) -> None:
    """Let the browser keep that ``user`` has signed in from it."""
    others = [pk for pk in _people_of(request) if pk != user.pk]
    response.set_cookie(
        settings.DEVICE_COOKIE_NAME,
        signing.dumps([user.pk, *others][:_MOST_PEOPLE], salt=_SALT),
        max_age=_KEPT_SECONDS,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _people_of(request: HttpRequest) -> list[int]:
    signed = request.COOKIES.get(settings.DEVICE_COOKIE_NAME, "")
    try:
        people = signing.loads(signed, salt=_SALT, max_age=_KEPT_SECONDS)
    except signing.BadSignature:
        return []
    return people if isinstance(people, list) else []
