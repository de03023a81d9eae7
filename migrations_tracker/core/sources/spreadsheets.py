"""A table somebody keeps of their own: one row a record, headings in any order.

The kind of record is told by a column "Kind", by the sheet's name or a title line, or by
the headings; where they fit two kinds equally, a person is asked.
"""

import csv
import io
from collections.abc import Callable, Iterable, Mapping

from migrations_tracker.core.catalogue import Catalogue
from migrations_tracker.core.dates import DateOrder
from migrations_tracker.core.reading import (
    Found,
    Ignored,
    Leftover,
    Problem,
    ProblemKind,
    Reading,
    SourceKind,
)
from migrations_tracker.core.records import Holder, Record, RecordType
from migrations_tracker.core.sentence import Sentence, gettext_noop
from migrations_tracker.core.sources.cells import RowReader
from migrations_tracker.core.sources.columns_by_content import another_vendor, column_of_exam_codes
from migrations_tracker.core.sources.headings import Column
from migrations_tracker.core.sources.naming import Reason
from migrations_tracker.core.sources.rows import Row
from migrations_tracker.core.sources.spreadsheet_records import (
    BUILDERS,
    DATE_FIELDS,
    STATES,
    RowContext,
)
from migrations_tracker.core.sources.tables import Table, Tables, date_order
from migrations_tracker.core.sources.words import kind_named, with_answers

_TEMPLATES: Mapping[RecordType, tuple[str, ...]] = {
    RecordType.CERTIFICATION: (
        "Certification",
        "Earned on",
        "Expires on",
        "Status",
        "Validation number",
    ),
    RecordType.EXAM: (
        "Exam name",
        "Exam code",
        "Exam date",
        "Result",
        "Score",
        "Registration number",
    ),
    RecordType.BENEFIT: ("Benefit", "Code", "Status", "Expiration date", "Earned for"),
    RecordType.REGISTRATION: (
        "Exam name",
        "Exam code",
        "Appointment date",
        "Time",
        "Time zone",
        "Status",
        "Where",
        "Confirmation number",
    ),
}


def template_csv(kind: RecordType) -> str:
    """Give an empty table for records of ``kind``: its headings, ready to be filled in."""
    out = io.StringIO()
    csv.writer(out).writerow(_TEMPLATES[kind])
    return out.getvalue()


def read_spreadsheet(
    tables: Tables, catalogue: Catalogue, order: DateOrder | None = None
) -> Reading:
    """Read every table into records of the four kinds."""
    sheet = _Spreadsheet(RowReader(catalogue))
    for table in tables.tables:
        sheet.take(table, order)
    strays = (Leftover(line=row.line, text=row.text, suspicious=False) for row in tables.stray)
    return Reading(
        kind=SourceKind.SPREADSHEET,
        holder=sheet.holder,
        found=tuple(sheet.found),
        problems=tuple(sheet.reader.problems),
        leftovers=(*strays, *sheet.leftovers),
        ignored=tuple(sheet.ignored),
        furniture=tables.furniture,
    )


def unknown_columns(table: Table, read: Iterable[RecordType]) -> list[Ignored]:
    """Name the columns nobody read, so that nothing goes missing in silence."""
    headings = table.unknown_columns(read)
    return [Ignored(name=heading, reason=Reason.UNKNOWN_COLUMN) for heading in headings]


class _Spreadsheet:
    """Gathers the records of several tables."""

    def __init__(self, reader: RowReader) -> None:
        self.reader = reader
        self.found: list[Found] = []
        self.leftovers: list[Leftover] = []
        self.ignored: list[Ignored] = []
        self.holder = Holder()

    def take(self, table: Table, given: DateOrder | None) -> None:
        kind_column = table.people.get(Column.KIND)
        if kind_column is None and len(table.kinds) > 1:
            self._refuse(table)
            return
        read = RecordType if kind_column is not None else table.kinds
        codes = column_of_exam_codes(table, read, self.reader.catalogue)
        contexts = {kind: self._context(table, kind, given, codes) for kind in RecordType}
        unread = unknown_columns(table, read)
        self.ignored += [c for c in unread if codes is None or c.name != table.heading.cell(codes)]
        for row in table.rows:
            self._note_holder(row, table)
            if table.overflows(row):
                self._leave(row)
            elif vendor := another_vendor(row, table):
                self.ignored.append(Ignored(name=vendor, reason=Reason.OTHER_VENDOR))
            elif kind := self._kind(row, table, kind_column):
                self._take_row(row, contexts[kind])

    def _context(
        self, table: Table, kind: RecordType, given: DateOrder | None, codes: int | None
    ) -> RowContext:
        columns = dict(table.columns(kind))
        if codes is not None and kind is not RecordType.BENEFIT:
            columns.setdefault("exam_code", codes)
        dated = [columns[name] for name in DATE_FIELDS[kind] if name in columns]
        order, _ = date_order(table, dated, given)
        heading = table.heading.cell(columns.get("status"))
        return RowContext(self.reader, columns, order, kind, with_answers(STATES[kind], heading))

    def _kind(self, row: Row, table: Table, column: int | None) -> RecordType | None:
        """The kind a row's own cell names; without such a column, the table's."""
        if column is None or (not row.cell(column) and len(table.kinds) == 1):
            return table.kinds[0]
        kind = kind_named(row.cell(column))
        if kind is None:
            message = Sentence(_WHICH_KIND_OF_ROW, {"text": row.cell(column)})
            self.reader.report(row, ProblemKind.UNKNOWN_KIND, message)
            self._leave(row)
        return kind

    def _take_row(self, row: Row, context: RowContext) -> None:
        self.reader.damage(row)
        build: Callable[[Row, RowContext], Record | Ignored | None] = BUILDERS[context.kind]
        result = build(row, context)
        if result is None:
            self._leave(row)
        elif isinstance(result, Ignored):
            self.ignored.append(result)
        else:
            self.found.append(Found(record=result, lines=(row.line,)))

    def _leave(self, row: Row) -> None:
        self.leftovers.append(Leftover(line=row.line, text=row.text, suspicious=True))

    def _refuse(self, table: Table) -> None:
        heading = table.heading
        self.reader.problems.append(
            Problem(
                line=heading.line,
                text=heading.text,
                problem=ProblemKind.UNKNOWN_KIND,
                message=Sentence(_WHICH_KIND_OF_TABLE),
            )
        )
        for row in table.rows:
            self._leave(row)

    def _note_holder(self, row: Row, table: Table) -> None:
        person = row.cell(table.people.get(Column.PERSON)) or None
        number = row.cell(table.people.get(Column.CANDIDATE_ID)) or None
        self.holder = Holder(
            name=self.holder.name or person, candidate_id=self.holder.candidate_id or number
        )


_WHICH_KIND_OF_ROW = gettext_noop(
    "“%(text)s” is not a kind of record. Write Certification, Exam, Benefit or Registration."
)
_WHICH_KIND_OF_TABLE = gettext_noop(
    "The headings do not tell what these rows are. Add a column “Kind” with Certification, "
    "Exam, Benefit or Registration in every row."
)
