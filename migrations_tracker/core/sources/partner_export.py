"""Partner Central's certification export: everybody's certifications in one table.

`PartnerCertificationDetailsExport` gives CSV with the columns User Name, Work Email,
Certificate Name, Certificate Level, Award Date, Expiration Date (seen 2019 to 2024), dates
month first; people who did not consent are `xxxxxx`. Award Date keeps the first award.
Excel resaves it as Shift_JIS with 2024/8/4, with other separators and as a workbook.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from migrations_tracker.core.catalogue import Catalogue
from migrations_tracker.core.dates import DateOrder
from migrations_tracker.core.folding import fold
from migrations_tracker.core.reading import (
    Ignored,
    Leftover,
    Person,
    ProblemKind,
    Reading,
    SourceKind,
)
from migrations_tracker.core.records import Certification, RecordType
from migrations_tracker.core.sources.cells import RowReader
from migrations_tracker.core.sources.headings import Column
from migrations_tracker.core.sources.naming import Judged
from migrations_tracker.core.sources.rows import Row
from migrations_tracker.core.sources.spreadsheet_records import RowContext, certification_of
from migrations_tracker.core.sources.spreadsheets import unknown_columns
from migrations_tracker.core.sources.tables import (
    Table,
    Tables,
    date_order,
    is_partner_heading,
)

_MASK = re.compile(r"(?:[x*＊●•#]{3,}|x+@x+(?:\.x+)*|\*+@\*+(?:\.\*+)*)", re.IGNORECASE)
_MAIL = re.compile(r"[^\s@]+@[^\s@]+")


@dataclass(slots=True)
class _Rows:
    """The rows gathered for one person."""

    name: str | None
    email: str | None
    masked: bool
    certifications: list[Certification] = field(default_factory=list)


def is_partner_table(table: Table) -> bool:
    """Tell whether the rows are people's certifications: a person's column and no exams."""
    people = table.people
    named = Column.PERSON in people or {Column.FIRST_NAME, Column.LAST_NAME} <= set(people)
    certification = RecordType.CERTIFICATION in table.kinds
    several = len({fold(row.cell(people.get(Column.PERSON))) for row in table.rows} - {""}) > 1
    return certification and (Column.EMAIL in people or (named and several))


def read_partner_export(
    tables: Tables, catalogue: Catalogue, order: DateOrder | None = None
) -> Reading:
    """Read every partner table into people, in the order in which they first appear."""
    export = _Export(RowReader(catalogue))
    for table in filter(is_partner_table, tables.tables):
        export.take(table, order)
    strays = (Leftover(line=row.line, text=row.text, suspicious=False) for row in tables.stray)
    return Reading(
        kind=SourceKind.PARTNER_EXPORT,
        people=export.persons(),
        problems=tuple(export.reader.problems),
        leftovers=(*strays, *export.leftovers),
        ignored=tuple(export.ignored),
        furniture=tables.furniture,
    )


class _Export:
    """Gathers the rows of several tables by person."""

    def __init__(self, reader: RowReader) -> None:
        self.reader = reader
        self.people: dict[object, _Rows] = {}
        self.ignored: list[Ignored] = []
        self.leftovers: list[Leftover] = []

    def take(self, table: Table, given: DateOrder | None) -> None:
        columns = table.columns(RecordType.CERTIFICATION)
        dated = [columns[name] for name in ("earned_on", "expires_on") if name in columns]
        order, contradictory = date_order(table, dated, given)
        if order is None and not contradictory and is_partner_heading(table.heading):
            order = DateOrder.MONTH_FIRST  # as the export itself writes them
        self.ignored += unknown_columns(table, [RecordType.CERTIFICATION])
        for row in table.rows:
            self._take_row(row, table, columns, order)

    def persons(self) -> tuple[Person, ...]:
        return tuple(
            Person(
                name=rows.name,
                email=rows.email,
                masked=rows.masked,
                certifications=tuple(rows.certifications),
            )
            for rows in self.people.values()
        )

    def _take_row(
        self, row: Row, table: Table, columns: dict[str, int], order: DateOrder | None
    ) -> None:
        name = self.reader.text(row, columns.get("name"))
        if not name or table.overflows(row) or _is_shifted(row, table):
            self.leftovers.append(Leftover(line=row.line, text=row.text, suspicious=True))
            return
        self.reader.damage(row)
        verdict = self._judged(row, name, table)
        if verdict.reason:
            self.ignored.append(Ignored(name=name, reason=verdict.reason))
            return
        context = RowContext(self.reader, columns, order, RecordType.CERTIFICATION)
        _add(self._person(row, table), certification_of(row, context, name, verdict))

    def _judged(self, row: Row, name: str, table: Table) -> Judged:
        """Judge the name; a level in its own column settles "Solutions Architect"."""
        level = self.reader.text(row, table.people.get(Column.LEVEL))
        before = len(self.reader.problems)
        verdict = self.reader.judged(row, name)
        if not (level and verdict.problem is ProblemKind.AMBIGUOUS_CERTIFICATION):
            return verdict
        del self.reader.problems[before:]
        return self.reader.judged(row, f"{name} - {level}")

    def _person(self, row: Row, table: Table) -> _Rows:
        cells = _name(row, table.people), row.cell(table.people.get(Column.EMAIL))
        given = [cell for cell in cells if cell]
        masked = bool(given) and all(map(_is_mask, given))
        name, email = map(_unmasked, cells)
        key = "masked" if masked else (email.lower() if email else fold(name or ""),)
        rows = self.people.setdefault(key, _Rows(name, email.lower() if email else None, masked))
        rows.name = rows.name or name
        return rows


def _add(rows: _Rows, record: Certification) -> None:
    """A named person's repeated row is one certification; masked rows may be two people's."""
    if rows.masked or record not in rows.certifications:
        rows.certifications.append(record)


def _name(row: Row, people: Mapping[Column, int]) -> str:
    if whole := row.cell(people.get(Column.PERSON)):
        return whole
    parts: Iterable[str] = (
        row.cell(people.get(column)) for column in (Column.FIRST_NAME, Column.LAST_NAME)
    )
    return " ".join(part for part in parts if part)


def _is_mask(cell: str) -> bool:
    return _MASK.fullmatch(cell.strip()) is not None


def _unmasked(cell: str) -> str | None:
    return None if not cell or _is_mask(cell) else cell


def _is_shifted(row: Row, table: Table) -> bool:
    """A mail address where none belongs: an unquoted comma moved the cells."""
    expected = table.people.get(Column.EMAIL)
    found = [at for at, cell in enumerate(row.cells) if _MAIL.fullmatch(cell)]
    return expected is not None and bool(found) and expected not in found
