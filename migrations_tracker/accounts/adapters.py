"""Where certmove's rules differ from allauth's."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.http import HttpRequest

from migrations_tracker.encryption import decrypt, encrypt

SEED = "mfa_authenticator.secret"


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Sign-up without an invitation only where the operator opened it."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return bool(settings.CERTMOVE_OPEN_SIGNUP)


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Seeds of second factors are encrypted at rest.

    allauth hands over the text alone, so they are bound to their column, not to their row.
    """

    def encrypt(self, text: str) -> str:
        return encrypt(text, aad=SEED)

    def decrypt(self, encrypted_text: str) -> str:
        return decrypt(encrypted_text, aad=SEED)
