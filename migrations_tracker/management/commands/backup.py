"""`manage.py backup FILE`: everything that is kept, in one file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from migrations_tracker.backups.errors import BackupError
from migrations_tracker.backups.making import back_up
from migrations_tracker.backups.passphrase import new_passphrase


class Command(BaseCommand):
    help = (
        "Write database and stored files into one new file, consistent while the server works. "
        "Without --with-keys the file does not open what is encrypted: keep enc.keys apart."
    )

    # Whatever else is wrong here, a backup can be had; and it need not wait for what it never uses.
    requires_system_checks: list[str] = []  # noqa: RUF012

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--with-keys",
            action="store_true",
            help="put the encryption keys in, behind a passphrase (asked for, or "
            "CERTMOVE_BACKUP_PASSPHRASE)",
        )

    def handle(self, *args: Any, file: Path, with_keys: bool, **options: Any) -> None:
        try:
            passphrase = new_passphrase() if with_keys else None
            made = back_up(file, at=timezone.now(), passphrase=passphrase)
        except (BackupError, OSError) as error:
            raise CommandError(str(error)) from error
        rows = sum(made.tables.values())
        self.stdout.write(f"{file}: {rows} rows, {made.files} stored files.")
        if made.keys and not made.with_keys:
            self.stdout.write(f"To be kept apart: the keys {', '.join(made.keys)} (enc.keys).")
        if made.damaged:
            raise CommandError(
                f"The backup is complete, but {len(made.damaged)} stored files were missing or "
                f"altered before: {', '.join(made.damaged[:5])} ... Look at manage.py verify."
            )
