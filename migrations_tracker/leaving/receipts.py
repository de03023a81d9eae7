"""The mail that tells somebody what was deleted."""

import logging

from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from certmove.middleware import zone_of
from migrations_tracker.leaving.deletion import Receipt
from migrations_tracker.models import User

logger = logging.getLogger(__name__)


def send_receipt(receipt: Receipt, owner: User) -> bool:
    """Mail it to whose data they were, in their language; False where the mail server fails.

    ``owner`` may be deleted already: only what the object still knows is used.
    """
    with override(owner.language or get_language()), timezone.override(zone_of(owner)):
        message = EmailMessage(
            subject=_("certmove: what was deleted"),
            body=render_to_string("leaving/receipt.txt", {"receipt": receipt}),
            to=[owner.email],
            headers={"Auto-Submitted": "auto-generated"},
        )
    try:
        message.send()
    except (OSError, ValueError):  # what smtplib and sockets raise; a header that is refused
        logger.exception("The mail of receipt %s could not be sent", receipt.number)
        return False
    return True
