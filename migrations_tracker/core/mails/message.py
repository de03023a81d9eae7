"""An .eml file to plain text: what a mail program saves, by RFC 5322 and MIME.

Only text is taken out. Attachments are named and never opened, except a mail that was
forwarded as an attachment: its text is read. The standard library slows down on huge
headers, therefore these are measured in the raw bytes before anything is parsed.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage, Message
from typing import cast

from migrations_tracker.core.mails.charset import decode
from migrations_tracker.core.mails.headers import policy_for_one_mail
from migrations_tracker.core.mails.html_text import text_of_html
from migrations_tracker.core.mails.pasted import pasted
from migrations_tracker.core.mails.reading import MailText
from migrations_tracker.core.sentence import Sentence, gettext_noop

MAX_MAIL = 10_000_000
MAX_HEADERS = 64_000
MAX_HEADER = 8_000
MAX_PART_HEADER = 2_000
MAX_PARTS = 50
MAX_DEPTH = 10
BOUNDARY = re.compile(rb"\bboundary=\"?([^\";\s]{1,100})", re.I)
TOO_MANY_PARTS = gettext_noop("The mail has too many parts. Paste its text instead.")
FORWARDED = "---------- Forwarded message ----------"
HEADER_LINE = re.compile(
    rb"(?:MIME-Version|Content-Type|Received|Message-ID|Return-Path)[ \t]*:", re.I
)


class UnreadableMail(ValueError):
    """A file that is not taken apart; ``sentence`` tells why and what to do instead."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


def mail_from_bytes(data: bytes) -> MailText:
    """Read a file's content: an .eml by its header, or else the pasted text of a mail.

    Raises UnreadableMail where a mail goes past the limits of ``parse_message``.
    """
    if is_source(data):
        return parse_message(data)
    text, losses = decode(data, None)
    return pasted(text, losses=losses)


def is_source(data: bytes) -> bool:
    """Tell an .eml, or its source as copied out, from the text that a mail program shows."""
    head = data[: MAX_HEADERS + 4].lstrip(b"\xef\xbb\xbf \r\n")
    block = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    return any(HEADER_LINE.match(line) for line in block.splitlines())


def parse_message(raw: bytes) -> MailText:
    """Take the newest reader's text out of an .eml.

    Raises UnreadableMail where it is larger than 10 MB, has more than 64 kB of headers, a
    header of more than 8 kB, more than 50 parts, or parts nested deeper than 10.
    """
    _check_sizes(raw)
    whole = message_from_bytes(raw.lstrip(b"\r\n"), policy=policy_for_one_mail())
    parts = list(_parts(whole))
    if len(parts) > MAX_PARTS:
        raise UnreadableMail(Sentence(TOO_MANY_PARTS))
    body, losses, html = _body(parts)
    return MailText(
        subject=_header(whole, "Subject"),
        sender=_header(whole, "From"),
        sent_at=_sent_at(whole),
        message_id=_header(whole, "Message-ID") or None,
        body=body,
        html=html,
        attachments=tuple(name for part in parts if (name := _attachment_name(part))),
        losses=losses,
    )


def _check_sizes(raw: bytes) -> None:
    if len(raw) > MAX_MAIL:
        raise UnreadableMail(
            Sentence(gettext_noop("The mail is larger than 10 MB. Paste its text instead."))
        )
    if any(
        raw.count(b"--" + each) > 4 * MAX_PARTS for each in set(BOUNDARY.findall(raw)[:MAX_PARTS])
    ):
        raise UnreadableMail(Sentence(TOO_MANY_PARTS))
    head = re.split(rb"\r?\n\r?\n", raw.lstrip(b"\r\n")[: MAX_HEADERS + 4], maxsplit=1)
    if len(head[0]) > MAX_HEADERS or _has_long_header(raw, len(head[0])):
        raise UnreadableMail(
            Sentence(gettext_noop("The mail's header is too long. Paste the mail's text instead."))
        )


def _has_long_header(raw: bytes, head: int) -> bool:
    """Look for a header that is too long: of the mail itself, or a Content- header of a part.

    Headers of parts may be shorter only: their parameters cost the parser most.
    """
    size = limit = position = 0
    for line in raw.splitlines(keepends=True):
        if line[:1] not in (b" ", b"\t"):
            size = 0
            limit = MAX_HEADER if position < head else 0
            limit = MAX_PART_HEADER if line[:8].lower() == b"content-" else limit
        size += len(line)
        position += len(line)
        if limit and size > limit:
            return True
    return False


def _parts(whole: EmailMessage, depth: int = 0) -> Iterator[EmailMessage]:
    """The leaves in their order; of alternatives that say the same, all of them."""
    if depth > MAX_DEPTH:
        raise UnreadableMail(
            Sentence(gettext_noop("The mail is nested too deep. Paste its text instead."))
        )
    payload = whole.get_payload()
    if not isinstance(payload, list):
        yield whole
        return
    if whole.get_content_type() == "message/rfc822":
        yield whole
    for part in payload:
        yield from _parts(cast(EmailMessage, part), depth + 1)


def _body(parts: list[EmailMessage]) -> tuple[str, bool, bool]:
    """Join the text parts; HTML only where the text beside it says next to nothing."""
    pieces: list[str] = []
    lossy = False
    html = False
    for plain, markup in _pairs(parts):
        texts = [_text(part) for part in (plain, markup) if part is not None]
        lossy = lossy or any(losses for _, losses in texts)
        read = texts[0][0] if plain is not None else ""
        shown = text_of_html(texts[-1][0]) if markup is not None else ""
        html = html or len(read.strip()) * 4 < len(shown)
        pieces.append(shown if len(read.strip()) * 4 < len(shown) else read)
    return "\n\n".join(piece for piece in pieces if piece.strip()), lossy, html


def _pairs(parts: list[EmailMessage]) -> Iterator[tuple[Message | None, Message | None]]:
    """A text part with the HTML part that follows it, or either alone."""
    waiting: EmailMessage | None = None
    for part in parts:
        kind = part.get_content_type()
        if kind == "text/html" and not _attachment_name(part):
            yield waiting, part
            waiting = None
        elif kind == "message/rfc822" or (kind == "text/plain" and not _attachment_name(part)):
            if waiting is not None:
                yield waiting, None
            waiting = part
    if waiting is not None:
        yield waiting, None


def _text(part: Message) -> tuple[str, bool]:
    if part.get_content_type() == "message/rfc822":
        return _forwarded_head(cast(list[EmailMessage], part.get_payload())[0]), False
    data = part.get_payload(decode=True)
    text, losses = decode(data if isinstance(data, bytes) else b"", part.get_content_charset())
    return text.replace("\r\n", "\n").replace("\r", "\n"), losses


def _forwarded_head(inner: EmailMessage) -> str:
    names = ("From", "Date", "Subject")
    lines = [f"{name}: {value}" for name in names if (value := _header(inner, name))]
    return "\n".join([FORWARDED, *lines, ""])


def _attachment_name(part: Message) -> str | None:
    name = part.get_filename()
    if name or part.get_content_disposition() == "attachment":
        return " ".join((name or part.get_content_type()).split())
    return None


def _header(message: Message, name: str) -> str:
    """A header's text on one line; raw Japanese bytes in it are decoded too."""
    raw = next((value for key, value in message.raw_items() if key.lower() == name.lower()), "")
    if len(str(raw)) > MAX_HEADER:
        return ""
    data = str(raw).encode("ascii", "surrogateescape")
    if not data.isascii():
        return " ".join(decode(data, None)[0].split())
    return " ".join(str(message.get(name, "")).split())


def _sent_at(message: Message) -> datetime | None:
    try:
        sent = getattr(message.get("Date"), "datetime", None)
    except (ValueError, TypeError):
        return None
    return sent if isinstance(sent, datetime) else None
