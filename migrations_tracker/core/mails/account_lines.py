"""One line of an account's list: its label, and the value behind or before it."""

import re
from dataclasses import dataclass, field

from migrations_tracker.core.mails.account_words import (
    FIELDS,
    NOTHING,
    SAME,
    fields_of,
)
from migrations_tracker.core.mails.addresses import ADDRESS

SEGMENTS = re.compile(
    r",\s+(?=\S{1,64}@\S{1,100}\s?\()|\s*[;|│┃\t]\s*|,\s+(?=[^,:]{2,50}[:=])|"
    r"\s/\s(?=[^/:]{2,50}[:=])|\s/\s(?=[^/:@]{2,40}\s\S{1,64}@)|、(?=[^、:]{2,30}:)"
)
LABELLED = re.compile(r"[\s•・*○●>-]*([^:=]{1,70}?)\s?(?:[:=]|\s-\s|[\u2013\u2014])\s*(.*)$")
IN_ORDER = re.compile(r"[|│;,\t]|\s/\s|\s{2,}")
NOTE_BEHIND = re.compile(r"\s{0,9}[(\[][^()\[\]@]{1,60}[)\]]\s{0,9}$")
LABEL_BEHIND = re.compile(r"\s*(\S{1,64}@[\w.-]{1,200})\s?\(([^()]{2,70})\)")


@dataclass
class Draft:
    """An account while its lines are read; ``notes`` is what stands beside its heading.

    ``ids`` are the candidate IDs among its lines, in capitals.
    """

    number: int
    weak: bool = False
    notes: str = ""
    values: dict[str, str | None] = field(default_factory=dict)
    ids: list[str] = field(default_factory=list)

    def put(self, fields: tuple[str, ...], value: str | None) -> None:
        for name in fields:
            if self.values.get(name) is None:
                self.values[name] = value

    def last(self) -> str | None:
        return next((value for value in reversed(self.values.values()) if value), None)


def fill_in_order(draft: Draft, line: str) -> bool:
    """Three or four bare values behind a heading stand in the order of AWS's labels."""
    bare = NOTE_BEHIND.sub("", line)
    cells = [cell.strip() for cell in IN_ORDER.split(bare) if cell.strip()]
    if not 3 <= len(cells) <= 4 or not all(ADDRESS.fullmatch(c) or NOTHING.match(c) for c in cells):
        return False
    for name, cell in zip(FIELDS, cells, strict=False):
        draft.put((name,), value_of(cell, None))
    return True


def fill_line(draft: Draft, line: str) -> tuple[str, ...]:
    """Put every "label: value" of a line; hand back the fields whose value is still to come.

    In "Login, training and certification: a@b" the first label shares the value behind.
    """
    shared: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    for segment in SEGMENTS.split(line):
        waiting = fill_segment(draft, segment)
        if waiting and not re.search("[:=]", segment):
            shared += waiting
        elif shared and not waiting:
            draft.put(shared, draft.last())
            shared = ()
    return waiting


def fill_segment(draft: Draft, segment: str) -> tuple[str, ...]:
    """Put one "label: value"; hand the label's fields back where the value is still to come."""
    behind = LABEL_BEHIND.match(segment)
    if behind and fields_of(behind[2]):
        draft.put(fields_of(behind[2]), behind[1].lower())
        return ()
    match = LABELLED.match(segment) or _label_before_address(segment)
    if match is None:
        return fields_of(segment) if len(segment) < 60 else ()
    fields = fields_of(match[1].strip(" ()"))
    value = match[2].strip()
    if fields and is_value(value):
        draft.put(fields, value_of(value, draft.last()))
    return fields if not value else ()


def _label_before_address(segment: str) -> re.Match[str] | None:
    return re.match(r"\s*([^@:]{2,70}?)\s+(\S{1,64}@\S{1,200}.*|N/A|n/a|none|-)$", segment)


def is_value(value: str) -> bool:
    return (
        bool(ADDRESS.search(value) or NOTHING.match(value) or SAME.match(value))
        and len(value) < 300
    )


def value_of(text: str, same: str | None) -> str | None:
    match = ADDRESS.search(text)
    if match:
        return match[0].lower()
    return same if SAME.match(text) else None
