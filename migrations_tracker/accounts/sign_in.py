"""Signing in somebody who has just come in."""

from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpRequest
from django.utils import translation
from django.utils.translation import gettext as _

from migrations_tracker.models import User


def sign_in(request: HttpRequest, user: User) -> None:
    """Start the session of somebody who has just chosen a password, and greet them."""
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    with translation.override(user.language):
        messages.success(request, _("Welcome, %(name)s.") % {"name": user})
