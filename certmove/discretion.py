"""What must not stand in a log: addresses, secrets in links, values of a row."""

import re
from uuid import UUID

from django.http import HttpRequest

HIDDEN = "[hidden]"
_ADDRESS = re.compile(r"[^\s@<>\"'(),;:=\[\]]{1,64}@[^\s@<>\"'(),;:=\[\]]{1,255}")
# PostgreSQL quotes the row or the key that it refused.
_ROW = re.compile(r"^(DETAIL|CONTEXT):.*$", re.MULTILINE)
#: Places of an address of this site whose value lets somebody in.
_SECRET_PLACES = {"token", "key", "uidb36", "code"}
_LONGEST_WORD = 16


def discreet(text: str) -> str:
    """``text`` without mail addresses and without the values that PostgreSQL quotes."""
    return _ADDRESS.sub(HIDDEN, _ROW.sub(rf"\1: {HIDDEN}", text))


def discreet_path(request: HttpRequest) -> str:
    """The request's path without what could be a secret link or a person's own words."""
    match = request.resolver_match
    if match is None:
        return "/".join(_word(part) for part in request.path.split("/"))
    path = request.path
    for place, value in match.kwargs.items():
        if place in _SECRET_PLACES:
            path = path.replace(str(value), HIDDEN)
    return path


def _word(part: str) -> str:
    try:
        return str(UUID(part))
    except ValueError:
        plain = part.isascii() and len(part) <= _LONGEST_WORD
        return part if plain else HIDDEN
