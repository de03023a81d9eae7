"""What decorates a cell without belonging to its value: bullets, check marks, icons, links.

The number of a list is one, "18." of "18. Februar 2025" is none.
"""

import re

_DECORATION = re.compile(
    r"^(?:[•●○◦▪■□◆◇★☆✓✔✅❌✗✘✖✕☑►▶▸▾≡☰⤓↗>*#・]|[-–] |\*\*|\d{1,3}[.)] (?!\w+\.? \d{4}))+\s*"
    r"|\*\*$|`"
)
_MARKS_BEHIND = " ✓✔✅❌✗✘✖✕☑⚠▸▾⌄"
_ICON = re.compile(
    r"^[a-z]{2,20}(?:_[a-z]{2,20})+ |^(?:cancel|error|schedule|event|done|check) (?=[A-Z])"
)
_LINK = re.compile(r"!?\[([^\[\]]{1,300})\]\([^()\s]{1,500}\)")


def undecorated(text: str) -> str:
    """``text`` without bullets, check marks, icons' names, bold marks and Markdown's links."""
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if not text[:1].isalpha() or "`" in text or text.endswith("**"):
        text = _DECORATION.sub("", text)
    text = text.strip().rstrip(_MARKS_BEHIND)
    return _ICON.sub("", text) if text[:1].islower() else text
