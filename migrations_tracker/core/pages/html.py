"""A saved page (HTML) into the text that a person would copy out of the browser.

Rows of tables, real ones and those made of `role="row"`, become lines parted by tabs;
everything else becomes lines as it is laid out. Scripts, hidden parts, and icons whose
names are text ("check_circle", Angular Material 2019 to 2026) are left out. A table
that only lays out others (the portal before 2022) is no table.
"""

from dataclasses import dataclass, field
from typing import Any, cast

from lxml.html import HTMLParser

DEEPEST = 256

_SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "select",
        "datalist",
        "iframe",
        "object",
        "video",
        "audio",
        "canvas",
        "mat-icon",
        "textarea",
        "map",
    ]
)
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "button",
        "input",
        "img",
    ]
)
_ROWS = frozenset({"tr", "mat-row", "mat-header-row", "cdk-row", "cdk-header-row"})
_CELLS = frozenset({"td", "th", "mat-cell", "mat-header-cell", "cdk-cell", "cdk-header-cell"})
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905
)
_ROW_ROLES = frozenset({"row"})
_CELL_ROLES = frozenset({"cell", "gridcell", "columnheader", "rowheader"})
_HIDDEN_CLASSES = frozenset(
    {
        "sr-only",
        "visually-hidden",
        "cdk-visually-hidden",
        "screen-reader-text",
        "mdc-visually-hidden",
    }
)
_ICON_CLASSES = ("material-icons", "material-symbols", "mat-icon", "fa-", "glyphicon", "bi-")


class NestedTooDeeply(ValueError):
    """Elements stand in each other more than 256 deep: no page of AWS does that."""


def page_lines_from_html(html: str) -> str:
    """Give the visible text of ``html``, a line a block or row, cells of a row parted by tabs.

    Raises NestedTooDeeply.
    """
    layout = _Layout()
    parser = HTMLParser(
        target=cast(Any, layout), encoding="utf-8", huge_tree=True, remove_comments=True
    )
    parser.feed(html.encode("utf-8", "replace"))
    parser.close()
    return "\n".join(layout.lines)


@dataclass(slots=True)
class _Row:
    cells: list[str] = field(default_factory=list)


@dataclass
class _Layout:
    """What the parser calls, element by element."""

    lines: list[str] = field(default_factory=list)
    _text: list[str] = field(default_factory=list)
    _rows: list[_Row | None] = field(default_factory=list)
    _open: list[tuple[str, str]] = field(default_factory=list)
    _hidden_from: int = 0
    _ended_inline: str = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if len(self._open) >= DEEPEST:
            raise NestedTooDeeply
        kind = _kind(tag, attributes)
        self._open.append((tag, kind))
        if self._hidden_from:
            return
        if kind == "hidden":
            self._hidden_from = len(self._open)
            return
        self._begin(tag, kind)
        if tag == "input":
            self._text.append(_shown_value(attributes))

    def _begin(self, tag: str, kind: str) -> None:
        if kind == "inline":
            self._part_from_neighbour(tag)
            return
        self._break()
        if kind == "table":
            self._unfold_row()
        elif kind == "row":
            self._rows.append(_Row())

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
        tag, kind = self._open.pop()
        if self._hidden_from:
            self._hidden_from = self._hidden_from if len(self._open) >= self._hidden_from else 0
            return
        if kind == "inline":
            self._ended_inline = tag
        elif kind == "cell":
            self._end_cell()
        elif kind == "row":
            self._end_row()
        else:
            self._break()

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

    def _end_cell(self) -> None:
        row = self._rows[-1] if self._rows else None
        if row is None:
            self._break()
        else:
            row.cells.append(self._taken())

    def _end_row(self) -> None:
        row = self._rows.pop() if self._rows else None
        if row is None:
            self._break()
            return
        rest = self._taken()
        cells = [*row.cells, rest] if rest else row.cells
        if any(cells):
            self.lines.append("\t".join(cells))

    def _unfold_row(self) -> None:
        """A row that holds a table lays out the page: its cells become lines."""
        row = self._rows[-1] if self._rows else None
        if row is not None:
            self.lines += [text for text in [*row.cells, self._taken()] if text]
            self._rows[-1] = None


def _shown_value(attributes: dict[str, str]) -> str:
    """The text of a button, and of a field that shows a code without taking one."""
    kind = attributes.get("type", "text").lower()
    shows = kind == "text" and not {"readonly", "disabled"}.isdisjoint(attributes)
    return attributes.get("value", "") if shows or kind in ("button", "submit") else ""


def _kind(tag: str, attributes: dict[str, str]) -> str:
    role = attributes.get("role", "")
    if tag in _SKIPPED or _is_hidden(attributes):
        return "hidden"
    if tag in _ROWS or role in _ROW_ROLES:
        return "row"
    if tag in _CELLS or role in _CELL_ROLES:
        return "cell"
    if tag == "table" or tag in _VOID - _INLINE:
        return tag if tag == "table" else "block"
    return "inline" if tag in _INLINE else "block"


def _is_hidden(attributes: dict[str, str]) -> bool:
    style = attributes.get("style", "").replace(" ", "").lower()
    classes = attributes.get("class", "").split()
    return (
        "hidden" in attributes
        or "display:none" in style
        or "visibility:hidden" in style
        or not _HIDDEN_CLASSES.isdisjoint(classes)
        or any(name.startswith(_ICON_CLASSES) for name in classes)
    )
