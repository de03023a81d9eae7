"""What a person does with a move as a whole: starts it, corrects its details."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.db.models import F, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce, Least
from django.utils.translation import gettext_lazy as _

from migrations_tracker.core.accounts import Role
from migrations_tracker.events import changed_fields, record_event
from migrations_tracker.models import Account, Event, Mail, MergeRequest, Move, User
from migrations_tracker.moves.finding import keep_findable, pressing_moment
from migrations_tracker.search import add_words

#: What a person may set on a move and on each of its accounts.
MOVE_FIELDS = (
    "person_name",
    "employer",
    "last_working_day",
    "mailbox_closes_at",
    "time_zone",
    "note",
)
ACCOUNT_FIELDS = (
    "kind",
    "login_email",
    "training_email",
    "certification_email",
    "skill_builder_email",
    "candidate_id",
)


class AlreadyStarted(Exception):
    """A move with this id is there: the same form was sent twice."""

    message = _("This move is started already; it was not started a second time.")


class StaleForm(Exception):
    """Somebody else changed it after the form was opened; nothing was stored."""

    message = _(
        "These details were changed in the meantime, maybe in another tab. Nothing was "
        "overwritten. Your text is kept below; what differs from the details as they are now, is "
        "listed. Save again if yours is right."
    )


def moves_for(user: User) -> QuerySet[Move]:
    """The moves ``user`` may see: staff everybody's, others their own."""
    moves = Move.objects.all()
    return moves if user.is_staff else moves.filter(owner=user)


def with_what_pages_show(moves: QuerySet[Move]) -> QuerySet[Move]:
    """``moves`` with owner, request, accounts and ``last_mail_at``: two queries for any number."""
    described = moves.select_related("owner", "merge_request").prefetch_related(
        Prefetch("accounts", queryset=Account.objects.order_by("pk"))
    )
    return _with_last_mail(described)


def with_what_lists_show(moves: QuerySet[Move]) -> QuerySet[Move]:
    """``moves`` with their request, ``owner_email`` and ``last_mail_at``, and little else."""
    shown = ("person_name", "employer", "last_working_day", "mailbox_closes_at", "time_zone")
    request = ("merge_request__status", "merge_request__status_since")
    slim = moves.select_related("merge_request").only("owner_id", "is_sample", *shown, *request)
    return _with_last_mail(slim.annotate(owner_email=F("owner__email")))


def _with_last_mail(moves: QuerySet[Move]) -> QuerySet[Move]:
    """``last_mail_at`` is when the last mail of the case came or went, None without one.

    A mail that says it is from the future counts from when it was recorded.
    """
    went = Coalesce(Least("sent_at", "recorded_at"), "recorded_at")
    mails = Mail.objects.filter(move=OuterRef("pk")).order_by(went.desc())
    return moves.annotate(last_mail_at=Subquery(mails.values(at=went)[:1]))


def start_move(
    *, owner: User, by: User, at: datetime, pk: UUID | None = None, **details: Any
) -> Move:
    """Open a move with its two accounts and its merge request in preparation.

    ``details`` are of ``MOVE_FIELDS``; whatever is not known yet may be left out. ``pk`` is the
    id that the form brought; raises AlreadyStarted where a move has it.
    """
    pk = pk or uuid4()
    try:
        return _start_move(pk, owner=owner, by=by, at=at, **details)
    except IntegrityError as error:
        if Move.objects.filter(pk=pk).exists():
            raise AlreadyStarted from error
        raise


@transaction.atomic
def _start_move(pk: UUID, *, owner: User, by: User, at: datetime, **details: Any) -> Move:
    move = Move.objects.create(pk=pk, owner=owner, started_at=at, **details)
    Account.objects.bulk_create(Account(move=move, role=role) for role in Role)
    MergeRequest.objects.create(move=move, status_since=at, presses_at=pressing_moment(move))
    add_words(move.pk, [move.person_name, move.employer, owner.email])
    record_event(move, Event.Kind.STARTED, by=by, at=at, subject=move.person_name)
    return move


@transaction.atomic
def change_move(
    move: Move, details: Mapping[str, Any], *, version: int, by: User | None, at: datetime
) -> Move:
    """Set ``details`` (of ``MOVE_FIELDS``); raises StaleForm if ``version`` is not the latest."""
    changes = changed_fields({name: getattr(move, name) for name in details}, dict(details))
    _claim(move, version, **details)
    keep_findable(move.pk)
    if changes:
        record_event(move, Event.Kind.EDITED, by=by, at=at, changes=changes)
    return Move.objects.get(pk=move.pk)


@transaction.atomic
def change_account(
    account: Account, details: Mapping[str, Any], *, version: int, by: User | None, at: datetime
) -> Account:
    """Set ``details`` (of ``ACCOUNT_FIELDS``); raises StaleForm as ``change_move`` does."""
    changes = changed_fields({name: getattr(account, name) for name in details}, dict(details))
    _claim(account.move, version)
    Account.objects.filter(pk=account.pk).update(**details)
    keep_findable(account.move_id)
    if changes:
        record_event(
            account.move, Event.Kind.EDITED, by=by, at=at, subject=account.role, changes=changes
        )
    return Account.objects.get(pk=account.pk)


def _claim(move: Move, version: int, **details: Any) -> None:
    """Write only on top of ``version``: the condition and the write are one statement."""
    mine = Move.objects.filter(pk=move.pk, version=version)
    if not mine.update(version=F("version") + 1, **details):
        raise StaleForm
