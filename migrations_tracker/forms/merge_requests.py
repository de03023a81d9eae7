"""Forms of the request's page: a step, a settlement, a certificate file."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from migrations_tracker.evidence.certificates import MOST_BYTES


class StepForm(forms.Form):
    """``version`` is what the person saw of the request when pressing the button."""

    step = forms.CharField(widget=forms.HiddenInput, max_length=30)
    version = forms.IntegerField(widget=forms.HiddenInput)
    note = forms.CharField(
        label=_("Note"),
        help_text=_("For the time line; may stay empty."),
        max_length=2000,
        required=False,
    )


class FindingForm(forms.Form):
    """Which finding is meant, by its key."""

    finding = forms.CharField(widget=forms.HiddenInput, max_length=32)


class SettleForm(FindingForm):
    """Why a finding is no loss."""

    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("The report shows it. Write what you checked and where."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Write why this is no loss.")},
    )


class CertificateForm(forms.Form):
    """A certificate's file and what it certifies."""

    certification = forms.ChoiceField(label=_("Certification"))
    file = forms.FileField(
        label=_("PDF or picture"),
        help_text=_("At most 10 MB. PNG, JPEG, GIF and WebP pictures are taken, too."),
        allow_empty_file=False,
        error_messages={
            "required": _("Choose a file."),
            "empty": _("This file is empty. Download the certificate again."),
        },
    )

    def __init__(self, *args: Any, certifications: list[str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["certification"].choices = [(name, name) for name in certifications]  # type: ignore[attr-defined]

    def content(self) -> bytes:
        """The file's bytes, one more than allowed at most: enough to see it is too large."""
        content: bytes = self.cleaned_data["file"].read(MOST_BYTES + 1)
        return content
