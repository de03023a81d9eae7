"""Where the deciding words of a mail stand in the text that a person is shown.

The rules read a mail joined, folded and without its quotes, so their evidence is found
again by its letters alone: white space, width and case do not count. Only lines of the
newest message are looked at, then the header lines above it: the same words in the
quoted thread did not decide anything.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from unicodedata import normalize

from migrations_tracker.core.mails.newest import MAX_LINE, QUOTED
from migrations_tracker.core.mails.pasted import field_of

MAX_HEADER_LINES = 20


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the shown text; ``marked`` where it is deciding words."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class _Line:
    """A line's place in the text: from ``start`` up to, not with, ``end``."""

    start: int
    end: int


def marked_pieces(text: str, newest: str, evidence: Sequence[str]) -> tuple[Piece, ...]:
    """Cut ``text`` into pieces that, joined, are ``text`` again, with ``evidence`` marked.

    ``newest`` is ``MailReading.newest``. Words that stand in neither the newest message nor
    the header are left unmarked.
    """
    lines = list(_lines(text))
    parts = (_newest_lines(text, lines, newest), _header_lines(text, lines))
    regions = [_letters(text, part) for part in parts]
    flags = bytearray(len(text))
    for words in evidence:
        for place in next(filter(None, (_places(region, words) for region in regions)), ()):
            flags[place] = 1
    return _pieces(text, flags)


def _lines(text: str) -> Iterator[_Line]:
    position = 0
    for line in text.split("\n"):
        yield _Line(position, position + len(line))
        position += len(line) + 1


def _header_lines(text: str, lines: list[_Line]) -> list[_Line]:
    first = lines[:MAX_HEADER_LINES]
    return [line for line in first if field_of(text[line.start : line.end])]


def _newest_lines(text: str, lines: list[_Line], newest: str) -> list[_Line]:
    """The lines of ``text`` that ``newest`` was made of, each as far as it was taken.

    A mail that is quoted as a whole was taken out of its quotes, bullets drawn as ">" were
    given dashes: where a line is not found as it is, it is looked for behind such a sign.
    """
    wanted = [line.strip() for line in newest.split("\n") if line.strip()]
    found = _aligned(text, lines, wanted, quoted=False)
    return found if len(found) == len(wanted) else _aligned(text, lines, wanted, quoted=True)


def _aligned(text: str, lines: list[_Line], wanted: list[str], *, quoted: bool) -> list[_Line]:
    """Both run in the same order: each line is looked at once."""
    found: list[_Line] = []
    for line in lines:
        if len(found) == len(wanted):
            break
        start = _beginning(text, line, quoted=quoted)
        words = wanted[len(found)].removeprefix("- ") if quoted else wanted[len(found)]
        if text.startswith(words, start, line.end):
            found.append(_Line(start, start + len(words)))
    return found


def _beginning(text: str, line: _Line, *, quoted: bool) -> int:
    """Where the words of ``line`` begin: behind blanks, and behind quote signs or a dash."""
    shown = text[line.start : min(line.end, line.start + MAX_LINE)]
    bare = shown.lstrip()
    if quoted and (sign := QUOTED.match(bare)):
        bare = bare[sign.end() :].lstrip()
    return line.start + len(shown) - len(bare.removeprefix("- ") if quoted else bare)


@dataclass(frozen=True, slots=True)
class _Letters:
    """The folded letters of some lines, and the place in the text each one comes from."""

    letters: str
    places: list[int]


def _places(region: _Letters, words: str) -> Sequence[int]:
    """Where ``words`` stand in ``region``; nothing where they don't."""
    for spelled in (words, words.removeprefix("- ")):
        wanted = "".join(_folded(spelled))
        start = region.letters.find(wanted)
        if wanted and start >= 0:
            return region.places[start : start + len(wanted)]
    return ()


def _letters(text: str, region: list[_Line]) -> _Letters:
    letters: list[str] = []
    places: list[int] = []
    for line in region:
        for place in range(line.start, line.end):
            for letter in _folded(text[place]):
                letters.append(letter)
                places.append(place)
    return _Letters("".join(letters), places)


def _folded(text: str) -> Iterator[str]:
    """Letters without width, case and white space. NFKD folds each character by itself."""
    for letter in normalize("NFKD", text):
        if not letter.isspace():
            yield from letter.lower()


def _pieces(text: str, flags: bytearray) -> tuple[Piece, ...]:
    """Gaps of mere white space between marked letters, line ends too, belong to the mark."""
    _close_gaps(text, flags)
    pieces: list[Piece] = []
    position = 0
    for marked, run in groupby(flags):
        end = position + sum(1 for _ in run)
        pieces.append(Piece(text[position:end], bool(marked)))
        position = end
    return tuple(pieces)


def _close_gaps(text: str, flags: bytearray) -> None:
    gap: int | None = None
    for place, flag in enumerate(flags):
        if flag and gap is not None:
            flags[gap:place] = b"\x01" * (place - gap)
        if flag:
            gap = place + 1
        elif not text[place].isspace():
            gap = None
