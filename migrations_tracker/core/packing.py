"""Texts made small for the database.

Raw DEFLATE (RFC 1951) that starts out knowing what certmove's texts repeat: names of
certifications, pages' headings, phrases of mails. A mail of two thousand letters takes
about a third, a page of records a tenth.
"""

import zlib

from migrations_tracker.core.packing_words import WORDS_1

#: The first byte says how the rest is written.
PLAIN, DEFLATED_1 = b"\x00", b"\x01"
_RAW = -zlib.MAX_WBITS
#: More than any text that is stored; what claims to be longer is no text of ours.
LONGEST = 64 * 1024 * 1024


class NotPacked(ValueError):
    """The bytes are not what ``pack`` gave: cut, changed, or written by a newer certmove."""


def pack(text: str) -> bytes:
    """``text`` as few bytes; half a character (a lone surrogate) comes through too."""
    raw = text.encode("utf-8", "surrogatepass")
    packer = zlib.compressobj(9, wbits=_RAW, memLevel=9, zdict=WORDS_1)
    deflated = packer.compress(raw) + packer.flush()
    return DEFLATED_1 + deflated if len(deflated) < len(raw) else PLAIN + raw


def unpack(packed: bytes) -> str:
    """What ``pack`` was given. Raises NotPacked."""
    mark, body = packed[:1], packed[1:]
    if mark not in (PLAIN, DEFLATED_1):
        raise NotPacked("A stored text does not begin as certmove writes it.")
    try:
        raw = body if mark == PLAIN else _inflated(body)
        return raw.decode("utf-8", "surrogatepass")
    except (zlib.error, UnicodeDecodeError) as error:
        raise NotPacked("A stored text was changed or cut.") from error


def beginning(packed: bytes) -> str:
    """The first letters of a text, as far as the first bytes of what ``pack`` gave tell them.

    Raises NotPacked.
    """
    try:
        unpacker = zlib.decompressobj(wbits=_RAW, zdict=WORDS_1)
        raw = unpacker.decompress(packed[1:]) if packed[:1] == DEFLATED_1 else packed[1:]
    except zlib.error as error:
        raise NotPacked("A stored text was changed or cut.") from error
    return raw.decode("utf-8", "ignore")


def _inflated(body: bytes) -> bytes:
    unpacker = zlib.decompressobj(wbits=_RAW, zdict=WORDS_1)
    raw = unpacker.decompress(body, LONGEST)
    if not unpacker.eof or unpacker.unused_data:
        raise NotPacked("A stored text was changed or cut.")
    return raw
