"""Files that are added or deleted at the worst moment of a backup."""

from pathlib import Path

import pytest
from pytest_django import Settings

from migrations_tracker.backups.making import back_up
from migrations_tracker.backups.restoring import restore
from migrations_tracker.backups.verifying import faults
from migrations_tracker.evidence.files import evidence_storage, keep_file
from migrations_tracker.models import Evidence, Snapshot, Upload, User
from tests.backups.conftest import contents, files
from tests.backups.meddling import MeddlingStorage
from tests.factories import AT

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def last(lived_in: User, settings: Settings) -> Upload:
    """The file at whose reading something happens: files of evidence were looked for by then."""
    meddling = {
        **settings.STORAGES["evidence"],
        "BACKEND": "tests.backups.meddling.MeddlingStorage",
    }
    settings.STORAGES = {**settings.STORAGES, "evidence": meddling}
    return Upload.objects.get()


def add_a_file(snapshot: Snapshot) -> Evidence:
    place, digest = keep_file(snapshot.account.move_id, b"%PDF-1.4 came late")
    return Evidence.objects.create(
        snapshot=snapshot,
        number=99,
        kind="certificate",
        name="late.pdf",
        stored_as=place,
        sha256=digest,
        size=18,
        added_at=AT,
    )


def test_a_file_that_comes_while_files_are_copied_is_in_it(last: Upload, tmp_path: Path) -> None:
    snapshot = Snapshot.objects.filter(state="draft")[0]
    MeddlingStorage.meddlers = {last.stored_as: lambda: add_a_file(snapshot) and None}
    back_up(tmp_path / "b.zip", at=AT)
    before, files_before = contents(), files()
    assert b"%PDF-1.4 came late" in files_before.values()
    restore(tmp_path / "b.zip", replace=True)
    assert (contents(), files()) == (before, files_before)
    assert list(faults()) == []


def test_a_file_that_goes_after_the_rows_were_copied_is_no_damage(
    last: Upload, tmp_path: Path
) -> None:
    """Its row is in the copy, it is not: the rows are copied once more."""
    snapshot = Snapshot.objects.filter(state="draft")[0]

    def come_and_go() -> None:
        late = add_a_file(snapshot)

        def go() -> None:
            Evidence.objects.filter(pk=late.pk).delete()
            evidence_storage().delete(late.stored_as)

        MeddlingStorage.meddlers[late.stored_as] = go

    MeddlingStorage.meddlers = {last.stored_as: come_and_go}
    made = back_up(tmp_path / "b.zip", at=AT)
    assert (made.damaged, made.files) == ([], 2)
    restore(tmp_path / "b.zip", replace=True)
    assert list(faults()) == []
    assert not Evidence.objects.filter(number=99).exists()
