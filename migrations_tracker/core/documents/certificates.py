"""AWS's certificates, by what their text holds.

    2016 to 2017-04   name, two dates, a number like AWS-ASA-16306; no certification
    2017-05 to 2022   name, certification, two dates, "Validation Number" and 16
                      capitals and digits; Cloud Practitioner's name missing until
                      2020, the last line in 2021 and 2022
    2022-09 to 2024   the same without any label
    2024 to 2026      the same, long names over two lines, 32 hex digits for awards
                      since 2024-01-29

Labels of the dates are part of the picture. The earlier date is the award, the later
one the expiry: after a recertification they lie up to six years apart.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from migrations_tracker.core.catalogue import Catalogue
from migrations_tracker.core.dates import (
    DateOrder,
    DateProblem,
    find_dates,
    infer_order,
    read_date,
)
from migrations_tracker.core.documents.certificate_cuts import (
    is_whole,
    pages,
    uncut,
    whole_ones,
)
from migrations_tracker.core.documents.certificate_marks import (
    has_address,
    is_signed,
    number_in,
    without_marks,
)
from migrations_tracker.core.documents.certificate_names import (
    Named,
    is_heading,
    named_certification,
)
from migrations_tracker.core.documents.lines import (
    Document,
    TextLine,
    looks_like_a_mail,
    looks_like_a_page,
)
from migrations_tracker.core.documents.problems import many_dates, problem
from migrations_tracker.core.documents.several import (
    MOST_LINES,
    joined,
)
from migrations_tracker.core.reading import (
    Found,
    Leftover,
    Problem,
    ProblemKind,
    Reading,
    SourceKind,
)
from migrations_tracker.core.recognition import recognise
from migrations_tracker.core.records import Certification, Holder


@dataclass(slots=True)
class _Parts:
    """The pieces of one certificate, and the lines they were taken from."""

    number: str | None = None
    dates: list[date] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    taken: list[int] = field(default_factory=list)
    furniture: list[int] = field(default_factory=list)
    words: list[TextLine] = field(default_factory=list)


def read_certificates(
    document: Document, catalogue: Catalogue, order: DateOrder | None = None
) -> Reading | None:
    """Read a certificate, or several of them, each on its page or one below the other."""
    tried: list[Document] = []
    for cut in (pages, partial(_whole_pages, catalogue=catalogue), uncut, whole_ones):
        pieces = cut(document)
        if pieces in ([], tried):
            continue
        if all(_is_certificate(piece, catalogue) for piece in pieces):
            reading = joined([_read(piece, catalogue, order) for piece in pieces], document)
            return replace(reading, leftovers=(*reading.leftovers, *_beside(pieces, document)))
        tried = pieces
    return None


def _whole_pages(document: Document, catalogue: Catalogue) -> list[Document]:
    """Give the pages that are certificates, where pages of another kind stand beside them."""
    return [
        page
        for page in pages(document)
        if is_whole(page.lines) and _is_certificate(page, catalogue)
    ]


def _beside(pieces: list[Document], document: Document) -> Iterable[Leftover]:
    read = {line.number for piece in pieces for line in piece.lines}
    for line in document.lines:
        if line.number not in read:
            suspicious = bool(find_dates(line.text)) or "aws" in line.folded
            yield Leftover(line=line.number, text=line.flat, suspicious=suspicious)


def _is_certificate(document: Document, catalogue: Catalogue) -> bool:
    lines = document.lines
    numbers = {number for line in lines if (number := number_in(line))}
    if len(lines) > MOST_LINES or len(numbers) > 1:
        return False
    dates = sum(len(find_dates(line.text)) for line in lines)
    if not dates or looks_like_a_page(lines) or looks_like_a_mail(lines):
        return False
    if any(has_address(line) for line in lines):
        return bool(numbers) or dates == 2
    if any(number.startswith("AWS-") for number in numbers):
        return True
    named = named_certification(document, catalogue)
    called_so = any("certificate" in clue.lower() for clue in document.clues)
    if numbers and dates == 2 and named.certification and is_signed(lines):
        return True
    bare = sum(_is_bare_date(line) for line in lines) == dates == 2
    return bare and named.certification is not None and (bool(numbers) or called_so)


def _is_bare_date(line: TextLine) -> bool:
    """Tell a line that is a date and nothing else: pages of the portal label theirs."""
    return [found.text for found in find_dates(line.flat)] == [line.flat]


def _read(document: Document, catalogue: Catalogue, order: DateOrder | None) -> Reading:
    parts = _parts_of(document, order)
    named = named_certification(document, catalogue, parts.words, parts.number)
    earned, expires = _award_and_expiry(parts)
    record = Certification(
        certification=named.certification,
        name=named.name,
        earned_on=earned,
        expires_on=expires,
        validation_number=parts.number,
    )
    lines = sorted({*parts.taken, *named.lines, *named.holder_lines})
    return Reading(
        kind=SourceKind.CERTIFICATE,
        holder=Holder(name=named.holder),
        found=(Found(record=record, lines=tuple(lines)),),
        problems=(*parts.problems, *named.problems),
        leftovers=tuple(_leftovers(parts, named, catalogue)),
        furniture=tuple(parts.furniture),
    )


def _parts_of(document: Document, order: DateOrder | None) -> _Parts:
    parts = _Parts()
    settled = infer_order(line.text for line in document.lines) or order
    for line in document.lines:
        _take(line, parts, settled)
    return parts


def _take(line: TextLine, parts: _Parts, order: DateOrder | None) -> None:
    """Take number and dates out of a line; what is left of it may be a name."""
    number = number_in(line)
    parts.number = parts.number or number
    dates = find_dates(line.text)
    for found in dates:
        _take_date(found.text, line, parts, order)
    rest = without_marks(line.text, [number or "", *(found.text for found in dates)])
    if number or dates:
        parts.taken.append(line.number)
    if rest:
        parts.words.append(TextLine(line.number, rest, line.page, line.follows))
    elif not (number or dates):
        parts.furniture.append(line.number)


def _take_date(text: str, line: TextLine, parts: _Parts, order: DateOrder | None) -> None:
    try:
        parts.dates.append(read_date(text, order))
    except DateProblem as error:
        parts.problems.append(problem(error.kind, line, text))


def _award_and_expiry(parts: _Parts) -> tuple[date | None, date | None]:
    """Give the earlier and the later date; with one date only, which one it is is open."""
    days = sorted(set(parts.dates))
    if len(days) < 2 and not parts.problems:
        parts.problems.append(problem(ProblemKind.MISSING_DATE, None))
    if len(days) > 2:
        parts.problems.append(many_dates())
    if not days:
        return None, None
    return days[0], days[-1] if len(days) > 1 else None


def _leftovers(parts: _Parts, named: Named, catalogue: Catalogue) -> Iterable[Leftover]:
    used = {*named.lines, *named.holder_lines}
    for line in parts.words:
        if line.number not in used and line.number not in parts.taken:
            said = recognise(line.flat, catalogue).certification
            repeats = is_heading(line.text) or said == named.certification is not None
            suspicious = "aws" in line.folded and not repeats
            yield Leftover(line=line.number, text=line.flat, suspicious=suspicious)
