"""The text of a mail as a file (.eml), and of a page saved in the same form (.mhtml)."""

import re
from email import message_from_bytes, policy

from migrations_tracker.box import page
from migrations_tracker.box.extracted import CannotRead, Extracted
from migrations_tracker.core.mails.message import UnreadableMail, mail_from_bytes
from migrations_tracker.core.mails.reading import MailText

_SAVED_PAGE = re.compile(rb"^(?:From: <?Saved by|Snapshot-Content-Location:)", re.I | re.M)


def extract(data: bytes) -> Extracted:
    """Give a mail and the text a person is shown of it. Raises CannotRead."""
    if _SAVED_PAGE.search(data[:2_000]):
        return page.extract(_first_markup(data))
    try:
        mail = mail_from_bytes(data)
    except UnreadableMail as error:
        raise CannotRead(error.sentence) from error
    return Extracted(text=_shown(mail), mail=mail, lossy=mail.losses)


def _shown(mail: MailText) -> str:
    """The mail as a mail program shows it: some of its header above the text."""
    head = {
        "From": mail.sender,
        "Date": mail.sent_at.isoformat() if mail.sent_at else "",
        "Subject": mail.subject,
        "Attachments": "; ".join(name.replace("; ", ", ") for name in mail.attachments),
    }
    lines = [f"{name}: {value}" for name, value in head.items() if value]
    return "\n".join([*lines, "", mail.body])


def _first_markup(data: bytes) -> bytes:
    """The page itself among its pictures and styles."""
    for part in message_from_bytes(data, policy=policy.compat32).walk():
        content = part.get_payload(decode=True)
        if part.get_content_type() == "text/html" and isinstance(content, bytes):
            return content
    return b""
