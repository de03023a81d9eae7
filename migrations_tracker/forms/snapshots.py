"""The paste box of a snapshot, and what a person answers to its preview."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from migrations_tracker.box.limits import LARGEST_FILE
from migrations_tracker.core.dates import DateOrder
from migrations_tracker.core.merging import Side
from migrations_tracker.core.records import RecordType
from migrations_tracker.core.words import SECTION_NAMES

MOST_CHARACTERS = 1_000_000
_CHOICE = re.compile(r"choice-(\d{1,3})-(\d{1,5})")


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files; its value is a list."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        return [super(FilesField, self).clean(each, initial) for each in data or []]


class PasteForm(forms.Form):
    """A page's text as it was copied, and hints for where it does not say."""

    text = forms.CharField(
        label=_("Text of the page"),
        help_text=_(
            "Open the page in your browser, select everything (Ctrl+A), copy it (Ctrl+C) and "
            "paste it here (Ctrl+V). Menus and footers may stay in."
        ),
        max_length=MOST_CHARACTERS,
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14, "spellcheck": "false", "autocomplete": "off"}),
        error_messages={
            "max_length": _(
                "This is more than a million characters, far more than any page has. Copy one "
                "page at a time."
            ),
            "null_characters_not_allowed": _(
                "The text holds NUL characters, so it was not copied from a page. Copy it again."
            ),
        },
    )
    documents = FilesField(
        label=_("Files"),
        help_text=_(
            "Certificates and score reports as PDF, saved pages, Credly badges, spreadsheets; "
            "several at once, at most 50 and 10 MB each."
        ),
        required=False,
        allow_empty_file=True,
    )
    batch = forms.UUIDField(required=False, widget=forms.HiddenInput)
    section = forms.ChoiceField(
        label=_("What the page shows"),
        required=False,
        choices=lambda: [("", _("Find out from the text")), *_sections()],
    )
    date_order = forms.ChoiceField(
        label=_("Dates such as 03/04/2024"),
        required=False,
        choices=[
            ("", _("Find out from the text")),
            (DateOrder.MONTH_FIRST.value, _("Month first: March 4")),
            (DateOrder.DAY_FIRST.value, _("Day first: 3 April")),
        ],
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        # Ten megabytes of noise are not sent back to the browser: nothing of them is of use.
        if self.is_bound and len(self.data.get("text", "")) > 2 * MOST_CHARACTERS:
            self.full_clean()
            self.data = {**dict(self.data.items()), "text": self.data["text"][:MOST_CHARACTERS]}

    def clean_section(self) -> RecordType | None:
        value = self.cleaned_data["section"]
        return RecordType(value) if value else None

    def clean_date_order(self) -> DateOrder | None:
        value = self.cleaned_data["date_order"]
        return DateOrder(value) if value else None

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        brought = data.get("text", "").strip() or data.get("documents") or data.get("batch")
        if not brought and not self.errors:
            self.add_error("text", _("Paste the text of a page, or choose a file."))
        return data

    def choices_made(self) -> dict[tuple[int, int], Side]:
        """Which side is believed, by source and place; what is no choice is left out."""
        made = {}
        for name, value in self.data.items():
            place = _CHOICE.fullmatch(name)
            if place and value in set(Side):
                made[int(place[1]), int(place[2])] = Side(value)
        return made

    def contents(self) -> list[tuple[str, bytes]]:
        """The chosen files, each at most one byte longer than is read."""
        return [(file.name, file.read(LARGEST_FILE + 1)) for file in self.cleaned_data["documents"]]


def _sections() -> list[tuple[str, Any]]:
    return [(kind.value, _(SECTION_NAMES[kind])) for kind in RecordType]
