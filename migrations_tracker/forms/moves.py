"""Forms of a move and of its two accounts."""

import re
import zoneinfo
from datetime import datetime, time
from functools import lru_cache
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from migrations_tracker.core.accounts import KIND_NAMES, AccountKind
from migrations_tracker.forms.fields import DayField, TimeInput, no_control_characters
from migrations_tracker.models import Account, Move
from migrations_tracker.moves.acts import ACCOUNT_FIELDS

_LATIN_NAME = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿĀ-ſ' .,’-]+")
_CANDIDATE_ID = re.compile(r"AWS\d{8,10}")

_CLOSES_EARLY = _(
    "The mailbox closes before the last working day. If that is right, every answer from AWS "
    "has to come before it closes; otherwise correct one of the two days."
)


@lru_cache(maxsize=1)
def time_zones() -> frozenset[str]:
    return frozenset(zoneinfo.available_timezones())


def latin_name(value: str) -> None:
    """AWS and the test centre compare the name with the ID, in Latin letters."""
    if not _LATIN_NAME.fullmatch(value):
        raise ValidationError(
            _("Write the name in Latin letters, as on the ID (for example Taro Yamada).")
        )


def known_time_zone(value: str) -> None:
    if value not in time_zones():
        raise ValidationError(
            _("“%(value)s” is not a time zone. Write it as area and city, such as Asia/Tokyo."),
            params={"value": value},
        )


class MoveForm(forms.Form):
    """Whose move, away from where, until when. Only the name is needed to start."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    move = forms.UUIDField(widget=forms.HiddenInput, required=False)
    person_name = forms.CharField(
        label=_("Name as on the ID"),
        help_text=_("In Latin letters: the mails with AWS are in English."),
        max_length=200,
        validators=[latin_name],
    )
    employer = forms.CharField(
        label=_("Employer you leave"),
        max_length=200,
        required=False,
        validators=[no_control_characters],
    )
    last_working_day = DayField(label=_("Last working day"), required=False)
    mailbox_closes_on = DayField(
        label=_("Mailbox closes on"),
        help_text=_("The last day on which you can read mails to the employer’s address."),
        required=False,
    )
    mailbox_closes_time = forms.TimeField(
        label=_("At what time"),
        help_text=_("Leave it empty for the end of that day."),
        required=False,
        widget=TimeInput,
    )
    time_zone = forms.CharField(
        label=_("Your time zone"),
        help_text=_("All deadlines are told in it."),
        max_length=64,
        initial="Asia/Tokyo",
        validators=[known_time_zone],
        widget=forms.TextInput(attrs={"list": "time-zones", "autocomplete": "off"}),
    )
    note = forms.CharField(
        label=_("Note"),
        help_text=_("For yourself only. Never write down a password."),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    @classmethod
    def initial_of(cls, move: Move) -> dict[str, Any]:
        closes = move.mailbox_closes_at
        local = closes.astimezone(zoneinfo.ZoneInfo(move.time_zone)) if closes else None
        return {
            "version": move.version,
            "person_name": move.person_name,
            "employer": move.employer,
            "last_working_day": move.last_working_day,
            "mailbox_closes_on": local.date() if local else None,
            "mailbox_closes_time": local.time().replace(second=0) if local else None,
            "time_zone": move.time_zone,
            "note": move.note,
        }

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        day_missing = not data.get("mailbox_closes_on") and "mailbox_closes_on" not in self.errors
        if data.get("mailbox_closes_time") and day_missing:
            self.add_error("mailbox_closes_on", _("Enter the day, too."))
        return data

    def details(self) -> dict[str, Any]:
        """What ``start_move`` and ``change_move`` take."""
        data = self.cleaned_data
        names = ("person_name", "employer", "last_working_day", "time_zone", "note")
        return {**{name: data[name] for name in names}, "mailbox_closes_at": self._closes_at()}

    def doubts(self) -> list[Any]:
        """What was stored as it was written, but is worth a second look."""
        leaves, closes = (
            self.cleaned_data["last_working_day"],
            self.cleaned_data["mailbox_closes_on"],
        )
        if leaves and closes and closes < leaves:
            return [_CLOSES_EARLY]
        return []

    def _closes_at(self) -> datetime | None:
        data = self.cleaned_data
        day, clock = data["mailbox_closes_on"], data["mailbox_closes_time"]
        if day is None:
            return None
        zone = zoneinfo.ZoneInfo(data["time_zone"])
        return datetime.combine(day, clock or time(23, 59), tzinfo=zone)


class AccountForm(forms.Form):
    """What is known of one account; every field may wait."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label=_("How you sign in"),
        required=False,
        choices=lambda: [("", _("Not known yet")), *_kinds()],
    )
    login_email = forms.EmailField(
        label=_("Login email"),
        help_text=_("The address you type to sign in at AWS Training and Certification."),
        required=False,
    )
    training_email = forms.EmailField(
        label=_("Training notification email"),
        help_text=_("aws.training: account, profile, email for notifications."),
        required=False,
    )
    certification_email = forms.EmailField(
        label=_("Certification notification email"),
        help_text=_("AWS Certification: profile, account, email address."),
        required=False,
    )
    skill_builder_email = forms.EmailField(
        label=_("Skill Builder email"),
        help_text=_("AWS Skill Builder: profile. Leave it empty if you do not use it."),
        required=False,
    )
    candidate_id = forms.CharField(
        label=_("Candidate ID"),
        help_text=_("“AWS” and 8 to 10 digits; in the profile, under Identification."),
        max_length=13,
        required=False,
    )

    def __init__(self, *args: Any, other: Account, **options: Any) -> None:
        super().__init__(*args, **options)
        self.other = other

    @classmethod
    def initial_of(cls, account: Account) -> dict[str, Any]:
        return {
            "version": account.move.version,
            **{name: getattr(account, name) for name in ACCOUNT_FIELDS},
        }

    def clean_login_email(self) -> str:
        value: str = self.cleaned_data["login_email"].lower()
        if value and value == self.other.login_email:
            raise ValidationError(
                _("The other account of this move has this login address, too. A merge needs two.")
            )
        return value

    def clean_candidate_id(self) -> str:
        value: str = self.cleaned_data["candidate_id"].strip().upper().replace(" ", "")
        if value and not _CANDIDATE_ID.fullmatch(value):
            raise ValidationError(
                _("A candidate ID is “AWS” and 8 to 10 digits, for example AWS01234567.")
            )
        if value and value == self.other.candidate_id:
            raise ValidationError(
                _("The other account of this move has this candidate ID, too. Each has its own.")
            )
        return value

    def details(self) -> dict[str, Any]:
        """What ``change_account`` takes; addresses in lower case, as AWS compares them."""
        data = {name: self.cleaned_data[name] for name in ACCOUNT_FIELDS}
        return {
            name: value.lower() if name.endswith("_email") else value
            for name, value in data.items()
        }


def _kinds() -> list[tuple[str, Any]]:
    return [(kind.value, _(KIND_NAMES[kind])) for kind in AccountKind]
