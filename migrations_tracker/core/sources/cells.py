"""Values out of a row's cells; what cannot be taken becomes a problem of that line."""

import re
from collections.abc import Mapping
from datetime import date, time
from enum import StrEnum
from typing import TypeVar

from migrations_tracker.core.catalogue import Catalogue
from migrations_tracker.core.dates import DateOrder
from migrations_tracker.core.folding import fold, normalise
from migrations_tracker.core.reading import Problem, ProblemKind
from migrations_tracker.core.sentence import Sentence, gettext_noop
from migrations_tracker.core.sources.naming import Judged, judge
from migrations_tracker.core.sources.rows import LONGEST_CELL, Row
from migrations_tracker.core.sources.timestamps import plain_day
from migrations_tracker.core.times import NotATime, read_time

Word = TypeVar("Word", bound=StrEnum)

_EMPTY = {"", "-", "--", "n/a", "na", "none", "null", "なし", "無し", "該当なし", "無期限", "#n/a"}
_MIDNIGHT = re.compile(r"[T ]0{1,2}:00(?::00(?:\.0{1,6})?)?Z?$")
_SCORE = re.compile(r"(\d{1,5})(?:\.0+)?(?: ?/ ?1[,.]?000)?(?: ?点)?")


class RowReader:
    """Reads one row after the other; ``problems`` grows with every cell that resists."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.problems: list[Problem] = []
        self._known: dict[str, Judged] = {}

    def text(self, row: Row, position: int | None) -> str | None:
        """Give a cell's text; None where it is empty or says that there is nothing."""
        cell = row.cell(position)
        return None if fold(cell) in _EMPTY or set(cell) <= set("-–—") else cell

    def day(self, row: Row, position: int | None, order: DateOrder | None) -> date | None:
        """Read a date; a midnight that a spreadsheet added is dropped."""
        text = self.text(row, position)
        read = plain_day(_MIDNIGHT.sub("", text) if text else None, order)
        if read.problem and read.message:
            self.report(row, read.problem, read.message)
        return read.day

    def word(
        self,
        row: Row,
        position: int | None,
        words: Mapping[str, StrEnum],
        kind: type[Word],
        problem: ProblemKind,
    ) -> Word | None:
        """Read a result or state by its word."""
        text = self.text(row, position)
        if not text:
            return None
        if value := words.get(fold(text).strip("!.。 ")):
            return kind(value)
        self.report(row, problem, Sentence(_WORDS[problem], {"text": text}))
        return None

    def score(self, row: Row, position: int | None) -> int | None:
        """Read AWS's scaled score, 100 to 1000."""
        text = self.text(row, position)
        if not text:
            return None
        match = _SCORE.fullmatch(normalise(text).strip())
        if match and 100 <= int(match[1]) <= 1000:
            return int(match[1])
        self.report(row, ProblemKind.SCORE_OUT_OF_RANGE, Sentence(_SCORE_RANGE, {"text": text}))
        return None

    def moment(self, row: Row, position: int | None) -> time | None:
        """Read a time of day."""
        text = self.text(row, position)
        if not text:
            return None
        try:
            return read_time(text)
        except NotATime:
            self.report(row, ProblemKind.UNREADABLE_DATE, Sentence(_NOT_A_TIME, {"text": text}))
            return None

    def judged(self, row: Row, name: str) -> Judged:
        """Judge the name of a certification; an unclear one is a problem."""
        verdict = self._known.get(name) or judge(name, self.catalogue)
        self._known[name] = verdict
        if verdict.problem and verdict.message:
            self.report(row, verdict.problem, verdict.message)
        return verdict

    def damage(self, row: Row) -> None:
        """Report cells that were cut, and formulas: certmove takes values, it calculates none."""
        if row.was_cut:
            self.report(row, ProblemKind.TOO_LONG, Sentence(_CUT, {"most": LONGEST_CELL}))
        if row.formulas:
            columns = ", ".join(str(at + 1) for at in row.formulas)
            self.report(row, ProblemKind.FORMULA, Sentence(_FORMULA, {"columns": columns}))

    def report(self, row: Row, kind: ProblemKind, message: Sentence) -> None:
        """Note a problem of ``row``."""
        self.problems.append(Problem(line=row.line, text=row.text, problem=kind, message=message))


_WORDS = {
    ProblemKind.UNKNOWN_RESULT: gettext_noop(
        "“%(text)s” is not a result that certmove knows. Write Pass, Fail, Pending, "
        "No show or Cancelled."
    ),
    ProblemKind.UNKNOWN_STATUS: gettext_noop(
        "“%(text)s” is not a state that certmove knows. Write it as AWS's page shows it."
    ),
}
_SCORE_RANGE = gettext_noop("“%(text)s” is not a score. AWS's scores go from 100 to 1000.")
_NOT_A_TIME = gettext_noop("“%(text)s” is not a time of day. Write it as in 09:30.")
_CUT = gettext_noop(
    "A cell of this row is longer than %(most)s characters and was cut. Shorten it."
)
_FORMULA = gettext_noop(
    "A formula stands in column %(columns)s. Put its value there instead of the formula."
)
