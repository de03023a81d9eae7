"""A name out of the markup of a profile page: Markdown's links and images, HTML's tags.

A link's or image's address often holds a file's name, a size and numbers, which are
no words of the name.
"""

import re

_TARGET = re.compile(r"\]\([^()\s]{0,500}\)")
_TAG = re.compile(r"<[a-z/!][^<>]{0,500}>")
_SAID = re.compile(r"""\b(?:alt|title|aria-label)=(?:"([^"]*)"|'([^']*)')""")


def without_markup(folded: str) -> str:
    """Give what a reader would see of a folded text; the text itself where it holds no markup."""
    if "](" in folded:
        folded = _TARGET.sub("] ", folded)
    return _TAG.sub(_what_a_tag_says, folded) if "<" in folded else folded


def _what_a_tag_says(tag: re.Match[str]) -> str:
    if tag[0].startswith("<http"):
        return tag[0]
    return " " + " ".join(one or other for one, other in _SAID.findall(tag[0])) + " "
