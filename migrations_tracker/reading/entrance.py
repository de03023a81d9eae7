"""The one entrance for files and pasted text: whatever somebody brings, a Reading comes out.

What a file is, its content tells. PDF, HTML, workbooks and mails are taken apart in the
box; ten files of one drop cost one child process. A file that cannot be read gets a
sentence, and the others are read all the same.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from django.utils import timezone

from migrations_tracker.box.extracted import Extracted
from migrations_tracker.box.limits import (
    LARGEST_FILE,
    LONGEST_PASTE,
    MOST_FILES,
    MOST_LINES,
    MOST_TEXT,
)
from migrations_tracker.box.parent import Job, extract
from migrations_tracker.core.catalogue import Catalogue
from migrations_tracker.core.dates import DateOrder
from migrations_tracker.core.mails import pasted
from migrations_tracker.core.reading import Problem, ProblemKind, Reading, SourceKind
from migrations_tracker.core.records import RecordType
from migrations_tracker.core.sentence import Sentence, gettext_noop
from migrations_tracker.core.sources.baked_badges import badge_in_picture
from migrations_tracker.core.sources.encodings import decode, storable
from migrations_tracker.core.sources.file_kinds import FileKind, file_kind, text_kind
from migrations_tracker.core.sources.plain_text import (
    About,
    read_mail_text,
    read_plain_text,
    read_tables,
    with_losses,
)
from migrations_tracker.core.sources.tables import headed_tables
from migrations_tracker.facts.catalogue import current_catalogue

_BOXED = {FileKind.PDF, FileKind.ZIP, FileKind.HTML, FileKind.MAIL}


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReading:
    """One file of a drop: its base name, its hash, what it yielded, and the text in it."""

    name: str
    sha256: str
    reading: Reading
    text: str


def read_text(
    text: str, *, section: RecordType | None = None, date_order: DateOrder | None = None
) -> Reading:
    """Read a pasted text. ``section`` and ``date_order`` are the person's own answers."""
    about = About(section=section, date_order=date_order, today=timezone.localdate())
    if len(text) > LONGEST_PASTE:
        return refused(Sentence(_LONG_PASTE, {"most": LONGEST_PASTE}), ProblemKind.TOO_LONG)
    kept = storable(text)
    kind = text_kind(kept)
    if kind is FileKind.HTML:
        (extracted,) = extract([Job(kind, kept.encode("utf-8"))])
        return _of_extracted(extracted, current_catalogue(), about)
    if kind is FileKind.MAIL:
        return read_mail_text(kept, pasted(kept), current_catalogue(), about)
    return _limited(kept) or read_plain_text(kept, current_catalogue(), about)


def read_files(
    files: Sequence[tuple[str, bytes]],
    *,
    section: RecordType | None = None,
    date_order: DateOrder | None = None,
) -> list[FileReading]:
    """Read the files of one drop, each a name and its bytes, in their order."""
    about = About(section=section, date_order=date_order, today=timezone.localdate())
    extracted = _within_budget(_extracted([data for _, data in files]))
    catalogue = current_catalogue()
    return [
        _file_reading(name, data, found, catalogue, about)
        for (name, data), found in zip(files, extracted, strict=True)
    ]


def _within_budget(extracted: Iterable[Extracted]) -> Iterator[Extracted]:
    """Refuse the files whose text goes beyond what one drop may hold: memory has an end."""
    total = 0
    for found in extracted:
        size = len(found.text)
        fits = total + size <= MOST_TEXT
        total += size if fits else 0
        yield found if fits else Extracted(refused=Sentence(_MUCH_TEXT))


def refused(sentence: Sentence, problem: ProblemKind = ProblemKind.UNREADABLE_FILE) -> Reading:
    """Give the reading of what could not be read, with the sentence that says why."""
    said = Problem(line=0, text="", problem=problem, message=sentence)
    return Reading(kind=SourceKind.UNREADABLE, problems=(said,))


def _file_reading(
    name: str, data: bytes, found: Extracted, catalogue: Catalogue, about: About
) -> FileReading:
    base = name.replace("\\", "/").rsplit("/", 1)[-1]
    known = replace(about, file_name=base, title=found.title)
    return FileReading(
        name=base,
        sha256=hashlib.sha256(data).hexdigest(),
        reading=_of_extracted(found, catalogue, known),
        text=storable(found.text),
    )


def _of_extracted(found: Extracted, catalogue: Catalogue, about: About) -> Reading:
    text = storable(found.text)
    if refusal := found.refused:
        return refused(refusal)
    if found.mail:
        return read_mail_text(text, found.mail, catalogue, about)
    if long := _limited(text):
        return long
    if found.rows:
        reading = read_tables(headed_tables(found.rows, about.section), catalogue, about)
    else:
        reading = read_plain_text(text, catalogue, about)
    return with_losses(reading, text) if found.lossy else reading


def _limited(text: str) -> Reading | None:
    if text.count("\n") < MOST_LINES:
        return None
    return refused(Sentence(_MANY_LINES, {"most": MOST_LINES}), ProblemKind.TOO_LONG)


def _extracted(contents: Sequence[bytes]) -> list[Extracted]:
    """Each file's text: of plain ones at once, of the others out of the box."""
    plain = [_without_box(data, position) for position, data in enumerate(contents)]
    jobs = [
        Job(file_kind(data), data)
        for data, found in zip(contents, plain, strict=True)
        if found is None
    ]
    boxed = iter(extract(jobs))
    return [found or next(boxed) for found in plain]


def _without_box(data: bytes, position: int) -> Extracted | None:
    """What needs no library to be opened, or is not opened at all; None for the box."""
    if position >= MOST_FILES:
        return Extracted(refused=Sentence(_MANY_FILES, {"most": MOST_FILES}))
    if len(data) > LARGEST_FILE:
        return Extracted(refused=Sentence(_LARGE_FILE, {"size": LARGEST_FILE // 1_000_000}))
    kind = file_kind(data)
    if kind in _BOXED:
        return None
    if kind is FileKind.PICTURE and (badge := badge_in_picture(data)):
        return Extracted(text=badge)
    if kind in _REFUSED:
        return Extracted(refused=Sentence(_REFUSED[kind]))
    decoded = decode(data)
    return Extracted(text=decoded.text, lossy=decoded.lossy)


_REFUSED = {
    FileKind.EMPTY: gettext_noop("This file is empty. Download or save it again."),
    FileKind.PICTURE: gettext_noop(
        "This is a picture; certmove reads text. Download the PDF, or copy the page's text."
    ),
    FileKind.OLD_OFFICE: gettext_noop(
        "This is a file of an old version of Office. Save it as .xlsx or CSV, or paste its text."
    ),
    FileKind.BINARY: gettext_noop(
        "This is no file that certmove knows. It reads PDF, CSV, .xlsx, JSON, saved pages and text."
    ),
}
_MANY_FILES = gettext_noop("certmove reads %(most)s files at once. Bring this one separately.")
_MUCH_TEXT = gettext_noop(
    "The files before this one hold as much text as certmove reads at once. Bring this one "
    "separately."
)
_LARGE_FILE = gettext_noop(
    "This file is larger than %(size)s MB. Bring only the part with your records."
)
_LONG_PASTE = gettext_noop(
    "This text is longer than %(most)s characters. Paste one page at a time."
)
_MANY_LINES = gettext_noop("This text has more than %(most)s lines. Split it into several.")
