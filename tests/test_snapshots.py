"""Snapshots: several pastes add up, a sealed one never changes, codes stay secret."""

from dataclasses import replace
from datetime import date

import pytest

from migrations_tracker.core.accounts import Phase, Role
from migrations_tracker.core.merging import Side
from migrations_tracker.core.packing import unpack
from migrations_tracker.core.reading import Found, Reading, SourceKind
from migrations_tracker.core.records import Record
from migrations_tracker.encryption import Tampered
from migrations_tracker.evidence.texts import evidence_text
from migrations_tracker.models import Event, Move, Snapshot, User
from migrations_tracker.records.of_snapshots import held_records
from migrations_tracker.snapshots.acts import (
    correct_snapshot,
    current_snapshot,
    declare_empty,
    discard_draft,
    seal_snapshot,
    start_snapshot,
)
from migrations_tracker.snapshots.contents import (
    Source,
    add_reading,
    add_readings,
    add_record,
    change_record,
    remove_record,
)
from migrations_tracker.snapshots.errors import (
    AlreadyVerified,
    NoSuchRecord,
    SnapshotEmpty,
    SnapshotNotEmpty,
    SnapshotSealed,
    TooEarlyForAfter,
    TooManyRecords,
    Undecided,
)
from tests.factories import AT, UserFactory, make_move, make_snapshot
from tests.records import ONE_OF_EACH, SAP, SITTING, VOUCHER

pytestmark = pytest.mark.django_db


@pytest.fixture
def move() -> Move:
    return make_move(UserFactory())


@pytest.fixture
def by(move: Move) -> User:
    return move.owner


@pytest.fixture
def draft(move: Move) -> Snapshot:
    return start_snapshot(move.source, Phase.BEFORE, by=move.owner, at=AT)


def reading(*records: Record) -> Reading:
    return Reading(kind=SourceKind.PORTAL_PAGE, found=tuple(Found(record=r) for r in records))


def records_of(snapshot: Snapshot) -> list[Record]:
    return [each.record for each in held_records(snapshot)]


def test_every_field_of_every_record_comes_back_as_it_was_stored(draft: Snapshot, by: User) -> None:
    add_reading(draft, reading(*ONE_OF_EACH), Source.of_paste("page"), by=by, at=AT)
    assert records_of(draft) == list(ONE_OF_EACH)


def test_a_benefit_code_is_not_in_the_database_in_the_clear(draft: Snapshot, by: User) -> None:
    add_record(draft, VOUCHER, by=by, at=AT)
    (row,) = Snapshot.objects.all()
    assert VOUCHER.code not in f"{row.sealed_codes}{unpack(bytes(row.records))}"
    assert row.sealed_codes


def test_benefit_codes_moved_to_another_snapshot_do_not_open(
    draft: Snapshot, move: Move, by: User
) -> None:
    add_record(draft, VOUCHER, by=by, at=AT)
    other = start_snapshot(move.destination, Phase.BEFORE, by=by, at=AT)
    add_record(other, replace(VOUCHER, code="OTHER00001"), by=by, at=AT)
    sealed = Snapshot.objects.get(pk=draft.pk).sealed_codes
    Snapshot.objects.filter(pk=other.pk).update(sealed_codes=sealed)
    with pytest.raises(Tampered):
        held_records(other)


def test_pastes_add_up_and_a_record_that_comes_twice_is_one(draft: Snapshot, by: User) -> None:
    bare = replace(SAP, validation_number=None)
    add_reading(draft, reading(bare), Source.of_paste("a page"), by=by, at=AT)
    add_reading(draft, reading(SAP, SITTING), Source.of_paste("another"), by=by, at=AT)
    held = held_records(draft)
    assert [(each.record, each.evidence_numbers) for each in held] == [
        (SAP, (1, 2)),
        (SITTING, (2,)),
    ]
    assert Snapshot.objects.get(pk=draft.pk).record_count == 2


def test_what_was_pasted_is_kept_word_by_word(draft: Snapshot, by: User) -> None:
    text = "SAP-C02\t812\tPass\r\n  試験履歴  "
    add_reading(draft, reading(SITTING), Source.of_paste(text), by=by, at=AT)
    (evidence,) = draft.evidence.all()
    assert evidence_text(evidence) == text
    assert "812" not in evidence.sealed_text
    assert (evidence.number, evidence.size) == (1, len(text.encode()))


def test_sources_that_disagree_store_nothing_until_a_person_chooses(
    draft: Snapshot, by: User
) -> None:
    add_record(draft, SAP, by=by, at=AT)
    other = reading(replace(SAP, expires_on=date(2030, 1, 1)), SITTING)
    with pytest.raises(Undecided):
        add_reading(draft, other, Source.of_paste("x"), by=by, at=AT)
    assert records_of(draft) == [SAP]
    assert not draft.evidence.exists()
    choices = {(0, 0): Side.FOUND}
    add_readings(draft, [(other, Source.of_paste("x"))], choices=choices, by=by, at=AT)
    assert records_of(draft) == [replace(SAP, expires_on=date(2030, 1, 1)), SITTING]


def test_a_sealed_snapshot_refuses_every_change(draft: Snapshot, by: User) -> None:
    add_record(draft, SAP, by=by, at=AT)
    sealed = seal_snapshot(draft, by=by, at=AT)
    attempts = [
        lambda: add_record(sealed, SITTING, by=by, at=AT),
        lambda: add_reading(sealed, reading(SITTING), Source.of_paste("x"), by=by, at=AT),
        lambda: change_record(sealed, 1, SITTING, by=by, at=AT),
        lambda: remove_record(sealed, 1, by=by, at=AT),
        lambda: declare_empty(sealed, empty=False, by=by, at=AT),
        lambda: seal_snapshot(sealed, by=by, at=AT),
        lambda: discard_draft(sealed, by=by, at=AT),
    ]
    for attempt in attempts:
        with pytest.raises(SnapshotSealed):
            attempt()
    assert records_of(sealed) == [SAP]


def test_a_stale_page_can_not_add_to_what_was_sealed_meanwhile(draft: Snapshot, by: User) -> None:
    stale = Snapshot.objects.get(pk=draft.pk)
    add_record(draft, SAP, by=by, at=AT)
    seal_snapshot(draft, by=by, at=AT)
    with pytest.raises(SnapshotSealed):
        add_record(stale, SITTING, by=by, at=AT)


def test_the_fingerprint_tells_the_records_and_not_their_order(move: Move) -> None:
    one = make_snapshot(move, Role.SOURCE, Phase.BEFORE, SAP, SITTING)
    two = make_snapshot(move, Role.DESTINATION, Phase.BEFORE, SITTING, SAP)
    three = make_snapshot(move, Role.SOURCE, Phase.BEFORE, SAP)
    assert one.fingerprint == two.fingerprint != three.fingerprint
    assert len(one.fingerprint) == 64


def test_an_empty_snapshot_is_sealed_only_when_declared_empty(draft: Snapshot, by: User) -> None:
    with pytest.raises(SnapshotEmpty):
        seal_snapshot(draft, by=by, at=AT)
    declare_empty(draft, empty=True, by=by, at=AT)
    assert seal_snapshot(draft, by=by, at=AT).is_sealed


def test_an_account_with_records_is_not_empty(draft: Snapshot, by: User) -> None:
    add_record(draft, SAP, by=by, at=AT)
    with pytest.raises(SnapshotNotEmpty):
        declare_empty(draft, empty=True, by=by, at=AT)


def test_a_record_takes_the_declaration_back(draft: Snapshot, by: User) -> None:
    declare_empty(draft, empty=True, by=by, at=AT)
    add_record(draft, SAP, by=by, at=AT)
    assert not Snapshot.objects.get(pk=draft.pk).declared_empty


def test_a_correction_is_a_new_snapshot_and_the_old_one_stays(move: Move, by: User) -> None:
    old = make_snapshot(move, Role.SOURCE, Phase.BEFORE, SAP, VOUCHER)
    new = correct_snapshot(old, by=by, at=AT)
    assert records_of(new) == [SAP, VOUCHER]
    assert [evidence_text(each) for each in new.evidence.all()] == ["a page"]
    change_record(new, 1, SITTING, by=by, at=AT)
    sealed = seal_snapshot(new, by=by, at=AT)
    assert records_of(old) == [SAP, VOUCHER]
    assert sealed.corrects == old
    assert current_snapshot(move.source, Phase.BEFORE) == sealed


def test_starting_twice_leads_to_the_same_draft(move: Move, draft: Snapshot, by: User) -> None:
    assert start_snapshot(move.source, Phase.BEFORE, by=by, at=AT) == draft
    started = Event.objects.filter(kind=Event.Kind.SNAPSHOT_STARTED)
    assert started.count() == 1


def test_the_after_snapshot_waits_for_the_merge(move: Move, by: User) -> None:
    with pytest.raises(TooEarlyForAfter):
        start_snapshot(move.destination, Phase.AFTER, by=by, at=AT)


def test_the_snapshots_of_a_verified_move_stay_as_they_are(
    move: Move, draft: Snapshot, by: User
) -> None:
    add_record(draft, SAP, by=by, at=AT)
    move.merge_request.__class__.objects.filter(pk=move.pk).update(status="verified")
    with pytest.raises(AlreadyVerified):
        seal_snapshot(draft, by=by, at=AT)
    fresh = Move.objects.get(pk=move.pk)
    with pytest.raises(AlreadyVerified):
        start_snapshot(fresh.destination, Phase.BEFORE, by=by, at=AT)


def test_a_removed_record_is_gone_and_its_number_names_nothing(draft: Snapshot, by: User) -> None:
    number = add_record(draft, SAP, by=by, at=AT)
    remove_record(draft, number, by=by, at=AT)
    assert records_of(draft) == []
    with pytest.raises(NoSuchRecord):
        change_record(draft, number, SAP, by=by, at=AT)


def test_a_paste_of_noise_does_not_fill_the_database(draft: Snapshot, by: User) -> None:
    noise = [replace(VOUCHER, code=f"CODE{n:06}") for n in range(5001)]
    with pytest.raises(TooManyRecords):
        add_reading(draft, reading(*noise), Source.of_paste("x"), by=by, at=AT)
    assert records_of(draft) == []


def test_every_act_is_in_the_time_line_in_order(draft: Snapshot, by: User) -> None:
    add_record(draft, SAP, by=by, at=AT)
    change_record(draft, 1, replace(SAP, validation_number=None), by=by, at=AT)
    seal_snapshot(draft, by=by, at=AT)
    events = draft.account.move.events.filter(snapshot=draft).order_by("number")
    assert [event.kind for event in events] == [
        "snapshot_started",
        "record_typed",
        "record_changed",
        "snapshot_sealed",
    ]
    numbers = list(draft.account.move.events.order_by("number").values_list("number", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
