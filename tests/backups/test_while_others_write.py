"""Others write meanwhile: what was acknowledged before is in a backup, and nothing by half."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.backends.sqlite3.base import DatabaseWrapper
from django.utils import timezone

from certmove.databases import database_of
from migrations_tracker.backups.database_copy import copy_database
from migrations_tracker.backups.making import back_up
from migrations_tracker.backups.restoring import restore
from migrations_tracker.backups.verifying import faults
from migrations_tracker.evidence.certificates import attach_certificate, remove_certificate
from migrations_tracker.models import Move, User
from migrations_tracker.moves.acts import start_move
from tests.factories import AT

WRITERS = 3


@contextmanager
def in_a_file(path: Path) -> Iterator[None]:
    """SQLite's test database is in memory, where locks are other ones: go on in a file."""
    if connection.vendor != "sqlite":
        yield
        return
    copy_database(path)
    described = database_of(f"sqlite:///{path}")
    complete = connections.configure_settings({DEFAULT_DB_ALIAS: described})[DEFAULT_DB_ALIAS]
    before, name = connections[DEFAULT_DB_ALIAS], connections.settings[DEFAULT_DB_ALIAS]
    connections[DEFAULT_DB_ALIAS] = DatabaseWrapper(complete, DEFAULT_DB_ALIAS)
    connections.settings[DEFAULT_DB_ALIAS] = complete
    try:
        yield
    finally:
        connections[DEFAULT_DB_ALIAS].close()
        connections[DEFAULT_DB_ALIAS] = before
        connections.settings[DEFAULT_DB_ALIAS] = name


class Writer(threading.Thread):
    """Starts moves, attaches files and takes some away, until it is told to stop."""

    def __init__(self, owner: User, number: int) -> None:
        super().__init__()
        self.owner, self.number = owner, number
        self.enough = threading.Event()
        self.some = threading.Event()
        self.acknowledged: list[tuple[Move, str]] = []

    def run(self) -> None:
        try:
            while not self.enough.is_set():
                self.acknowledged.append(self._write(len(self.acknowledged)))
                if len(self.acknowledged) >= 3:
                    self.some.set()
        finally:
            connection.close()

    def _write(self, number: int) -> tuple[Move, str]:
        name = f"Person {self.number} {number}"
        move = start_move(owner=self.owner, by=self.owner, at=AT, person_name=name)
        kept, gone = (
            attach_certificate(
                move,
                certification="AWS",
                name=kind,
                content=f"%PDF-1.4 {kind} of {name}".encode() * 500,
                by=self.owner,
                at=AT,
            )
            for kind in ("kept.pdf", "gone.pdf")
        )
        remove_certificate(gone, by=self.owner, at=AT)
        return move, kept.stored_as


@contextmanager
def busy(owner: User) -> Iterator[list[Writer]]:
    writers = [Writer(owner, number) for number in range(WRITERS)]
    for writer in writers:
        writer.start()
    try:
        assert all(writer.some.wait(60) for writer in writers)
        yield writers
    finally:
        for writer in writers:
            writer.enough.set()
        for writer in writers:
            writer.join()


def hold_a_backup_against_the_writers(owner: User, path: Path) -> None:
    with busy(owner) as writers:
        promised = [done for writer in writers for done in list(writer.acknowledged)]
        back_up(path, at=timezone.now())
        # They went on meanwhile, and still do.
        assert all(writer.is_alive() for writer in writers)
    after = Move.objects.count()
    restore(path, replace=True)
    assert list(faults()) == []
    known = set(Move.objects.values_list("pk", flat=True))
    assert {move.pk for move, _ in promised} <= known
    assert len(known) <= after
    for move, place in promised:
        assert [file.stored_as for file in move.certificate_files.all()] == [place]


def test_what_was_acknowledged_before_is_in_it_and_nothing_by_half(
    lived_in: User, tmp_path: Path
) -> None:
    with in_a_file(tmp_path / "live.sqlite3"):
        hold_a_backup_against_the_writers(lived_in, tmp_path / "b.zip")


@pytest.mark.long
def test_that_holds_many_times(lived_in: User, tmp_path: Path) -> None:
    with in_a_file(tmp_path / "live.sqlite3"):
        for number in range(30):
            hold_a_backup_against_the_writers(lived_in, tmp_path / f"{number}.zip")
