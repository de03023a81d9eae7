"""How many SQL statements each page and act takes, to the one: the cheap early warning.

A number that goes up is looked into before it is put here. Savepoints do not count: outside a
test these are the beginning and the end of a transaction.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.core.cache import cache
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from migrations_tracker.core.accounts import Phase
from migrations_tracker.models import MergeRequest, Move, Snapshot, User
from migrations_tracker.moves import listing as move_list
from migrations_tracker.moves.acts import start_move
from migrations_tracker.snapshots.acts import start_snapshot
from tests.factories import AT, make_move
from tests.views.test_query_counts import full_move

_NO_STATEMENT = re.compile(r"(?:SAVEPOINT|RELEASE|ROLLBACK|BEGIN|COMMIT)\b")

MOST = {
    "own dashboard": 4,
    "lead's dashboard": 5,
    "a status": 5,
    "a page behind another": 7,
    "a search": 5,
    "a move": 8,
    "its comparison": 6,
    "its report": 8,
    "its mail": 8,
    "admin: moves": 4,
    "admin: events": 4,
    "start a move": 9,
    "make a step": 9,
    "record a mail": 20,
    "keep a paste": 23,
}


@dataclass
class Scene:
    """What the pages are about: a full move, one that is new, and one with a draft."""

    full: Move
    new: Move
    draft: Snapshot
    last: MergeRequest
    person: Client
    lead: Client


@pytest.fixture
def scene(
    alice: User, as_alice: Client, as_staff: Client, monkeypatch: pytest.MonkeyPatch
) -> Scene:
    monkeypatch.setattr(move_list, "MOVES_A_PAGE", 3)
    full, new, drafted = full_move(alice, 3), make_move(alice), make_move(alice)
    for _ in range(4):
        start_move(owner=alice, by=alice, at=AT, person_name="Ken Ito")
    draft = start_snapshot(drafted.source, Phase.BEFORE, by=alice, at=AT)
    last = MergeRequest.objects.order_by("closed", "presses_at", "pk")[2]
    return Scene(full, new, draft, last, as_alice, as_staff)


def asks(scene: Scene) -> dict[str, Callable[[], HttpResponse]]:
    full, new, me, lead = scene.full.pk, scene.new.pk, scene.person, scene.lead
    found = lead.post("/search/", {"words": "taro"})["Location"]
    known = {"person_name": "Ken Ito", "time_zone": "Asia/Tokyo"}
    mail = {"text": f"Hello, we look into it. {timezone.now()}", "kind": "ack"}
    page = "Certification,Earned on\nAWS Certified Cloud Practitioner,2024-03-25\n"
    events = reverse("admin:migrations_tracker_event_changelist")
    return {
        "own dashboard": lambda: me.get("/"),
        "lead's dashboard": lambda: lead.get("/"),
        "a status": lambda: lead.get("/?show=preparing"),
        "a page behind another": lambda: lead.get(f"/?after={scene.last.pk}"),
        "a search": lambda: lead.get(found),
        "a move": lambda: me.get(f"/moves/{full}/"),
        "its comparison": lambda: me.get(f"/moves/{full}/comparison/"),
        "its report": lambda: me.get(f"/moves/{full}/report/"),
        "its mail": lambda: me.get(f"/moves/{full}/mails/1/"),
        "admin: moves": lambda: lead.get(reverse("admin:migrations_tracker_move_changelist")),
        "admin: events": lambda: lead.get(events),
        "start a move": lambda: me.post("/moves/new/", known),
        "make a step": lambda: me.post(
            f"/moves/{new}/steps/", {"step": "withdraw", "version": "1"}
        ),
        "record a mail": lambda: me.post(f"/moves/{new}/mails/new/", mail),
        "keep a paste": lambda: me.post(f"/snapshots/{scene.draft.pk}/keep/", {"text": page}),
    }


def statements(ask: Callable[[], HttpResponse]) -> int:
    with CaptureQueriesContext(connection) as captured:
        answer = ask()
    assert answer.status_code in (200, 302), answer
    return sum(not _NO_STATEMENT.match(each["sql"]) for each in captured.captured_queries)


def test_each_page_and_act_takes_exactly_as_many_statements_as_are_known(scene: Scene) -> None:
    counted = {}
    for name, ask in asks(scene).items():
        cache.clear()
        counted[name] = statements(ask)
    wrong = {n: (counted[n], MOST[n]) for n in MOST if counted[n] != MOST[n]}
    assert not wrong, ", ".join(
        f"{name}: {found} is not {known}" for name, (found, known) in wrong.items()
    )


def test_what_is_looked_at_often_stays_within_its_goal() -> None:
    assert MOST["own dashboard"] <= 6
    assert MOST["lead's dashboard"] <= 6
    assert max(MOST["a move"], MOST["admin: moves"], MOST["admin: events"]) <= 12
