"""What people say about themselves when they come in."""

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from migrations_tracker.accounts import first_code
from migrations_tracker.accounts.people import NewPerson
from migrations_tracker.models import Invitation, User

# The zone to propose, by the language of the page: shown in the form, to be changed there.
USUAL_ZONE = {"ja": "Asia/Tokyo"}


class NewPasswordField(forms.CharField):
    """A password that is being chosen: kept as typed, spaces and all."""

    def __init__(self, **options: Any) -> None:
        widget = forms.PasswordInput(attrs={"autocomplete": "new-password"})
        super().__init__(strip=False, max_length=256, widget=widget, **options)


class PersonForm(forms.Form):
    """Name, language, time zone and password of somebody new.

    The mail address is the subclass's: the first person types it, an invited one has it already.
    """

    name = forms.CharField(
        label=_("Your name"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    password = NewPasswordField(
        label=_("Password"),
        help_text=_("At least 12 characters. Several words in a row are easy to remember."),
    )
    password_again = NewPasswordField(label=_("Password, once more"))
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    time_zone = forms.CharField(
        label=_("Time zone"),
        max_length=64,
        help_text=_("For example Asia/Tokyo. Times and deadlines are shown in it."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        language = get_language() or settings.LANGUAGE_CODE
        zone = USUAL_ZONE.get(language, settings.TIME_ZONE)
        options["initial"] = {"language": language, "time_zone": zone} | options.get("initial", {})
        super().__init__(*args, **options)

    def clean_time_zone(self) -> str:
        zone: str = self.cleaned_data["time_zone"]
        if zone not in available_timezones():
            raise ValidationError(
                _("There is no time zone %(zone)s. Write it as area and city, as in Asia/Tokyo."),
                params={"zone": zone},
            )
        return zone

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        password, again = data.get("password"), data.get("password_again")
        if password and again and password != again:
            self.add_error("password_again", _("The two passwords are not the same."))
        if password:
            self._weigh(password)
        return data

    def person(self) -> NewPerson:
        """The person that a valid form describes."""
        data = self.cleaned_data
        return NewPerson(
            data["name"], self.address(), data["password"], data["language"], data["time_zone"]
        )

    def address(self) -> str:
        """The mail address this person signs in with."""
        raise NotImplementedError

    def _weigh(self, password: str) -> None:
        likeness = User(
            first_name=self.cleaned_data.get("name", ""),
            email=self.address() if self.is_bound else "",
        )
        try:
            validate_password(password, likeness)
        except ValidationError as error:
            self.add_error("password", error)


class FirstPersonForm(PersonForm):
    """The first person; with the server's code where others could come first."""

    email = forms.EmailField(
        label=_("Email address"),
        max_length=254,
        help_text=_("You sign in with it. Take one that stays yours when you leave."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    code = forms.CharField(
        label=_("One-time code"),
        max_length=64,
        help_text=_("The server printed it when it started."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    field_order = ("code", "name", "email")

    def __init__(self, *args: Any, code_needed: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if not code_needed:
            del self.fields["code"]

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        try:
            if first_code.is_right(code):
                return code
        except first_code.TooManyAttempts:
            raise ValidationError(
                _("Too many codes were tried. Wait a quarter of an hour.")
            ) from None
        raise ValidationError(_("This is not the code that the server printed."))

    def address(self) -> str:
        return str(self.cleaned_data.get("email", ""))


class InvitedPersonForm(PersonForm):
    """Somebody invited: the address is the one that the invitation was for."""

    def __init__(self, *args: Any, invitation: Invitation, **options: Any) -> None:
        super().__init__(*args, **options)
        self.invitation = invitation

    def address(self) -> str:
        return str(self.invitation.email)


class InvitationForm(forms.Form):
    """Whom to invite."""

    email = forms.EmailField(label=_("Email address"), max_length=254)
