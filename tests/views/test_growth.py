"""No page costs more because there are more moves: counted in the steps that SQLite makes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.contrib import admin
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from migrations_tracker import admin_lists, search
from migrations_tracker.core.lifecycle import Status
from migrations_tracker.models import MergeRequest, Move, User
from migrations_tracker.moves import listing as move_list
from migrations_tracker.moves.listing import view_of
from migrations_tracker.views import dashboard
from tests.factories import AT
from tests.load.company import make_company
from tests.views.conftest import signed_in

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="counts the steps of SQLite"),
]
#: The second is seven times as many.
FEW, MANY = 150, 1050
STATUSES = (Status.PREPARING, Status.REQUESTED, Status.REPORTED_MERGED, Status.VERIFIED)
#: SQLite's steps go up by a few where an index has grown a level.
MORE = 1.35

Ask = Callable[[], HttpResponse]


@contextmanager
def counted() -> Iterator[list[int]]:
    """Hundreds of steps of SQLite's machine."""
    steps = [0]

    def step() -> int:
        steps[0] += 1
        return 0

    connection.connection.set_progress_handler(step, 100)
    try:
        yield steps
    finally:
        connection.connection.set_progress_handler(None, 0)


def steps_of(ask: Ask) -> int:
    with counted() as steps:
        answer = ask()
    assert answer.status_code == 200, answer
    return steps[0]


def pages(staff: Client, person: Client) -> dict[str, Ask]:
    """What a lead and a person look at."""
    ordered = MergeRequest.objects.order_by(*view_of("", now=AT).order)
    places = list(ordered.values_list("pk", flat=True))
    full = MergeRequest.objects.filter(status=Status.REPORTED_MERGED)[0].pk
    addresses = {
        "all": "/",
        "page deep in the list": f"/?after={places[len(places) // 2]}",
        "overdue": "/?show=overdue",
        "due soon": "/?show=soon",
        "one status": "/?show=requested",
        "another status": "/?show=verified",
        "longest waiting": "/?show=waiting",
        "a move": f"/moves/{full}/",
        "a comparison": f"/moves/{full}/comparison/",
        "a report": f"/moves/{full}/report/",
        "ready": "/readyz",
        **{f"admin: {name}": address for name, address in lists_of_the_admin()},
        **{f"admin: {name}, searched": f"{at}?q=taro" for name, at in lists_of_the_admin()},
        "admin: requests of one status": (
            "/admin/migrations_tracker/mergerequest/?status__exact=verified"
        ),
    }
    asks: dict[str, Ask] = {
        name: (lambda address=address: staff.get(address))  # type: ignore[misc]
        for name, address in addresses.items()
    }
    asks |= {
        f"search: {words}": (lambda words=words: found(staff, words))  # type: ignore[misc]
        for words in ("taro", "zzqq", "exam zzqq", "sys taro")
    }
    return asks | {"own": lambda: person.get("/"), "calendar": lambda: person.get("/calendar/")}


def lists_of_the_admin() -> Iterator[tuple[str, str]]:
    for model in admin.site._registry:
        names = model._meta.app_label, model._meta.model_name
        if names[0] != "auth":  # groups are few
            yield str(names[1]), reverse("admin:{}_{}_changelist".format(*names))


def found(client: Client, words: str) -> HttpResponse:
    answer: HttpResponse = client.post("/search/", {"words": words}, follow=True)
    return answer


def test_every_page_takes_as_many_steps_among_few_moves_as_among_many(
    staff: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a count or a search ends is reached by the few already."""
    monkeypatch.setattr(move_list, "COUNTED", 3)
    monkeypatch.setattr(move_list, "MOVES_A_PAGE", 3)
    monkeypatch.setattr(dashboard, "MOVES_A_PAGE", 3)
    monkeypatch.setattr(admin_lists, "MOST_ROWS", 100)
    monkeypatch.setattr(admin_lists, "MOST_FOUND", 10)
    monkeypatch.setattr(dashboard, "MOST_HITS", 10)
    monkeypatch.setattr(search, "_PROBE", 10)
    make_company(FEW, STATUSES)
    person = User.objects.get(email="person4@example.com")
    asks = pages(signed_in(staff), signed_in(person))
    few = {name: steps_of(ask) for name, ask in asks.items()}
    make_company(MANY - FEW, STATUSES, first=FEW)
    assert Move.objects.count() == MANY
    many = {name: steps_of(ask) for name, ask in asks.items()}
    grown = {n: (few[n], many[n]) for n in asks if many[n] > MORE * few[n] + 10}
    assert not grown, "\n".join(f"{name}: {steps}" for name, steps in grown.items())
