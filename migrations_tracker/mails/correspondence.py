"""What a person does with the mails of a merge request: records what came and what went."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from migrations_tracker.core.mails import pasted
from migrations_tracker.events import hold, record_event
from migrations_tracker.mails.files import keep_mail_file
from migrations_tracker.merge_requests import name_case
from migrations_tracker.models import Event, Mail, MailFile, Move, User

#: The same words sent again after that are another mail: a second reminder, not a second press.
SENT_ONCE_IN = timedelta(hours=12)


class MailKnown(Exception):
    """The same mail is recorded already, as ``mail``; nothing was stored a second time."""

    def __init__(self, mail: Mail, *, file_added: bool = False) -> None:
        super().__init__(mail.number)
        self.mail = mail
        self.file_added = file_added

    @property
    def message(self) -> Promise:
        if self.file_added:
            return _("This mail is already in the time line; its file was added to it.")
        return _("This mail is already in the time line; it was not stored a second time.")


@dataclass(frozen=True, slots=True, kw_only=True)
class MailContent:
    """A mail's text and what is known of it; ``kind`` is its class, or which letter it was.

    ``file`` is the name and the bytes of the file it was read from, if it was one.
    """

    kind: str
    body: str
    subject: str = ""
    case_id: str = ""
    sent_at: datetime | None = None
    file: tuple[str, bytes] | None = None


def record_received(move: Move, content: MailContent, *, by: User, at: datetime) -> Mail:
    """Keep a mail from AWS. Raises MailKnown where it is there already."""
    try:
        return _record(move, Mail.Direction.RECEIVED, content, by=by, at=at)
    except MailKnown as known:
        raise MailKnown(known.mail, file_added=_add_file(known.mail, content)) from None


def record_sent(move: Move, content: MailContent, *, by: User, at: datetime) -> Mail:
    """Keep what the person has sent. Raises MailKnown where it was recorded just now."""
    return _record(move, Mail.Direction.SENT, content, by=by, at=at)


@transaction.atomic
def _record(
    move: Move, direction: Mail.Direction, content: MailContent, *, by: User, at: datetime
) -> Mail:
    hold(move)
    received = direction is Mail.Direction.RECEIVED
    known = _known(move, direction, content, at)
    if known is not None:
        raise MailKnown(known)
    mail = Mail.objects.create(
        move=move,
        number=(move.mails.aggregate(last=Max("number"))["last"] or 0) + 1,
        direction=direction,
        kind=content.kind,
        subject=content.subject[:500],
        body=content.body.replace("\x00", "\ufffd"),
        case_id=content.case_id,
        sent_at=content.sent_at,
        digest=_digest(direction, content, content.sent_at if received else at),
        recorded_at=at,
        recorded_by=by,
    )
    if content.file:
        keep_mail_file(mail, *content.file)
    kind = Event.Kind.MAIL_RECEIVED if received else Event.Kind.MAIL_SENT
    record_event(move, kind, by=by, at=at, subject=content.subject, mail=mail)
    name_case(move, content.case_id)
    return mail


@transaction.atomic
def _add_file(mail: Mail, content: MailContent) -> bool:
    """A mail that was pasted first gets its file as evidence; whether it did."""
    hold(mail.move)
    if content.file is None or MailFile.objects.filter(mail=mail).exists():
        return False
    keep_mail_file(mail, *content.file)
    return True


def _known(
    move: Move, direction: Mail.Direction, content: MailContent, at: datetime
) -> Mail | None:
    """The mail with the same words, unless its date or its case shows that it is another one."""
    words = _words(direction, content.body)
    for mail in move.mails.filter(direction=direction).order_by("-number"):
        if _words(direction, mail.body) == words and not _is_another(mail, content, at):
            return mail
    return None


def _is_another(mail: Mail, content: MailContent, at: datetime) -> bool:
    """Automatic answers have the same words each time: what both say of themselves decides."""
    if mail.direction == Mail.Direction.SENT:
        return at - mail.recorded_at > SENT_ONCE_IN
    pairs = ((mail.sent_at, content.sent_at), (mail.case_id, content.case_id))
    return any(one and other and one != other for one, other in pairs)


def _words(direction: str, body: str) -> str:
    """The words alone: white space may differ, and the header above a received mail."""
    text = pasted(body).body if direction == Mail.Direction.RECEIVED else body
    return " ".join(text.replace("\x00", "\ufffd").split())


def _digest(direction: str, content: MailContent, moment: datetime | None) -> bytes:
    """Names the mail: the database, too, keeps it from being stored twice."""
    parts = (direction, str(moment or ""), content.case_id, _words(direction, content.body))
    return hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).digest()[:16]
