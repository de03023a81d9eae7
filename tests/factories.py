"""Factories without surprises: each makes one row, and only what it needs."""

from datetime import UTC, datetime
from typing import Any

import factory
from factory.django import DjangoModelFactory

from migrations_tracker.core.accounts import Phase, Role
from migrations_tracker.core.reading import Found, Reading, SourceKind
from migrations_tracker.core.records import Record
from migrations_tracker.models import Move, Snapshot, User
from migrations_tracker.moves.acts import change_account, start_move
from migrations_tracker.snapshots.acts import declare_empty, seal_snapshot, start_snapshot
from migrations_tracker.snapshots.contents import Source, add_reading

AT = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


class UserFactory(DjangoModelFactory[User]):
    class Meta:
        model = User

    email = factory.Sequence(lambda n: f"person{n}@example.com")
    first_name = "Taro"
    last_name = factory.Sequence(lambda n: f"Yamada {n}")


def make_move(owner: User, **details: Any) -> Move:
    """A move with both accounts named, as ``start_move`` makes it."""
    details.setdefault("person_name", "Taro Yamada")
    move = start_move(owner=owner, by=owner, at=AT, **details)
    for role, address in (
        (Role.SOURCE, "taro.yamada@example.co.jp"),
        (Role.DESTINATION, "taro.personal@example.com"),
    ):
        account = move.accounts.get(role=role)
        version = Move.objects.get(pk=move.pk).version
        change_account(account, {"login_email": address}, version=version, by=owner, at=AT)
    return Move.objects.get(pk=move.pk)


def make_snapshot(
    move: Move, role: Role, phase: Phase, *records: Record, seal: bool = True
) -> Snapshot:
    """A snapshot that holds ``records``, or is declared empty when there are none."""
    account = move.accounts.get(role=role)
    snapshot = start_snapshot(account, phase, by=move.owner, at=AT)
    if records:
        found = tuple(Found(record=record) for record in records)
        reading = Reading(kind=SourceKind.PORTAL_PAGE, found=found)
        add_reading(snapshot, reading, Source.of_paste("a page"), by=move.owner, at=AT)
    else:
        declare_empty(snapshot, empty=True, by=move.owner, at=AT)
    return seal_snapshot(snapshot, by=move.owner, at=AT) if seal else snapshot
