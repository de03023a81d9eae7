"""Numbers and dates a mail refers to: AWS's case, and the time limits it sets.

The case stands in the subject ("[CASE 17551100220]", seen 2022 to 2025), or in the text as
"Case ID" or お問い合わせ番号.
"""

import re
from datetime import date, datetime
from unicodedata import normalize

from migrations_tracker.core.mails.reading import Deadline
from migrations_tracker.core.mails.screening import screened
from migrations_tracker.core.mails.statements import Statement

CASE = re.compile(
    r"\bcase\b[^.\n\d]{1,40}:\s?([0-9]{8,15})\b|"
    r"\[?\bcase\b(?:\s?(?:id|number|no\.?|reference|"
    r"ref\.?))?[\s:#(,]{1,12}(?:is\s)?#?([0-9][0-9-]{6,24}[0-9])\b|"
    r"(?:お?問い?合わ?せ(?:番号|id|管理番号)|ケース(?:番号|id)?|受付番号|"
    r"案件番号)(?:は)?[\s:#「]{0,4}#?([0-9][0-9-]{6,24}[0-9])",
    re.I,
)
REFERENCE = re.compile(
    r"\b(?:ticket|reference|ref\.?|inquiry|enquiry|request)\s?(?:id|number|no\.?|"
    r"#)?[\s:#]{1,4}(?:is\s)?([0-9][0-9-]{6,24}[0-9])\b",
    re.I,
)
CLOSING = re.compile(
    r"\b(?:clos(?:e|ing|ed)|reopen(?:ed|ing)?|resolv(?:e|ed|ing)|quot(?:e|ing)|mention(?:ing)?|"
    r"under|your request)\s(?:no\.?\s?|number\s?|this\s?|the\s?)?(?:id\s?|number\s?)?#?"
    r"([0-9]{10,15})\b",
    re.I,
)
MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
WITHIN = screened(
    r"\bwithin (?:the next )?(\d{1,3}|an?|one|two|three|four|five|seven|ten|"
    r"fourteen) (?:more )?(hours?|(?:business |working |calendar )?days?|weeks?)\b|"
    r"(\d{1,3})\s?(時間|営業日|日|週間)以内"
)

NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "seven": 7,
    "ten": 10,
    "fourteen": 14,
}
DAY_FIRST = screened(
    rf"\b(?:by|before|until|till|on|no later than) (?:the )?(\d{{1,2}})(?:st|nd|rd|"
    rf"th)?(?: of)? {MONTH}\b\.?,?(?: (\d{{4}}))?"
)
MONTH_FIRST = screened(
    rf"\b(?:by|before|until|till|on|no later than) {MONTH}\b\.? (\d{{1,2}})(?:st|nd|rd|"
    rf"th)?\b,?(?: (\d{{4}}))?"
)
ISO = screened(r"\b(?:by|before|until|till|on) (\d{4})-(\d{2})-(\d{2})\b")
JAPANESE = screened(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:\([^)]{1,3}\))?(?:まで|に|以降)")


def case_id(*texts: str) -> str | None:
    """The case's number from the first text that names one; digits only, as AWS writes it."""
    for pattern in (CASE, REFERENCE, CLOSING):
        for text in texts:
            match = pattern.search(normalize("NFKC", text))
            if match:
                return next(group for group in match.groups() if group)
    return None


def deadlines(found: list[Statement], sent_at: datetime | None) -> tuple[Deadline, ...]:
    """The time limits a message sets; a day without a year is the next one after the mail."""
    limits: dict[Deadline, None] = {}
    for statement in found:
        text = statement.folded
        for match in WITHIN.finditer(text):
            limits[Deadline(text=match[0], hours=_hours(match))] = None
        for words, parts in _days(text):
            limits[Deadline(text=words, on=_date(*parts, sent_at))] = None
    return tuple(limits)


def _hours(match: re.Match[str]) -> int | None:
    """Hours or calendar days and weeks as hours; business days depend on a calendar."""
    amount, unit = (match[1], match[2]) if match[1] else (match[3], match[4])
    each = {"h": 1, "時": 1, "d": 24, "日": 24, "w": 168, "週": 168, "c": 24}.get(unit[0])
    if unit.startswith(("business", "working", "営")) or each is None:
        return None
    return (NUMBERS.get(amount) or int(amount)) * each


def _days(text: str) -> list[tuple[str, tuple[str | None, int, str]]]:
    found: list[tuple[str, tuple[str | None, int, str]]] = []
    found += [(m[0], (m[3], _month(m[2]), m[1])) for m in DAY_FIRST.finditer(text)]
    found += [(m[0], (m[3], _month(m[1]), m[2])) for m in MONTH_FIRST.finditer(text)]
    found += [(m[0], (m[1], int(m[2]), m[3])) for m in ISO.finditer(text)]
    found += [(m[0], (m[1], int(m[2]), m[3])) for m in JAPANESE.finditer(text)]
    return found


def _month(name: str) -> int:
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(name[:3]))


def _date(year: str | None, month: int, day: str, sent_at: datetime | None) -> date | None:
    try:
        if year:
            return date(int(year), month, int(day))
        if sent_at is None:
            return None
        this_year = date(sent_at.year, month, int(day))
        return (
            this_year if this_year >= sent_at.date() else this_year.replace(year=sent_at.year + 1)
        )
    except ValueError:
        return None
