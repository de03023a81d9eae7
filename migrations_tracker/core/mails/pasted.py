"""The text of a mail as a person copies it out of a mail program.

It may begin with the lines that mail programs show above a mail, in English or Japanese
("From:", "Subject:", 差出人:, 件名:); Outlook and Gmail put the same lines above a mail that
they quote or forward.
"""

import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from unicodedata import normalize

from migrations_tracker.core.mails.reading import MailText

FIELDS = {
    "sender": ("from", "差出人", "送信者", "送信元", "発信者"),
    "subject": ("subject", "件名", "題名", "タイトル"),
    "sent_at": ("date", "sent", "送信日時", "日時", "日付", "受信日時"),
    "attachments": ("attachments", "添付ファイル"),
    "other": (
        "to",
        "cc",
        "bcc",
        "reply-to",
        "message-id",
        "importance",
        "宛先",
        "送信先",
        "返信先",
    ),
}
FIELD_OF = {name: field for field, names in FIELDS.items() for name in names}
LINE = re.compile(r"[*\s]*([A-Za-z-]{2,12}|[\u3040-\u9fff]{2,6})[*\s]*:[*]*[ \t]*(.*)")
JAPANESE_DATE = re.compile(
    r"(\d{4})[年/-](\d{1,2})[月/-](\d{1,2})日?[^\d]{0,8}(?:(\d{1,2})[:時](\d{2}))?"
)


def field_of(line: str) -> tuple[str, str] | None:
    """Tell which field a line such as "件名: ..." gives, and its value; None for other text."""
    if line.isascii() and ":" not in line:
        return None
    match = LINE.match(normalize("NFKC", line[:2_000]))
    if match is None:
        return None
    field = FIELD_OF.get(match[1].lower())
    return (field, match[2].strip(" *")) if field else None


def pasted(text: str, *, losses: bool = False) -> MailText:
    """Read the pasted text of a mail; lines of sender, subject and date above it are taken off."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff\n").split("\n")
    fields, count = header_lines(lines)
    return MailText(
        subject=fields.get("subject", ""),
        sender=fields.get("sender", ""),
        sent_at=moment(fields.get("sent_at", "")),
        body="\n".join(lines[count:]).strip("\n"),
        attachments=tuple(name for name in fields.get("attachments", "").split("; ") if name),
        losses=losses,
    )


def header_lines(lines: list[str]) -> tuple[dict[str, str], int]:
    """The fields that ``lines`` begin with, and how many lines they take.

    One such line alone counts only where it is the subject or the sender.
    """
    fields: dict[str, str] = {}
    count = 0
    for line in lines[:20]:
        found = field_of(line)
        if found is None:
            break
        fields.setdefault(*found)
        count += 1
    return (fields, count) if {"subject", "sender"} & fields.keys() else ({}, 0)


def moment(text: str) -> datetime | None:
    """A mail's date as mail programs write it; naive where it names no zone, None where unread."""
    try:
        return datetime.fromisoformat(text.strip())
    except ValueError:
        pass
    match = JAPANESE_DATE.search(text[:200])
    try:
        if match:
            numbers = [int(group or 0) for group in match.groups()]
            year, month, day, hour, minute = numbers
            return datetime(year, month, day, hour, minute)  # noqa: DTZ001 - it names no zone
        return parsedate_to_datetime(text[:200])
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
