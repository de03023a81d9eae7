"""The database setting, from a URL."""

from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

# IMMEDIATE: a transaction takes the write lock when it begins. One that first read and
# then writes would be told "database is locked" at once, whatever the timeout.
# TRUNCATE and FULL: what was acknowledged outlives a power cut. Pages of 8 KB (of a file that is
# made new) hold rows of a kilobyte, a mail or a snapshot, with a tenth less left over.
# SECURE_DELETE: what was deleted is overwritten in the file, not only forgotten.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA page_size=8192;PRAGMA journal_mode=TRUNCATE;PRAGMA synchronous=FULL;"
        "PRAGMA secure_delete=ON;"
    ),
}
POSTGRESQL = "django.db.backends.postgresql"
SQLITE = "django.db.backends.sqlite3"


def database_of(url: str) -> dict[str, Any]:
    """Django's setting for ``url``, a sqlite:/// or postgres:// address.

    Raises ImproperlyConfigured for another kind of database.
    """
    database = _read(url)
    if database.get("ENGINE") not in (SQLITE, POSTGRESQL) or not database.get("NAME"):
        raise ImproperlyConfigured(
            "DATABASE_URL names a database that certmove does not know. "
            "Use sqlite:////path/to/file or postgres://user:password@host:5432/name, "
            "with % and two digits in place of special characters in the password."
        )
    database["CONN_MAX_AGE"] = 600
    if database["ENGINE"] == SQLITE:
        database["OPTIONS"] = {**database.get("OPTIONS", {}), **SQLITE_OPTIONS}
    else:
        database["CONN_HEALTH_CHECKS"] = True
        # A server that does not answer is told after seconds, not after minutes.
        database["OPTIONS"] = {"connect_timeout": 5, **database.get("OPTIONS", {})}
    return database


def _read(url: str) -> dict[str, Any]:
    """What the address says; {} where it is none. Its own errors could quote the password."""
    try:
        return dict(environ.Env.db_url_config(url))
    except (ValueError, KeyError, ImproperlyConfigured):
        return {}
