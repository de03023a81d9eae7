"""The newest message of a mail, apart from the thread below it.

Line by line and linear: each line is looked at a fixed number of times. Knows the marks
that Gmail, Outlook, Apple Mail and Thunderbird put above what they quote or forward, in
English and Japanese.
"""

import re
from dataclasses import dataclass
from unicodedata import normalize

from migrations_tracker.core.mails.pasted import field_of, header_lines

MAX_LINE = 2_000
MAX_ATTRIBUTION_LINES = 4
SHORT_NOTE = 300
MAX_FORWARDS = 5

QUOTED = re.compile(r"\s*[>\uff1e](?!>{0,4} [\w ]{1,40} <{1,5}\s*$)")
FORWARD = re.compile(
    r"[\s>*-]*(?:begin forwarded message|forwarded message|forwarded by\b.{0,80}|"
    r"転送されたメッセージ|転送メッセージ|転送されたメール|ここから転送)[\s:*-]*$",
    re.I,
)
ORIGINAL = re.compile(
    r"[\s*_=-]*(?:original (?:message|appointment)|reply message|元のメッセージ|元のメール|"
    r"original mail|previous (?:message|correspondence)s?|(?:your )?(?:original|previous|"
    r"earlier) (?:message|request|e-?mail|inquiry|enquiry)(?: below)?|(?:▼|"
    r"以下、?)?(?:お客様からの|お客様の)?お問い?合わせ内容)[\s:*_=-]*$",
    re.I,
)
ORIGINAL_NEEDS = re.compile(r"-{2,}|[:▼以]|={2,}|_{2,}")
WROTE = re.compile(r"\b(?:wrote|writes)\s?:$|(?:が書きました|のメール|さんは書きました)\s?:$", re.I)
ENGLISH_START = re.compile(r"(?:On|At) ", re.I)
JAPANESE_START = re.compile(r"\d{4}[年/]\d{1,2}[月/]\d{1,2}")
JAPANESE_END = re.compile(r"(?:@.{0,80}[>)]?|さん|様|のメール|[>\]])\s?:$")
SUBJECT_FORWARDED = re.compile(r"\s*(?:fwd?|転送|tr)\s*:", re.I)


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest message's text, and the header lines where it had been forwarded."""

    text: str
    fields: dict[str, str]


def newest_message(body: str, subject: str = "") -> Newest:
    """Cut ``body`` down to its newest message; a forwarded mail's own text where that is all.

    A text that is quoted from its first to its last line is taken out of its quotes once.
    """
    lines = [line[:MAX_LINE] for line in body.split("\n")]
    found = _split(lines, subject)
    if not found.text.strip() and any(QUOTED.match(line) for line in lines):
        found = _split([_unquoted(line) for line in lines], subject)
    return found


def _split(lines: list[str], subject: str) -> Newest:
    kept: list[str] = []
    fields: dict[str, str] = {}
    position = 0
    forwards = 0
    lead = ""
    while position < len(lines):
        line = lines[position]
        if QUOTED.match(line) and _leads_into_list(lead):
            kept.append(f"- {_unquoted(line)}")
            position += 1
        elif QUOTED.match(line):
            position += 1
        elif after := _after_mark(lines, position, subject):
            size = sum(len(each) for each in kept)
            if forwards == MAX_FORWARDS or not _goes_on(kept, size, forwarded=after.forwarded):
                break
            forwards += 1
            kept, fields, position = [], after.fields, after.position
            if after.forwarded:
                lines = lines[:position] + _out_of_quotes(lines[position:])
        elif length := _attribution(lines, position):
            if not _quote_follows(lines, position + length) and "".join(kept).strip():
                break
            position += length
        else:
            kept.append(line)
            lead = line if line.strip() else lead
            position += 1
    return Newest("\n".join(kept).strip("\n"), fields)


def _leads_into_list(lead: str) -> bool:
    """Below a line that ends with a colon ">" is a bullet, unless that line names a sender."""
    return lead.rstrip().endswith((":", "：")) and not re.search(r"@|\d|<|\bwrote\b", lead)


def _goes_on(kept: list[str], size: int, *, forwarded: bool) -> bool:
    """Below the mark stands the message itself: nothing but a short note is above it."""
    above = "".join(kept).strip() if size <= SHORT_NOTE * 4 else "x" * (SHORT_NOTE + 1)
    return len(above) <= SHORT_NOTE if forwarded else not above


@dataclass(frozen=True, slots=True)
class _Mark:
    position: int
    fields: dict[str, str]
    forwarded: bool


def _after_mark(lines: list[str], position: int, subject: str) -> _Mark | None:
    """Recognise a line (or block of lines) above an older mail; tell where that begins."""
    line = normalize("NFKC", lines[position][:200])
    forwarded = bool(FORWARD.match(line))
    original = bool(ORIGINAL.match(line) and ORIGINAL_NEEDS.search(line))
    start = position + 1 if forwarded or original or _is_rule(line) else position
    start = _skip_blank(lines, start) if start > position else start
    block = (
        [_unquoted(each) for each in lines[start : start + 12]]
        if forwarded
        else lines[start : start + 12]
    )
    fields, count = header_lines(block) if forwarded or _opens_block(lines, start) else ({}, 0)
    if not (forwarded or original or count >= 2):
        return None
    forwarded = forwarded or (not original and bool(SUBJECT_FORWARDED.match(subject)))
    return _Mark(start + count, fields, forwarded)


def _opens_block(lines: list[str], start: int) -> bool:
    """Two header lines in a row, one of them the sender: Outlook's block above a quote."""
    if not all(field_of(line) for line in lines[start : start + 2]):
        return False
    names = {each[0] for line in lines[start : start + 5] if (each := field_of(line))}
    return "sender" in names and not names.isdisjoint(("sent_at", "subject"))


def _is_rule(line: str) -> bool:
    words = line.strip()
    return len(words) >= 5 and not words.strip("_-=*─━")


def _skip_blank(lines: list[str], position: int) -> int:
    end = min(len(lines), position + 3)
    while position < end and not lines[position].strip():
        position += 1
    return position


def _attribution(lines: list[str], position: int) -> int:
    """How many lines "On ... wrote:" takes here, wrapped or not; 0 where there is none."""
    first = normalize("NFKC", lines[position].strip()[:500])
    english = ENGLISH_START.match(first)
    japanese = JAPANESE_START.match(first)
    if not (english or japanese):
        return (
            1 if len(first) <= 300 and WROTE.search(first) and re.search(r"@|\d{4}|<", first) else 0
        )
    joined = ""
    for count in range(1, MAX_ATTRIBUTION_LINES + 1):
        more = lines[position + count - 1 : position + count]
        if not more or not more[0].strip():
            return 0
        joined += " " + normalize("NFKC", more[0].strip()[:500])
        if WROTE.search(joined) or (japanese and JAPANESE_END.search(joined)):
            return count
    return 0


def _quote_follows(lines: list[str], position: int) -> bool:
    position = _skip_blank(lines, position)
    return position < len(lines) and bool(QUOTED.match(lines[position]))


def _out_of_quotes(lines: list[str]) -> list[str]:
    """Apple Mail quotes what it forwards: take that one level off where all is quoted."""
    filled = [line for line in lines[:50] if line.strip()]
    quoted = bool(filled) and all(QUOTED.match(line) for line in filled)
    return [_unquoted(line) for line in lines] if quoted else lines


def _unquoted(line: str) -> str:
    match = QUOTED.match(line)
    return line[match.end() :].removeprefix(" ") if match else line
