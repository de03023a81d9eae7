"""The accounts that a mail lists, under headings, in columns, in rows, or in a sentence."""

import re
from dataclasses import dataclass
from unicodedata import normalize

from migrations_tracker.core.mails.account_headings import CELLS, cell_heading, heading_of
from migrations_tracker.core.mails.account_lines import (
    LABELLED,
    SEGMENTS,
    Draft,
    fill_in_order,
    fill_line,
    fill_segment,
    is_value,
    value_of,
)
from migrations_tracker.core.mails.account_pairs import paired_accounts
from migrations_tracker.core.mails.account_words import fields_of
from migrations_tracker.core.mails.addresses import ADDRESS, addresses_in, without_wrapping
from migrations_tracker.core.mails.candidate_ids import ids_beside_addresses, ids_in
from migrations_tracker.core.mails.reading import MailAccount
from migrations_tracker.core.mails.told_accounts import accounts_told

MAX_ACCOUNTS = 20
CIRCLED = re.compile(r"^\s{0,20}([\u2460-\u2468])\s{0,9}(?=\S)")
THIS_ACCOUNT = re.compile(
    r"\bthis (?:account|one|profile|is)\b|^\W*(?:to be|will be|stays|remains|closed|kept)\b|"
    r"^\W*(?:status|action|result|fate|outcome|role|after (?:the )?merg\w+)\b[^:]{0,25}:|"
    r"(?:この|本|当該?)アカウント|こちら",
    re.I,
)
WHAT_HAPPENS = re.compile(
    r"action|what (?:will )?happens?(?: to it)?|role|fate|outcome|result|purpose|"
    r"after (?:the )?merg\w+|処理|扱い|統合後|役割|区分|対応",
    re.I,
)
LABEL_AND_VALUE = re.compile(r"([^@:]{2,40}?):?\s(\S{1,64}@\S{1,200})$")


@dataclass(frozen=True, slots=True)
class ListedAccounts:
    """The accounts in the order of the mail, and the words beside each one's heading.

    ``candidate_ids`` has the number, or an address, of the account that each belongs to.
    """

    accounts: tuple[MailAccount, ...]
    notes: dict[int, str]
    candidate_ids: dict[str, int | str]


def listed_accounts(text: str) -> ListedAccounts:
    """Read the accounts that a message lists; none where it only speaks of accounts."""
    reader = _Reader()
    if "@" not in normalize("NFKC", text):
        return ListedAccounts((), {}, {})
    for line in text.split("\n"):
        reader.take(_without_frame(without_wrapping(CIRCLED.sub(_plain_number, line))))
    drafts = [draft for draft in reader.drafts if _filled(draft)]
    if len(drafts) < 2:
        drafts = paired_accounts(text) or drafts
    drafts = drafts or accounts_told(text, most=MAX_ACCOUNTS)
    accounts = tuple(MailAccount(number=draft.number, **draft.values) for draft in drafts)
    notes = {draft.number: draft.notes for draft in drafts}
    return ListedAccounts(accounts, notes, {**ids_beside_addresses(text), **_ids(drafts)})


def _ids(drafts: list[Draft]) -> dict[str, int]:
    """The number of the account each candidate ID stands in first."""
    owners: dict[str, int] = {}
    for draft in drafts:
        for each in draft.ids:
            owners.setdefault(each, draft.number)
    return owners


def _plain_number(circled: re.Match[str]) -> str:
    return f"{normalize('NFKC', circled[1])}. "


def _without_frame(line: str) -> str:
    """Take off the bars at both ends of a row drawn with them."""
    bare = line.rstrip()
    return bare.strip().strip("|│┃").rstrip() if bare.lstrip().startswith(("|", "│", "┃")) else bare


def _filled(draft: Draft) -> bool:
    return any(draft.values.values())


class _Reader:
    """Goes through the lines once; a heading opens an account, labels fill it."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.columns: list[Draft] = []
        self.titles: list[tuple[str, ...]] = []
        self.waiting: tuple[str, ...] = ()
        self.filled = 0
        self.current: Draft | None = None

    def take(self, line: str) -> None:
        cells = [cell.strip() for cell in CELLS.split(line)]
        if not line.strip():
            return
        if self._column_headings(cells) or self._row_titles(cells) or self._row(cells):
            return
        heading = heading_of(line.strip(), len(self.drafts) + 1)
        if heading:
            self._open(*heading)
        elif self.columns:
            self._column_values(cells)
        elif self.drafts:
            self._fill(line)

    def _column_headings(self, cells: list[str]) -> bool:
        """A line of two or more headings; or headings each on a line, one after the other."""
        if len(cells) < 2:
            return False
        found = [heading for cell in cells if (heading := cell_heading(cell))]
        numbered = sum(1 for number, _ in found if number)
        if len(found) < 2 or any(ADDRESS.search(cell) for cell in cells):
            return False
        if 0 < numbered < len(found):
            return False
        self.columns = [
            self._draft(number or place, notes) for place, (number, notes) in enumerate(found, 1)
        ]
        return True

    def _row_titles(self, cells: list[str]) -> bool:
        """A line of labels: each line below it is one account."""
        if len(cells) < 2:
            return False
        titles = [fields_of(cell) for cell in cells]
        told = sum(map(bool, titles)) + any(WHAT_HAPPENS.fullmatch(cell) for cell in cells)
        if (
            told < 2
            or not any(titles)
            or any(ADDRESS.search(cell) for cell in cells)
            or ":" in "".join(cells)
        ):
            return False
        self.titles = titles
        return True

    def _row(self, cells: list[str]) -> bool:
        if not self.titles or len(cells) < 2 or not any(ADDRESS.search(cell) for cell in cells):
            return False
        heading = cell_heading(cells[0])
        number = (heading and heading[0]) or len(self.drafts) + 1
        notes = [cell for cell, fields in zip(cells, self.titles, strict=False) if not fields]
        draft = self._draft(number, " ".join(notes))
        for fields, cell in zip(self.titles, cells, strict=False):
            draft.put(fields, value_of(cell, draft.last()))
            draft.ids += ids_in(cell)
        return True

    def _draft(self, number: int, notes: str, *, weak: bool = False) -> Draft:
        for draft in self.drafts:
            if draft.number == number:
                draft.notes += " " + notes
                return draft
        if len(self.drafts) < MAX_ACCOUNTS:
            self.drafts.append(Draft(number, weak, notes))
            return self.drafts[-1]
        return Draft(number)

    def _open(self, number: int, rest: str, weak: bool) -> None:
        """A second heading right below the first, with nothing between, makes columns."""
        unfilled = [draft for draft in self.drafts if not draft.values]
        draft = self._draft(number, _notes(rest), weak=weak)
        self.columns = (
            [*unfilled, draft]
            if unfilled and not weak and draft not in unfilled and not addresses_in(rest)
            else []
        )
        self.current = draft
        self.waiting = ()
        self._fill(rest.lstrip(" :-\u2013\u2014"), heading=True)

    def _column_values(self, cells: list[str]) -> None:
        """A label and one value a column; the values may stand on the lines below it."""
        if label := LABEL_AND_VALUE.match(cells[0]):
            cells = [label[1], label[2], *cells[1:]]
        fields = fields_of(cells[0].rstrip(": "))
        values = cells
        if fields:
            self.waiting, self.filled, values = fields, 0, cells[1:]
        if ADDRESS.search(cells[0]) and ":" not in cells[0] and not fields and not self.waiting:
            self.waiting, self.filled = ("login",), 0
        for value in values:
            if (
                self.waiting
                and self.filled < len(self.columns)
                and (is_value(value) or len(values) > 1)
            ):
                self.columns[self.filled].put(self.waiting, value_of(value, None))
                self.filled += 1
        for column, cell in zip(self.columns, cells[-len(self.columns) :], strict=False):
            column.ids += ids_in(cell)
        if not fields and ":" in cells[0] and self.columns:
            self._fill_last(cells)

    def _fill_last(self, cells: list[str]) -> None:
        """Labels with their own value in each column: "Login: a    Login: b"."""
        for column, cell in zip(self.columns, cells, strict=False):
            fill_segment(column, cell)

    def _fill(self, line: str, *, heading: bool = False) -> None:
        draft = self.current
        if draft is None:
            return
        draft.ids += ids_in(line)
        if self.waiting and is_value(line):
            draft.put(self.waiting, value_of(line, draft.last()))
            self.waiting = ()
            return
        if heading and fill_in_order(draft, line):
            return
        self.waiting = fill_line(draft, line)
        if not heading and _remark(line):
            draft.notes += f" {line.strip()}"
        alone = ADDRESS.search(line)
        short = alone and len(line) - len(alone[0]) <= (80 if heading else 12)
        if (
            alone
            and short
            and not draft.values
            and not fields_of(line[: alone.start()].strip(" :-"))
        ):
            draft.put(("login",), alone[0].lower())


def _remark(line: str) -> bool:
    """A line inside a list that speaks of "this account" rather than of a numbered one."""
    return len(line) < 160 and bool(THIS_ACCOUNT.search(line)) and not line.rstrip().endswith("?")


def _notes(rest: str) -> str:
    """The words beside a heading, without the labels and addresses that may follow."""
    pieces = [piece for piece in SEGMENTS.split(ADDRESS.sub("", rest)) if not _labels(piece)]
    return " ".join(pieces).strip()


def _labels(piece: str) -> bool:
    match = LABELLED.match(piece.lstrip(" :"))
    return bool(fields_of(match[1].strip(" ()")) if match else fields_of(piece))
