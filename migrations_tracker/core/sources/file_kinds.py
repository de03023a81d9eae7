"""What a file is, by its first bytes; its name may say anything."""

import re
from enum import StrEnum

from migrations_tracker.core.sources.encodings import decode


class FileKind(StrEnum):
    """What has to be done with a file before its text can be read."""

    EMPTY = "empty"
    PDF = "pdf"
    ZIP = "zip"
    OLD_OFFICE = "old_office"
    PICTURE = "picture"
    HTML = "html"
    MAIL = "mail"
    TEXT = "text"
    BINARY = "binary"


_LOOKED_AT = 4_096
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?"
    r"<(?:!doctype html|html|head|body|title|meta|table|div|section|main|article|ul|ol|p|h[1-6]"
    r"|span|style|script|tbody|tr|mat-[a-z]{1,20}|app-[a-z]{1,20})\b",
    re.IGNORECASE | re.DOTALL,
)
_HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]{1,40}):[ \t]?\S?")
_SURELY_MAIL = {"received", "return-path", "message-id", "mime-version", "delivered-to"}
_MAIL_HEADERS = {
    *_SURELY_MAIL,
    *("from", "to", "cc", "date", "subject", "reply-to", "content-type"),
    *("x-mailer", "dkim-signature", "snapshot-content-location"),
}


def file_kind(data: bytes) -> FileKind:
    """Tell what ``data`` is; text that is no markup and no mail is TEXT."""
    if not data.strip(b"\x00 \t\r\n"):
        return FileKind.EMPTY
    if b"%PDF-" in data[:1024]:
        return FileKind.PDF
    if signed := _signed(data):
        return signed
    decoded = decode(data[:_LOOKED_AT])
    if _is_binary(decoded.text):
        return FileKind.BINARY
    return text_kind(decoded.text)


def text_kind(text: str) -> FileKind:
    """Tell markup and mails with headers from other text."""
    head = text[:_LOOKED_AT].lstrip("\ufeff")
    if _HTML.match(head):
        return FileKind.HTML
    return FileKind.MAIL if _is_mail(head) else FileKind.TEXT


def _signed(data: bytes) -> FileKind | None:
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return FileKind.ZIP
    if data.startswith(_OLD_OFFICE):
        return FileKind.OLD_OFFICE
    webp = data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    heic = data[4:8] == b"ftyp"
    return FileKind.PICTURE if webp or heic or data.startswith(_PICTURES) else None


def _is_binary(text: str) -> bool:
    """More than one in twenty characters is none that a text has."""
    odd = sum(1 for c in text if c == "\ufffd" or (c < " " and c not in "\t\n\r\f\x1b"))
    return odd * 20 > len(text)


def _is_mail(head: str) -> bool:
    """Two headers of a mail in the block that begins the text, one of them telling."""
    names = set()
    for line in head.lstrip("\r\n").splitlines():
        match = _HEADER.match(line)
        if match:
            names.add(match[1].lower())
        elif not line.startswith((" ", "\t")):
            break
    known = names & _MAIL_HEADERS
    return len(known) >= 2 and bool(known & _SURELY_MAIL or known >= {"from", "subject"})
