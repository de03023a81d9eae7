"""What the database is told, read back from a live connection."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.db.utils import ConnectionHandler, OperationalError
from pytest_django import DjangoDbBlocker

from certmove.databases import database_of

SYNCED_EACH_TIME = 2


def test_a_live_connection_to_sqlite_has_the_settings_that_lose_nothing(
    tmp_path: Path, django_db_blocker: DjangoDbBlocker
) -> None:
    handler = ConnectionHandler({"default": database_of(f"sqlite:///{tmp_path / 'a.sqlite3'}")})
    live = handler["default"]
    with django_db_blocker.unblock(), live.cursor() as cursor:
        found = {
            name: cursor.execute(f"PRAGMA {name}").fetchone()[0]
            for name in (
                "journal_mode",
                "synchronous",
                "busy_timeout",
                "foreign_keys",
                "secure_delete",
            )
        }
        live.close()
    assert found == {
        "journal_mode": "truncate",
        "synchronous": SYNCED_EACH_TIME,
        "busy_timeout": 20_000,
        "foreign_keys": 1,
        "secure_delete": 1,
    }


def test_a_transaction_takes_the_write_lock_when_it_begins(
    tmp_path: Path, django_db_blocker: DjangoDbBlocker
) -> None:
    database = database_of(f"sqlite:///{tmp_path / 'a.sqlite3'}")
    database["OPTIONS"]["timeout"] = 0
    handler = ConnectionHandler({"default": database, "other": database})
    one, other = handler["default"], handler["other"]
    with django_db_blocker.unblock():
        one.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
        with pytest.raises(OperationalError, match="database is locked"):
            other.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
        one.rollback()
        one.close()
        other.close()


def test_postgresql_keeps_the_options_of_its_url() -> None:
    database = database_of("postgres://u:p@db.example:5432/certmove?sslmode=require")
    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert database["OPTIONS"] == {"sslmode": "require", "connect_timeout": 5}
    assert database["CONN_HEALTH_CHECKS"] is True


def test_another_database_is_refused_with_what_to_write() -> None:
    with pytest.raises(ImproperlyConfigured, match=r"Use sqlite:.* or postgres:"):
        database_of("mysql://u:p@db.example/certmove")


@pytest.mark.django_db
def test_the_suite_runs_on_the_database_that_was_asked_for() -> None:
    assert connection.settings_dict["ENGINE"] == settings.DATABASES["default"]["ENGINE"]
    assert connection.is_usable()
