"""`manage.py verify` finds what was damaged, altered or lost, and what was left behind."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.db import connection

from migrations_tracker.backups.making import back_up
from migrations_tracker.backups.restoring import restore
from migrations_tracker.backups.verifying import faults, orphans
from migrations_tracker.evidence.files import evidence_storage
from migrations_tracker.models import CertificateFile, Event, Evidence, Move, User
from tests.factories import AT

pytestmark = pytest.mark.django_db(transaction=True)


def said() -> str:
    out = io.StringIO()
    call_command("verify", stdout=out)
    return out.getvalue()


def test_an_installation_that_is_well_is_said_to_be(lived_in: User) -> None:
    assert said() == "Everything is as it was written.\n"


def _alter_a_file() -> None:
    place = CertificateFile.objects.get().stored_as
    evidence_storage().delete(place)
    evidence_storage().save(place, ContentFile(b"another"))


def _drop_an_event() -> None:
    event = Event.objects.filter(number=2).first()
    assert event
    event.delete()


def _number_an_event_anew() -> None:
    last = Event.objects.order_by("-number").first()
    assert last
    Event.objects.filter(pk=last.pk).update(number=last.number + 1)


def _drop_a_time_line() -> None:
    Event.objects.filter(move=Move.objects.first()).delete()


def _exchange_two_texts() -> None:
    first, second = Evidence.objects.exclude(sealed_text="")[:2]
    Evidence.objects.filter(pk=first.pk).update(sealed_text=second.sealed_text)


DAMAGES: list[tuple[Callable[[], object], str]] = [
    (_alter_a_file, "altered"),
    (lambda: evidence_storage().delete(CertificateFile.objects.get().stored_as), "missing"),
    (_drop_an_event, "has a gap"),
    (_number_an_event_anew, "has a gap"),
    (_drop_a_time_line, "is gone"),
    (_exchange_two_texts, "belongs to another record"),
]


def test_each_damage_is_told_and_a_restore_mends_it(lived_in: User, tmp_path: Path) -> None:
    back_up(tmp_path / "b.zip", at=AT)
    for damage, sentence in DAMAGES:
        damage()
        (fault,) = faults()
        assert sentence in fault
        with pytest.raises(CommandError, match="1 faults"):
            said()
        restore(tmp_path / "b.zip", replace=True)
        assert list(faults()) == []


def test_a_reference_to_nothing_is_told(lived_in: User) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL itself refuses such a row")
    with connection.constraint_checks_disabled():
        Event.objects.filter(number=1).update(by_id=99999)
    assert any("99999" in fault for fault in faults())


def test_a_file_that_no_row_names_harms_nobody(lived_in: User) -> None:
    evidence_storage().save("left/behind", ContentFile(b"x"))
    assert orphans() == {"left/behind"}
    assert "1 stored files belong to no row" in said()
