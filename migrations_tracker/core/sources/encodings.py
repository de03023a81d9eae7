"""Bytes to text, for files that say nothing about their encoding.

Seen in the wild: UTF-8 with and without a byte order mark, UTF-16 ("Unicode text" of
Excel and of Windows' old Notepad, also without a mark), Shift_JIS as Microsoft writes
it (CSV resaved by a Japanese Excel), EUC-JP and ISO-2022-JP (old mails and saved pages).
"""

import codecs
import re
from dataclasses import dataclass

from migrations_tracker.core.folding import normalise

REPLACEMENT = "\ufffd"
"""What stands where a byte or character could not be kept."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"charset\s{0,3}=\s{0,3}[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_GAPS_OF_CP932 = re.compile("[\uf8f0-\uf8f3]")
"""What Python makes of the bytes A0 and FD to FF, which Shift_JIS does not have."""
_HALF_WIDTH_KANA = re.compile("[\uff61-\uff9f]+")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, the encoding it was read by, and whether characters were lost on the way."""

    text: str
    encoding: str
    lossy: bool = False


def decode(data: bytes) -> Decoded:
    """Decode ``data`` by its mark, by its pattern, by the first encoding that fits whole.

    Never raises: what fits nothing is read as Latin-1 or with U+FFFD in the gaps, and
    ``lossy`` says so. NUL and lone surrogates, which no database keeps, become U+FFFD.
    """
    decoded = _marked(data) or _wide(data) or _fitting(data)
    if not _UNSTORABLE.search(decoded.text):
        return decoded
    return Decoded(storable(decoded.text), decoded.encoding, lossy=True)


def storable(text: str) -> str:
    """Return ``text`` with NUL and lone surrogates as U+FFFD, so that any database keeps it."""
    return _UNSTORABLE.sub(REPLACEMENT, text)


def swells(text: str) -> bool:
    """Tell whether comparing ``text`` would cost many times its length.

    A few characters stand for whole phrases (U+FDFA for 18 letters); a text full of them
    is none that AWS or a person wrote.
    """
    if text.isascii():
        return False
    pieces = (text[at : at + 2_000] for at in range(0, len(text), 2_000))
    return sum(len(normalise(piece)) for piece in pieces) > 3 * len(text) + 2_000


def _marked(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _forced(data[len(mark) :], encoding)
    return None


def _wide(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: in any European text every other byte is zero.

    Japanese text alone has few zeros (its line ends and digits do, always on the same
    side), but then its bytes are no UTF-8.
    """
    even, odd = data[0:4096:2].count(0), data[1:4096:2].count(0)
    one_sided = min(even, odd) * 10 <= max(even, odd) > 0
    many = (even + odd) * 5 >= len(data[:4096])
    if not one_sided or not (many or _whole(data, "utf-8") is None):
        return None
    wide = _forced(data, "utf-16-le" if odd > even else "utf-16-be")
    return None if wide.lossy else wide


def _fitting(data: bytes) -> Decoded:
    for encoding in _candidates(data):
        try:
            return Decoded(data.decode(encoding), encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return _closest(data)


def _candidates(data: bytes) -> list[str]:
    """Encodings in the order in which a false fit becomes more likely."""
    if b"\x1b$" in data or b"\x1b(" in data:
        return ["iso2022_jp", "iso2022_jp_ext", "utf-8"]
    return ["utf-8", *_declared(data), *_japanese(data)]


def _declared(data: bytes) -> list[str]:
    match = _DECLARED.search(data[:4096])
    name = match[1].decode("ascii").lower() if match else ""
    name = {"shift_jis": "cp932", "x-sjis": "cp932", "shift-jis": "cp932"}.get(name, name)
    return [name] if name and _is_text_encoding(name) else []


def _is_text_encoding(name: str) -> bool:
    """False for a name nobody knows and for Python's own byte-to-byte "encodings"."""
    try:
        return isinstance(codecs.decode(b"a", name), str) and not name.startswith("unicode")
    except (LookupError, ValueError, TypeError):
        return False


def _japanese(data: bytes) -> list[str]:
    """Shift_JIS and EUC-JP, the likelier first: half-width kana make each fit the other."""
    fits = [(_oddness(text), name) for name in ("cp932", "euc_jp") if (text := _whole(data, name))]
    return [name for oddness, name in sorted(fits) if oddness < 0.7]


def _whole(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if _GAPS_OF_CP932.search(text) else text


def _oddness(text: str) -> float:
    """0 for everyday Japanese to 1 for what French or German looks like in Shift_JIS.

    Western letters turn into lone half-width kana and into kanji of the second level.
    """
    foreign = [c for c in text if c > "\x7f"]
    rare = sum(1.0 for c in foreign if _is_rare(c)) + _half_width(text)
    return rare / max(1, len(foreign))


def _is_rare(character: str) -> bool:
    if _HALF_WIDTH_KANA.match(character):
        return False
    lead = character.encode("cp932", errors="ignore")[:1]
    return not b"\x81" <= lead <= b"\x98"


def _half_width(text: str) -> float:
    """Half-width kana stand in words: a lone one is odd, one of several half as odd."""
    runs = [len(match[0]) for match in _HALF_WIDTH_KANA.finditer(text)]
    return sum(1.0 if run == 1 else run / 2 for run in runs)


def _closest(data: bytes) -> Decoded:
    """UTF-8 or Shift_JIS with few gaps where most of it fits, else Windows' Latin-1."""
    foreign = sum(1 for byte in data if byte > 0x7F)
    for encoding in ("utf-8", "cp932"):
        text = _GAPS_OF_CP932.sub(REPLACEMENT, data.decode(encoding, errors="replace"))
        if text.count(REPLACEMENT) * 10 <= foreign and _oddness(text) < 0.7:
            return Decoded(text, encoding, lossy=True)
    return _latin(data)


def _latin(data: bytes) -> Decoded:
    try:
        return Decoded(data.decode("cp1252"), "cp1252")
    except UnicodeDecodeError:
        return Decoded(data.decode("latin-1"), "latin-1", lossy=True)


def _forced(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    return Decoded(text, encoding, lossy=text.count(REPLACEMENT) > 0)
