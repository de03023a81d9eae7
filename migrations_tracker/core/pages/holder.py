"""Whose page it is: the candidate ID (候補者 ID) and the name beside it."""

import re
from collections.abc import Sequence

from migrations_tracker.core.pages.document import PageLine, Role
from migrations_tracker.core.pages.fields import Kind
from migrations_tracker.core.pages.shapes import CANDIDATE_ID
from migrations_tracker.core.records import Holder

_ID_LABEL = re.compile(
    r"(?i)[,|(\[/ -]*(?:(?:aws|認定) ?)*(?:candidate (?:id|number)|login id|user id|ログイン ?id|"
    r"候補者? ?(?:id|番号)|受験者 ?(?:id|番号)|id|candidate|候補者)(?: number)?\b[ :)\]]*"
)
_NAME = re.compile(
    r"(?:(?:candidate name|candidate|full name|name|welcome|hello|signed in as|候補者名|候補者|"
    r"氏名|名前|ようこそ|こんにちは)(?: ?[:,、!] ?| ))(.{2,60}?)(?:さん|様)?[!.。]?",
    re.IGNORECASE,
)
_PERSON = re.compile(r"[^\W\d_][^\d@:/|=<>{}\[\]#]{1,59}")
_MOST_NAMES = 6


def read_holder(lines: Sequence[PageLine]) -> Holder:
    """Find name and candidate ID; the lines that hold nothing else become furniture."""
    found = [(n, m) for n, li in enumerate(lines) if (m := CANDIDATE_ID.search(li.line.text))]
    candidate_id = found[0][1][0].upper() if found else None
    names = [name for line in lines if (name := _labelled_name(line))]
    for position, _ in found:
        names += _names_beside(lines, position)
    return Holder(name=names[0] if names else None, candidate_id=candidate_id)


def _labelled_name(line: PageLine) -> str | None:
    if line.role is not Role.CONTENT or len(line.cells) > 1:
        return None
    match = _NAME.fullmatch(line.line.text.strip())
    if match is None or not _is_person(match[1]):
        return None
    line.role = Role.FURNITURE
    return match[1].strip()


def _names_beside(lines: Sequence[PageLine], position: int) -> list[str]:
    """The name on the candidate ID's own line, else on the line before or after."""
    line = lines[position]
    rest = _ID_LABEL.sub("", CANDIDATE_ID.sub("", line.line.text)).strip(" \t()[]|-–/:,")
    named = not rest or _is_person(rest)
    if named and line.role is Role.CONTENT:
        line.role = Role.FURNITURE
    if rest:
        return [rest] if named else []
    return _name_in_neighbour(lines, position)


def _name_in_neighbour(lines: Sequence[PageLine], position: int) -> list[str]:
    """The name on the line before the candidate ID, else after it."""
    for step in (-1, 1):
        neighbour = _filled(lines, position, step)
        if neighbour and neighbour.role is Role.CONTENT and _is_name_line(neighbour):
            neighbour.role = Role.FURNITURE
            return [neighbour.line.text.strip()]
    return []


def _filled(lines: Sequence[PageLine], position: int, step: int) -> PageLine | None:
    position += step
    while 0 <= position < len(lines) and lines[position].role is Role.BLANK:
        position += step
    return lines[position] if 0 <= position < len(lines) else None


def _is_name_line(line: PageLine) -> bool:
    plain = {Kind.TEXT, Kind.WORD, Kind.DETAIL, Kind.NAME}
    return all(
        token.kind in plain and not token.candidates for token in line.tokens
    ) and _is_person(line.line.text.strip())


def _is_person(text: str) -> bool:
    return _PERSON.fullmatch(text) is not None and len(text.split()) <= _MOST_NAMES
