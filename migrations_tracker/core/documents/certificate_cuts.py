"""Where one certificate ends and the next begins, in a PDF put together or a copied text."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from migrations_tracker.core.dates import find_dates
from migrations_tracker.core.documents.certificate_marks import has_address, names_one, number_in
from migrations_tracker.core.documents.lines import Document, TextLine
from migrations_tracker.core.documents.several import MOST_LINES, Lines, cut_before, cut_when_whole
from migrations_tracker.core.recognition import speaks_only_of_names


def uncut(document: Document) -> list[Document]:
    """Take the text for one certificate, over however many pages."""
    return [document]


def pages(document: Document) -> list[Document]:
    """Cut a document at its pages."""
    numbers = [line.page for line in document.lines]
    return cut_before(document, (at for at, page in enumerate(numbers) if page != numbers[at - 1]))


def whole_ones(document: Document) -> list[Document]:
    """Cut certificates apart that follow each other without a new page."""
    lines = document.lines
    numbers = _count(number_in, lines)
    if numbers < 2 or len(lines) > numbers * MOST_LINES:
        return []
    addressed = _count(has_address, lines) >= numbers
    sure = addressed or all((number_in(line) or "AWS-").startswith("AWS-") for line in lines)
    if not sure:
        return []
    named = _count(names_one, lines) >= numbers

    def all_there(piece: Lines) -> bool:
        return is_whole(piece, named=named, addressed=addressed)

    pieces = cut_when_whole(lines, all_there, _goes_on)
    return [replace(document, lines=piece) for piece in pieces]


def is_whole(lines: Lines, *, named: bool = True, addressed: bool = True) -> bool:
    """Tell whether lines hold one number, two dates, and if asked a name and an address."""
    return (
        _count(number_in, lines) == 1
        and sum(len(find_dates(line.text)) for line in lines) == 2
        and (not named or _count(names_one, lines) > 0)
        and (not addressed or _count(has_address, lines) > 0)
    )


def _goes_on(piece: Lines, line: TextLine) -> bool:
    """Tell whether a certificate with all its parts goes on: its name may come last, or wrap."""
    if names_one(line):
        return not _count(names_one, piece)
    return speaks_only_of_names(line.text) and not number_in(line)


def _count(what: Callable[[TextLine], object], lines: Iterable[TextLine]) -> int:
    return sum(1 for line in lines if what(line))
