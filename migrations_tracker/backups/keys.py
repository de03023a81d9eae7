"""The encryption keys that a backup needs, and, only when asked, takes along.

The manifest names each key with a check value, so that a restore can tell at once that a key is
missing, or that another one bears its name. The keys themselves travel behind a passphrase: scrypt
(RFC 7914) makes a key of it, AES-256-GCM seals the ring.
"""

import hmac
import json
import secrets
import sqlite3
from base64 import b64decode, b64encode
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from django.conf import settings
from django.db import models

from certmove.data_folder import replace_secret
from migrations_tracker.backups.errors import BackupError
from migrations_tracker.encryption import KeyRing, key_of, ring_of
from migrations_tracker.key_rotation import PLACES

SHORTEST_PASSPHRASE = 12
#: 128 MB and about half a second for each guess.
SCRYPT_COST = 2**17
#: The check value of a key that was gone already when the backup was made.
LOST = ""
_BOUND_TO = b"certmove backup: keys"
_CHECKED = b"certmove backup: which key this is"


def current_ring() -> KeyRing:
    return ring_of(settings.CERTMOVE_ENC_KEYS)


def check_value(key: bytes) -> str:
    """Tells one key of 256 random bits from another, and nothing else about it."""
    return hmac.new(key, _CHECKED, sha256).hexdigest()[:16]


def keys_in_use(copy: sqlite3.Connection) -> list[str]:
    """The ids of the keys that encrypted anything in the database copy."""
    found: set[str] = set()
    for place in PLACES:
        model = place.rows().model
        table, field = model._meta.db_table, model._meta.get_field(place.column)
        column = f'"{field.column}"'
        if isinstance(field, models.JSONField):
            found |= _in_json(copy, f'SELECT {column} FROM "{table}"')  # noqa: S608
        else:
            # What stands between the first two colons, told by SQLite: the texts may be long.
            kid = f"substr({column}, 4, instr(substr({column}, 4, 40), ':') - 1)"
            found |= {
                name
                for (name,) in copy.execute(
                    f"SELECT DISTINCT {kid} FROM \"{table}\" WHERE {column} <> ''"  # noqa: S608
                )
            }
    return sorted(found)


def _in_json(copy: sqlite3.Connection, select: str) -> set[str]:
    texts = (text for (row,) in copy.execute(select) for text in _texts(json.loads(row)))
    return {key_of(text) for text in texts if text.startswith("v1:")}


def _texts(value: object) -> list[str]:
    if isinstance(value, dict | list):
        inner = value.values() if isinstance(value, dict) else value
        return [text for each in inner for text in _texts(each)]
    return [value] if isinstance(value, str) else []


def checks_of(kids: list[str], ring: KeyRing) -> dict[str, str]:
    """The check value of each key that is needed; ``LOST`` where the ring has none."""
    return {kid: check_value(ring.keys[kid]) if kid in ring.keys else LOST for kid in kids}


def wrapped(ring: KeyRing, passphrase: str) -> bytes:
    """The ring as JSON that only ``passphrase`` opens. Raises BackupError for a short one."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise BackupError(f"A passphrase has at least {SHORTEST_PASSPHRASE} characters.")
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    sealed = AESGCM(_derived(passphrase, salt)).encrypt(nonce, spelt(ring).encode(), _BOUND_TO)
    parts = {"salt": salt, "nonce": nonce, "keys": sealed}
    return json.dumps({name: b64encode(part).decode() for name, part in parts.items()}).encode()


def unwrapped(sealed: bytes, passphrase: str) -> KeyRing:
    """The ring that ``wrapped`` was given. Raises BackupError for another passphrase."""
    parts = {name: b64decode(part) for name, part in json.loads(sealed).items()}
    key = _derived(passphrase, parts["salt"])
    try:
        text = AESGCM(key).decrypt(parts["nonce"], parts["keys"], _BOUND_TO)
    except InvalidTag as error:
        raise BackupError(
            "This is not the passphrase with which the keys were backed up."
        ) from error
    return ring_of(text.decode())


def spelt(ring: KeyRing) -> str:
    """The ring as enc.keys holds it."""
    return "\n".join(f"{kid}:{b64encode(key).decode()}" for kid, key in ring.keys.items())


def with_missing(ring: KeyRing, brought: KeyRing) -> KeyRing:
    """``ring`` with the keys of ``brought`` that it lacks behind its own."""
    return KeyRing({**ring.keys, **{k: v for k, v in brought.keys.items() if k not in ring.keys}})


def refuse_missing(needed: dict[str, str], ring: KeyRing) -> None:
    """Raise BackupError for the first of ``needed`` (id: check value) that ``ring`` lacks."""
    for kid, check in needed.items():
        if check == LOST:
            continue
        if kid not in ring.keys:
            raise BackupError(
                f"The encryption key {kid} is missing: without it the benefit codes, pasted texts "
                "and second factors of this backup could never be read. Add it to "
                "CERTMOVE_ENC_KEYS or to enc.keys in the data folder, behind the first key, from "
                "the copy that was kept apart; or use a backup that was made with --with-keys."
            )
        if check_value(ring.keys[kid]) != check:
            raise BackupError(
                f"The encryption key named {kid} here is not the one that wrote this backup. "
                "Restore into an installation without that key, or rename that one first "
                "(manage.py rotate_keys)."
            )


def keep_keys(ring: KeyRing) -> None:
    """Write ``ring`` to enc.keys in the data folder, and use it from now on.

    Raises BackupError where the keys come from the environment, which no command can change.
    """
    path = Path(settings.DATA_FOLDER) / "enc.keys"
    if not path.is_file() or path.read_text().strip() != settings.CERTMOVE_ENC_KEYS:
        raise BackupError(
            "The keys of this backup cannot be put into CERTMOVE_ENC_KEYS, which the environment "
            "sets. Restore without that setting; afterwards the keys stand in enc.keys."
        )
    replace_secret(path, spelt(ring))
    settings.CERTMOVE_ENC_KEYS = spelt(ring)


def _derived(passphrase: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=32, n=SCRYPT_COST, r=8, p=1).derive(passphrase.encode())
