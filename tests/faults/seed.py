"""Puts a person with some moves into an installation, and prints how to go on as that person.

Run as a program: ``python -m tests.faults.seed 4``.
"""

import json
import sys

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402

from migrations_tracker.core.accounts import Phase, Role  # noqa: E402
from migrations_tracker.models import Move, User  # noqa: E402
from migrations_tracker.snapshots.acts import start_snapshot  # noqa: E402
from tests.factories import AT, make_move  # noqa: E402


def main(count: int) -> None:
    person = User.objects.create_user("hanako@example.com", None)
    moves = [make_move(person) for _ in range(count)]
    sys.stdout.write(
        json.dumps({"session": signed_in(person), "moves": [_told(each) for each in moves]})
    )


def signed_in(person: User) -> str:
    """The key of a new session of ``person``."""
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.save()
    return str(session.session_key)


def _told(move: Move) -> dict[str, str]:
    draft = start_snapshot(move.account(Role.SOURCE), Phase.BEFORE, by=move.owner, at=AT)
    return {"move": str(move.pk), "draft": str(draft.pk)}


if __name__ == "__main__":
    main(int(sys.argv[1]))
