"""The admin looks at everything and writes nothing past the pages' own acts."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from migrations_tracker.core.accounts import Phase, Role
from migrations_tracker.models import Account, Event, MergeRequest, Move, Snapshot
from tests.factories import make_snapshot
from tests.records import SAP, VOUCHER


def admin_url(model: str, action: str, *args: object) -> str:
    return reverse(f"admin:migrations_tracker_{model}_{action}", args=args)


def mark_on(client: Client, url: str) -> str:
    """What the form at ``url`` sends back of the row that it shows."""
    found = re.search(r'name="seen" value="(\w+)"', client.get(url).text)
    assert found
    return found[1]


def test_an_edit_in_the_admin_is_in_the_time_line(move: Move, as_staff: Client) -> None:
    data = {
        "seen": mark_on(as_staff, admin_url("move", "change", move.pk)),
        "person_name": move.person_name,
        "employer": "Example Systems K.K.",
        "last_working_day": "2026-12-25",
        "time_zone": "Asia/Tokyo",
        "note": "",
        "mailbox_closes_at_0": "",
        "mailbox_closes_at_1": "",
    }
    answer = as_staff.post(admin_url("move", "change", move.pk), data)
    assert answer.status_code == 302, answer.text
    assert Move.objects.get(pk=move.pk).employer == "Example Systems K.K."
    event = Event.objects.filter(move=move, kind=Event.Kind.EDITED).latest("number")
    assert event.changes == {
        "employer": ["", "Example Systems K.K."],
        "last_working_day": [None, "2026-12-25"],
    }
    assert str(event.by) == "Sam"


def test_an_account_edited_in_the_admin_is_in_the_time_line(move: Move, as_staff: Client) -> None:
    account = Account.objects.get(move=move, role=Role.SOURCE)
    url = admin_url("account", "change", account.pk)
    data = {"login_email": "other@example.co.jp", "candidate_id": "", "kind": ""}
    data["seen"] = mark_on(as_staff, url)
    assert as_staff.post(url, data).status_code == 302
    event = Event.objects.filter(move=move, kind=Event.Kind.EDITED).latest("number")
    assert event.changes == {"login_email": ["taro.yamada@example.co.jp", "other@example.co.jp"]}


def test_a_status_posted_to_the_admin_is_not_taken(move: Move, as_staff: Client) -> None:
    data = {"person_name": "Taro Yamada", "time_zone": "Asia/Tokyo", "status": "verified"}
    as_staff.post(admin_url("move", "change", move.pk), data)
    as_staff.post(admin_url("mergerequest", "change", move.pk), {"status": "verified"})
    assert MergeRequest.objects.get(pk=move.pk).status == "preparing"


@pytest.mark.parametrize("model", ["mergerequest", "snapshot", "event", "mail", "settlement"])
def test_what_is_proof_can_neither_be_added_nor_changed(model: str, as_staff: Client) -> None:
    assert as_staff.get(admin_url(model, "add")).status_code == 403
    assert as_staff.get(admin_url(model, "changelist")).status_code == 200


def test_a_sealed_snapshot_is_not_written_or_deleted_by_the_admin(
    move: Move, as_staff: Client
) -> None:
    sealed = make_snapshot(move, Role.SOURCE, Phase.BEFORE, SAP)
    assert as_staff.get(admin_url("snapshot", "change", sealed.pk)).status_code == 200
    data = {"state": "draft", "fingerprint": ""}
    assert as_staff.post(admin_url("snapshot", "change", sealed.pk), data).status_code == 403
    assert as_staff.post(admin_url("snapshot", "delete", sealed.pk)).status_code == 403
    assert Snapshot.objects.get(pk=sealed.pk).fingerprint == sealed.fingerprint


def test_the_admin_finds_a_move_by_name_employer_and_owner(move: Move, as_staff: Client) -> None:
    for query, hits in (("Yamada", 1), ("alice@example.com", 1), ("nobody", 0)):
        answer = as_staff.get(admin_url("move", "changelist"), {"q": query})
        assert answer.text.count(str(move.pk)) >= hits
        assert ("Taro Yamada" in answer.text) == bool(hits)


def test_who_is_not_staff_sees_no_admin(as_charlie: Client) -> None:
    assert as_charlie.get(reverse("admin:index")).status_code == 302


def test_no_benefit_code_shows_in_the_admin(move: Move, as_staff: Client) -> None:
    snapshot = make_snapshot(move, Role.SOURCE, Phase.BEFORE, VOUCHER)
    assert VOUCHER.code is not None
    for url in (
        admin_url("snapshot", "changelist"),
        admin_url("snapshot", "change", snapshot.pk),
        admin_url("evidence", "changelist"),
        admin_url("event", "changelist"),
    ):
        assert VOUCHER.code not in as_staff.get(url).text
