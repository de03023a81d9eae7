"""Who leaves leaves nothing behind: no row, no file, no session, no trace in anybody's log."""

from pathlib import Path
from uuid import uuid4

import pytest
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.sessions.models import Session
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.db import connection, models
from django.test import Client
from pytest_django import Settings

from migrations_tracker.accounts import first_use
from migrations_tracker.accounts.people import NewPerson
from migrations_tracker.backups.database_copy import own_models
from migrations_tracker.backups.stored_files import stored_places
from migrations_tracker.backups.verifying import faults, orphans
from migrations_tracker.evidence.files import evidence_storage, sealed_file
from migrations_tracker.evidence.sealed_files import opened
from migrations_tracker.leaving.deletion import (
    MARKS,
    LastAdministrator,
    delete_move,
    delete_person,
    forget_files_of_deleted_moves,
    mark_deleted,
)
from migrations_tracker.models import Event, Move, SearchWord, User
from migrations_tracker.takeaway.rows import LEFT_OUT, owned_by
from tests.backups.test_while_others_write import in_a_file
from tests.factories import AT
from tests.leaving.conftest import TRACES

pytestmark = pytest.mark.django_db(transaction=True)

#: Every other way from a row to a person: what was done in moves of others, whose it was not.
STAYS_WITHOUT_A_NAME = {
    "migrations_tracker.certificatefile.added_by",
    "migrations_tracker.event.by",
    "migrations_tracker.evidence.added_by",
    "migrations_tracker.invitation.invited_by",
    "migrations_tracker.mail.recorded_by",
    "migrations_tracker.opening.opened_by",
    "migrations_tracker.settlement.by",
    "migrations_tracker.snapshot.sealed_by",
    "migrations_tracker.snapshot.started_by",
    "migrations_tracker.upload.uploaded_by",
    # The invitation itself goes, found by the person's addresses.
    "migrations_tracker.invitation.accepted_by",
}


def hers(owner: models.Model) -> dict[str, int]:
    """How many rows there are of each table that belongs to ``owner``."""
    owned = [*owned_by(type(owner)), *((model, _way(model, type(owner))) for model in LEFT_OUT)]
    return {
        model._meta.label: model._base_manager.filter(**{path: owner.pk}).count()
        for model, path in owned
        if path
    }


def _way(model: type[models.Model], owner: type[models.Model]) -> str:
    ways = {(LogEntry, User): "user", (SearchWord, User): "move__owner", (SearchWord, Move): "move"}
    return ways.get((model, owner), "")


def everything_kept() -> str:
    """Every value of every row, as text."""
    return "\n".join(
        str(row) for model in own_models() for row in model._base_manager.values_list()
    )


def sign_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    UserSession.objects.create(
        user=user,
        session_key=client.session.session_key,
        ip="127.0.0.1",
        user_agent="Alice Ishikawa's",
    )
    return client


def test_every_table_that_hangs_on_a_person_is_emptied_of_them(alice: User) -> None:
    """A new model fails here until the fixture fills it."""
    sign_in(alice)
    before = hers(alice)
    assert [table for table, count in before.items() if not count] == []
    pk = alice.pk
    delete_person(alice, at=AT)
    assert set(hers(User(pk=pk)).values()) == {0}


def test_every_other_way_to_a_person_is_known() -> None:
    """Where a row outlives whom it names, the name goes, and somebody has thought about it."""
    ways = {
        f"{model._meta.label_lower}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if field.related_model is User
        and getattr(field.remote_field, "on_delete", None) is not models.CASCADE
    }
    assert ways == STAYS_WITHOUT_A_NAME


def test_no_trace_is_left_in_any_row_or_file(alice: User) -> None:
    client = sign_in(alice)
    files = {place for place in stored_places() if content_of(place) != b"%PDF-1.4 Bob's"}
    assert len(files) == 3
    assert all(trace in everything_kept() for trace in TRACES)
    delete_person(alice, at=AT)
    kept = everything_kept()
    assert [trace for trace in TRACES if trace in kept] == []
    assert {content_of(place) for place in stored_places()} == {b"%PDF-1.4 Bob's"}
    assert list(Session.objects.all()) == []
    assert "login" in client.get("/")["Location"]
    assert (list(faults()), orphans()) == ([], set())


def test_no_trace_is_left_in_the_database_file_itself(alice: User, tmp_path: Path) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("what PostgreSQL leaves in its files is its VACUUM's to clear")
    file = tmp_path / "live.sqlite3"
    with in_a_file(file):
        assert b"alice.ishikawa" in file.read_bytes()
        delete_person(User.objects.get(pk=alice.pk), at=AT)
    left = b"".join(path.read_bytes() for path in tmp_path.glob("live.sqlite3*"))
    assert [trace for trace in TRACES if trace.encode() in left] == []


def content_of(place: str) -> bytes:
    return opened(sealed_file(place), place=place)


def test_what_she_did_for_others_stays_without_her_name(
    alice: User, bob_and_his_move: Move
) -> None:
    before = bob_and_his_move.events.count()
    delete_person(alice, at=AT)
    event = bob_and_his_move.events.get(kind=Event.Kind.MAIL_RECEIVED, subject="Bob's")
    assert (event.by, bob_and_his_move.events.count()) == (None, before)


def test_a_move_goes_alone_and_whole(alice: User, bob_and_his_move: Move) -> None:
    move = Move.objects.get(owner=alice)
    assert all(hers(move).values())
    receipt = delete_move(move, at=AT)
    assert receipt.amount.moves == 1
    assert receipt.amount.files == 3
    assert set(hers(move).values()) == {0}
    assert len(stored_places()) == 1
    assert LogEntry.objects.filter(object_id=str(move.pk)).count() == 0
    assert User.objects.filter(pk=alice.pk).exists()
    assert list(faults()) == []


def test_a_receipt_counts_and_names_nobody(alice: User) -> None:
    move = Move.objects.get(owner=alice)
    receipt = delete_person(alice, at=AT)
    said = f"{receipt} {receipt.amount.lines()}"
    assert not any(trace in said for trace in (*TRACES, str(move.pk)))
    assert receipt.amount.snapshots == 4
    assert "2 mails" not in said
    assert "1 move" in receipt.amount.lines()


class CutOffStorage(FileSystemStorage):
    """A storage from which nothing can be deleted, as if the machine had stopped just before."""

    def delete(self, name: str) -> None:
        raise OSError("the machine stops here")


def test_files_of_a_deletion_that_was_cut_off_go_at_the_next_start(
    alice: User, bob_and_his_move: Move, settings: Settings
) -> None:
    sound = settings.STORAGES
    backend = {**sound["evidence"], "BACKEND": f"{__name__}.CutOffStorage"}
    settings.STORAGES = {**sound, "evidence": backend}
    with pytest.raises(OSError, match="the machine stops here"):
        delete_person(User.objects.get(pk=alice.pk), at=AT)
    settings.STORAGES = sound
    assert not Move.objects.filter(owner=alice.pk).exists()
    mark_deleted([bob_and_his_move.pk])  # a deletion that was rolled back: it is still there
    assert len(stored_places()) == 6
    forget_files_of_deleted_moves()
    bobs = str(bob_and_his_move.pk)
    assert {place.partition("/")[0] for place in stored_places()} == {bobs, MARKS}
    assert len(stored_places()) == 2


def test_a_start_with_another_database_takes_no_file_away(
    bob_and_his_move: Move, settings: Settings
) -> None:
    """A typing error in DATABASE_URL finds an empty database beside the right one's files."""
    evidence_storage().save(f"{uuid4()}/other", ContentFile(b"of another database"))
    places = stored_places()
    settings.CERTMOVE_FILES = "/mnt/shared"
    forget_files_of_deleted_moves()
    assert stored_places() == places
    settings.CERTMOVE_FILES = ""

    Move.objects.all().delete()
    forget_files_of_deleted_moves()
    assert stored_places() == places


def test_the_last_administrator_needs_an_heir(alice: User, bob_and_his_move: Move) -> None:
    bob = bob_and_his_move.owner
    with pytest.raises(LastAdministrator):
        delete_person(bob, at=AT)
    assert Move.objects.filter(owner=bob).exists()
    User.objects.filter(pk=alice.pk).update(is_superuser=True, is_active=False)
    with pytest.raises(LastAdministrator):
        delete_person(bob, at=AT)  # who cannot sign in is no heir
    User.objects.filter(pk=alice.pk).update(is_active=True)
    delete_person(bob, at=AT)
    assert [each.pk for each in User.objects.all()] == [alice.pk]


def test_after_the_last_person_the_installation_is_as_new(db: None) -> None:
    new = NewPerson("First", "first@example.com", "correct horse battery staple", "en")
    first = first_use.open_installation(new, at=AT)
    assert not first_use.is_open()
    delete_person(first, at=AT)
    assert first_use.is_open()
