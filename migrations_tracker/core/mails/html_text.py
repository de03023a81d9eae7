"""HTML to plain text: one line a block, cells of a table row parted by a tab.

Only text is taken; scripts, styles and hidden preview text are dropped. What stands in
a blockquote gets "> " before each line, as plain mails quote. lxml stays fast on hostile
markup and drops what is nested deeper than 256 elements.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from lxml import etree, html

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "thead",
        "tfoot",
        "title",
        "tr",
        "ul",
    ]
)
SPACED = frozenset(
    ["p", "table", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "hr"]
)
DROPPED = frozenset(["script", "style", "head", "template", "noscript", "svg", "object"])
CELLS = frozenset(("td", "th"))

LINE, PARAGRAPH, CELL, QUOTE, UNQUOTE = "\n", "\f", "\t", "\x01", "\x02"
MARKS = (LINE, PARAGRAPH, CELL, QUOTE, UNQUOTE)
SMALL_CELL_ELEMENTS = 40


def text_of_html(markup: str) -> str:
    """Turn a mail's HTML part into text; an empty string where there is nothing to read."""
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = html.document_fromstring(_parseable(markup), parser=parser)
    except (etree.ParserError, ValueError):
        return ""
    return _joined(_pieces(root))


def _parseable(markup: str) -> str:
    """Drop an XML line that declares an encoding (lxml refuses it), NUL, and our own marks."""
    stripped = markup.lstrip("\ufeff \t\r\n")
    if stripped.startswith("<?xml"):
        stripped = stripped.partition("?>")[2]
    return stripped.translate({0: None, 1: None, 2: None, 12: None})


def _pieces(root: etree._Element) -> Iterator[str]:
    """Walk without recursion, so that depth costs no stack."""
    dropped = 0
    one_line: list[etree._Element] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        start = event == "start"
        tag = str(element.tag)
        if tag in DROPPED or _hidden(element):
            dropped += 1 if start else -1
        elif not dropped:
            if start and tag in CELLS and _is_one_line(element):
                one_line.append(element)
            yield from _edge(tag, start=start, inside_cell=bool(one_line))
            if start and element.text:
                yield _inline(element.text, pre=tag == "pre")
        if not start and one_line and one_line[-1] is element:
            one_line.pop()
        if not start and not dropped and element.tail:
            yield _inline(element.tail, pre=False)


def _edge(tag: str, *, start: bool, inside_cell: bool) -> Iterator[str]:
    """What stands in the text where an element begins or ends."""
    if tag in CELLS:
        if not start or not inside_cell:
            yield CELL if inside_cell else LINE
        return
    if inside_cell:
        yield " " if tag in BLOCKS else ""
        return
    if tag == "blockquote":
        yield LINE + (QUOTE if start else UNQUOTE)
    if tag in BLOCKS:
        yield PARAGRAPH if tag in SPACED else LINE
    if tag == "li" and start:
        yield "* "


def _is_one_line(cell: etree._Element) -> bool:
    """Tell a cell of data from one that lays out a page: it holds one line of text."""
    elements = list(islice(cell.iter(), SMALL_CELL_ELEMENTS + 1))
    tags = [str(element.tag) for element in elements[1:]]
    if len(elements) > SMALL_CELL_ELEMENTS or CELLS.intersection(tags):
        return False
    pieces = [piece for element in elements for piece in _text_of(element, cell)]
    return sum(1 for line in "".join(pieces).split("\n") if line.strip()) <= 1


def _text_of(element: etree._Element, cell: etree._Element) -> Iterator[str]:
    edge = "\n" if element.tag in BLOCKS else ""
    yield edge + " ".join((element.text or "").split())
    if element is not cell:
        yield edge + " ".join((element.tail or "").split())


def _inline(text: str, *, pre: bool) -> str:
    """Fold white space as a browser does; a non-breaking space is a space."""
    if pre:
        return text
    folded = " ".join(text.split())
    left = " " if text[:1].isspace() else ""
    right = " " if folded and text[-1:].isspace() else ""
    return f"{left}{folded}{right}"


def _hidden(element: etree._Element) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return "display:none" in style


def _joined(pieces: Iterable[str]) -> str:
    text = "".join(pieces).replace(PARAGRAPH, f"{LINE}{PARAGRAPH}{LINE}")
    lines: list[str] = []
    depth = 0
    for line in text.split(LINE):
        depth = max(0, depth + line.count(QUOTE) - line.count(UNQUOTE))
        cells = (cell.strip(f"{QUOTE}{UNQUOTE} \r") for cell in line.split(CELL))
        words = CELL.join(cells)
        if words == PARAGRAPH and lines and lines[-1]:
            lines.append("")
        elif words.strip() and words != PARAGRAPH:
            lines.append("> " * min(depth, 10) + words.rstrip(CELL).replace(PARAGRAPH, ""))
    return "\n".join(lines).strip("\n")
