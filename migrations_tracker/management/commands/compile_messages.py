"""gettext's msgfmt, in Python."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from certmove.translation.compiling import compile_catalogues


class Command(BaseCommand):
    help = "Compile the message catalogues that changed since they were compiled last."
    requires_system_checks: list[str] = []  # noqa: RUF012

    def handle(self, *args: Any, **options: Any) -> None:
        for folder in settings.LOCALE_PATHS:
            for written in compile_catalogues(Path(folder)):
                self.stdout.write(f"Compiled {written}")
