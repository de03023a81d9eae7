"""`manage.py rotate_keys`: retire an encryption key without losing what it encrypted."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from migrations_tracker.encryption import ring_of
from migrations_tracker.file_key_rotation import files_by_key, rotate_files
from migrations_tracker.key_rotation import rotate, texts_by_key

_SHOWN = 20


class Command(BaseCommand):
    help = (
        "Encrypt benefit codes, pasted texts, files and second factors anew with the first key of "
        "CERTMOVE_ENC_KEYS. When nothing is left under an older key, that key may go."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="count only; change nothing")

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        refused: list[str] = []
        if not check:
            texts, files = rotate(), rotate_files()
            refused = [*texts.refused, *files.refused]
            self.stdout.write(
                f"{texts.rewritten} texts and {files.rewritten} files were encrypted anew."
            )
        lost = self._say_what_is_under_which_key()
        if refused:
            raise CommandError(_not_opened(refused))
        if lost:
            raise CommandError(
                f"These keys are not in the ring: {', '.join(lost)}. What they encrypted cannot be "
                "opened. Put them back into CERTMOVE_ENC_KEYS from a backup of enc.keys."
            )

    def _say_what_is_under_which_key(self) -> list[str]:
        """Print a line for each key; the ids of those that are not in the ring."""
        ring, counted = ring_of(settings.CERTMOVE_ENC_KEYS), texts_by_key() + files_by_key()
        lost = sorted(set(counted) - set(ring.keys))
        for kid in (*ring.keys, *lost):
            use = "writes" if kid == ring.writer else "LOST" if kid in lost else _use(counted[kid])
            self.stdout.write(f"{kid}: {counted[kid]} ({use})")
        return lost


def _use(count: int) -> str:
    return "still needed" if count else "no longer needed"


def _not_opened(refused: list[str]) -> str:
    more = [f"... and {len(refused) - _SHOWN} more"] if len(refused) > _SHOWN else []
    said = "\n".join([*refused[:_SHOWN], *more])
    return f"{len(refused)} of them do not open. They are unchanged.\n{said}"
