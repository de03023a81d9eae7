"""The text of a mail as a file (.eml), and of a page saved in the same form (.mhtml)."""

import re
from email import message_from_bytes, policy

from migrations_tracker.box import page
from migrations_tracker.box.extracted import CannotRead, Extracted
from migrations_tracker.core.mails.message import UnreadableMail, mail_from_bytes

_SAVED_PAGE = re.compile(rb"^(?:From: <?Saved by|Snapshot-Content-Location:)", re.I | re.M)


def extract(data: bytes) -> Extracted:
    """Give a mail's headers and newest text. Raises CannotRead."""
    if _SAVED_PAGE.search(data[:2_000]):
        return page.extract(_first_markup(data))
    try:
        mail = mail_from_bytes(data)
    except UnreadableMail as error:
        raise CannotRead(error.sentence) from error
    sent = mail.sent_at.isoformat() if mail.sent_at else ""
    head = {"From": mail.sender, "Date": sent, "Subject": mail.subject}
    lines = [f"{name}: {value}" for name, value in head.items() if value]
    return Extracted(text="\n".join([*lines, "", mail.body]), is_mail=True, lossy=mail.losses)


def _first_markup(data: bytes) -> bytes:
    """The page itself among its pictures and styles."""
    for part in message_from_bytes(data, policy=policy.compat32).walk():
        content = part.get_payload(decode=True)
        if part.get_content_type() == "text/html" and isinstance(content, bytes):
            return content
    return b""
