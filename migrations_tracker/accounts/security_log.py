"""Who signed in, failed to, or changed how one signs in: a log line each, without any name."""

import logging
from collections.abc import Callable

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from django.contrib.auth import signals as auth
from django.dispatch import Signal

logger = logging.getLogger(__name__)

_TOLD: tuple[tuple[Signal, int, str], ...] = (
    (auth.user_logged_in, logging.INFO, "signed in"),
    (auth.user_logged_out, logging.INFO, "signed out"),
    (auth.user_login_failed, logging.WARNING, "a password was wrong"),
    (mfa.authentication_failed, logging.WARNING, "a second factor was wrong"),
    (mfa.authenticator_added, logging.INFO, "added a second factor"),
    (mfa.authenticator_removed, logging.INFO, "removed a second factor"),
    (mfa.authenticator_reset, logging.INFO, "made new recovery codes"),
    (account.password_changed, logging.INFO, "changed the password"),
    (account.password_reset, logging.INFO, "reset the password"),
    (account.email_added, logging.INFO, "added a mail address"),
    (account.email_changed, logging.INFO, "changed the mail address"),
    (account.email_removed, logging.INFO, "removed a mail address"),
)


def listen() -> None:
    """Write a line from now on whenever Django or allauth tells of one of these."""
    for signal, level, words in _TOLD:
        signal.connect(_teller(level, words), weak=False, dispatch_uid=f"{__name__} {words}")


def _teller(level: int, words: str) -> Callable[..., None]:
    def tell(sender: object, user: object = None, **_more: object) -> None:
        logger.log(level, "%s: person %s", words, getattr(user, "pk", None) or "unknown")

    return tell
