"""Deleting a move, or a person with everything: rows, stored files, sessions, traces elsewhere.

The rows go in one transaction, the files right behind it. Where the machine stops in between, the
next start takes them away (``forget_files_of_deleted_moves``): a mark among the files tells which.
"""

import logging
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

from allauth.account.models import EmailAddress
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Model, Q
from django.db.models.deletion import Collector
from django.utils.translation import gettext_lazy as _

from migrations_tracker.backups.stored_files import listing
from migrations_tracker.events import hold
from migrations_tracker.evidence.files import evidence_storage
from migrations_tracker.leaving.amounts import Amount, amount_of
from migrations_tracker.models import Invitation, Move, Opening, User

logger = logging.getLogger(__name__)

#: The folder of the storage with a mark for each move whose files are being deleted.
MARKS = "deleted"


class LastAdministrator(Exception):
    """Nobody could look after the installation any more; nothing was deleted."""

    message = _(
        "You are the only administrator, and others are here. Make one of them an administrator "
        "first: in the administration, under Users, tick “Superuser status” and “Staff status”. "
        "Then come back."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What was deleted and when; who it belonged to is not in it.

    ``number`` stands in the server's log too. ``of_person`` tells a person from a single move.
    """

    number: str
    at: datetime
    amount: Amount
    of_person: bool


def delete_move(move: Move, *, at: datetime) -> Receipt:
    """Delete ``move`` with all that belongs to it; it can't be undone."""
    deleted = [move.pk]  # the object forgets it with its row
    with transaction.atomic():
        hold(move)
        receipt = _receipt(amount_of(Move.objects.filter(pk=move.pk)), at, of_person=False)
        _delete([move])
        mark_deleted(deleted)
        transaction.on_commit(partial(delete_files_of, deleted))
    return _logged(receipt)


def delete_person(person: User, *, at: datetime) -> Receipt:
    """Delete ``person`` with all that is theirs, and end their sessions; it can't be undone.

    What they did in others' moves stays, without their name. After the last person the
    installation is as new. Raises LastAdministrator.
    """
    with transaction.atomic():
        _refuse_last_administrator(person)
        moves = Move.objects.filter(owner=person)
        deleted = list(moves.values_list("pk", flat=True))
        receipt = _receipt(amount_of(moves), at, of_person=True)
        _end_sessions(person)
        _forget_invitations(person)
        _delete([person])
        if not User.objects.exists():
            Opening.objects.all().delete()
        mark_deleted(deleted)
        transaction.on_commit(partial(delete_files_of, deleted))
    return _logged(receipt)


def forget_files_of_deleted_moves() -> None:
    """Finish deletions that were cut off: take away the files of each move that is marked and gone.

    Files without a mark stay, whatever the database says: DATABASE_URL may name another one.
    """
    marked = listing(MARKS)[1]
    there = {str(pk) for pk in Move.objects.filter(pk__in=marked).values_list("pk", flat=True)}
    delete_files_of(move for move in marked if move not in there)


def mark_deleted(moves: Iterable[UUID | str]) -> None:
    """Note outside the database, before its commit, whose files are to go after it."""
    storage = evidence_storage()
    for move in moves:
        if listing(str(move))[1] and not storage.exists(f"{MARKS}/{move}"):
            storage.save(f"{MARKS}/{move}", ContentFile(b""))


def delete_files_of(moves: Iterable[UUID | str]) -> None:
    """Delete the folder of each move, named by a row or not, and last its mark."""
    storage = evidence_storage()
    for move in moves:
        folder = str(move)
        for name in listing(folder)[1]:
            storage.delete(f"{folder}/{name}")
        storage.delete(folder)
        storage.delete(f"{MARKS}/{folder}")


def _refuse_last_administrator(person: User) -> None:
    """Of two administrators who leave at the same moment, one is the last."""
    concerned = User.objects.filter(Q(pk=person.pk) | Q(is_superuser=True)).order_by("pk")
    heirs = [each for each in concerned.select_for_update() if each.is_superuser and each.is_active]
    others = User.objects.exclude(pk=person.pk)
    if person.is_superuser and not set(heirs) - {person} and others.exists():
        raise LastAdministrator


def _delete(objects: list[Model]) -> None:
    """Delete ``objects`` and what hangs on them, and what the admin's log says of any of it."""
    collector = Collector(using="default", origin=objects[0])
    collector.collect(objects)
    logged = set(LogEntry.objects.values_list("content_type", flat=True).distinct())
    of_instances = ((model, [each.pk for each in rows]) for model, rows in collector.data.items())
    of_queries = (
        (rows.model, rows.values_list("pk", flat=True)) for rows in collector.fast_deletes
    )
    for model, keys in (*of_instances, *of_queries):
        kind = ContentType.objects.get_for_model(model)
        if kind.pk in logged:
            ids = [str(key) for key in keys]
            LogEntry.objects.filter(content_type=kind, object_id__in=ids).delete()
    collector.delete()


def _end_sessions(person: User) -> None:
    """Delete their sessions, which hold an address; the database does not know whose is which."""
    theirs = [
        session.pk
        for session in Session.objects.iterator()
        if session.get_decoded().get("_auth_user_id") == str(person.pk)
    ]
    Session.objects.filter(pk__in=theirs).delete()


def _forget_invitations(person: User) -> None:
    addresses = EmailAddress.objects.filter(user=person).values_list("email", flat=True)
    known = Q(accepted_by=person)
    for address in {person.email, *addresses}:
        known |= Q(email__iexact=address)
    Invitation.objects.filter(known).delete()


def _receipt(amount: Amount, at: datetime, *, of_person: bool) -> Receipt:
    return Receipt(number=secrets.token_hex(6), at=at, amount=amount, of_person=of_person)


def _logged(receipt: Receipt) -> Receipt:
    what = "A person" if receipt.of_person else "A move"
    logger.info("Receipt %s: %s was deleted. %s", receipt.number, what, receipt.amount)
    return receipt
