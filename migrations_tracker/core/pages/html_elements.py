"""What an element of a saved page is for: a row, a cell, part of a line, or hidden."""

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


def shown_value(attributes: dict[str, str]) -> str:
    """The text of a button, and of a field that shows a code without taking one."""
    kind = attributes.get("type", "text").lower()
    shows = kind == "text" and not {"readonly", "disabled"}.isdisjoint(attributes)
    return attributes.get("value", "") if shows or kind in ("button", "submit") else ""


def kind_of(tag: str, attributes: dict[str, str]) -> str:
    """Give "hidden", "row", "cell", "table", "inline" or "block"."""
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
