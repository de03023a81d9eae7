"""gettext's xgettext and msgmerge, in Python."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from certmove.translation.catalogue import update
from certmove.translation.extracting import messages_of


class Command(BaseCommand):
    help = "Bring the Japanese catalogue up to date with the strings of the source."
    requires_system_checks: list[str] = []  # noqa: RUF012

    def handle(self, *args: Any, **options: Any) -> None:
        messages = messages_of(settings.BASE_DIR)
        path = Path(settings.LOCALE_PATHS[0]) / "ja" / "LC_MESSAGES" / "django.po"
        update(path, messages)
        self.stdout.write(f"{len(messages)} messages in {path.relative_to(settings.BASE_DIR)}")
