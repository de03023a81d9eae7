"""Fields that several forms share, with the limits the tables have."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

#: AWS certifies since 2013; a year outside these is a slip of the hand.
EARLIEST, LATEST = date(2000, 1, 1), date(2100, 12, 31)


class DateInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d", attrs={"min": "2000-01-01", "max": "2100-12-31"})


class TimeInput(forms.TimeInput):
    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class DayField(forms.DateField):
    """A day of our century, as the date picker or a person writes it: 2026-11-30."""

    widget = DateInput

    def __init__(self, **options: Any) -> None:
        super().__init__(
            input_formats=["%Y-%m-%d", "%Y/%m/%d"],
            validators=[
                MinValueValidator(EARLIEST, _("Write a day from the year 2000 on.")),
                MaxValueValidator(LATEST, _("Write a day before the year 2101.")),
            ],
            error_messages={
                "invalid": _("This is not a day of the calendar. Write it as 2026-11-30.")
            },
            **options,
        )


def no_control_characters(value: str) -> None:
    if any(ord(character) < 32 for character in value):
        raise ValidationError(_("This holds characters that can't be seen. Type it anew."))
