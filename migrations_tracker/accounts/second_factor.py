"""Whether somebody must turn on a second factor, and what a change of it ends."""

from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest

from migrations_tracker.accounts import sessions
from migrations_tracker.models import User

_HAS_ONE = "has_second_factor"
_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def is_missing(request: HttpRequest, user: User) -> bool:
    """Whether ``user`` has none though the installation asks for one.

    It is asked for where CERTMOVE_REQUIRE_MFA says so and somebody else is here, too.
    Whoever has one is asked once a session: a change of factors forgets the answer.
    """
    if not settings.CERTMOVE_REQUIRE_MFA or request.session.get(_HAS_ONE):
        return False
    if Authenticator.objects.filter(user=user, type__in=_FACTORS).exists():
        request.session[_HAS_ONE] = True
        return False
    return User.objects.filter(is_active=True).exclude(pk=user.pk).exists()


def changed(request: HttpRequest, user: User, **_told: Any) -> None:
    """Sign the person out everywhere else: whoever sits there came in by the old factors."""
    request.session.pop(_HAS_ONE, None)
    sessions.end_others(user, request.session)
