"""What a person does with the mails of a merge request: records what came and what went."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from migrations_tracker.events import hold, record_event
from migrations_tracker.merge_requests import name_case
from migrations_tracker.models import Event, Mail, Move, User


class MailKnown(Exception):
    """The same mail is recorded already; nothing was stored."""

    message = _("This mail is already in the time line; it was not stored a second time.")


@dataclass(frozen=True, slots=True, kw_only=True)
class MailContent:
    """A mail's text and what is known of it; ``kind`` is its class, or which letter it was."""

    kind: str
    body: str
    subject: str = ""
    case_id: str = ""
    sent_at: datetime | None = None

    def digest(self, direction: str) -> str:
        """Names the mail by its words alone: white space and its header may differ."""
        words = " ".join(self.body.split())
        return hashlib.sha256(f"{direction}\n{words}".encode("utf-8", "replace")).hexdigest()


def record_received(move: Move, content: MailContent, *, by: User, at: datetime) -> Mail:
    """Keep a mail from AWS. Raises MailKnown where it is there already."""
    return _record(move, Mail.Direction.RECEIVED, content, by=by, at=at)


def record_sent(move: Move, content: MailContent, *, by: User, at: datetime) -> Mail:
    """Keep what the person has sent. Raises MailKnown where it is there already."""
    return _record(move, Mail.Direction.SENT, content, by=by, at=at)


@transaction.atomic
def _record(
    move: Move, direction: Mail.Direction, content: MailContent, *, by: User, at: datetime
) -> Mail:
    hold(move)
    digest = content.digest(direction)
    if move.mails.filter(digest=digest).exists():
        raise MailKnown
    mail = Mail.objects.create(
        move=move,
        number=(move.mails.aggregate(last=Max("number"))["last"] or 0) + 1,
        direction=direction,
        kind=content.kind,
        subject=content.subject[:500],
        body=content.body.replace("\x00", "\ufffd"),
        case_id=content.case_id,
        sent_at=content.sent_at,
        digest=digest,
        recorded_at=at,
        recorded_by=by,
    )
    received = direction is Mail.Direction.RECEIVED
    kind = Event.Kind.MAIL_RECEIVED if received else Event.Kind.MAIL_SENT
    record_event(move, kind, by=by, at=at, subject=content.subject, mail=mail)
    name_case(move, content.case_id)
    return mail
