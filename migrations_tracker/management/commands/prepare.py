"""Everything that has to be there before the server starts."""

import os
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connection
from django.utils import timezone

from certmove.one_at_a_time import one_at_a_time
from certmove.storage_trouble import FilesGone
from certmove.translation.compiling import compile_catalogues
from migrations_tracker.backups.errors import BackupError
from migrations_tracker.backups.upgrading import upgrade
from migrations_tracker.encryption import ring_of
from migrations_tracker.leaving.deletion import forget_files_of_deleted_moves


class Command(BaseCommand):
    help = (
        "Compile messages, migrate the database, collect static files. Does only what is missing."
    )
    # The database may not have its tables yet.
    requires_system_checks: list[str] = []  # noqa: RUF012

    def handle(self, *args: Any, **options: Any) -> None:
        os.umask(0o077)  # the database is for its owner alone, wherever it is copied to
        ring_of(settings.CERTMOVE_ENC_KEYS)
        self._reach_the_database()
        for folder in settings.LOCALE_PATHS:
            compile_catalogues(Path(folder))
        with one_at_a_time():
            self._upgrade()
            call_command("createcachetable", verbosity=0)
            self._reach_the_files()
        self._collect_static_files()

    def _reach_the_database(self) -> None:
        try:
            connection.ensure_connection()
        except OperationalError as error:
            raise CommandError(
                f"certmove can't reach its database ({where_it_is()}): {first_line(error)} "
                "Start the database, or correct DATABASE_URL."
            ) from error

    def _reach_the_files(self) -> None:
        """Deletions that were cut off are finished on the way."""
        try:
            forget_files_of_deleted_moves()
        except FilesGone as error:
            raise CommandError(
                f"certmove can't reach its files ({settings.CERTMOVE_FILES}). {error} Correct "
                "CERTMOVE_FILES, or what the environment says of who may use the bucket."
            ) from error

    def _upgrade(self) -> None:
        try:
            made = upgrade(at=timezone.now())
        except BackupError as error:
            raise CommandError(str(error)) from error
        if made:
            self.stdout.write(
                f"The data were backed up before they were brought up to date: {made}"
            )

    def _collect_static_files(self) -> None:
        """Hashing and compressing takes seconds, so it is done when a file has changed."""
        mark = Path(settings.STATIC_ROOT) / ".collected"
        found = fingerprint()
        if mark.exists() and mark.read_text() == found:
            return
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
        mark.write_text(found)


def where_it_is() -> str:
    """Where the database is, without the password."""
    told = connection.settings_dict
    if connection.vendor == "sqlite":
        return str(told["NAME"])
    return f"{told['NAME']} at {told['HOST'] or 'the local socket'}, port {told['PORT'] or 5432}"


def first_line(error: OperationalError) -> str:
    """What the driver says, without its advice."""
    return f"{str(error).strip().splitlines()[0].rstrip('.')}."


def fingerprint() -> str:
    """A hash over name, size and time of every static file that there is to collect."""
    digest = sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            status = Path(storage.path(name)).stat()
            digest.update(f"{name} {status.st_size} {status.st_mtime_ns}\n".encode())
    return digest.hexdigest()
