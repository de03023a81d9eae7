"""No page shows a string in the wrong language."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from certmove.translation.catalogue import faults
from certmove.translation.extracting import messages_of


class Command(BaseCommand):
    help = "Fail where a string is missing in the Japanese catalogue, untranslated or fuzzy."
    requires_system_checks: list[str] = []  # noqa: RUF012

    def handle(self, *args: Any, **options: Any) -> None:
        path = Path(settings.LOCALE_PATHS[0]) / "ja" / "LC_MESSAGES" / "django.po"
        found = faults(path, messages_of(settings.BASE_DIR))
        for fault in found:
            self.stderr.write(fault)
        if found:
            raise CommandError(
                f"{len(found)} faults in the Japanese catalogue. "
                "Run `make messages`, then translate."
            )
