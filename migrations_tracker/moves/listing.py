"""The list of moves, page by page, and how many there are of each kind.

Each page is read from the place in an index where the one before it ended (keyset paging), so
the thousandth costs what the first does. Counts end at ``COUNTED``: past that, "more than".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from migrations_tracker.core.lifecycle import Status
from migrations_tracker.models import MergeRequest, Move, User

MOVES_A_PAGE = 50
#: A deadline this near is "due soon".
SOON = timedelta(days=7)
COUNTED = 1000

ALL, OVERDUE, SOON_DUE, WAITING = "", "overdue", "soon", "waiting"

Requests = QuerySet[MergeRequest]


@dataclass(frozen=True, slots=True)
class MoveView:
    """One way to look at the moves: which, and by which column in order.

    ``closed_last``: it holds closed ones too, behind the open ones.
    """

    chosen: Q
    column: str = "presses_at"
    closed_last: bool = False

    @property
    def order(self) -> tuple[str, ...]:
        return (*(("closed",) if self.closed_last else ()), self.column, "pk")


@dataclass(frozen=True, slots=True, kw_only=True)
class MovePage:
    """The moves of a page; ``after`` names the last one where another page follows.

    ``more``: there are others that no page shows.
    """

    moves: list[Move]
    after: UUID | None = None
    more: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """``count`` of the moves in a view; ``over``: there are more than that."""

    view: str
    count: int
    over: bool


def view_of(name: str, *, now: datetime) -> MoveView:
    """The view of that name: "", overdue, soon, waiting, or a status. KeyError for another."""
    is_open = Q(closed=0)
    views: dict[str, MoveView] = {
        ALL: MoveView(Q(), closed_last=True),
        OVERDUE: MoveView(is_open & Q(presses_at__lt=now)),
        SOON_DUE: MoveView(is_open & Q(presses_at__range=(now, now + SOON))),
        WAITING: MoveView(is_open, "status_since"),
    }
    by_status = {status.value: MoveView(Q(status=status.value)) for status in Status}
    return (views | by_status)[name]


def page_of_moves(
    moves: QuerySet[Move], view: MoveView, *, owner: User | None = None, after: UUID | None = None
) -> MovePage:
    """The page of ``moves`` behind the move ``after``, the first one without.

    Of ``owner``'s moves alone, else of everybody's.
    """
    mine = MergeRequest.objects.filter(view.chosen)
    mine = mine.filter(move__owner=owner) if owner else mine
    last = MergeRequest.objects.filter(pk=after).first() if after else None
    ids = _behind(mine, view, last) if last else _first(mine, view)
    order = [f"merge_request__{column}" for column in view.order]
    found = list(moves.filter(pk__in=ids).order_by(*order))
    shown = found[:MOVES_A_PAGE]
    return MovePage(moves=shown, after=shown[-1].pk if len(found) > len(shown) else None)


def _first(requests: Requests, view: MoveView) -> QuerySet[MergeRequest, UUID]:
    return requests.order_by(*view.order).values_list("pk", flat=True)[: MOVES_A_PAGE + 1]


def _behind(requests: Requests, view: MoveView, last: MergeRequest) -> list[UUID]:
    """The rest of the equals of ``last``, what follows them, then the closed ones.

    One query for each: SQLite reads only the beginning of such a condition from an index.
    """
    reached = getattr(last, view.column)
    here = requests.filter(closed=last.closed) if view.closed_last else requests
    runs = [
        here.filter(**{view.column: reached}, pk__gt=last.pk),
        here.filter(**{f"{view.column}__gt": reached}),
    ]
    if view.closed_last and not last.closed:
        runs.append(requests.filter(closed=1))
    ids: list[UUID] = []
    for run in runs:
        ordered = run.order_by(view.column, "pk").values_list("pk", flat=True)
        ids += ordered[: MOVES_A_PAGE + 1 - len(ids)]
    return ids


def tallies(*, now: datetime) -> list[Tally]:
    """How many moves there are in each view, those without any left out: one query."""
    today, soon = (_stored(moment) for moment in (now, now + SOON))
    asked: dict[str, Asked] = {OVERDUE: (_OVERDUE, (today,)), SOON_DUE: (_SOON_DUE, (today, soon))}
    asked |= {status.value: (_OF_A_STATUS, (status.value,)) for status in Status}
    return [
        Tally(view=name, count=min(count, COUNTED), over=count > COUNTED)
        for name, count in zip(asked, _counts(list(asked.values())), strict=True)
        if count
    ]


Asked = tuple[str, tuple[Any, ...]]
#: What ``view_of`` chooses, written out: to have Django write it takes longer than to count.
_FROM = f'SELECT 1 FROM "{MergeRequest._meta.db_table}" WHERE'  # noqa: S608
_OVERDUE = f'{_FROM} "closed" = 0 AND "presses_at" < %s'
_SOON_DUE = f'{_FROM} "closed" = 0 AND "presses_at" BETWEEN %s AND %s'
_OF_A_STATUS = f'{_FROM} "status" = %s'


def _stored(moment: datetime) -> Any:
    """``moment`` as the database keeps it."""
    return connection.ops.adapt_datetimefield_value(moment)


def _counts(asked: Sequence[Asked]) -> list[int]:
    """The rows of each query, counted no further than it takes to know that there are more."""
    limit = f"LIMIT {COUNTED + 1}"
    columns = ", ".join(f"(SELECT COUNT(*) FROM ({sql} {limit}) t)" for sql, _ in asked)  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns}", [one for _, given in asked for one in given])
        return list(cursor.fetchone())
