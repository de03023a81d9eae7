"""The words by which a move is found, and what a person types to find it.

Folded by Unicode's NFKC and case folding, so that full-width letters, half-width kana and
capitals find each other. The domain of a mail address is left out (a company's people share
it), and so are single Latin letters and the words for "company".
"""

import re
import unicodedata
from collections.abc import Iterable

#: Letters of a word that count: more would take room and find nothing more.
LETTERS = 12
MOST_WORDS = 40
_DOMAIN = re.compile(r"@[^\s@]*")
_COMPANY = re.compile(r"株式会社|有限会社|合同会社|\(株\)|\(有\)")
_BETWEEN = re.compile(r"[\W_]+")


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """The words of ``texts``, folded, each cut to ``LETTERS``; at most ``MOST_WORDS``."""
    found = (word for text in texts for word in _words(text))
    return frozenset(sorted(set(found))[:MOST_WORDS])


def _words(text: str) -> list[str]:
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    plain = _COMPANY.sub(" ", _DOMAIN.sub(" ", folded))
    return [word[:LETTERS] for word in _BETWEEN.split(plain) if _says_something(word)]


def _says_something(word: str) -> bool:
    return len(word) > 1 or (bool(word) and not word.isascii())
