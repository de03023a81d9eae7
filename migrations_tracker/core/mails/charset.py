"""Bytes of a mail to text, with the character sets Japanese mails really use.

Python's ISO-2022-JP knows only JIS X 0208; mails of Windows carry NEC's row 13 in it
(circled digits, the one-character "(stock)" sign), as Microsoft's code page 50220 does. That
row lies at the same place in cp932, so a pair of JIS bytes is shifted there.
"""

ESCAPE = b"\x1b"
TWO_BYTE_SETS = (b"$B", b"$@")


def decode(data: bytes, declared: str | None) -> tuple[str, bool]:
    """Decode ``data``; the second value is true where characters were lost.

    Order: what the bytes themselves say by ISO-2022 escapes, the declared character set,
    UTF-8, cp932, and last UTF-8 with replacement characters.
    """
    for name in _candidates(data, declared):
        text = _strict(data, name)
        if text is not None:
            return text, False
    return data.decode("utf-8", errors="replace"), True


def _candidates(data: bytes, declared: str | None) -> list[str]:
    seen = ["iso2022_jp", "iso2022_jp_ext", "jis_with_nec"] if ESCAPE + b"$" in data else []
    known = {"shift_jis": "cp932", "x-sjis": "cp932", "sjis": "cp932"}
    name = (declared or "").strip().strip("\"'").lower()
    return [*seen, known.get(name.replace("-", "_"), known.get(name, name)), "utf-8-sig", "cp932"]


def _strict(data: bytes, name: str) -> str | None:
    try:
        return _jis_with_nec(data) if name == "jis_with_nec" else data.decode(name)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _jis_with_nec(data: bytes) -> str:
    first, *rest = data.split(ESCAPE)
    return first.decode("ascii") + "".join(_run(run) for run in rest)


def _run(run: bytes) -> str:
    """Decode what follows one escape: a two-byte set, half-width kana, or ASCII."""
    if run[:2] in TWO_BYTE_SETS:
        return _two_byte(run[2:])
    if run[:2] == b"(I":
        return bytes(byte | 0x80 for byte in run[2:]).decode("cp932")
    if run[:2] in (b"(B", b"(J"):
        return run[2:].decode("ascii")
    raise ValueError("an escape that is not ISO-2022-JP's")


def _two_byte(data: bytes) -> str:
    shifted = bytearray()
    line_ends = b"\r\n"
    position = 0
    while position < len(data):
        if data[position] in line_ends:
            shifted.append(data[position])
            position += 1
        else:
            shifted += _shift(data[position], data[position + 1 : position + 2])
            position += 2
    return shifted.decode("cp932")


def _shift(row: int, following: bytes) -> bytes:
    """JIS row and cell (both 0x21 to 0x7e) as the two bytes of cp932."""
    if not following or not 0x21 <= row <= 0x7E or not 0x21 <= following[0] <= 0x7E:
        raise ValueError("half a character")
    cell = following[0]
    lead = (row - 0x21) // 2 + 0x81
    if lead > 0x9F:
        lead += 0x40
    if row % 2 == 0:
        return bytes((lead, cell + 0x7E))
    return bytes((lead, cell + (0x1F if cell < 0x60 else 0x20)))
