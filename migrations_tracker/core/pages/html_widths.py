"""Pages that hold the same twice: a table for wide windows, cards for telephones.

Bootstrap and Tailwind (seen 2018 to 2026) name both by classes, "d-none d-md-table" and
"d-md-none", and a browser shows one of them. Only where a page has both is the narrow one
left out: what is hidden alone may be a part that was folded in.
"""

import re

_BOOTSTRAP = r"(?:sm|md|lg|xl|xxl)"
_TAILWIND = r"(?:sm|md|lg|xl|2xl)"
_SHOWN = r"(?:block|flex|grid|table|inline|inline-block|inline-flex|contents|table-row|table-cell)"
_ONLY_WIDE = re.compile(
    rf"""class=["'](?:[^"'<>]{{0,200}} )?(?:"""
    rf"""d-none [^"'<>]{{0,100}}\bd-{_BOOTSTRAP}-{_SHOWN}\b"""
    rf"""|hidden [^"'<>]{{0,100}}\b{_TAILWIND}:{_SHOWN}\b)"""
)
_NARROW = re.compile(rf"d-{_BOOTSTRAP}-none|{_TAILWIND}:hidden")


def shows_two_widths(html: str) -> bool:
    """Tell whether ``html`` has parts that only a wide window shows."""
    return _ONLY_WIDE.search(html) is not None


def is_for_narrow(classes: str) -> bool:
    """Tell whether an element with these classes is shown in narrow windows only."""
    return any(_NARROW.fullmatch(name) for name in classes.split())
