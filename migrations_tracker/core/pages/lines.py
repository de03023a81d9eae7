"""The lines of a pasted text, numbered as the person's own editor numbers them."""

import re
from typing import NamedTuple

from migrations_tracker.core.folding import normalise, without_invisible

LONGEST_LINE = 2_000
_BREAK = re.compile(r"\r\n|\r|\n")
_CONTROL = {code: " " for code in [*range(0x20), 0x7F, 0x85, 0x2028, 0x2029] if code != 0x09}
_CONTROL[0] = ""
_ICONS = dict.fromkeys(map(ord, "ⓘℹⓧⓍⓒ"), " ")  # help and close; NFKC would make them letters
_QUOTED = re.compile(r"[ \t]*(?:>[> ]*)")  # a page quoted in a mail
_DASH = re.compile("[\u2010-\u2015\u2212]")
_DASH_IN_CODE = re.compile(
    "(?<=[0-9A-Za-z])[\u2010-\u2012\u2212](?=[0-9A-Za-z])"
    "|(?<=[0-9A-Z])[\u2013-\u2015](?=C[0-9]{2})"
    "|(?<=[0-9])[\u2013-\u2015](?=[0-9]{1,2}(?![0-9]))"
)
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")


class Line(NamedTuple):
    """Line ``number`` (1-based): as pasted, and in a form that is easy to read by machine."""

    number: int
    pasted: str
    text: str

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()

    @property
    def was_cut(self) -> bool:
        return len(self.pasted) > LONGEST_LINE

    @property
    def turns_direction(self) -> bool:
        """True where invisible characters show the text in another order than it is stored."""
        return not self.pasted.isascii() and _DIRECTION.search(self.pasted) is not None


def split_lines(text: str) -> list[Line]:
    """Split ``text`` at CR, LF and CRLF only; each line's text is cut at 2,000 characters."""
    return [Line(n, pasted, _readable(pasted)) for n, pasted in enumerate(_BREAK.split(text), 1)]


def _readable(pasted: str) -> str:
    cut = pasted[:LONGEST_LINE]
    if cut.lstrip().startswith(">"):
        cut = _QUOTED.sub("", cut, count=1)
    if cut.isascii():
        return cut if cut.replace("\t", " ").isprintable() else cut.translate(_CONTROL)
    cut = normalise(without_invisible(cut).translate(_ICONS)).translate(_CONTROL)
    return _DASH_IN_CODE.sub("-", cut) if _DASH.search(cut) else cut
