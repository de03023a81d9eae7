"""Forms to type or correct a record by hand: one for each kind."""

from enum import StrEnum
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from migrations_tracker.core.records import (
    BenefitStatus,
    CertificationStatus,
    ExamResult,
    Record,
    RecordType,
    RegistrationStatus,
)
from migrations_tracker.core.words import VALUE_NAMES
from migrations_tracker.facts.catalogue import current_catalogue
from migrations_tracker.forms.fields import DayField, TimeInput, no_control_characters
from migrations_tracker.records.of_snapshots import record_from


def _certification_choices(without: Any) -> list[tuple[str, Any]]:
    language = (get_language() or "en")[:2]
    catalogue = current_catalogue()
    named = sorted(
        (catalogue.name_of(each.code, language), each.code) for each in catalogue.entries
    )
    return [("", without), *((code, name) for name, code in named)]


def _choices(enum: type[StrEnum]) -> list[tuple[str, Any]]:
    return [("", _("Not shown")), *((each.value, _(VALUE_NAMES[each])) for each in enum)]


def _text(label: Any, most: int, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=most,
        required=False,
        help_text=help_text,
        validators=[no_control_characters],
    )


class RecordForm(forms.Form):
    """What the four forms share: they hand back a record."""

    kind: RecordType

    #: Of a correction: marks the record as it was seen. Of a new one: the highest number then.
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=32)

    def record(self) -> Record:
        """The record the person typed; only of a valid form."""
        typed = {name: value for name, value in self.cleaned_data.items() if name != "seen"}
        return record_from(self.kind, typed)

    def after(self) -> int | None:
        """The highest number of a record when this form was opened, where it says so."""
        seen: str = self.cleaned_data["seen"]
        return int(seen) if seen.isdecimal() else None


class CertifiedForm(RecordForm):
    """A record about a certification: chosen from the catalogue, or named as shown."""

    certification = forms.ChoiceField(
        label=_("Certification"),
        choices=lambda: _certification_choices(_("Not in the list")),
        required=False,
    )
    name = _text(
        _("Name as the page shows it"),
        300,
        _("Only needed if the certification is not in the list."),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        code, name = data.get("certification"), data.get("name")
        if code and not name:
            data["name"] = current_catalogue().name_of(code, "en")
        elif not code and not name and "certification" not in self.errors:
            self.add_error("certification", _("Choose the certification, or write its name."))
        return data


class CertificationForm(CertifiedForm):
    kind = RecordType.CERTIFICATION

    earned_on = DayField(label=_("Earned on"), required=False)
    expires_on = DayField(label=_("Expires on"), required=False)
    status = forms.ChoiceField(
        label=_("Status"), choices=lambda: _choices(CertificationStatus), required=False
    )
    validation_number = _text(_("Validation number"), 64)


class ExamForm(CertifiedForm):
    kind = RecordType.EXAM

    exam_code = _text(_("Exam code"), 20, _("For example SAA-C03."))
    taken_on = DayField(label=_("Taken on"), required=False)
    result = forms.ChoiceField(
        label=_("Result"), choices=lambda: _choices(ExamResult), required=False
    )
    score = forms.IntegerField(
        label=_("Score"),
        min_value=100,
        max_value=1000,
        required=False,
        help_text=_("The scaled score, from 100 to 1000."),
        error_messages={
            "min_value": _("AWS’s scores go from 100 to 1000. Look at the number again."),
            "max_value": _("AWS’s scores go from 100 to 1000. Look at the number again."),
        },
    )
    registration_number = _text(_("Registration number"), 64)


class BenefitForm(RecordForm):
    kind = RecordType.BENEFIT

    name = forms.CharField(label=_("Benefit"), max_length=300, validators=[no_control_characters])
    code = _text(_("Discount code"), 64, _("It is stored encrypted and shown masked."))
    status = forms.ChoiceField(
        label=_("Status"), choices=lambda: _choices(BenefitStatus), required=False
    )
    expires_on = DayField(label=_("Last day to sit an exam"), required=False)
    earned_for = forms.ChoiceField(
        label=_("Earned for"),
        choices=lambda: _certification_choices(_("Not shown")),
        required=False,
    )


class RegistrationForm(CertifiedForm):
    kind = RecordType.REGISTRATION

    exam_code = _text(_("Exam code"), 20, _("For example SAA-C03."))
    date = DayField(label=_("Date"), required=False)
    time = forms.TimeField(label=_("Time"), required=False, widget=TimeInput)
    time_zone = _text(_("Time zone"), 64, _("As the page shows it, for example JST."))
    where = _text(_("Place"), 200, _("The test centre, or OnVUE for an exam at home."))
    status = forms.ChoiceField(
        label=_("Status"), choices=lambda: _choices(RegistrationStatus), required=False
    )
    confirmation_number = _text(_("Confirmation number"), 64)


RECORD_FORMS: dict[RecordType, type[RecordForm]] = {
    form.kind: form for form in (CertificationForm, ExamForm, BenefitForm, RegistrationForm)
}
