"""What is stored in few bytes comes back as it was, and nothing that is stored lacks its code."""

from uuid import UUID

import pytest
from django.db import connection
from django.utils import timezone

from migrations_tracker.backups.verifying import faults
from migrations_tracker.core.lifecycle import Status, moves_from
from migrations_tracker.events import record_event
from migrations_tracker.models import Event, Mail, Move, Snapshot, User
from migrations_tracker.models.event_codes import KINDS, STATUSES, STEPS
from tests.factories import make_move

pytestmark = pytest.mark.django_db


def stored(column: str, table: str) -> object:
    """As the database keeps it in the row that was made last."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM {table}")
        return cursor.fetchall()[-1][0]


def test_every_kind_step_and_status_has_a_code_of_its_own() -> None:
    for codes, words in (
        (KINDS, {str(each) for each in Event.Kind}),
        (STEPS, {each.name for status in Status for each in moves_from(status)}),
        (STATUSES, {str(each) for each in Status}),
    ):
        assert set(codes) == words
        assert len(set(codes.values())) == len(codes)
        assert not set(codes.values()) & words


def test_an_event_comes_back_as_it_was_written_and_is_found_by_its_words(alice: User) -> None:
    move, at = make_move(alice), timezone.now()
    changes = {"employer": ["", "例の会社"]}
    record_event(
        move, Event.Kind.TRANSITION, by=None, at=at, changes=changes,
        move_made="submit", old_status="preparing", new_status="requested",
    )  # fmt: skip
    event = Event.objects.get(move=move, move_made="submit", new_status__in=["requested"])
    assert (event.kind, event.old_status, event.changes) == ("transition", "preparing", changes)
    assert event.get_kind_display() == "Step made"
    assert stored("kind", "migrations_tracker_event") == "tr"


def test_a_word_without_a_code_is_stored_as_it_is(alice: User) -> None:
    move = make_move(alice)
    record_event(move, Event.Kind.TRANSITION, by=None, at=timezone.now(), move_made="something")
    assert Event.objects.get(move=move, move_made="something").kind == "transition"


def test_an_event_without_changes_takes_no_room_for_them(alice: User) -> None:
    record_event(make_move(alice), Event.Kind.STARTED, by=None, at=timezone.now())
    assert stored("changes", "migrations_tracker_event") is None
    assert Event.objects.order_by("pk").last().changes == {}


def test_an_id_takes_sixteen_bytes_and_is_found_by_its_digits(alice: User) -> None:
    move = make_move(alice)
    kept = stored("id", "migrations_tracker_move")
    assert kept in (move.pk.bytes, move.pk)  # PostgreSQL has a type for it
    assert isinstance(move.pk, UUID)
    assert Move.objects.get(pk=str(move.pk)) == Move.objects.get(pk=move.pk.hex) == move


@pytest.mark.parametrize("model", [Snapshot, Mail])
def test_verify_tells_of_a_time_line_that_names_what_is_gone(model: type, alice: User) -> None:
    move, column = make_move(alice), model.__name__.lower()
    gone = UUID(int=1) if model is Snapshot else 77
    Event.objects.filter(move=move).update(**{f"{column}_id": gone})
    assert any(f"names a {column} that is gone" in each for each in faults())
