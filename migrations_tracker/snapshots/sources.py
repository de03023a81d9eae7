"""What a person brings to a snapshot, whatever its form: each thing read, with its source."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from migrations_tracker.core.dates import DateOrder
from migrations_tracker.core.reading import Found, Person, Reading, SourceKind
from migrations_tracker.core.records import RecordType
from migrations_tracker.core.sentence import gettext_noop
from migrations_tracker.models import Account, Upload
from migrations_tracker.reading.entrance import read_text
from migrations_tracker.snapshots.contents import Source
from migrations_tracker.snapshots.uploads import read_uploads

SOURCE_NAMES: dict[SourceKind, str] = {
    SourceKind.PORTAL_PAGE: gettext_noop("Page of AWS Certification"),
    SourceKind.CERTIFICATE: gettext_noop("Certificate"),
    SourceKind.SCORE_REPORT: gettext_noop("Score report"),
    SourceKind.CREDLY_BADGES: gettext_noop("Credly badges"),
    SourceKind.OPEN_BADGE: gettext_noop("Open Badge"),
    SourceKind.PARTNER_EXPORT: gettext_noop("Export of AWS Partner Central"),
    SourceKind.SPREADSHEET: gettext_noop("Spreadsheet"),
    SourceKind.CERTMOVE_EXPORT: gettext_noop("Export of certmove"),
    SourceKind.MAIL: gettext_noop("Mail: record it on the page of the mails"),
    SourceKind.NOT_CERTIFICATION: gettext_noop("Not an AWS Certification document"),
    SourceKind.UNREADABLE: gettext_noop("Can't be read"),
    SourceKind.UNKNOWN: gettext_noop("Not recognised"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """One thing a person brought; ``name`` is "" for a pasted text."""

    name: str
    reading: Reading
    source: Source


def brought_text(
    text: str, account: Account, section: RecordType | None, date_order: DateOrder | None
) -> list[Brought]:
    """A pasted text, read."""
    reading = read_text(text, section=section, date_order=date_order)
    return [Brought(name="", reading=own(reading, account), source=Source.of_paste(text))]


def brought_files(
    uploads: Sequence[Upload],
    account: Account,
    section: RecordType | None,
    date_order: DateOrder | None,
) -> list[Brought]:
    """The files of one drop, read. Raises FileAltered."""
    readings = read_uploads(uploads, section=section, date_order=date_order)
    return [
        Brought(
            name=upload.name,
            reading=own(each.reading, account),
            source=Source(
                kind=each.reading.kind.value,
                name=upload.name,
                stored_as=upload.stored_as,
                sha256=upload.sha256,
                size=upload.size,
            ),
        )
        for upload, each in zip(uploads, readings, strict=True)
    ]


def own(reading: Reading, account: Account) -> Reading:
    """``reading`` with the account's own rows of a file that holds many people.

    Told by the account's addresses alone: nobody's rows are taken for another's by a name.
    """
    addresses = set(account.addresses.values())
    mine = [person for person in reading.people if (person.email or "") in addresses]
    return replace(reading, found=(*reading.found, *_found(mine))) if mine else reading


def _found(people: Sequence[Person]) -> tuple[Found, ...]:
    return tuple(Found(record=record) for each in people for record in each.certifications)
