"""Forms before what can't be undone."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


class TakeawayForm(forms.Form):
    """What goes into the ZIP."""

    with_codes = forms.BooleanField(
        label=_("With the benefit codes in the clear"),
        help_text=_(
            "Also with dropped files that show them. Whoever has the ZIP can use the codes."
        ),
        required=False,
    )


class DeleteMoveForm(forms.Form):
    """A box to tick: nobody deletes by one press."""

    understood = forms.BooleanField(
        label=_("Delete all of this. I know that it can't be brought back."),
        error_messages={"required": _("Tick the box if you want to delete the move.")},
    )


class LeaveForm(forms.Form):
    """The own address, typed: nobody leaves by mistake."""

    email = forms.EmailField(
        label=_("Your mail address, to confirm"),
        help_text=_("The one you sign in with."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, address: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self._address = address

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        if email.lower() != self._address.lower():
            raise ValidationError(
                _("This is not the address you sign in with. Nothing was deleted.")
            )
        return email
