"""A saved page (HTML) into the text that a person would copy out of the browser.

Rows of tables, real ones and those made of `role="row"`, become lines parted by tabs;
everything else becomes lines as it is laid out. Scripts, hidden parts, and icons whose
names are text ("check_circle", Angular Material 2019 to 2026) are left out. A table
that only lays out others (the portal before 2022) is no table.
"""

from dataclasses import dataclass, field
from typing import Any, cast

from lxml.html import HTMLParser

from migrations_tracker.core.pages.html_elements import kind_of, shown_value
from migrations_tracker.core.pages.html_tables import Budget, Row, Spans
from migrations_tracker.core.pages.html_widths import is_for_narrow, shows_two_widths

DEEPEST = 256


class NestedTooDeeply(ValueError):
    """Elements stand in each other more than 256 deep: no page of AWS does that."""


def page_lines_from_html(html: str) -> str:
    """Give the visible text of ``html``, a line a block or row, cells of a row parted by tabs.

    Raises NestedTooDeeply.
    """
    layout = _Layout(two_widths=shows_two_widths(html))
    parser = HTMLParser(
        target=cast(Any, layout), encoding="utf-8", huge_tree=True, remove_comments=True
    )
    parser.feed(html.encode("utf-8", "replace"))
    parser.close()
    return "\n".join(layout.lines)


@dataclass
class _Layout:
    """What the parser calls, element by element."""

    two_widths: bool
    lines: list[str] = field(default_factory=list)
    _text: list[str] = field(default_factory=list)
    _rows: list[Row | None] = field(default_factory=list)
    _open: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    _budget: Budget = field(default_factory=Budget)
    _spans: list[Spans] = field(default_factory=list)
    _hidden_from: int = 0
    _ended_inline: str = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if len(self._open) >= DEEPEST:
            raise NestedTooDeeply
        kind = self._kind_of(tag, attributes)
        self._open.append((tag, kind, attributes))
        if self._hidden_from:
            return
        if kind == "hidden":
            self._hidden_from = len(self._open)
            return
        self._begin(tag, kind)
        if tag == "input":
            self._text.append(shown_value(attributes))

    def _kind_of(self, tag: str, attributes: dict[str, str]) -> str:
        narrow = self.two_widths and is_for_narrow(attributes.get("class", ""))
        return "hidden" if narrow else kind_of(tag, attributes)

    def _begin(self, tag: str, kind: str) -> None:
        if kind == "inline":
            self._part_from_neighbour(tag)
            return
        self._break()
        if kind == "table":
            self._unfold_row()
            self._spans.append(Spans(self._budget))
        elif kind == "row":
            self._rows.append(Row())

    def _part_from_neighbour(self, tag: str) -> None:
        """Elements side by side are seen apart; links side by side are a menu."""
        if self._ended_inline == tag == "a" and not self._in_cell():
            self._break()
        elif self._ended_inline:
            self._text.append(" ")
        self._ended_inline = ""

    def end(self, tag: str) -> None:
        if not self._open:
            return
        tag, kind, attributes = self._open.pop()
        if self._hidden_from:
            self._hidden_from = self._hidden_from if len(self._open) >= self._hidden_from else 0
            return
        if kind == "inline":
            self._ended_inline = tag
        elif kind == "cell":
            self._end_cell(attributes)
        elif kind == "row":
            self._end_row()
        else:
            self._break()
            if kind == "table" and self._spans:
                self._spans.pop()

    def data(self, text: str) -> None:
        if self._hidden_from:
            return
        self._text.append(text)
        if text.strip():
            self._ended_inline = ""

    def close(self) -> None:
        self._break()
        while self._rows:
            self._end_row()

    def _in_cell(self) -> bool:
        return bool(self._rows and self._rows[-1])

    def _break(self) -> None:
        self._ended_inline = ""
        if self._in_cell():
            self._text.append(" ")
            return
        if line := self._taken():
            self.lines.append(line)

    def _taken(self) -> str:
        line = " ".join("".join(self._text).split())
        self._text.clear()
        return line

    def _end_cell(self, attributes: dict[str, str]) -> None:
        row = self._rows[-1] if self._rows else None
        if row is None:
            self._break()
        else:
            row.add(self._taken(), attributes)

    def _end_row(self) -> None:
        row = self._rows.pop() if self._rows else None
        if row is None:
            self._break()
            return
        if rest := self._taken():
            row.add(rest, {})
        if any(row.texts):
            spans = self._spans[-1] if self._spans else Spans(self._budget)
            self.lines.append("\t".join(spans.laid_out(row)))

    def _unfold_row(self) -> None:
        """A row that holds a table lays out the page: its cells become lines."""
        row = self._rows[-1] if self._rows else None
        if row is not None:
            self.lines += [text for text in [*row.texts, self._taken()] if text]
            self._rows[-1] = None
