"""Any text to a reading: JSON, tables, documents and portal pages told apart by content."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from migrations_tracker.core.catalogue import Catalogue
from migrations_tracker.core.dates import DateOrder
from migrations_tracker.core.documents import read_document
from migrations_tracker.core.mails import MailKind, MailReading, MailText, pasted, read_mail
from migrations_tracker.core.pages import read_page
from migrations_tracker.core.pages.headed import is_headed
from migrations_tracker.core.reading import Problem, ProblemKind, Reading, SourceKind
from migrations_tracker.core.records import RecordType
from migrations_tracker.core.sentence import Sentence, gettext_noop
from migrations_tracker.core.sources.baked_badges import token_payload
from migrations_tracker.core.sources.certmove_export import exports_in, read_export
from migrations_tracker.core.sources.credly import is_badge_list, read_badges
from migrations_tracker.core.sources.delimited import tables_in
from migrations_tracker.core.sources.encodings import REPLACEMENT, swells
from migrations_tracker.core.sources.json_text import BrokenJson, json_documents, looks_like_json
from migrations_tracker.core.sources.open_badges import assertions_in, read_open_badges
from migrations_tracker.core.sources.partner_export import is_partner_table, read_partner_export
from migrations_tracker.core.sources.spreadsheets import read_spreadsheet
from migrations_tracker.core.sources.tables import Tables

_DOCUMENTS = {
    SourceKind.CERTIFICATE,
    SourceKind.SCORE_REPORT,
    SourceKind.NOT_CERTIFICATION,
}
_LONGEST_MAIL = 100_000
LONGEST_PAGE = 1_000_000
"""Characters of a page, document or mail; tables and JSON may be longer."""
_WRITTEN = (",", ";")
_COPIED = ("\t", "|")
"""Cells copied out of a page are parted by tabs too: there the page's reader goes first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What is known beside the text: what a person said, and the file it came in.

    ``section`` and ``date_order`` are a person's answers, ``today`` tells what is expired
    where a page does not, ``file_name`` and ``title`` are a document's.
    """

    section: RecordType | None = None
    date_order: DateOrder | None = None
    today: date | None = None
    file_name: str | None = None
    title: str | None = None


NOTHING_KNOWN = About()
_UNKNOWN = Reading(kind=SourceKind.UNKNOWN)


def read_plain_text(text: str, catalogue: Catalogue, about: About = NOTHING_KNOWN) -> Reading:
    """Read a text that is neither markup nor a mail with headers."""
    token = token_payload(text)
    if token or looks_like_json(text):
        return _read_json(token or text, catalogue)
    if swells(text):
        return _unreadable(SourceKind.UNREADABLE, Sentence(_SWELLS), 0)
    fallback: Reading | None = None
    for reading, conclusive in _attempts(text, catalogue, about):
        if conclusive:
            return reading
        fallback = fallback if fallback and fallback.kind is not SourceKind.UNKNOWN else reading
    if fallback and fallback.kind is not SourceKind.UNKNOWN:
        return fallback
    return Reading(kind=SourceKind.MAIL) if _is_mail(text) else fallback or _UNKNOWN


def read_mail_text(
    text: str, mail: MailText, catalogue: Catalogue, about: About = NOTHING_KNOWN
) -> Reading:
    """Read a mail with its headers in ``text``: one that somebody keeps a page's copy in is a page.

    AWS's own mails, and those without a record, are mails.
    """
    if not _is_of_the_move(read_mail(mail)) and len(text) <= _LONGEST_MAIL:
        page = _page(text, catalogue, about)
        if page and page.found and is_headed(text, catalogue):
            return page
    return Reading(kind=SourceKind.MAIL)


def with_losses(reading: Reading, text: str) -> Reading:
    """Add the problem that characters of ``text`` were lost, at the first line with a gap."""
    before, gap, _ = text.partition(REPLACEMENT)
    line = before.count("\n") + 1 if gap else 0
    lost = text.split("\n")[line - 1][:2_000] if gap else ""
    problem = Problem(
        line=line,
        text=lost,
        problem=ProblemKind.DECODED_WITH_LOSSES,
        message=Sentence(_LOSSES, {"mark": REPLACEMENT}),
    )
    return replace(reading, problems=(problem, *reading.problems))


def read_tables(tables: Tables, catalogue: Catalogue, about: About = NOTHING_KNOWN) -> Reading:
    """Read tables as the partner's export where they list people, else as one's own."""
    if any(map(is_partner_table, tables.tables)):
        return read_partner_export(tables, catalogue, about.date_order)
    return read_spreadsheet(tables, catalogue, about.date_order)


def _attempts(text: str, catalogue: Catalogue, about: About) -> Iterator[tuple[Reading, bool]]:
    """Readings of ``text``, the likeliest first, and whether that is what the text is."""
    if written := tables_in(text, about.section, _WRITTEN):
        yield _judged(read_tables(written, catalogue, about))
    copied = tables_in(text, about.section, _COPIED)
    if copied and any(map(is_partner_table, copied.tables)):
        yield read_tables(copied, catalogue, about), True
    if len(text) > LONGEST_PAGE:
        yield _too_long(), True
    for read in [_document, _page] if about.section is None else [_page, _document]:
        if said := read(text, catalogue, about):
            yield (
                said,
                said.kind in _DOCUMENTS or bool(said.found) or _is_page_without_records(said),
            )
    if copied:
        yield _judged(read_tables(copied, catalogue, about))


def _is_page_without_records(said: Reading) -> bool:
    """Tell an empty page, or one of exams on offer, from a table that is not understood yet."""
    doubtful = any(left.suspicious for left in said.leftovers)
    return said.kind is SourceKind.PORTAL_PAGE and not doubtful


def _judged(tables: Reading) -> tuple[Reading, bool]:
    """Headings alone may be a sentence with commas; rows that say something are a table."""
    return tables, bool(tables.found or tables.people or tables.ignored or tables.problems)


def _document(text: str, catalogue: Catalogue, about: About) -> Reading | None:
    return read_document(
        text,
        catalogue,
        file_name=about.file_name,
        title=about.title,
        date_order=about.date_order,
    )


def _page(text: str, catalogue: Catalogue, about: About) -> Reading | None:
    return read_page(
        text,
        catalogue,
        section=about.section,
        date_order=about.date_order,
        today=about.today,
    )


def _is_mail(text: str) -> bool:
    """Tell a pasted mail by the lines that mail programs show above it, or by what it says."""
    if len(text) > _LONGEST_MAIL:
        return False
    mail = pasted(text)
    return bool(mail.sender and mail.subject) or _is_of_the_move(read_mail(mail))


def _is_of_the_move(said: MailReading) -> bool:
    return said.sure and said.kind is not MailKind.UNRELATED


def _read_json(text: str, catalogue: Catalogue) -> Reading:
    try:
        documents = json_documents(text)
    except BrokenJson as broken:
        return _unreadable(SourceKind.UNREADABLE, broken.sentence, broken.line)
    if exports := exports_in(documents):
        return read_export(exports)
    if is_badge_list(documents):
        return read_badges(documents, catalogue)
    if assertions := assertions_in(documents):
        return read_open_badges(assertions, catalogue)
    return _unreadable(SourceKind.UNKNOWN, Sentence(_OTHER_JSON), 0)


def _unreadable(kind: SourceKind, sentence: Sentence, line: int) -> Reading:
    problem = Problem(line=line, text="", problem=ProblemKind.UNREADABLE_FILE, message=sentence)
    return Reading(kind=kind, problems=(problem,))


def _too_long() -> Reading:
    message = Sentence(_LONG_PAGE, {"most": LONGEST_PAGE})
    problem = Problem(line=0, text="", problem=ProblemKind.TOO_LONG, message=message)
    return Reading(kind=SourceKind.UNREADABLE, problems=(problem,))


_LONG_PAGE = gettext_noop(
    "This text is longer than %(most)s characters. Bring one page or document at a time."
)
_SWELLS = gettext_noop(
    "This text is full of characters that no page of AWS uses. Copy the page again."
)
_OTHER_JSON = gettext_noop(
    "This JSON is none that certmove knows. It reads badges.json of Credly, Open Badges, "
    "and its own export."
)
_LOSSES = gettext_noop(
    "Some characters of this file could not be read and are shown as %(mark)s. "
    "Save it again as UTF-8 if names look wrong."
)
