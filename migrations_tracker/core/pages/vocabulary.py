"""How the word lists of the page readers are written: parted by bars and line ends."""

import re

from migrations_tracker.core.folding import fold

_BARS = re.compile(r"[|\n]")


def words_of(listed: str) -> frozenset[str]:
    """The words of a list such as "pass | passed | 合格", folded."""
    return frozenset(word for part in _BARS.split(listed) if (word := fold(part)))
