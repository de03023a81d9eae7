"""Forms for mails in and out."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from migrations_tracker.box.limits import LARGEST_FILE
from migrations_tracker.core.mails.message import is_source
from migrations_tracker.mails.intake import text_of_file
from migrations_tracker.mails.reading import MAIL_KIND_NAMES
from migrations_tracker.saying import said

_TOO_LONG = _("This is more than any mail holds. Paste one mail at a time.")


class MailForm(forms.Form):
    """A mail as it was copied from the mail program."""

    text = forms.CharField(
        label=_("Text of the mail"),
        help_text=_("Copy the whole mail, with its subject if you can, and paste it here."),
        max_length=1_000_000,
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "false"}),
        error_messages={
            "max_length": _TOO_LONG,
            "null_characters_not_allowed": _(
                "The text holds NUL characters, so it was not copied from a mail. Copy it again."
            ),
        },
    )
    file = forms.FileField(
        label=_("Or the mail as a file"),
        help_text=_("An .eml file, as mail programs save it; at most 10 MB."),
        required=False,
        allow_empty_file=True,
    )
    kind = forms.ChoiceField(
        label=_("What it is"),
        required=False,
        choices=lambda: [("", _("Find out from the text")), *_kinds()],
    )
    here = forms.BooleanField(
        label=_("I have checked it: this mail belongs to this move"), required=False
    )

    def clean(self) -> dict[str, Any]:
        """The mail's text, and as ``source`` the file it came in, which the box takes apart.

        The source of a mail, pasted as a mail program shows it on request, is such a file.
        """
        data = super().clean() or {}
        file, text = data.get("file"), data.get("text", "")
        data["source"] = None
        if file:
            data["source"] = (file.name, file.read(LARGEST_FILE + 1))
        elif is_source(raw := text.encode("utf-8", "replace")):
            data["source"] = ("mail.eml", raw)
        if data["source"]:
            data["text"] = self._taken_apart("file" if file else "text", data["source"])
        if not data.get("text", "").strip() and not self.errors:
            self.add_error("text", _("Paste the text of the mail, or choose its file."))
        return data

    def _taken_apart(self, field: str, source: tuple[str, bytes]) -> str:
        text, problems = text_of_file(*source)
        for problem in problems:
            self.add_error(field, said(problem))
        return text


class LetterForm(forms.Form):
    """A draft as the person has edited it."""

    subject = forms.CharField(
        label=_("Subject"),
        max_length=500,
        required=False,
        widget=forms.TextInput(attrs={"lang": "en"}),
    )
    body = forms.CharField(
        label=_("Text"),
        max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 18, "lang": "en"}),
        error_messages={"max_length": _TOO_LONG},
    )


def _kinds() -> list[tuple[str, Any]]:
    return [(kind, _(name)) for kind, name in MAIL_KIND_NAMES.items()]
