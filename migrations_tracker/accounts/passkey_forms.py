"""allauth's forms of passkeys, which a hostile browser must not bring to a crash."""

from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn import forms as theirs
from django import forms
from django.core.exceptions import ValidationError

_INCORRECT = "incorrect_code"
#: What the library raises besides the TypeError that allauth expects.
_MALFORMED = (ValueError, TypeError, KeyError, IndexError, AttributeError)


class CredentialField(forms.JSONField):
    """What the passkey answered; JSON that is nested too deep is none."""

    widget = forms.HiddenInput

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except RecursionError as error:
            raise _refused() from error

    def bound_data(self, data: Any, initial: Any) -> Any:
        """What the form shows again: nothing of what can't be taken apart."""
        try:
            return super().bound_data(data, initial)
        except RecursionError:
            return None


class AddPasskeyForm(theirs.AddWebAuthnForm):  # type: ignore[misc]
    credential = CredentialField()

    def clean(self) -> dict[str, Any]:
        try:
            return super().clean() or {}
        except _MALFORMED as error:
            raise _refused() from error


class _AnsweringForm:
    """What the three forms share in which a passkey that is known answers."""

    def clean_credential(self) -> Any:
        try:
            return super().clean_credential()  # type: ignore[misc]
        except _MALFORMED as error:
            raise _refused() from error


class LoginPasskeyForm(_AnsweringForm, theirs.LoginWebAuthnForm):  # type: ignore[misc]
    credential = CredentialField()


class AuthenticatePasskeyForm(_AnsweringForm, theirs.AuthenticateWebAuthnForm):  # type: ignore[misc]
    credential = CredentialField()


class ReauthenticatePasskeyForm(_AnsweringForm, theirs.ReauthenticateWebAuthnForm):  # type: ignore[misc]
    credential = CredentialField()


def _refused() -> ValidationError:
    refused: ValidationError = get_adapter().validation_error(_INCORRECT)
    return refused
