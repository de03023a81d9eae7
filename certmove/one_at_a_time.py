"""Several servers on one PostgreSQL start at the same moment: one of them makes the tables."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

#: Names the lock among all that may be taken in this database: "certmove" in ASCII, its end.
_KEY = 0x6D6F7665


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Wait until no other server of this database is inside; on SQLite there is only one."""
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [_KEY])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_KEY])
