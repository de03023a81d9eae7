"""`manage.py restore FILE`: put a backup in place."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from migrations_tracker.backups.errors import BackupError
from migrations_tracker.backups.passphrase import known_passphrase
from migrations_tracker.backups.restoring import restore


class Command(BaseCommand):
    help = (
        "Check a backup, then put its rows and files in place, all of them or nothing. Works "
        "between SQLite and PostgreSQL, and brings an older version's data up to date."
    )
    requires_system_checks: list[str] = []  # noqa: RUF012 - the database may have no tables yet

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--replace", action="store_true", help="throw away the data that are here"
        )
        parser.add_argument(
            "--with-keys",
            action="store_true",
            help="take the keys out of the backup too (passphrase: asked for, or "
            "CERTMOVE_BACKUP_PASSPHRASE)",
        )

    def handle(
        self, *args: Any, file: Path, replace: bool, with_keys: bool, **options: Any
    ) -> None:
        passphrase = known_passphrase() if with_keys else None
        try:
            done = restore(file, replace=replace, passphrase=passphrase)
        except (BackupError, OSError) as error:
            raise CommandError(f"{error} Nothing was changed.") from error
        made = done.manifest
        self.stdout.write(f"Restored {sum(made.tables.values())} rows, {made.files} stored files.")
        self.stdout.write(f"They are as of {made.made_at}, of certmove {made.certmove}.")
        if done.migrated:
            self.stdout.write(f"Brought up to date by {len(done.migrated)} migrations.")
        if made.damaged:
            self.stdout.write(f"Lost before the backup was made: {', '.join(made.damaged)}")
        self.stdout.write("Everybody signs in anew. Restart the server.")
