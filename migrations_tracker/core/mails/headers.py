"""Each header of a mail parsed once, and a plain one not at all.

The standard library parses a header anew at every look, a dozen times the same one in a mail
of one part, into a tree of its grammar. Of a plain header the result is the text as it stands:
ASCII, no encoded words, no comments, nothing quoted that has to be taken apart.
"""

import re
from email.headerregistry import HeaderRegistry
from email.message import EmailMessage
from email.policy import EmailPolicy, default

_NAME = r"[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*"
_ADDRESS = rf"{_NAME}@{_NAME}"
_PARAMETER = r"; ?[A-Za-z-]+=(?:[A-Za-z0-9_.-]+|\"[A-Za-z0-9_.=+ -]+\")"
_PLAIN = {
    "subject": re.compile(r"(?:[\t -<>-~]|=(?!\?))*"),
    "from": re.compile(rf"(?:[A-Za-z0-9]+ )+<{_ADDRESS}>|{_ADDRESS}"),
    "message-id": re.compile(rf"<{_ADDRESS}>"),
    "content-type": re.compile(rf"[A-Za-z]+/[A-Za-z0-9.+-]+(?:{_PARAMETER})*"),
    "content-disposition": re.compile(rf"(?:inline|attachment)(?:{_PARAMETER})*"),
    "content-transfer-encoding": re.compile(r"[A-Za-z0-9-]+"),
}


class _ParsedOnce:
    """The header factory of one mail's policy."""

    def __init__(self) -> None:
        self._parsed: dict[tuple[str, str], str] = {}
        self._parse = HeaderRegistry()

    def __call__(self, name: str, value: str) -> str:
        key = name.lower(), value
        found = self._parsed.get(key)
        if found is None:
            found = self._parsed[key] = self._read(name, value)
        return found

    def _read(self, name: str, value: str) -> str:
        plain = _PLAIN.get(name.lower())
        if plain is not None and plain.fullmatch(value):
            return value
        try:
            return self._parse(name, value)
        except (IndexError, ValueError, AttributeError, TypeError):
            return value  # the library's grammar stumbles over some broken headers ("<" alone)


def policy_for_one_mail() -> "EmailPolicy[EmailMessage]":
    """The standard library's default policy, with a memory of this mail's headers."""
    return default.clone(header_factory=_ParsedOnce())
