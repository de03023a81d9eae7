"""Letting somebody in by a link that works once and for a week."""

import logging
import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from migrations_tracker.accounts.people import NewPerson, make_person
from migrations_tracker.models import Invitation, User

logger = logging.getLogger(__name__)
GOOD_FOR = timedelta(days=7)
#: Who sends the form twice within this time pressed the button twice.
SAME_PRESS = timedelta(minutes=1)


class AlreadyHere(Exception):
    """Somebody with this mail address is a person of this installation."""


class JustInvited(Exception):
    """The same person has invited the same address a moment ago."""


class LinkClosed(Exception):
    """The link was used, withdrawn, is too old, or never existed; which of these is not told."""


def invite(email: str, *, by: User, at: datetime) -> tuple[Invitation, str]:
    """An invitation for ``email`` and the token of its link, which is shown this once.

    An earlier link for the same address stops working. Raises AlreadyHere, and JustInvited for
    a form that comes twice.
    """
    email = email.lower()
    token = secrets.token_urlsafe(32)
    with transaction.atomic():
        if User.objects.filter(email=email).exists():
            raise AlreadyHere
        User.objects.select_for_update().get(pk=by.pk)  # the second form waits for the first
        just_now = _open_ones().filter(email=email, invited_by=by, invited_at__gt=at - SAME_PRESS)
        if just_now.exists():
            raise JustInvited
        _open_ones().filter(email=email).update(withdrawn_at=at)
        invitation = Invitation.objects.create(
            email=email,
            token_hash=_hash(token),
            invited_by=by,
            invited_at=at,
            expires_at=at + GOOD_FOR,
        )
    logger.info("Invitation %s made by person %s", invitation.pk, by.pk)
    return invitation, token


def find(token: str, *, at: datetime) -> Invitation:
    """The open invitation behind a link. Raises LinkClosed."""
    invitation = Invitation.objects.filter(token_hash=_hash(token)).first()
    if invitation is None or not invitation.is_open(at):
        raise LinkClosed
    return invitation


def accept(invitation: Invitation, person: NewPerson, *, at: datetime) -> User:
    """Make ``person``, whose address the link has proven, and use the link up.

    Of two uses at the same moment one succeeds. Raises LinkClosed for the other.
    """
    try:
        with transaction.atomic():
            still_open = _open_ones().filter(pk=invitation.pk, expires_at__gt=at)
            if not still_open.update(accepted_at=at):
                raise LinkClosed
            user = make_person(person)
            Invitation.objects.filter(pk=invitation.pk).update(accepted_by=user)
    except IntegrityError as error:
        raise LinkClosed from error
    return user


def withdraw(pk: int, *, by: User, at: datetime) -> bool:
    """Close the link of an invitation; False where it was closed already."""
    if not _open_ones().filter(pk=pk).update(withdrawn_at=at):
        return False
    logger.info("Invitation %s withdrawn by person %s", pk, by.pk)
    return True


def _open_ones() -> QuerySet[Invitation]:
    return Invitation.objects.filter(accepted_at=None, withdrawn_at=None)


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()
