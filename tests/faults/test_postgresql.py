"""A PostgreSQL that can't be reached for a while: a page that says so, then work goes on.

Between the server and PostgreSQL stands a door, which can be shut.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from psycopg.sql import SQL, Identifier

from tests.faults.door import Door
from tests.faults.installation import run
from tests.faults.test_storage import JA, assert_a_page_that_helps, assert_the_log_says, place

pytestmark = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="the suite runs on SQLite this time"
)


@contextmanager
def a_database_of_its_own() -> Iterator[dict[str, str]]:
    """How to reach a new database on the server that the suite uses."""
    own = {name: str(settings.DATABASES["default"][name] or "") for name in _PARTS}
    name = f"certmove_door_{uuid4().hex[:8]}"
    with psycopg.connect(
        host=own["HOST"] or "127.0.0.1",
        port=own["PORT"] or "5432",
        user=own["USER"],
        password=own["PASSWORD"] or None,
        dbname="postgres",
        autocommit=True,
    ) as server:
        server.execute(SQL("CREATE DATABASE {}").format(Identifier(name)))
        try:
            yield {**own, "NAME": name}
        finally:
            server.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))


def url_of(own: dict[str, str], port: int = 0) -> str:
    """The address of that database; at another ``port``, behind a door."""
    password = f":{own['PASSWORD']}" if own["PASSWORD"] else ""
    host = "127.0.0.1" if port else own["HOST"] or "127.0.0.1"
    at = port or own["PORT"] or 5432
    return f"postgres://{own['USER']}{password}@{host}:{at}/{own['NAME']}"


_PARTS = ("HOST", "PORT", "USER", "PASSWORD")


def test_a_server_that_is_gone_for_a_while_is_told_and_then_used_again(tmp_path: Path) -> None:
    data = tmp_path / "var"
    with a_database_of_its_own() as own:
        door = Door(own["HOST"] or "127.0.0.1", int(own["PORT"] or 5432))
        door.start()
        url = url_of(own, door.port)
        run(data, "manage.py", "prepare", DATABASE_URL=url)
        with place(data, DATABASE_URL=url) as it:
            assert it.write().status == 302
            door.shut()
            assert_a_page_that_helps(it.write(), "gone", it.write(**JA))
            assert it.read().status == 503
            assert it.ready()[1]["database"] == "cannot be written: gone"
            assert it.server.ask("/healthz").status == 200
            door.open = True
            assert [it.write().status for _ in range(10)] == [302] * 10
            assert it.ready() == (200, {})
            assert_the_log_says(it.server, "gone")
        door.close()
