"""Where certmove's rules differ from allauth's."""

import logging
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from migrations_tracker.accounts import sessions
from migrations_tracker.accounts.sign_in import arrived, tell_of_new_browser
from migrations_tracker.encryption import decrypt, encrypt
from migrations_tracker.models import User

logger = logging.getLogger(__name__)
SEED = "mfa_authenticator.secret"


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Who may sign up, what a sign-in starts, and when a password is asked for again."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "too_many_login_attempts": _(
            "Too many attempts failed. Wait five minutes, then try again, or reset the password."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Without an invitation only where the operator opened it."""
        return bool(settings.CERTMOVE_OPEN_SIGNUP)

    def login(self, request: HttpRequest, user: User) -> None:
        came_before = user.last_login is not None
        super().login(request, user)
        arrived(request, user)
        if came_before:
            tell_of_new_browser(request, user, self.get_client_ip(request))

    def is_reauthentication_required(self, *, app: str, **options: Any) -> bool:
        """Not right after the sign-in: allauth counts only what was asked again since then."""
        within = app_settings.REAUTHENTICATION_TIMEOUT
        return not sessions.began_within(self.request.session, within, at=timezone.now())

    def send_notification_mail(self, *args: Any, **options: Any) -> None:
        """A mail about a change that is made: where it fails, the change stands all the same."""
        try:
            super().send_notification_mail(*args, **options)
        except OSError:  # what smtplib and sockets raise
            logger.exception("A mail about a change of an account was not sent")

    def get_client_ip(self, request: HttpRequest) -> str:
        """The visitor's address, through as many proxies as are trusted.

        A request that did not come through all of them is its sender's own.
        """
        try:
            return str(super().get_client_ip(request))
        except ImproperlyConfigured:
            return str(request.META["REMOTE_ADDR"])


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Seeds of second factors are encrypted at rest.

    allauth hands over the text alone, so they are bound to their column, not to their row.
    """

    def encrypt(self, text: str) -> str:
        return encrypt(text, aad=SEED)

    def decrypt(self, encrypted_text: str) -> str:
        return decrypt(encrypted_text, aad=SEED)
