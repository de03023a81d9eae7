"""Nobody sees what is another's: every address of the site, for everybody."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from migrations_tracker.certificates import attach_certificate
from migrations_tracker.core.accounts import Phase
from migrations_tracker.correspondence import MailContent, record_received
from migrations_tracker.models import CertificateFile, Move, Snapshot
from migrations_tracker.snapshot_contents import Source, add_record
from migrations_tracker.snapshots import start_snapshot
from migrations_tracker.urls import urlpatterns
from tests.factories import AT
from tests.records import SAP

PDF = b"%PDF-1.4 a certificate"


@dataclass
class Things:
    move: Move
    snapshot: Snapshot
    certificate: CertificateFile


@pytest.fixture
def things(merged: Move) -> Things:
    """One of each thing an address can name, all of them Alice's."""
    by = merged.owner
    certificate = attach_certificate(
        merged, certification=SAP.name, name="c.pdf", content=PDF, by=by, at=AT
    )
    record_received(merged, MailContent(kind="ack", body="Received."), by=by, at=AT)
    merged = Move.objects.get(pk=merged.pk)
    snapshot = start_snapshot(merged.destination, Phase.AFTER, by=by, at=AT)
    add_record(snapshot, SAP, by=by, at=AT)
    Source.of_paste("x")
    return Things(merged, snapshot, certificate)


#: What fills each address's places. An address that is missing here fails the test below.
ADDRESSES: dict[str, Callable[[Things], list[object]]] = {
    "move": lambda t: [t.move.pk],
    "edit": lambda t: [t.move.pk],
    "account": lambda t: [t.move.pk, "source"],
    "place": lambda t: [t.move.pk, "destination", "after"],
    "way": lambda t: [t.move.pk],
    "step": lambda t: [t.move.pk],
    "comparison": lambda t: [t.move.pk],
    "settle": lambda t: [t.move.pk],
    "unsettle": lambda t: [t.move.pk],
    "receive": lambda t: [t.move.pk],
    "mail": lambda t: [t.move.pk, 1],
    "letter": lambda t: [t.move.pk, "request"],
    "attach": lambda t: [t.move.pk],
    "report": lambda t: [t.move.pk],
    "report_json": lambda t: [t.move.pk],
    "calendar_file": lambda t: [t.move.pk],
    "certificate": lambda t: [t.certificate.pk],
    "remove_certificate": lambda t: [t.certificate.pk],
    "snapshot": lambda t: [t.snapshot.pk],
    "show_codes": lambda t: [t.snapshot.pk],
    "preview": lambda t: [t.snapshot.pk],
    "keep": lambda t: [t.snapshot.pk],
    "seal": lambda t: [t.snapshot.pk],
    "empty": lambda t: [t.snapshot.pk],
    "correct": lambda t: [t.snapshot.pk],
    "discard": lambda t: [t.snapshot.pk],
    "new_record": lambda t: [t.snapshot.pk, "exam"],
    "record": lambda t: [t.snapshot.pk, 1],
    "remove_record": lambda t: [t.snapshot.pk, 1],
    "evidence": lambda t: [t.snapshot.pk, 1],
    "export": lambda t: [t.snapshot.pk],
}
OPEN_TO_ALL_SIGNED_IN: dict[str, list[object]] = {
    "dashboard": [],
    "start": [],
    "template": ["exam"],
    "catalogue": [],
    "calendar": [],
}
#: Open without a sign-in, to whoever knows its secret: tests/views/test_calendars.py.
OPEN_BY_SECRET = {"calendar_feed"}
POST_ONLY = {
    "step", "settle", "unsettle", "remove_certificate", "show_codes", "preview", "keep", "seal",
    "empty", "correct", "discard", "remove_record",
}  # fmt: skip


GET_ONLY = {
    "move", "way", "comparison", "report_json", "calendar_file", "certificate", "mail", "snapshot",
    "evidence",
}  # fmt: skip


def address(name: str, things: Things) -> str:
    places = ADDRESSES[name](things) if name in ADDRESSES else OPEN_TO_ALL_SIGNED_IN[name]
    return reverse(f"moves:{name}", args=places)


def test_every_address_of_the_site_is_in_this_table() -> None:
    assert {pattern.name for pattern in urlpatterns} == {
        *ADDRESSES,
        *OPEN_TO_ALL_SIGNED_IN,
        *OPEN_BY_SECRET,
    }


def statuses(client: Client, method: str, things: Things) -> dict[str, int]:
    """The status that ``client`` gets at every address."""
    ask = getattr(client, method)
    return {name: ask(address(name, things)).status_code for name in ADDRESSES}


def test_another_persons_thing_does_not_exist(things: Things, as_charlie: Client) -> None:
    assert statuses(as_charlie, "get", things) == {
        name: 405 if name in POST_ONLY else 404 for name in ADDRESSES
    }
    assert statuses(as_charlie, "post", things) == {
        name: 405 if name in GET_ONLY else 404 for name in ADDRESSES
    }


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_is_not_signed_in_is_sent_to_the_door(
    method: str, things: Things, client: Client
) -> None:
    for name in [*ADDRESSES, *OPEN_TO_ALL_SIGNED_IN]:
        answer = getattr(client, method)(address(name, things))
        assert answer.status_code == 302, name
        assert answer["Location"].startswith(reverse("account_login")), name


def test_the_owner_and_staff_see_it(things: Things, as_alice: Client, as_staff: Client) -> None:
    looked_at = set(ADDRESSES) - POST_ONLY - {"evidence", "report", "report_json"}
    for client in (as_alice, as_staff):
        for name in looked_at:
            answer = client.get(address(name, things))
            assert answer.status_code in (200, 302), name
            assert "login" not in answer.get("Location", ""), name


def test_a_thing_of_a_move_under_another_moves_address_does_not_exist(
    things: Things, as_alice: Client
) -> None:
    assert as_alice.get(reverse("moves:move", args=[uuid4()])).status_code == 404
    assert as_alice.get(reverse("moves:mail", args=[things.move.pk, 2])).status_code == 404
    assert as_alice.get(reverse("moves:evidence", args=[things.snapshot.pk, 9])).status_code == 404


def test_charlie_left_no_trace_on_alices_move(things: Things, as_charlie: Client) -> None:
    before = things.move.events.count()
    for name in ADDRESSES:
        as_charlie.post(address(name, things), {"step": "verify", "version": 1, "text": "x"})
    assert things.move.events.count() == before
    assert CertificateFile.objects.filter(pk=things.certificate.pk).exists()


def test_the_dashboard_lists_ones_own_moves_and_staff_see_all(
    things: Things, as_alice: Client, as_charlie: Client, as_staff: Client
) -> None:
    url = reverse("moves:dashboard")
    assert "Taro Yamada" in as_alice.get(url).text
    assert "Taro Yamada" in as_staff.get(url).text
    assert "Taro Yamada" not in as_charlie.get(url).text
