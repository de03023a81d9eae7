"""The encryption keys that a backup needs, and, only when asked, takes along.

The manifest names each key with a check value, so that a restore can tell at once that a key is
missing, or that another one bears its name. The keys themselves travel behind a passphrase: scrypt
(RFC 7914) makes a key of it, AES-256-GCM seals the ring.
"""

import hmac
import json
import secrets
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from django.conf import settings

from certmove.data_folder import replace_secret
from migrations_tracker.backups.errors import BackupError
from migrations_tracker.encryption import KeyRing, key_of, ring_of
from migrations_tracker.key_rotation import BATCH, PLACES

SHORTEST_PASSPHRASE = 12
#: 128 MB and about half a second for each guess.
SCRYPT_COST = 2**17
_NO_KEY = (
    "The encryption key {} is missing: without it benefit codes, pasted texts, files or second "
    "factors in this backup could never be read. Add it to CERTMOVE_ENC_KEYS or to "
    "enc.keys in the data folder, behind the first key, from the copy that was kept apart; or use "
    "a backup that was made with --with-keys."
)
_ANOTHER_KEY = (
    "The encryption key named {} here is not the one that wrote this backup. Restore into an "
    "installation without a key of that name."
)
_BOUND_TO = b"certmove backup: keys"
_CHECKED = b"certmove backup: which key this is"


def current_ring() -> KeyRing:
    return ring_of(settings.CERTMOVE_ENC_KEYS)


def check_value(key: bytes) -> str:
    """Tells one key of 256 random bits from another, and nothing else about it."""
    return hmac.new(key, _CHECKED, sha256).hexdigest()[:16]


def keys_in_use(alias: str) -> set[str]:
    """The ids of the keys that encrypted anything in the database ``alias``: reads every text."""
    return {
        key_of(text)
        for place in PLACES
        for row in place.rows().using(alias).iterator(chunk_size=BATCH)
        for text in place.texts(row)
    }


def checks_of(ring: KeyRing) -> dict[str, str]:
    """The check value of each key of ``ring``, by its id."""
    return {kid: check_value(key) for kid, key in ring.keys.items()}


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


def refuse_missing(
    known: Mapping[str, str], ring: KeyRing, alias: str, of_files: Iterable[str]
) -> None:
    """Raise BackupError for a key that encrypted something in ``alias`` and that ``ring`` lacks.

    ``known`` are the keys (id: check value) of the installation that was backed up, ``of_files``
    those that sealed its files. Where all known are here, neither a text nor a file is read.
    """
    here = checks_of(ring)
    lacking = {kid for kid, check in known.items() if here.get(kid) != check}
    for kid in sorted(lacking & {*keys_in_use(alias), *of_files} if lacking else ()):
        raise BackupError(_ANOTHER_KEY.format(kid) if kid in here else _NO_KEY.format(kid))


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
