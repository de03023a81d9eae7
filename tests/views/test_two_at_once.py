"""Two at once: one wins, the others are told with their text kept, nothing is stored twice.

On SQLite and on PostgreSQL, as the suite runs on both.
"""

import re
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Barrier
from uuid import uuid4

import pytest
from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, connections
from django.test import Client
from django.urls import reverse

from migrations_tracker.admin import ReadOnlyAdmin
from migrations_tracker.core.accounts import Phase, Role
from migrations_tracker.forms.seen import SeenForm
from migrations_tracker.models import (
    CertificateFile,
    Event,
    Mail,
    MergeRequest,
    Move,
    Snapshot,
    User,
)
from migrations_tracker.snapshots.acts import start_snapshot
from migrations_tracker.snapshots.contents import add_record, held_record
from tests.factories import AT, make_move, make_snapshot
from tests.records import ONE_OF_EACH, SAP, SITTING
from tests.views.conftest import signed_in, step
from tests.views.test_access import all_forms

CROWD = 20
SHOWN = """\
=== CERTIFICATIONS ===
Certification\tEarned\tExpires
AWS Certified Solutions Architect - Professional\tAugust 4, 2024\tAugust 4, 2027
"""
Act = Callable[[Client], int]


def url(name: str, *args: object) -> str:
    return reverse(f"moves:{name}", args=args)


def all_at_once(user: User, act: Act, crowd: int = CROWD) -> list[int]:
    """The statuses that ``crowd`` clients of ``user`` get who act at the same moment."""
    clients, gate = [signed_in(user) for _ in range(crowd)], Barrier(crowd)

    def go(client: Client) -> int:
        gate.wait(60)
        try:
            return act(client)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(crowd) as threads:
        return sorted(threads.map(go, clients))


def assert_the_time_line_has_no_gap_and_no_double(move: Move) -> None:
    numbers = list(
        Event.objects.filter(move=move).order_by("number").values_list("number", flat=True)
    )
    assert numbers == list(range(1, Move.objects.get(pk=move.pk).event_count + 1))


@pytest.fixture
def shared(transactional_db: None) -> Iterator[None]:
    """A database that several connections can write to: SQLite's own kind in memory is none."""
    if connection.vendor != "sqlite":
        yield
        return
    kept, name = connection.connection, connection.settings_dict["NAME"]
    memory = "/dev/shm" if Path("/dev/shm").is_dir() else None
    with TemporaryDirectory(dir=memory) as folder:
        shared = str(Path(folder) / "shared.sqlite3")
        with closing(sqlite3.connect(shared)) as file:
            kept.backup(file)
        connection.connection, connection.settings_dict["NAME"] = None, shared
        connection.ensure_connection()
        yield
        connection.close()
        connection.connection, connection.settings_dict["NAME"] = kept, name


@pytest.fixture
def ready(shared: None, alice: User) -> Move:
    """A move whose request can be sent; its rows are seen by other connections."""
    move = make_move(alice)
    make_snapshot(move, Role.SOURCE, Phase.BEFORE, *ONE_OF_EACH)
    make_snapshot(move, Role.DESTINATION, Phase.BEFORE)
    return move


@pytest.fixture
def draft(shared: None, alice: User) -> Snapshot:
    return start_snapshot(make_move(alice).source, Phase.BEFORE, by=alice, at=AT)


class TestTwentyClients:
    def test_one_step_is_made_once_and_the_others_are_told(self, ready: Move) -> None:
        data = {"step": "submit", "version": MergeRequest.objects.get(pk=ready.pk).version}
        statuses = all_at_once(
            ready.owner, lambda client: client.post(url("step", ready.pk), data).status_code
        )
        assert statuses == [302] + [409] * (CROWD - 1)
        assert Event.objects.filter(move=ready, move_made="submit").count() == 1
        assert_the_time_line_has_no_gap_and_no_double(ready)

    def test_one_edit_wins_and_the_others_are_told(self, ready: Move) -> None:
        data = {"person_name": "T Y", "time_zone": "Asia/Tokyo", "version": ready.version}

        def edit(client: Client) -> int:
            answer = client.post(url("edit", ready.pk), {**data, "employer": uuid4().hex})
            return answer.status_code

        assert all_at_once(ready.owner, edit) == [302] + [409] * (CROWD - 1)
        assert Move.objects.get(pk=ready.pk).version == ready.version + 1
        assert_the_time_line_has_no_gap_and_no_double(ready)

    def test_acts_that_do_not_touch_each_other_all_get_through(self, ready: Move) -> None:
        def record(client: Client) -> int:
            data = {"subject": "s", "body": f"Please merge, {uuid4()}."}
            return client.post(url("letter", ready.pk, "request"), data).status_code

        assert all_at_once(ready.owner, record) == [302] * CROWD
        assert sorted(Mail.objects.values_list("number", flat=True)) == list(range(1, CROWD + 1))
        assert_the_time_line_has_no_gap_and_no_double(ready)

    def test_the_same_form_sent_again_and_again_stores_one_thing(self, draft: Snapshot) -> None:
        owner, known = draft.account.move.owner, str(uuid4())
        start = {"person_name": "Once", "time_zone": "Asia/Tokyo", "move": known}
        sent: list[tuple[str, dict[str, object]]] = [
            (url("start"), start),
            (url("new_record", draft.pk, "exam"), {"certification": "SAA", "seen": "0"}),
            (url("keep", draft.pk), {"text": SHOWN}),
            (url("receive", draft.account.move_id), {"text": "We received it.", "kind": "ack"}),
        ]
        for address, data in sent:
            statuses = all_at_once(owner, lambda c, a=address, d=data: c.post(a, d).status_code, 6)  # type: ignore[misc]
            assert statuses == [302] * 6, address
        assert Move.objects.filter(person_name="Once").count() == 1
        held = Snapshot.objects.get(pk=draft.pk)
        assert (held.record_count, held.evidence_count) == (2, 1)
        assert Mail.objects.count() == 1
        assert_the_time_line_has_no_gap_and_no_double(draft.account.move)


def test_the_second_of_two_equal_forms_is_told(draft: Snapshot, as_alice: Client) -> None:
    page = as_alice.get(url("new_record", draft.pk, "exam")).text
    data = {"certification": "SAA", "seen": hidden(page, "seen")}
    for sentence in ("The record is kept.", "This very record is kept already"):
        answer = as_alice.post(url("new_record", draft.pk, "exam"), data, follow=True)
        assert sentence in answer.text
    page = as_alice.get(url("new_record", draft.pk, "exam")).text
    data["seen"] = hidden(page, "seen")  # opened anew, the form means another one
    as_alice.post(url("new_record", draft.pk, "exam"), data)
    assert Snapshot.objects.get(pk=draft.pk).record_count == 2


def test_a_move_is_started_once_by_one_form(transactional_db: None, as_alice: Client) -> None:
    page = as_alice.get(url("start")).text
    data = {"person_name": "A", "time_zone": "Asia/Tokyo", "move": hidden(page, "move")}
    for sentence in ("The move is started.", "it was not started a second time"):
        assert sentence in as_alice.post(url("start"), data, follow=True).text
    assert Move.objects.count() == 1


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([\w-]+)"', page)
    assert found
    return found[1]


class TestAStaleForm:
    """Each form that changes what is there, opened before somebody else changed it."""

    def test_of_a_moves_details(self, ready: Move, as_alice: Client) -> None:
        self.is_refused(
            as_alice,
            url("edit", ready.pk),
            {"person_name": "T Y", "time_zone": "Asia/Tokyo", "employer": "First"},
            {"person_name": "T Y", "time_zone": "Asia/Tokyo", "employer": "Second"},
        )
        assert Move.objects.get(pk=ready.pk).employer == "First"

    def test_of_an_account(self, ready: Move, as_alice: Client) -> None:
        first = {"login_email": "first@example.com"}
        address = url("account", ready.pk, "source")
        self.is_refused(as_alice, address, first, {"login_email": "second@example.com"})
        assert Move.objects.get(pk=ready.pk).source.login_email == "first@example.com"

    def test_of_a_record(self, draft: Snapshot, as_alice: Client) -> None:
        number = add_record(draft, SITTING, by=draft.account.move.owner, at=AT)
        data = {"certification": "SAP", "name": SITTING.name, "exam_code": "First"}
        address = url("record", draft.pk, number)
        self.is_refused(as_alice, address, data, {**data, "exam_code": "Second"})
        assert getattr(held_record(draft, number).record, "exam_code", "") == "First"

    def is_refused(
        self, client: Client, address: str, first: dict[str, str], second: dict[str, str]
    ) -> None:
        """The second is told, sees what is there now and its own text; once more, it is stored."""
        mark = "seen" if "/records/" in address else "version"
        seen = {mark: hidden(client.get(address).text, mark)}
        assert client.post(address, {**first, **seen}).status_code == 302
        refused = client.post(address, {**second, **seen})
        assert refused.status_code == 409
        assert "Nothing was overwritten" in refused.text
        assert "First" in refused.text or "first@" in refused.text
        assert "Second" in refused.text or "second@" in refused.text
        client.post(address, {**first, **seen})
        fresh = {mark: hidden(refused.text, mark)}
        assert fresh != seen
        assert client.post(address, {**first, **fresh}).status_code == 302
        assert client.post(address, first).status_code in (409, 422)

    def test_of_a_records_removal(self, draft: Snapshot, as_alice: Client) -> None:
        number = add_record(draft, SAP, by=draft.account.move.owner, at=AT)
        page = as_alice.get(url("snapshot", draft.pk)).text
        removal = page.split("/remove/")[1]
        edit = hidden(as_alice.get(url("record", draft.pk, number)).text, "seen")
        data = {"certification": "SAP", "name": "Another name", "seen": edit}
        assert as_alice.post(url("record", draft.pk, number), data).status_code == 302
        for seen in (hidden(removal, "seen"), ""):
            as_alice.post(url("remove_record", draft.pk, number), {"seen": seen})
            assert Snapshot.objects.get(pk=draft.pk).record_count == 1

    def test_of_a_seal(self, draft: Snapshot, as_alice: Client) -> None:
        by = draft.account.move.owner
        add_record(draft, SAP, by=by, at=AT)
        seal = as_alice.get(url("snapshot", draft.pk)).text.split("/seal/")[1]
        add_record(draft, SITTING, by=by, at=AT)
        answer = as_alice.post(url("seal", draft.pk), {"seen": hidden(seal, "seen")}, follow=True)
        assert "not sealed" in answer.text
        assert not Snapshot.objects.get(pk=draft.pk).is_sealed

    def test_of_a_step(self, ready: Move, as_alice: Client) -> None:
        version = MergeRequest.objects.get(pk=ready.pk).version
        step(ready, "submit")
        data = {"step": "submit", "version": version, "note": "sent at noon"}
        answer = as_alice.post(url("step", ready.pk), data)
        assert answer.status_code == 409
        assert "sent at noon" in answer.text

    def test_of_a_settlement(self, ready: Move, as_alice: Client) -> None:
        for name in ("submit", "ask_confirmation", "confirm", "report_merged"):
            step(ready, name)
        make_snapshot(
            Move.objects.get(pk=ready.pk), Role.DESTINATION, Phase.AFTER, *ONE_OF_EACH[:3]
        )
        page = as_alice.get(url("comparison", ready.pk)).text
        data = {"finding": hidden(page, "finding"), "reason": "Sat before the merge"}
        assert as_alice.post(url("settle", ready.pk), data).status_code == 302
        data["reason"] = "Another reason, typed in another tab"
        refused = as_alice.post(url("settle", ready.pk), data)
        assert refused.status_code == 409
        assert "Another reason, typed in another tab" in refused.text
        assert ready.settlements.get().reason == "Sat before the merge"

    @pytest.mark.parametrize("model", ["move", "account", "user"])
    def test_of_the_admin(self, model: str, ready: Move, as_staff: Client) -> None:
        rows = {"move": ready, "account": ready.source, "user": ready.owner}
        field = {"move": "employer", "account": "candidate_id", "user": "first_name"}[model]
        address = reverse(f"admin:migrations_tracker_{model}_change", args=[rows[model].pk])
        filled = dict(fields_of(as_staff.get(address).text))
        first = as_staff.post(address, {**filled, field: "First"})
        assert first.status_code == 302, re.findall("errorlist.*", first.text)
        refused = as_staff.post(address, {**filled, field: "Second"})
        assert "Nothing was overwritten" in refused.text
        assert "Second" in refused.text
        rows[model].refresh_from_db()
        assert getattr(rows[model], field) == "First"


def fields_of(page: str) -> Iterator[tuple[str, str]]:
    """What a browser would send of the page's form, as it is."""
    for tag in re.findall(r"<input[^>]*>", page):
        name, value = re.search(r'name="([^"]+)"', tag), re.search(r'value="([^"]*)"', tag)
        left_out = 'type="checkbox"' in tag and "checked" not in tag
        if name and not left_out and name[1] not in ("_addanother", "_continue"):
            yield name[1], value[1] if value else ""
    for name, options in re.findall(r'<select name="([^"]+)"[^>]*>(.*?)</select>', page, re.S):
        if chosen := re.search(r'value="([^"]*)" selected', options):
            yield name, chosen[1]


OURS = "migrations_tracker"
#: The forms that change what is there, with the class above that tries each.
EDITS = {"MoveForm", "AccountForm", "StepForm", "RecordForm", "CertifiedForm", "CertificationForm",
         "ExamForm", "BenefitForm", "RegistrationForm"}  # fmt: skip


def test_each_form_that_changes_what_is_there_says_what_was_seen() -> None:
    marked = {form.__name__ for form in all_forms() if {"version", "seen"} & set(form.base_fields)}
    assert marked == EDITS
    ours = [a for a in admin.site._registry.values() if a.model._meta.app_label == OURS]
    editable = [each for each in ours if not isinstance(each, ReadOnlyAdmin)]
    assert {type(each).__name__ for each in editable} == {"MoveAdmin", "AccountAdmin", "UserAdmin"}
    assert all(issubclass(each.form, SeenForm) for each in editable)


def test_two_who_remove_and_attach_one_file_never_leave_a_row_without_it(ready: Move) -> None:
    content, name = b"%PDF-1.4 the same", "AWS Certified Cloud Practitioner"

    def attach_or_remove(client: Client) -> int:
        if file := CertificateFile.objects.first():
            return client.post(url("remove_certificate", file.pk)).status_code
        data = {"certification": name, "file": SimpleUploadedFile("c.pdf", content)}
        return client.post(url("attach", ready.pk), data).status_code

    for _ in range(2):
        assert set(all_at_once(ready.owner, attach_or_remove, 6)) <= {302, 404, 422}
        for file in CertificateFile.objects.all():
            assert signed_in(ready.owner).get(url("certificate", file.pk)).content == content
    assert_the_time_line_has_no_gap_and_no_double(ready)
