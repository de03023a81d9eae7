"""Names of files that every system can unpack."""

import re
import unicodedata

_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]+')
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
_MOST = 80


def safe_name(name: str, *, otherwise: str = "file") -> str:
    """``name`` as a file's name: no path, no control character, none that Windows reserves."""
    plain = _FORBIDDEN.sub(
        " ", unicodedata.normalize("NFC", name.encode("utf-8", "replace").decode())
    )
    plain = " ".join(plain.split()).strip(". ")
    stem, dot, ending = plain.rpartition(".")
    if len(plain) > _MOST:
        plain = stem[: _MOST - 9] + dot + ending[:8] if stem and len(ending) <= 8 else plain[:_MOST]
    return f"_{plain}" if _RESERVED.match(plain) else plain or otherwise
