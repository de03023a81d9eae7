"""Language and theme: two switches on every page, kept in a cookie and with the person."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from migrations_tracker.models import User

THEMES = ("auto", "light", "dark")


def theme_of(request: HttpRequest) -> str:
    """The theme to render: the person's own, else the cookie's, else ``auto``."""
    person = getattr(request, "user", None)
    chosen = person.theme if isinstance(person, User) else ""
    chosen = chosen or request.COOKIES.get(settings.THEME_COOKIE_NAME, "")
    return chosen if chosen in THEMES else "auto"


@login_not_required
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Keep the language in ``language`` and go back to the page in ``next``."""
    code = request.POST.get("language", "")
    response = _back(request)
    if code in dict(settings.LANGUAGES):
        _keep(request, response, settings.LANGUAGE_COOKIE_NAME, code)
        _keep_with_the_person(request, language=code)
    return response


@login_not_required
@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Keep the theme in ``theme`` and go back to the page in ``next``."""
    name = request.POST.get("theme", "")
    response = _back(request)
    if name in THEMES:
        _keep(request, response, settings.THEME_COOKIE_NAME, name)
        _keep_with_the_person(request, theme=name)
    return response


def _back(request: HttpRequest) -> HttpResponse:
    """A redirect to ``next``, and never to another site."""
    target = request.POST.get("next", "")
    own = url_has_allowed_host_and_scheme(target, {request.get_host()}, request.is_secure())
    return HttpResponseRedirect(target if own else "/")


def _keep(request: HttpRequest, response: HttpResponse, name: str, value: str) -> None:
    response.set_cookie(
        name,
        value,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _keep_with_the_person(request: HttpRequest, **chosen: str) -> None:
    if isinstance(request.user, User):
        User.objects.filter(pk=request.user.pk).update(**chosen)


app_name = "preferences"
urlpatterns = [
    path("language/", language, name="language"),
    path("theme/", theme, name="theme"),
]
