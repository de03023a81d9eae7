"""What every template may use."""

from django.conf import settings
from django.http import HttpRequest
from django.utils import translation

from certmove.preferences import theme_of


def preferences(request: HttpRequest) -> dict[str, object]:
    """``theme`` (light, dark or auto), ``language`` (its code) and ``languages`` to choose from.

    ``signup_open``: whether anybody may make an account without an invitation.
    """
    return {
        "theme": theme_of(request),
        "language": translation.get_language() or settings.LANGUAGE_CODE,
        "languages": settings.LANGUAGES,
        "signup_open": settings.CERTMOVE_OPEN_SIGNUP,
    }
