"""An Open Badge inside its own picture ("baked", imsglobal.org/spec/ob/v2p0, section 6).

A PNG carries the badge in a text chunk `openbadges` (version 3: `openbadgecredential`),
plainly or compressed; a badge of version 3 can also be a signed token (JWT).
"""

import base64
import binascii
import re
import struct
import zlib
from collections.abc import Iterator

_PNG = b"\x89PNG\r\n\x1a\n"
_KEYWORDS = {b"openbadges", b"openbadgecredential"}
_LARGEST_BADGE = 1_000_000
_TOKEN = re.compile(r"\s*(eyJ[\w-]{10,100000})\.([\w-]{10,1000000})\.[\w-]{0,10000}\s*")


def badge_in_picture(data: bytes) -> str | None:
    """Give the JSON or token that a PNG carries; None where it carries none."""
    for kind, chunk in _chunks(data):
        keyword, _, rest = chunk.partition(b"\x00")
        if kind in (b"iTXt", b"tEXt") and keyword in _KEYWORDS:
            return (_international(rest) if kind == b"iTXt" else rest).decode("utf-8", "replace")
    return None


def token_payload(text: str) -> str | None:
    """Give the JSON inside a signed token; None where ``text`` is no token."""
    match = _TOKEN.fullmatch(text)
    if not match:
        return None
    try:
        padded = match[2] + "=" * (-len(match[2]) % 4)
        return base64.urlsafe_b64decode(padded).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return None


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    if not data.startswith(_PNG):
        return
    position = len(_PNG)
    while position + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, position)
        yield data[position + 4 : position + 8], data[position + 8 : position + 8 + length]
        position += 12 + length


def _international(rest: bytes) -> bytes:
    """iTXt: compression flag and method, then language and translated keyword, then text."""
    compressed = rest[:1] == b"\x01"
    text = rest[2:].split(b"\x00", 2)[-1]
    if not compressed:
        return text[:_LARGEST_BADGE]
    try:
        return zlib.decompressobj().decompress(text, _LARGEST_BADGE)
    except zlib.error:
        return b""
