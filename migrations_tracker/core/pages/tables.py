"""A table's columns, and which of them the tokens of a row stand in."""

from collections.abc import Sequence

from migrations_tracker.core.pages.columns import VALUES
from migrations_tracker.core.pages.fields import ACCEPTS, Field, Kind, Token, meant
from migrations_tracker.core.pages.slots import is_sentence, shape_of
from migrations_tracker.core.records import RecordType

_IDLE = frozenset({Kind.ACTION, Kind.EMPTY, Kind.DETAIL})
_DAYS = frozenset({Field.TAKEN_ON, Field.EARNED_ON, Field.EXPIRES_ON, Field.APPOINTMENT})


class Table:
    """The columns of a table, and which of them a row's tokens stand in."""

    def __init__(
        self, columns: tuple[Field, ...], section: RecordType, starts: tuple[int, ...] = ()
    ) -> None:
        self._columns = _without_second_names(_without_origin(columns, section))
        self._section = section
        self._meant = frozenset(meant(column, section) for column in self._columns)
        self._has_days = not self._meant.isdisjoint(_DAYS)
        self._accepted = [ACCEPTS[meant(column, section)] for column in self._columns]
        self._starts = starts
        self._column = -1
        self.began_again = False

    def under(self, token: Token, column: Field) -> Token:
        """``token`` under ``column``, where its shape can stand there."""
        accepted = ACCEPTS[meant(column, self._section)]
        return token.under(column) if token.kind in accepted else token

    def by_position(self, cells: Sequence[tuple[Token, ...]]) -> list[Token]:
        """Tokens of a row whose cells can be counted."""
        if any(token.kind not in _IDLE for cell in cells[len(self._columns) :] for token in cell):
            return self.by_order(cells)
        found = [
            self._placed(token, column, accepted)
            for cell, column, accepted in zip(cells, self._columns, self._accepted, strict=False)
            for token in cell
        ]
        found += [token for cell in cells[len(self._columns) :] for token in cell]
        misplaced = sum(token.field is None and token.kind in VALUES for token in found)
        return self.by_order(cells) if misplaced > 1 or self._fills_buttons(cells) else found

    def _fills_buttons(self, cells: Sequence[tuple[Token, ...]]) -> bool:
        """Tell whether text stands where buttons do: a cell before it was lost."""
        return any(
            column is Field.BUTTON and token.kind in (Kind.TEXT, Kind.NAME)
            for cell, column in zip(cells, self._columns, strict=False)
            for token in cell
        )

    def _placed(self, token: Token, column: Field, accepted: frozenset[Kind]) -> Token:
        """``token`` under ``column``; by its shape where nobody knows the column.

        What another column is named for, and a day beside named days, it is not.
        """
        if column is Field.UNKNOWN:
            slot = shape_of(token.kind, self._section)
            taken = slot in self._meant or (token.kind is Kind.DATE and self._has_days)
            return token.under(Field.UNKNOWN if slot and not taken else Field.OTHER)
        return token.under(column) if token.kind in accepted else token

    def by_offset(self, cells: Sequence[tuple[Token, ...]], starts: tuple[int, ...]) -> list[Token]:
        """Tokens of a row of blanks: by where the cells begin, where that fits the head."""
        columns = [self._column_at(start) for start in starts]
        if len(self._starts) != len(self._columns) or None in columns or len(starts) != len(cells):
            return self.by_order(cells)
        return [
            self._placed(token, self._columns[column], self._accepted[column])
            for cell, column in zip(cells, columns, strict=True)
            if column is not None
            for token in cell
        ]

    def restart(self) -> None:
        """Begin at the first column again: another record follows."""
        self._column = -1

    def _column_at(self, start: int) -> int | None:
        near = (n for n, begin in enumerate(self._starts) if abs(begin - start) <= 1)
        return next(near, None)

    def by_order(self, cells: Sequence[tuple[Token, ...]]) -> list[Token]:
        """Each token under the next column that can hold it: empty cells may have been lost.

        A row begins at the first column; cells on lines of their own go on from
        the line before and begin again where no column is left.
        """
        is_row = len(cells) > 1
        self.began_again = False
        if is_row:
            self._column = -1
            cells = self._without_unplaced_date(cells)
        found = [token for cell in cells for token in self._cell_by_order(cell, is_row)]
        if is_row:
            self._column = -1
        return found

    def _without_unplaced_date(
        self, cells: Sequence[tuple[Token, ...]]
    ) -> Sequence[tuple[Token, ...]]:
        """One date under two columns of dates could be either: it is taken for neither."""
        dates = [t for cell in cells for t in cell if t.kind is Kind.DATE and t.field is None]
        if len(dates) != 1 or not {Field.EARNED_ON, Field.EXPIRES_ON} <= set(self._columns):
            return cells
        return [
            tuple(token.under(Field.OTHER) if token is dates[0] else token for token in cell)
            for cell in cells
        ]

    def _cell_by_order(self, cell: tuple[Token, ...], is_row: bool) -> list[Token]:
        found, first = [], self._column + 1
        for token in cell:
            unplaced = token.kind is Kind.TEXT and not is_row and not self._takes_text(token)
            if unplaced or (token.field and not is_row):
                found.append(token)
                continue
            following = self._next(token, first)
            if following is None and not is_row:
                following = self._next(token, 0)
                self.began_again = following is not None and following < self._column
            if following is not None:
                self._column = first = following
                token = token.under(self._columns[following])
            found.append(token)
        return found

    def _takes_text(self, token: Token) -> bool:
        """On a line of its own, unknown text is the next column's value or does not belong."""
        if Field.BENEFIT_NAME in self._columns:
            return True
        if is_sentence(token.text):
            return False
        column = self._columns[self._column + 1 : self._column + 2]
        return bool(column) and token.kind in ACCEPTS[meant(column[0], self._section)]

    def _next(self, token: Token, first: int) -> int | None:
        """The next column that can hold ``token``."""
        fitting = [
            number
            for number in range(first, len(self._columns))
            if (self._columns[number] is not Field.UNKNOWN or token.kind in _IDLE)
            and token.kind in ACCEPTS[meant(self._columns[number], self._section)]
        ]
        return fitting[0] if fitting else None


def _without_origin(columns: tuple[Field, ...], section: RecordType) -> tuple[Field, ...]:
    """Beside a column of benefits, one of certifications holds what they were earned for."""
    if section is not RecordType.BENEFIT or Field.BENEFIT_NAME not in columns:
        return columns
    return tuple(Field.EARNED_FOR if column is Field.NAME else column for column in columns)


def _without_second_names(columns: tuple[Field, ...]) -> tuple[Field, ...]:
    """A second column that could be the name ("Certificate") holds the button to download it."""
    first = columns.index(Field.NAME) if Field.NAME in columns else len(columns)
    return tuple(
        Field.BUTTON if column is Field.NAME and number > first else column
        for number, column in enumerate(columns)
    )
