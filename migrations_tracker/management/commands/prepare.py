"""Everything that has to be there before the server starts."""

import os
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand

from certmove.translation.compiling import compile_catalogues
from migrations_tracker.leaving.deletion import forget_files_without_a_move


class Command(BaseCommand):
    help = (
        "Compile messages, migrate the database, collect static files. Does only what is missing."
    )
    # The database may not have its tables yet.
    requires_system_checks: list[str] = []  # noqa: RUF012

    def handle(self, *args: Any, **options: Any) -> None:
        os.umask(0o077)  # the database is for its owner alone, wherever it is copied to
        for folder in settings.LOCALE_PATHS:
            compile_catalogues(Path(folder))
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        forget_files_without_a_move()
        self._collect_static_files()

    def _collect_static_files(self) -> None:
        """Hashing and compressing takes seconds, so it is done when a file has changed."""
        mark = Path(settings.STATIC_ROOT) / ".collected"
        found = fingerprint()
        if mark.exists() and mark.read_text() == found:
            return
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
        mark.write_text(found)


def fingerprint() -> str:
    """A hash over name, size and time of every static file that there is to collect."""
    digest = sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            status = Path(storage.path(name)).stat()
            digest.update(f"{name} {status.st_size} {status.st_mtime_ns}\n".encode())
    return digest.hexdigest()
