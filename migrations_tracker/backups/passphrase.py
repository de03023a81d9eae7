"""The passphrase of a backup's keys: from the environment, else asked for at the terminal."""

import getpass
import os

from migrations_tracker.backups.errors import BackupError

VARIABLE = "CERTMOVE_BACKUP_PASSPHRASE"


def known_passphrase() -> str:
    return os.environ.get(VARIABLE) or getpass.getpass("Passphrase of the keys: ")


def new_passphrase() -> str:
    """A passphrase that was typed twice. Raises BackupError where the two differ."""
    if given := os.environ.get(VARIABLE):
        return given
    first = getpass.getpass("New passphrase for the keys: ")
    if getpass.getpass("Once more: ") != first:
        raise BackupError("The two passphrases are not the same. Nothing was written.")
    return first
