"""Secrets at rest: discount codes of benefits and seeds of second factors.

AES-256-GCM with a ring of keys. The first key of the ring writes, every key reads, so a
key is replaced by putting a new one before it. Each text is bound to its place by the
``aad`` (additional authenticated data, as in NIST SP 800-38D): moved to another row, it
no longer opens. A text is packed first: once encrypted, nothing makes it smaller.
"""

import binascii
import re
import secrets
from base64 import b64decode, urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from migrations_tracker.core.packing import pack, unpack

VERSION = "v1"
NONCE_BYTES = 12
KEY_BYTES = 32
MALFORMED = "An encrypted text is not in the form in which it was written."


class KeyLost(Exception):
    """The key that wrote this text, ``kid``, is not in the ring."""

    def __init__(self, kid: str) -> None:
        self.kid = kid
        super().__init__(
            f"This was encrypted with the key {kid}, which is not among CERTMOVE_ENC_KEYS. "
            "Put that key back from a backup of enc.keys."
        )


class Tampered(Exception):
    """The text is not what was written, or does not belong to this place."""


@dataclass(frozen=True, slots=True)
class KeyRing:
    """Keys by their id, in the order of the setting; the first one writes."""

    keys: dict[str, bytes]

    @property
    def writer(self) -> str:
        return next(iter(self.keys))


def ring_of(text: str) -> KeyRing:
    """The ring that CERTMOVE_ENC_KEYS spells: ``kid:base64`` once or more, by comma or line.

    Raises ImproperlyConfigured with the place of the first entry that is no key of 256 bits.
    """
    keys: dict[str, bytes] = {}
    for place, entry in enumerate(re.split(r"[\s,]+", text.strip()), start=1):
        kid, _, encoded = entry.partition(":")
        key = _key(encoded)
        if not re.fullmatch(r"[A-Za-z0-9_-]{1,32}", kid) or len(key) != KEY_BYTES or kid in keys:
            raise ImproperlyConfigured(
                f"Entry {place} of CERTMOVE_ENC_KEYS (or of enc.keys in the data folder) is not "
                "of the form name:key with a name of its own and 32 bytes in base64."
            )
        keys[kid] = key
    return KeyRing(keys)


def encrypt(plain: str, *, aad: str) -> str:
    """``plain`` as ``v1:kid:nonce:ciphertext``, readable only together with the same ``aad``."""
    ring = _ring(settings.CERTMOVE_ENC_KEYS)
    nonce = secrets.token_bytes(NONCE_BYTES)
    sealed = AESGCM(ring.keys[ring.writer]).encrypt(nonce, pack(plain), _bound(aad, ring.writer))
    return ":".join((VERSION, ring.writer, _text(nonce), _text(sealed)))


def decrypt(token: str, *, aad: str) -> str:
    """What ``encrypt`` was given with this ``aad``.

    Raises KeyLost where the ring has no such key, and Tampered where the text was changed, cut
    or moved; neither is ever answered with something that looks like the text.
    """
    kid, nonce, sealed = _parts(token)
    key = _ring(settings.CERTMOVE_ENC_KEYS).keys.get(kid)
    if key is None:
        raise KeyLost(kid)
    try:
        return unpack(AESGCM(key).decrypt(nonce, sealed, _bound(aad, kid)))
    except InvalidTag as error:
        raise Tampered(
            f"An encrypted text (key {kid}) was changed, belongs to another record, or the key of "
            "this name is not the one that wrote it. Restore the record or the key from a backup."
        ) from error


def key_of(token: str) -> str:
    """The id of the key that wrote ``token``; raises Tampered where it names none."""
    return _parts(token)[0]


def _parts(token: str) -> tuple[str, bytes, bytes]:
    """Key id, nonce and ciphertext; what ``encrypt`` would have written otherwise is no token."""
    try:
        _version, kid, nonce, sealed = token.split(":")
        parts = kid, urlsafe_b64decode(nonce), urlsafe_b64decode(sealed)
    except ValueError as error:
        raise Tampered(MALFORMED) from error
    written = ":".join((VERSION, kid, _text(parts[1]), _text(parts[2])))
    if token != written or len(parts[1]) != NONCE_BYTES:
        raise Tampered(MALFORMED)
    return parts


def _bound(aad: str, kid: str) -> bytes:
    return f"{VERSION}:{kid}:{aad}".encode()


def _text(raw: bytes) -> str:
    return urlsafe_b64encode(raw).decode()


def _key(encoded: str) -> bytes:
    try:
        return b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        return b""


_ring = lru_cache(maxsize=4)(ring_of)
