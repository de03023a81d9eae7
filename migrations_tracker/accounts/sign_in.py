"""What happens when somebody has signed in, by whichever way."""

import logging

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.core.mail import send_mail
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from migrations_tracker.accounts import devices, sessions
from migrations_tracker.models import User

logger = logging.getLogger(__name__)
_BROWSER_LENGTH = 200


def sign_in(request: HttpRequest, user: User) -> None:
    """Start the session of somebody who has just chosen a password, and greet them."""
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    arrived(request, user)
    with translation.override(user.language):
        messages.success(request, _("Welcome, %(name)s.") % {"name": user})


def arrived(request: HttpRequest, user: User) -> None:
    """The session begins now, and the middleware lets the browser remember the person."""
    sessions.begin(request.session, at=timezone.now())
    request.signed_in_now = user  # type: ignore[attr-defined]


def tell_of_new_browser(request: HttpRequest, user: User, address: str) -> None:
    """Mail ``user`` that somebody, at ``address``, signed in from a browser not seen before.

    Where no mail can be sent, the sign-in goes on: the log says so.
    """
    if devices.is_known(request, user):
        return
    with translation.override(user.language or translation.get_language()):
        subject = _("certmove: a sign-in from a new browser")
        text = render_to_string("account/email/new_browser.txt", _told(request, user, address))
    try:
        send_mail(subject, text, settings.DEFAULT_FROM_EMAIL, [user.email])
    except OSError:  # what smtplib and sockets raise
        logger.exception("The mail about the new sign-in of person %s was not sent", user.pk)


def _told(request: HttpRequest, user: User, address: str) -> dict[str, object]:
    browser = request.headers.get("User-Agent", "")
    return {
        "at": timezone.now(),
        "zone": user.time_zone,
        "address": address,
        # One line, whatever somebody sent for it.
        "browser": " ".join(browser.split())[:_BROWSER_LENGTH],
        "password_page": request.build_absolute_uri(reverse("account_change_password")),
        "sessions_page": request.build_absolute_uri(reverse("usersessions_list")),
    }
