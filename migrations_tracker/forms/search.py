"""What somebody types to find a move."""

from django import forms
from django.utils.translation import gettext_lazy as _


class SearchForm(forms.Form):
    words = forms.CharField(
        label=_("Find a move"),
        max_length=200,
        required=False,
        help_text=_(
            "Beginnings of words: name, employer, an account’s mail address (without what follows "
            "the @), candidate ID or case ID."
        ),
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
