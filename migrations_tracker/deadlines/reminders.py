"""Sends each person one mail about what presses now; every reminder goes out once.

A row for each reminder is claimed, in a transaction of its own, before its mail is sent:
of two runs at the same time one gets it. What could not be sent is tried again by the
next run, and so is what a run that was killed left behind; only then may one mail come
twice, but none is lost.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, F, Q, QuerySet

from migrations_tracker.core.reminding import DueReminder, due_reminders
from migrations_tracker.deadlines.records import records_that_press
from migrations_tracker.deadlines.reminder_mails import MoveReminders, send_mail_about
from migrations_tracker.models import Move, Reminder, User
from migrations_tracker.moves.acts import with_what_pages_show
from migrations_tracker.moves.overview import pressing_deadlines

OWNERS_AT_ONCE = 200
#: A run that claimed a reminder this long ago and said nothing since was killed.
KILLED_AFTER = timedelta(hours=1)

State = Reminder.State


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How many mails were sent, and how many could not be."""

    sent: int = 0
    failed: int = 0

    def __add__(self, other: "Outcome") -> "Outcome":
        return Outcome(sent=self.sent + other.sent, failed=self.failed + other.failed)


def send_reminders(*, now: datetime) -> Outcome:
    """Send what is due. Not to be called within a transaction: claims must be seen at once."""
    went = Outcome()
    for owners in _owners_to_remind():
        for owner, moves in groupby(_moves_to_remind_of(owners), key=lambda move: move.owner):
            went += _remind(owner, list(moves), now)
    _unfinished(now - KILLED_AFTER).update(state=State.OVERTAKEN)
    return went


def with_failing_mail(moves: QuerySet[Move], person: User) -> QuerySet[Move]:
    """``moves``, each with ``mail_fails``: whether a reminder of any the person sees failed."""
    failed = Reminder.objects.filter(state=State.FAILED)
    return moves.annotate(
        mail_fails=Exists(failed if person.is_staff else failed.filter(move__owner=person))
    )


def mail_fails(moves: Iterable[Move]) -> bool:
    """Whether reminders failed and are still to be tried again; see ``with_failing_mail``."""
    return any(move.mail_fails for move in moves)  # type: ignore[attr-defined]


def _owners_to_remind() -> Iterator[list[int]]:
    """People who want reminders, some at a time: no number of them fills the memory."""
    wanted = User.objects.filter(is_active=True, wants_reminders=True).order_by("pk")
    last = 0
    while owners := list(wanted.filter(pk__gt=last).values_list("pk", flat=True)[:OWNERS_AT_ONCE]):
        yield owners
        last = owners[-1]


def _moves_to_remind_of(owners: Sequence[int]) -> QuerySet[Move]:
    """Their open moves, each person's together; no samples."""
    moves = with_what_pages_show(Move.objects.filter(is_sample=False, owner__in=owners))
    return moves.filter(merge_request__closed=0).order_by("owner", "started_at", "pk")


def _remind(owner: User, moves: Sequence[Move], now: datetime) -> Outcome:
    claimed: list[UUID] = []
    parts: list[MoveReminders] = []
    for move, due in _due(moves, now):
        mine = [(pk, each) for each in due if (pk := _claim(move, each, now)) is not None]
        claimed += [pk for pk, _ in mine]
        if mine:
            parts.append(MoveReminders(move=move, due=tuple(each for _, each in mine)))
    if not parts:
        return Outcome()
    sent = send_mail_about(owner, parts)
    state = State.SENT if sent else State.FAILED
    Reminder.objects.filter(pk__in=claimed, tried_at=now).update(state=state)
    return Outcome(sent=int(sent), failed=int(not sent))


def _due(moves: Sequence[Move], now: datetime) -> Iterator[tuple[Move, tuple[DueReminder, ...]]]:
    records, sent = records_that_press(moves), _sent(moves)
    for move in moves:
        pressing = pressing_deadlines(move, now=now, records=records.get(move.pk, []))
        due = due_reminders(pressing)
        yield move, tuple(each for each in due if (move.pk, each.key, each.step) not in sent)


def _sent(moves: Sequence[Move]) -> set[tuple[UUID, str, int]]:
    """What went out already, so that most reminders that are due cost no claim."""
    sent = Reminder.objects.filter(move__in=moves, state=State.SENT)
    return set(sent.values_list("move", "deadline", "step"))


def _claim(move: Move, due: DueReminder, now: datetime) -> UUID | None:
    """The id of the reminder's row, if this run is the one to send it."""
    mine = Reminder(move=move, deadline=due.key, step=due.step, tried_at=now)
    with transaction.atomic(durable=True):
        Reminder.objects.bulk_create([mine], ignore_conflicts=True)
    same = Reminder.objects.filter(move=move, deadline=due.key, step=due.step)
    again = same.filter(Q(state=State.FAILED, tried_at__lt=now) | _killed(now))
    if again.update(state=State.PENDING, tried_at=now, attempts=F("attempts") + 1):
        return same.get().pk
    return mine.pk if same.filter(pk=mine.pk).exists() else None


def _killed(now: datetime) -> Q:
    return Q(state=State.PENDING, tried_at__lt=now - KILLED_AFTER)


def _unfinished(before: datetime) -> QuerySet[Reminder]:
    return Reminder.objects.filter(state__in=(State.PENDING, State.FAILED), tried_at__lt=before)
