"""Fills the installation that the environment names, and says who is in it.

    python -m tests.load.prepare make 100000
    python -m tests.load.prepare people 60

A process of its own, so that two installations can be looked at by one run.
"""

import json
import sys

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from migrations_tracker.accounts import sessions  # noqa: E402
from migrations_tracker.core.lifecycle import Status  # noqa: E402
from migrations_tracker.models import MergeRequest, Move, User  # noqa: E402
from migrations_tracker.moves.listing import view_of  # noqa: E402
from tests.load.company import make_company  # noqa: E402

STAFF, BUSY = "lead@example.com", "busy@example.com"
MOVES_OF_BUSY = 50
STEPS = 2000


def make(moves: int) -> None:
    """Nothing of it has to outlive a power cut: it can be made again."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA synchronous=OFF")
            cursor.execute("PRAGMA cache_size=-400000")
        make_company(moves)
        User.objects.create_superuser(STAFF, time_zone="Asia/Tokyo", language="en")
        busy = User.objects.create_user(BUSY, time_zone="Asia/Tokyo", language="en")
        newest = Move.objects.order_by("-started_at", "id").values("pk")[:MOVES_OF_BUSY]
        Move.objects.filter(pk__in=[each["pk"] for each in newest]).update(owner=busy)
        if connection.vendor == "postgresql":
            cursor.execute("ANALYZE")


def session_of(person: User) -> str:
    client = Client()
    client.force_login(person)
    session = client.session
    sessions.begin(session, at=timezone.now())
    session.save()
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def people(count: int) -> dict[str, object]:
    """Sessions of ``count`` people with their moves, of the lead and the busy one; places."""
    at_work = User.objects.filter(email__startswith="person").order_by("pk")[:count]
    asked = MergeRequest.objects.filter(status=Status.REQUESTED).order_by("-presses_at", "pk")
    versions = {str(pk): version for pk, version in asked.values_list("pk", "version")[:STEPS]}
    ordered = MergeRequest.objects.order_by(*view_of("", now=timezone.now()).order)
    return {
        "staff": session_of(User.objects.get(email=STAFF)),
        "busy": session_of(User.objects.get(email=BUSY)),
        "people": [
            {"session": session_of(each), "moves": [str(pk) for pk in _moves_of(each)]}
            for each in at_work
        ],
        "full": [str(pk) for pk in _at(Status.REPORTED_MERGED)[:20]],
        "fresh": [str(pk) for pk in _at(Status.PREPARING)[:200]],
        "asked": list(versions),
        "versions": versions,
        "deep": str(ordered.values_list("pk", flat=True)[min(49_999, Move.objects.count() // 2)]),
        "name": Move.objects.exclude(person_name__startswith="Template").values_list(
            "person_name", flat=True
        )[7],
    }


def _moves_of(person: User) -> list[object]:
    return list(person.moves.values_list("pk", flat=True))


def _at(status: Status) -> list[object]:
    requests = MergeRequest.objects.filter(status=status).order_by("presses_at", "pk")
    return list(requests.values_list("pk", flat=True)[:500])


if __name__ == "__main__":
    what, number = sys.argv[1], int(sys.argv[2])
    if what == "make":
        make(number)
    elif what == "full":
        make_company(number, [Status.VERIFIED] * 3)
    else:
        sys.stdout.write(json.dumps(people(number)))
