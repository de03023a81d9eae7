"""Forms of the admin that overwrite nothing they have not shown."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.auth.forms import UserChangeForm
from django.db.models import Model
from django.forms.models import model_to_dict
from django.utils.datastructures import MultiValueDict

from migrations_tracker.models import User
from migrations_tracker.moves.acts import StaleForm
from migrations_tracker.seen import mark_of

if TYPE_CHECKING:
    AnyModelForm = forms.ModelForm[Any]
    AnyUserForm = UserChangeForm[User]
else:
    AnyModelForm, AnyUserForm = forms.ModelForm, UserChangeForm

_NOT_SHOWN = {"seen", "password"}


class SeenForm(AnyModelForm):
    """Holds a mark of the row as it was shown, and refuses to save over another one."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.now = mark_of_row(self.instance, [n for n in self.fields if n not in _NOT_SHOWN])
        self.initial["seen"] = self.now

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if self.instance.pk and self.data.get("seen", "") != self.now:
            self.add_error(None, str(StaleForm.message))
            self.data = MultiValueDict({**dict(self.data.lists()), "seen": [self.now]})  # type: ignore[attr-defined]
        return data


class SeenUserForm(SeenForm, AnyUserForm):
    """The same for a person."""


def mark_of_row(row: Model, names: list[str]) -> str:
    """A mark of the row's values under ``names``."""
    values = model_to_dict(row, fields=names)
    many = {name: sorted(each.pk for each in v) for name, v in values.items() if type(v) is list}
    return mark_of(sorted({**values, **many}.items()))
