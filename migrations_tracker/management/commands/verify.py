"""`manage.py verify [FILE]`: is everything still as it was written, here or in a backup."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from certmove.storage_trouble import FilesGone
from migrations_tracker.backups.errors import BackupError
from migrations_tracker.backups.passphrase import known_passphrase
from migrations_tracker.backups.reading import checked_backup
from migrations_tracker.backups.verifying import faults, orphans

_SHOWN = 20


class Command(BaseCommand):
    help = (
        "Check the database, the stored files, the time lines and the encrypted texts of this "
        "installation; or, with FILE, whether a backup could be restored. Changes nothing."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, nargs="?")
        parser.add_argument(
            "--with-keys", action="store_true", help="try the keys in the backup as well"
        )

    def handle(self, *args: Any, file: Path | None, with_keys: bool, **options: Any) -> None:
        if file:
            self._check_backup(file, known_passphrase() if with_keys else None)
        else:
            self._check_installation()

    def _check_backup(self, file: Path, passphrase: str | None) -> None:
        try:
            with checked_backup(file, passphrase=passphrase) as backup:
                made = backup.manifest
        except (BackupError, OSError) as error:
            raise CommandError(str(error)) from error
        rows = sum(made.tables.values())
        self.stdout.write(f"{file} can be restored: {rows} rows, {made.files} stored files.")
        self.stdout.write(f"They are as of {made.made_at}, of certmove {made.certmove}.")

    def _check_installation(self) -> None:
        try:
            found = list(faults())
        except FilesGone as error:
            raise CommandError(str(error)) from error
        for sentence in found[:_SHOWN]:
            self.stdout.write(sentence)
        left_behind = len(orphans())
        if left_behind:
            self.stdout.write(f"{left_behind} stored files belong to no row; they harm nobody.")
        if found:
            raise CommandError(
                f"{len(found)} faults. Restore what is missing from the last good backup."
            )
        self.stdout.write("Everything is as it was written.")
