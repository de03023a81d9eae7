"""Files at rest: sealed with the installation's keys, like the texts in the database.

AES-256-GCM, as ``encryption`` does it, in bytes and in one piece: no file that is kept is larger
than 10 MB. A file is bound to its place in the storage, which holds its move and its own hash.
"""

import re
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from migrations_tracker.encryption import NONCE_BYTES, KeyLost, KeyRing, Tampered, ring_of

_HEAD = re.compile(rb"certmove sealed file v1 ([A-Za-z0-9_-]{1,32})\n")
#: As many bytes as tell of a file whether it is sealed, and with which key.
HEAD_BYTES = 64


def sealed(content: bytes, *, place: str) -> bytes:
    """``content`` under the ring's first key: a line that names it, the nonce, the ciphertext."""
    ring = ring_of(settings.CERTMOVE_ENC_KEYS)
    nonce = secrets.token_bytes(NONCE_BYTES)
    encrypted = AESGCM(ring.keys[ring.writer]).encrypt(nonce, content, _bound(place, ring.writer))
    return b"certmove sealed file v1 %b\n" % ring.writer.encode() + nonce + encrypted


def opened(stored: bytes, *, place: str, ring: KeyRing | None = None) -> bytes:
    """What ``sealed`` was given; what is not sealed, from an older certmove, as it is.

    ``ring`` is the installation's unless another is named. Raises KeyLost, and Tampered where
    the file was changed, cut, or belongs to another place.
    """
    kid = key_of_file(stored)
    if kid is None:
        return stored
    key = (ring or ring_of(settings.CERTMOVE_ENC_KEYS)).keys.get(kid)
    if key is None:
        raise KeyLost(kid)
    begins = stored.index(b"\n") + 1
    nonce, encrypted = stored[begins : begins + NONCE_BYTES], stored[begins + NONCE_BYTES :]
    try:
        return AESGCM(key).decrypt(nonce, encrypted, _bound(place, kid))
    except (InvalidTag, ValueError) as error:  # ValueError: cut within the nonce
        raise Tampered(f"The stored file {place} is not what was written.") from error


def key_of_file(stored: bytes) -> str | None:
    """The id of the key of the file that begins with ``stored``; None where it is not sealed."""
    found = _HEAD.match(stored)
    return found[1].decode() if found else None


def _bound(place: str, kid: str) -> bytes:
    return f"v1:{kid}:file:{place}".encode()
