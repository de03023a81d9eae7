"""Several documents in one text: a PDF put together, or one copied below the other."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from migrations_tracker.core.documents.lines import Document, TextLine
from migrations_tracker.core.folding import fold
from migrations_tracker.core.reading import Found, Leftover, Reading

MOST_LINES = 25  # of one document
Lines = tuple[TextLine, ...]


def cut_before(document: Document, starts: Iterable[int]) -> list[Document]:
    """Cut a document before the lines at these positions; what stands first goes along."""
    cuts = sorted({0, *starts, len(document.lines)})
    pieces = (document.lines[a:b] for a, b in pairwise(cuts))
    return [replace(document, lines=piece) for piece in pieces if piece]


def cut_when_whole(
    lines: Lines, is_whole: Callable[[Lines], bool], goes_on: Callable[[Lines, TextLine], bool]
) -> list[Lines]:
    """Cut lines behind each piece that is whole, unless the next line still belongs to it.

    Give nothing where a piece grows longer than ``MOST_LINES``.
    """
    pieces: list[Lines] = []
    piece: Lines = ()
    for line in lines:
        if piece and is_whole(piece) and not goes_on(piece, line):
            pieces.append(piece)
            piece = ()
        piece = (*piece, line)
        if len(piece) > MOST_LINES:
            return []
    return [*pieces, piece] if piece else pieces


def joined(readings: Sequence[Reading], document: Document) -> Reading:
    """Make one reading of several; a holder who is somebody else is left over, in red."""
    first = readings[0]
    texts = {line.number: line.flat for line in document.lines}
    apart = [_with_other_holder_apart(one, first, texts) for one in readings]
    return Reading(
        kind=first.kind,
        holder=first.holder,
        found=tuple(found for one in apart for found in one.found),
        problems=tuple(problem for one in apart for problem in one.problems),
        leftovers=tuple(leftover for one in apart for leftover in one.leftovers),
        furniture=tuple(number for one in apart for number in one.furniture),
    )


def _with_other_holder_apart(reading: Reading, first: Reading, texts: dict[int, str]) -> Reading:
    name = reading.holder.name
    if not name or _words(name) == _words(first.holder.name or ""):
        return reading
    own = {number for found in reading.found for number in found.lines}
    taken = {number for number in own if texts[number] in name}
    others = (Leftover(line=at, text=texts[at], suspicious=True) for at in sorted(taken))
    return replace(
        reading,
        found=tuple(_without_lines(found, taken) for found in reading.found),
        leftovers=(*reading.leftovers, *others),
    )


def _without_lines(found: Found, taken: set[int]) -> Found:
    return replace(found, lines=tuple(number for number in found.lines if number not in taken))


def _words(name: str) -> list[str]:
    """One person's name is written in either order, and in any case."""
    return sorted(fold(name).replace(",", " ").split())
