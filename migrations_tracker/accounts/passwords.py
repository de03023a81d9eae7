"""Passwords that are long enough, and yet the first that anybody would try here."""

import re
from collections.abc import Iterator

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from migrations_tracker.models import User

#: What this is about. docs/security.md names them, too.
WORDS = (
    "certification", "certified", "certmove", "amazon", "training", "password", "welcome",
    "aws", "パスワード", "認定",
)  # fmt: skip
LEFT_AT_LEAST = 6  # characters that are none of these words
SHORTEST_WORD = 3


class ContextWordsValidator:
    """Refuses a password that is little more than the installation's and the person's own words."""

    def validate(self, password: str, user: User | None = None) -> None:
        left = password.casefold()
        for word in sorted({*WORDS, *_words_of(user)}, key=len, reverse=True):
            left = left.replace(word, "")
        if len(left) < LEFT_AT_LEAST:
            raise ValidationError(self.get_help_text(), code="password_of_context_words")

    def get_help_text(self) -> str:
        return _("Words such as certmove, your own name or your company's alone are guessed.")


def _words_of(user: User | None) -> Iterator[str]:
    """The host's labels, and the parts of the person's name and address."""
    known = " ".join(settings.PROFILE.hosts)
    if user:
        known += f" {user.first_name} {user.last_name} {user.email}"
    yield from (each for each in re.split(r"\W+", known.casefold()) if len(each) >= SHORTEST_WORD)
