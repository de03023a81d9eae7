"""Looks whether everything that is kept is still as it was written: `manage.py verify`."""

from collections.abc import Iterator

from django.db import connection
from django.db.models import Count, F, Max
from django.db.utils import IntegrityError

from migrations_tracker.backups.stored_files import named_files, stored_places
from migrations_tracker.encryption import KeyLost, Tampered, decrypt
from migrations_tracker.evidence.files import FileAltered, evidence_storage, stored_file
from migrations_tracker.key_rotation import BATCH, PLACES
from migrations_tracker.models import Event, Mail, Move, Snapshot


def faults() -> Iterator[str]:
    """A sentence for each thing that is damaged or missing; none where all is well."""
    yield from _of_the_database()
    yield from _of_the_files()
    yield from _of_the_time_lines()
    yield from _of_encrypted_texts()


def orphans() -> set[str]:
    """Stored files that no row names: left behind by a crash, or on their way into a row."""
    return stored_places() - {file.place for file in named_files()}


def _of_the_database() -> Iterator[str]:
    """PostgreSQL guards its pages and references itself."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA integrity_check")
            yield from (f"database: {said}" for (said,) in cursor.fetchall() if said != "ok")
    try:
        connection.check_constraints()
    except IntegrityError as error:
        yield f"database: {error}"


def _of_the_files() -> Iterator[str]:
    for file in named_files():
        try:
            stored_file(file.place, file.sha256)
        except FileAltered:
            there = evidence_storage().exists(file.place)
            yield f"stored file {file.place}: {'altered' if there else 'missing'}"
        except KeyLost as error:
            yield f"stored file {file.place}: {error}"


def _of_the_time_lines() -> Iterator[str]:
    """Every move counts its events, and they are numbered from 1 without a gap."""
    found = Event.objects.values("move").annotate(rows=Count("pk"), last=Max("number"))
    broken = found.exclude(rows=F("move__event_count"), last=F("move__event_count"))
    yield from (f"time line of move {row['move']}: has a gap" for row in broken)
    silent = Move.objects.filter(event_count__gt=0, events=None)
    yield from (f"time line of move {pk}: is gone" for pk in silent.values_list("pk", flat=True))
    for column, model in (("snapshot", Snapshot), ("mail", Mail)):  # no constraint guards these
        named = Event.objects.exclude(**{column: None})
        lost = named.exclude(**{f"{column}__in": model.objects.values("pk")})
        yield from (
            f"time line of move {each.move_id}: line {each.number} names a {column} that is gone"
            for each in lost
        )


def _of_encrypted_texts() -> Iterator[str]:
    for place in PLACES:
        for row in place.rows().iterator(chunk_size=BATCH):
            try:
                for text, bound_to in place.texts(row).items():
                    decrypt(text, aad=bound_to)
            except (KeyLost, Tampered) as error:
                yield f"{place.name(row)}: {error}"
