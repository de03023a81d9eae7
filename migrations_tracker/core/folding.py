"""One spelling for texts that look the same.

Pages, PDFs and keyboards write the same name with other code points: full-width
letters, half-width katakana, a dozen dashes, U+2F47 for 日 (PDFs printed by
Chromium). Unicode's compatibility form (NFKC, Unicode Standard Annex 15) unites
most of them; the rest is done here.
"""

import re
from unicodedata import combining, normalize

LONGEST_MARK_RUN = 30  # UAX 15, section 13: "Stream-Safe Text Format"
# Marks alone in a text of this length are normalised in a tenth of a millisecond.
_QUICK_ANYWAY = 300

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−⁃﹘﹣－⸺⸻➖─━"), "-")
# Characters without a width of their own: nobody sees them, so no name differs by them.
_INVISIBLE = dict.fromkeys(
    [0xAD, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF]
)
_FOLDED = {**_DASHES, **_INVISIBLE, ord("’"): "'", ord("‘"): "'"}
_TO_FOLD = re.compile("[" + "".join(map(chr, _FOLDED)) + "]")


def _too_many_marks() -> re.Pattern[str]:
    """Match a run of more than 30 combining marks; group 1 is its beginning."""
    marks = "".join(chr(point) for point in range(0x300, 0x1E950) if combining(chr(point)))
    return re.compile(f"([{marks}]{{{LONGEST_MARK_RUN}}})[{marks}]+")


_TOO_MANY_MARKS = _too_many_marks()


def normalise(text: str) -> str:
    """Give ``text`` in NFKC, with its case and its lines as they were.

    In a long text, runs of more than 30 combining marks are cut first: they occur
    in no language, and normalising them takes quadratic time.
    """
    if text.isascii():
        return text
    if len(text) > _QUICK_ANYWAY:
        text = _TOO_MANY_MARKS.sub(r"\1", text)
    return normalize("NFKC", text)


def fold(text: str) -> str:
    """Give the form in which two spellings of one name are equal.

    NFKC, lower case, every dash a hyphen, nothing invisible, every run of
    blanks (line breaks too) one space, none at the ends. The katakana
    lengthening mark is a letter and stays.
    """
    text = text.lower() if text.isascii() else _fold_letters(text)
    return " ".join(text.split())


def _fold_letters(text: str) -> str:
    text = text.replace("–", "-")  # the dash of AWS's own names, often all that is not ASCII
    if text.isascii():
        return text.lower()
    text = text.replace("™", "").replace("℠", "")  # NFKC would make them letters
    text = normalise(text).casefold()
    return text.translate(_FOLDED) if _TO_FOLD.search(text) else text


def without_invisible(text: str) -> str:
    """Give ``text`` without zero-width and direction characters."""
    return text if text.isascii() else text.translate(_INVISIBLE)
