"""The one folder that holds an installation's data, and the secrets in it.

The folder is for its owner alone (0700), each secret likewise (0600), and a secret
is made by the first run. A value from the environment always comes before a file.
"""

import os
import secrets
import stat
import tempfile
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from certmove.durable_files import sync_folder


def open_data_folder(path: Path) -> Path:
    """``path`` as an existing folder for its owner alone.

    Raises ImproperlyConfigured where it cannot be made or written, or where others may
    look into a folder that already holds something.
    """
    try:
        for folder in (*reversed(path.parents), path):
            folder.mkdir(mode=0o700, exist_ok=True)
        if not any(path.iterdir()):
            path.chmod(0o700)
    except OSError as error:
        raise ImproperlyConfigured(
            f"The data folder {path} cannot be used ({error.strerror}). "
            "Name another one in CERTMOVE_DATA."
        ) from error
    _only_for_its_owner(path, 0o700)
    if not os.access(path, os.W_OK | os.X_OK):
        raise ImproperlyConfigured(
            f"The data folder {path} cannot be written by this user. "
            "Give it to the user that runs certmove, or name another one in CERTMOVE_DATA."
        )
    return path


def secret(path: Path, make: Callable[[], str]) -> str:
    """The text of the secret file ``path``; where there is none, ``make`` gives it first.

    Two processes that start at the same time get the same secret. Raises
    ImproperlyConfigured for a file that is empty, unreadable or open to others.
    """
    if not path.exists():
        try:
            _write_once(path, make())
        except OSError as error:
            raise ImproperlyConfigured(
                f"The secret file {path} cannot be made ({error.strerror}). Make room on the disk, "
                "or name another folder in CERTMOVE_DATA."
            ) from error
    _only_for_its_owner(path, 0o600)
    try:
        text = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ImproperlyConfigured(
            f"The secret file {path} cannot be read: {error}. "
            "Give it to the user that runs certmove, or restore it from a backup."
        ) from error
    if not text:
        raise ImproperlyConfigured(
            f"The secret file {path} is empty. Restore it from a backup; delete it only if "
            "nothing was stored yet, and a new secret is made."
        )
    return text


def replace_secret(path: Path, text: str) -> None:
    """Put ``text`` in the place of the secret file ``path``, whole or not at all."""
    draft = _draft_of(path, text)
    os.replace(draft, path)
    sync_folder(path.parent)


def new_secret_key() -> str:
    """A signing key for Django with 384 random bits."""
    return secrets.token_urlsafe(48)


def new_encryption_keys() -> str:
    """A ring with one random AES-256 key, as ``kid:base64``."""
    return f"{secrets.token_hex(4)}:{b64encode(secrets.token_bytes(32)).decode()}"


def _only_for_its_owner(path: Path, mode: int) -> None:
    found = stat.S_IMODE(path.stat().st_mode)
    if found & 0o077:
        raise ImproperlyConfigured(
            f"{path} is open to other users (mode {found:04o}). "
            f"If nobody else has read it: chmod {mode:o} {path}"
        )


def _write_once(path: Path, text: str) -> None:
    """Put ``text`` at ``path`` whole or not at all, unless somebody else was faster."""
    draft = _draft_of(path, text)
    try:
        os.link(draft, path)
        sync_folder(path.parent)
    except FileExistsError:
        return
    finally:
        os.unlink(draft)


def _draft_of(path: Path, text: str) -> str:
    """``text`` on disk, for its owner alone, under a name of its own beside ``path``."""
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")  # mode 0600
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text + "\n")
        file.flush()
        os.fsync(file.fileno())
    return draft
