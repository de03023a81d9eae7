"""What is taken out of a snapshot comes back in without loss."""

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from migrations_tracker.core.accounts import Phase, Role
from migrations_tracker.core.records import RecordType
from migrations_tracker.models import Event, Move, Snapshot, Upload
from migrations_tracker.records.of_snapshots import held_records
from migrations_tracker.snapshots.acts import start_snapshot
from tests.factories import AT, make_snapshot
from tests.records import ONE_OF_EACH, VOUCHER


@pytest.fixture
def full(move: Move) -> Snapshot:
    return make_snapshot(move, Role.SOURCE, Phase.BEFORE, *ONE_OF_EACH)


def url(name: str, snapshot: Snapshot) -> str:
    return reverse(f"moves:{name}", args=[snapshot.pk])


def records_in(snapshot: Snapshot) -> list[str]:
    return sorted(repr(held.record) for held in held_records(snapshot))


def codes_in(exported: Any) -> list[object]:
    return [benefit["code"] for benefit in exported["benefits"]]


def test_an_export_leaves_benefit_codes_out_and_says_so(full: Snapshot, as_alice: Client) -> None:
    answer = as_alice.get(url("export", full))
    assert (
        answer["Content-Disposition"] == f'attachment; filename="certmove-snapshot-{full.pk}.json"'
    )
    assert VOUCHER.code is not None
    assert VOUCHER.code not in answer.text
    exported = json.loads(answer.content)
    assert (codes_in(exported), exported["codes_left_out"]) == ([None], 1)
    assert not Event.objects.filter(kind=Event.Kind.CODES_SHOWN).exists()


def test_codes_that_are_asked_for_are_in_the_time_line(full: Snapshot, as_alice: Client) -> None:
    exported = json.loads(as_alice.post(url("export", full)).content)
    assert codes_in(exported) == [VOUCHER.code]
    event = Event.objects.get(kind=Event.Kind.CODES_SHOWN)
    assert (event.snapshot_id, event.by) == (full.pk, full.account.move.owner)


@pytest.mark.parametrize("how", ["pasted", "dropped"])
def test_an_export_reads_back_without_loss(
    how: str, full: Snapshot, move: Move, as_alice: Client
) -> None:
    content = as_alice.post(url("export", full)).content
    draft = start_snapshot(move.destination, Phase.BEFORE, by=move.owner, at=AT)
    brought: dict[str, Any] = {"text": content.decode()}
    if how == "dropped":
        file = SimpleUploadedFile("export.json", content)
        preview = as_alice.post(url("preview", draft), {"documents": [file]})
        assert "Export of certmove" in preview.text
        brought = {"batch": Upload.objects.get().batch}
    assert as_alice.post(url("keep", draft), brought).status_code == 302
    assert records_in(draft) == records_in(full)


def test_an_export_without_codes_says_so_when_it_comes_back(
    full: Snapshot, move: Move, as_alice: Client
) -> None:
    content = as_alice.get(url("export", full)).content.decode()
    draft = start_snapshot(move.destination, Phase.BEFORE, by=move.owner, at=AT)
    answer = as_alice.post(url("preview", draft), {"text": content})
    assert "This export leaves benefit codes out (1)." in answer.text


def test_the_page_offers_the_export_and_the_templates(
    full: Snapshot, move: Move, as_alice: Client
) -> None:
    assert url("export", full) in as_alice.get(url("snapshot", full)).text
    draft = start_snapshot(move.destination, Phase.BEFORE, by=move.owner, at=AT)
    page = as_alice.get(url("snapshot", draft)).text
    assert url("export", draft) not in page  # there is nothing to take out yet
    for kind in RecordType:
        assert reverse("moves:template", args=[kind.value]) in page


@pytest.mark.parametrize("kind", [kind.value for kind in RecordType])
def test_a_template_is_a_table_with_headings(kind: str, as_alice: Client) -> None:
    answer = as_alice.get(reverse("moves:template", args=[kind]))
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == f'attachment; filename="certmove-{kind}.csv"'
    assert answer.content.decode("utf-8-sig").count(",") >= 4


def test_a_template_of_an_unknown_kind_does_not_exist(as_alice: Client) -> None:
    assert as_alice.get("/templates/course.csv").status_code == 404
