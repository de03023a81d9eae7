"""The number of queries does not grow with the number of things."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from migrations_tracker.core.accounts import Phase, Role
from migrations_tracker.core.records import Record
from migrations_tracker.evidence.certificates import attach_certificate
from migrations_tracker.mails.correspondence import MailContent, record_received
from migrations_tracker.models import Move, User
from tests.factories import AT, make_move, make_snapshot
from tests.records import BOOKED, SAP, SITTING, VOUCHER
from tests.views.conftest import step

COUNTS = (1, 3, 50)


def queries(client: Client, url: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def of_each(count: int) -> list[Record]:
    """``count`` records of each kind, all different."""
    return [
        record
        for n in range(count)
        for record in (
            replace(SAP, certification=None, name=f"Certification {n}"),
            replace(SITTING, taken_on=date(2015, 1, 1) + timedelta(days=20 * n)),
            replace(VOUCHER, code=f"CODE{n:06}"),
            replace(BOOKED, date=date(2027, 1, 1) + timedelta(days=n)),
        )
    ]


def full_move(owner: User, count: int) -> Move:
    """A move with ``count`` records of each kind, mails and files, after its merge."""
    move = make_move(owner)
    records = of_each(count)
    make_snapshot(move, Role.SOURCE, Phase.BEFORE, *records)
    make_snapshot(move, Role.DESTINATION, Phase.BEFORE)
    for name in ("submit", "report_merged"):
        step(move, name)
    move = Move.objects.get(pk=move.pk)
    make_snapshot(move, Role.DESTINATION, Phase.AFTER, *records[1:])
    for n in range(count):
        record_received(move, MailContent(kind="ack", body=f"Mail {n}"), by=owner, at=AT)
        content = b"%PDF-1.4 " + str(n).encode()
        attach_certificate(move, certification="x", name="c", content=content, by=owner, at=AT)
    return move


@pytest.mark.parametrize("staff_looks", [False, True], ids=["own", "staff"])
def test_a_dashboard_of_fifty_moves_takes_at_most_six_queries(
    alice: User, as_alice: Client, as_staff: Client, staff_looks: bool
) -> None:
    client, url = (as_staff if staff_looks else as_alice), reverse("moves:dashboard")
    seen = []
    made = 0
    for count in COUNTS:
        for _ in range(count - made):
            make_snapshot(make_move(alice), Role.SOURCE, Phase.BEFORE, SAP)
        made = count
        seen.append(queries(client, url))
    assert len(set(seen)) == 1, seen
    assert seen[0] <= 6


PAGES: dict[str, Callable[[Move], list[object]]] = {
    "move": lambda move: [move.pk],
    "way": lambda move: [move.pk],
    "comparison": lambda move: [move.pk],
    "report": lambda move: [move.pk],
    "report_json": lambda move: [move.pk],
}


@pytest.mark.parametrize("name", PAGES)
def test_a_moves_pages_take_as_many_queries_for_one_thing_as_for_fifty(
    name: str, alice: User, as_alice: Client
) -> None:
    moves = [full_move(alice, count) for count in COUNTS]
    seen = [queries(as_alice, reverse(f"moves:{name}", args=PAGES[name](m))) for m in moves]
    assert len(set(seen)) == 1, seen
    assert seen[0] <= 20


def test_a_snapshot_takes_as_many_queries_for_one_record_as_for_fifty(
    alice: User, as_alice: Client
) -> None:
    seen = []
    for count in COUNTS:
        snapshot = make_snapshot(
            make_move(alice), Role.SOURCE, Phase.BEFORE, *of_each(count), seal=False
        )
        seen.append(queries(as_alice, reverse("moves:snapshot", args=[snapshot.pk])))
    assert len(set(seen)) == 1, seen


@pytest.mark.parametrize(
    "name",
    ["move", "account", "mergerequest", "snapshot", "event", "mail", "certificatefile", "user"],
)
def test_an_admin_list_takes_as_many_queries_for_one_row_as_for_fifty(
    name: str, alice: User, as_staff: Client
) -> None:
    url = reverse(f"admin:migrations_tracker_{name}_changelist")
    seen = []
    for count in (1, 3):
        full_move(alice, count)
        seen.append(queries(as_staff, url))
    assert len(set(seen)) == 1, seen
    assert seen[0] <= 12
