"""Tokens into drafts, one a record: whether a record is a row, a card, or one cell a line.

Where a field comes that the draft already has, the next record begins. What a token
is for is told by the label before it, by the table's head, else by its shape.
"""

from migrations_tracker.core.folding import fold
from migrations_tracker.core.pages.document import PageLine, Role
from migrations_tracker.core.pages.drafts import Draft
from migrations_tracker.core.pages.fields import Field, Kind, Token
from migrations_tracker.core.pages.shapes import label_of
from migrations_tracker.core.pages.slots import is_sentence, may_be_name, slot_of
from migrations_tracker.core.pages.tables import Table
from migrations_tracker.core.records import RecordType

FEWEST_WORDS_OF_PROSE = 3

_NAMING = frozenset({Field.NAME, Field.EXAM_CODE})
Placed = list[tuple[Field | None, Token]]
_IDLE = frozenset({Kind.ACTION, Kind.EMPTY, Kind.DETAIL, Kind.LABEL, Kind.PLACE})


class Grouping:
    """Collects drafts of one kind of record from the lines of one block."""

    def __init__(self, section: RecordType, group: str | None, parted_by: frozenset[Role]) -> None:
        self.drafts: list[Draft] = []
        self._parted_by = parted_by
        self._section = section
        self._group = group
        self._table = Table((), section)
        self._open: Draft | None = None
        self._label: Field | None = None
        self._name_above: Draft | None = None

    def add(self, line: PageLine) -> None:
        """Take the next line of the block, blank ones too."""
        if line.role is Role.FURNITURE and self._open:
            self._open.aside += [(line, token) for token in line.tokens]
        if line.role in self._parted_by:
            self._open = None
            self._table.restart()
        if line.role is Role.BLANK or line.role is Role.HEAD:
            self._close_row()
        if line.group:
            self._open, self._group = None, line.group
        elif line.role is Role.HEAD:
            self._table = Table(line.columns, self._section, line.starts)
            self._name_above = None
        elif line.role is Role.CONTENT:
            self._content(line)
        elif self._open and [token.kind for token in line.tokens] == [Kind.EMPTY]:
            self._table.by_order(line.cells)  # an empty cell on a line of its own

    def _close_row(self) -> None:
        if self._open and self._open.is_row:
            self._open = None

    def _content(self, line: PageLine) -> None:
        if line.continues or _is_prose(line, self._section):
            return
        if len(line.tokens) == 1 and line.tokens[0].kind is Kind.LABEL:
            self._label = label_of(line.tokens[0].text)
            line.role = Role.FURNITURE
            return
        placed = self._placed(line)
        self._label = None
        if not any(slot for slot, _ in placed):
            self._set_aside(line, placed)
        elif self._repeats_state(placed):
            line.role = Role.FURNITURE
        elif not self._repeats_name(line, placed):
            self._place(line, placed)

    def _set_aside(self, line: PageLine, placed: Placed) -> None:
        """Keep beside the open record what is none of its fields; unknown text stays a leftover."""
        if self._open:
            self._open.aside += [(line, token) for _, token in placed]
        if all(token.kind in _IDLE or token.field for _, token in placed):
            line.role = Role.FURNITURE

    def _repeats_name(self, line: PageLine, placed: Placed) -> bool:
        slot, token = placed[0]
        if len(placed) > 1 or self._open is None or slot is None:
            return False
        if not self._open.repeats(slot, token):
            return False
        self._open.rename(slot, token, line)
        return True

    def _place(self, line: PageLine, placed: Placed) -> None:
        draft = self._draft_for(placed)
        for slot, token in sorted(placed, key=_is_placed_by_shape):
            if slot and slot not in draft.values:
                draft.put(slot, token, line)
                continue
            draft.aside.append((line, token))
            if slot:
                draft.rivals.append((slot, token, line))
        draft.is_row = len(line.cells) > 2 and sum(slot is not None for slot, _ in placed) > 1

    def _draft_for(self, placed: Placed) -> Draft:
        filled = set(self._open.values) - {Field.WHERE} if self._open else set()
        begins_again = self._table.began_again and self._open and self._open.is_named()
        begins_again = begins_again or any(slot in filled for slot, _ in placed)
        if self._open is None or begins_again:
            self._open = Draft(self._section, self._group)
            self.drafts.append(self._open)
            self._take_name_from_above(self._open, placed)
        return self._open

    def _take_name_from_above(self, draft: Draft, placed: Placed) -> None:
        """Rows below a name on a line of its own are attempts at that exam, all of them."""
        slots = {slot for slot, _ in placed if slot}
        if slots <= _NAMING:
            self._name_above = draft
        elif slots & _NAMING or not self._is_attempt(slots):
            self._name_above = None
        elif above := self._name_above:
            for slot in _NAMING & above.values.keys():
                draft.put(slot, above.values[slot], above.line_of[slot])

    def _is_attempt(self, slots: set[Field]) -> bool:
        return self._section is RecordType.EXAM and len(slots) > 1 and Field.TAKEN_ON in slots

    def _repeats_state(self, placed: Placed) -> bool:
        """A state with its day, "Claimed Sep 1, 2025", below the same state belongs to it."""
        stated = [token for slot, token in placed if slot is Field.STATUS]
        before = self._open.get(Field.STATUS) if self._open else None
        dated = any(slot is None and token.kind is Kind.DATE for slot, token in placed)
        alone = len(placed) == 2 and len(stated) == 1 and dated
        return before is not None and alone and fold(before.text) == fold(stated[0].text)

    def _placed(self, line: PageLine) -> Placed:
        placed: Placed = []
        here: dict[Field, Token] = {}
        taken = self._still_fillable()
        for token in self._labelled(line):
            slot = self._slot(line, token, here, taken)
            placed.append((slot, token))
            if slot:
                here[slot] = taken[slot] = token
        return placed

    def _slot(
        self, line: PageLine, token: Token, here: dict[Field, Token], taken: dict[Field, Token]
    ) -> Field | None:
        if token.kind is Kind.TEXT and token.field is None:
            before = {**(self._open.values if self._open else {}), **here}
            if not may_be_name(token, self._section, before if len(line.tokens) == 1 else here):
                return None
        return slot_of(token, self._section, taken)

    def _still_fillable(self) -> dict[Field, Token]:
        """What the open record has, where a second date may still belong to it."""
        if self._open is None or self._open.is_row or Field.EXPIRES_ON in self._open.values:
            return {}
        return dict(self._open.values)

    def _labelled(self, line: PageLine) -> list[Token]:
        """The line's tokens under the label before them, the cell before, or the column."""
        if self._label is not None and len(line.cells) == 1:
            first, *others = line.cells[0]
            return [self._table.under(first, self._label), *others]
        cells = _named_by_cells(line.cells)
        if line.positional and len(cells) > 1:
            return self._table.by_position(cells)
        if line.starts:
            return self._table.by_offset(cells, line.starts)
        return self._table.by_order(cells)


def _is_placed_by_shape(placed: tuple[Field | None, Token]) -> bool:
    """What stands under its own label or column goes before what only looks like it."""
    return placed[1].field is None


def _named_by_cells(cells: tuple[tuple[Token, ...], ...]) -> list[tuple[Token, ...]]:
    """A cell that is a label names the cell after it: "Exam date", "August 4, 2024"."""
    if not any(cell and cell[0].kind is Kind.LABEL for cell in cells):
        return list(cells)
    found: list[tuple[Token, ...]] = []
    label: Field | None = None
    for cell in cells:
        is_label = len(cell) == 1 and cell[0].kind is Kind.LABEL
        found.append(() if is_label else tuple(token.under(label) for token in cell))
        label = label_of(cell[0].text) if is_label else None
    return found


def _is_prose(line: PageLine, section: RecordType) -> bool:
    """A sentence that mentions an exam or a day is no record; it is left over for the person."""
    if len(line.cells) > 1 or len(line.tokens) < 2:
        return False
    texts = [token for token in line.tokens if token.kind is Kind.TEXT and token.field is None]
    if not texts:
        return False
    if is_sentence(line.line.text):
        return True
    longest = max(len(token.text.split()) for token in texts)
    return section is not RecordType.BENEFIT and longest >= FEWEST_WORDS_OF_PROSE
