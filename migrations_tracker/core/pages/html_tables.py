"""Rows of a table whose cells reach over several rows or columns."""

from dataclasses import dataclass, field

_MOST_ROWS, _MOST_COLUMNS = 200, 20
_LONGEST_REPEATED = 300
_MOST_REPEATED = 500_000
"""Characters that all cells of a page together may be repeated by: a page is no bomb."""


@dataclass(slots=True)
class Row:
    """The texts of a row's own cells, each with the columns and rows it reaches over."""

    cells: list[tuple[str, int, int]] = field(default_factory=list)

    @property
    def texts(self) -> list[str]:
        return [text for text, _, _ in self.cells]

    def add(self, text: str, attributes: dict[str, str]) -> None:
        columns = _number(attributes.get("colspan", ""), _MOST_COLUMNS)
        self.cells.append((text, columns, _number(attributes.get("rowspan", ""), _MOST_ROWS)))


@dataclass(slots=True)
class Budget:
    """What is left of the characters that a page's cells may be repeated by."""

    left: int = _MOST_REPEATED


@dataclass(slots=True)
class Spans:
    """The cells of one table that reach into its next rows: by column, text and rows left."""

    budget: Budget
    reaching: dict[int, tuple[str, int]] = field(default_factory=dict)

    def laid_out(self, row: Row) -> list[str]:
        """The texts of ``row`` by column, with those of cells above that reach into it."""
        texts: list[str] = []
        for text, columns, rows in row.cells:
            self._repeat_into(texts)
            if rows > 1 and len(text) <= _LONGEST_REPEATED:
                self.reaching[len(texts)] = (text, rows)
            texts += [text, *[""] * (columns - 1)]
        self._repeat_into(texts)
        self._end_row()
        return texts

    def _repeat_into(self, texts: list[str]) -> None:
        while self.budget.left > 0 and (above := self.reaching.get(len(texts))):
            texts.append(above[0])
            self.budget.left -= len(above[0]) + 1

    def _end_row(self) -> None:
        self.reaching = {at: (text, n - 1) for at, (text, n) in self.reaching.items() if n > 1}


def _number(text: str, most: int) -> int:
    return max(1, min(int(text), most)) if text.isascii() and text.isdigit() else 1
