"""While nothing can be written, each page can still be read."""

from collections.abc import Callable, Iterator

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.test import Client
from django.urls import reverse

from certmove.storage_trouble import Trouble, trouble_of
from migrations_tracker.models import Move

Refuse = Callable[[], None]
PAGES = ("move", "edit", "comparison", "receive", "attach", "calendar_file")


@pytest.fixture
def refuse_writes(db: None) -> Iterator[Refuse]:
    """From its call on the database refuses each write."""
    sqlite = connection.vendor == "sqlite"

    def refuse() -> None:
        with connection.cursor() as cursor:
            if not sqlite:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # else the test's end would write
            cursor.execute("PRAGMA query_only = ON" if sqlite else "SET TRANSACTION READ ONLY")

    yield refuse
    if sqlite:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA query_only = OFF")


@pytest.fixture
def hers(merged: Move) -> Client:
    client = Client(headers={"accept-language": "en"}, raise_request_exception=False)
    client.force_login(merged.owner)
    return client


def test_every_page_is_read_without_a_write(
    merged: Move, hers: Client, refuse_writes: Refuse
) -> None:
    snapshot = merged.source.snapshots.get()
    addresses = [
        "/",
        "/catalogue/",
        "/calendar/",
        *(reverse(f"moves:{name}", args=[merged.pk]) for name in PAGES),
        reverse("moves:letter", args=[merged.pk, "request"]),
        reverse("moves:snapshot", args=[snapshot.pk]),
    ]
    refuse_writes()
    assert {each: hers.get(each).status_code for each in addresses} == dict.fromkeys(addresses, 200)
    assert Client().get("/accounts/login/").status_code == 200


@pytest.mark.skipif(connection.vendor != "sqlite", reason="a refused write ends the transaction")
class TestARefusedWrite:
    def test_a_session_that_can_not_be_saved_costs_no_page(
        self, hers: Client, refuse_writes: Refuse
    ) -> None:
        session = hers.session
        session["fresh_calendar_address"] = "https://example.com/calendar/secret.ics"
        session.save()
        refuse_writes()
        answer = hers.get("/calendar/")  # takes it out of the session
        assert answer.status_code == 200
        assert "secret.ics" in answer.text
        assert Session.objects.count() == 1

    def test_what_is_out_of_date_in_the_cache_stays_there(self, refuse_writes: Refuse) -> None:
        cache.set("old", "value", timeout=-1)
        refuse_writes()
        assert cache.get("old") is None

    def test_a_form_is_answered_with_what_to_do(
        self,
        merged: Move,
        hers: Client,
        refuse_writes: Refuse,
        caplog: pytest.LogCaptureFixture,
    ) -> None:
        refuse_writes()
        url = reverse("moves:letter", args=[merged.pk, "request"])
        answer = hers.post(url, {"subject": "s", "body": "b"})
        assert answer.status_code == 503
        assert "is not confirmed as stored" in answer.text
        assert answer["X-Request-ID"] in answer.text
        assert "storage read-only" in caplog.text
        assert hers.get("/").status_code == 200


def test_another_fault_is_no_trouble_of_the_disk(db: None) -> None:
    with pytest.raises(DatabaseError) as found, connection.cursor() as cursor:
        cursor.execute("SELECT * FROM there_is_no_such_table")
    assert trouble_of(found.value) is None
    assert trouble_of(RuntimeError("x")) is None
    assert trouble_of(OSError(28, "No space left on device")) is Trouble.FULL
