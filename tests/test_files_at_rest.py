"""Dropped files and certificates lie encrypted in the storage, each bound to its place."""

import io
from base64 import b64encode
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from migrations_tracker.backups.making import back_up
from migrations_tracker.backups.restoring import restore
from migrations_tracker.backups.verifying import faults
from migrations_tracker.encryption import KeyLost
from migrations_tracker.evidence.certificates import attach_certificate
from migrations_tracker.evidence.files import (
    FileAltered,
    evidence_storage,
    keep_file,
    put_sealed,
    sealed_file,
    stored_file,
)
from migrations_tracker.evidence.sealed_files import HEAD_BYTES, key_of_file
from migrations_tracker.models import CertificateFile, User
from tests.factories import AT, make_move

OLD = "old:" + b64encode(b"o" * 32).decode()
NEW = "new:" + b64encode(b"n" * 32).decode()
CONTENT = b"%PDF-1.4 discount code CANARYCODE99"


@pytest.fixture
def file(alice: User, settings: Settings, tmp_path: Path) -> CertificateFile:
    """One file, in a folder of its own, under the key "old"."""
    folder = {**settings.STORAGES["evidence"]["OPTIONS"], "location": tmp_path / "evidence"}
    evidence = {**settings.STORAGES["evidence"], "OPTIONS": folder}
    settings.STORAGES = {**settings.STORAGES, "evidence": evidence}
    settings.CERTMOVE_ENC_KEYS = OLD
    return attach_certificate(
        make_move(alice), certification="AWS", name="c.pdf", content=CONTENT, by=alice, at=AT
    )


def on_disk(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def rotated() -> list[str]:
    out = io.StringIO()
    call_command("rotate_keys", stdout=out)
    return out.getvalue().splitlines()


def test_nothing_of_a_file_lies_in_the_storage_in_the_clear(
    file: CertificateFile, tmp_path: Path
) -> None:
    assert b"CANARYCODE99" not in on_disk(tmp_path)
    assert b"PDF" not in on_disk(tmp_path)
    assert stored_file(file.stored_as, file.sha256) == CONTENT
    assert file.size == len(CONTENT)


def test_the_head_that_is_looked_at_holds_the_longest_name_of_a_key(
    file: CertificateFile, settings: Settings
) -> None:
    settings.CERTMOVE_ENC_KEYS = f"{'k' * 32}:{OLD.partition(':')[2]}"
    place, _ = keep_file(file.move_id, b"another")
    assert key_of_file(sealed_file(place)[:HEAD_BYTES]) == "k" * 32


@pytest.mark.parametrize("harm", [lambda raw: raw[:-1], lambda raw: raw[:30], lambda raw: b""])
def test_a_file_that_was_cut_is_not_handed_out(file: CertificateFile, harm: object) -> None:
    put_sealed(file.stored_as, harm(sealed_file(file.stored_as)))  # type: ignore[operator]
    with pytest.raises(FileAltered):
        stored_file(file.stored_as, file.sha256)


def test_each_bit_of_a_file_counts(file: CertificateFile) -> None:
    raw = sealed_file(file.stored_as)
    for place in range(len(raw)):
        put_sealed(file.stored_as, raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :])
        with pytest.raises((FileAltered, KeyLost)):
            stored_file(file.stored_as, file.sha256)


def test_a_file_opens_at_its_own_place_alone(file: CertificateFile) -> None:
    other = f"{make_move(file.move.owner).pk}/{file.sha256}"
    put_sealed(other, sealed_file(file.stored_as))
    with pytest.raises(FileAltered):
        stored_file(other, file.sha256)


def test_a_file_from_before_files_were_sealed_still_opens_and_is_sealed_by_a_rotation(
    file: CertificateFile, tmp_path: Path
) -> None:
    evidence_storage().save(file.stored_as, ContentFile(CONTENT))
    assert stored_file(file.stored_as, file.sha256) == CONTENT
    assert rotated()[0] == "0 texts and 1 files were encrypted anew."
    assert b"CANARYCODE99" not in on_disk(tmp_path)
    assert stored_file(file.stored_as, file.sha256) == CONTENT


def test_after_a_rotation_files_open_without_the_old_key(
    file: CertificateFile, settings: Settings
) -> None:
    settings.CERTMOVE_ENC_KEYS = f"{NEW},{OLD}"
    assert rotated() == [
        "0 texts and 1 files were encrypted anew.",
        "new: 1 (writes)",
        "old: 0 (no longer needed)",
    ]
    settings.CERTMOVE_ENC_KEYS = NEW
    assert stored_file(file.stored_as, file.sha256) == CONTENT
    before = sealed_file(file.stored_as)
    assert rotated()[0] == "0 texts and 0 files were encrypted anew."
    assert sealed_file(file.stored_as) == before


def test_without_its_key_a_file_is_named_and_stays_as_it_is(
    file: CertificateFile, settings: Settings, client: Client
) -> None:
    before = sealed_file(file.stored_as)
    settings.CERTMOVE_ENC_KEYS = NEW
    with pytest.raises(CommandError, match=f"Stored file {file.stored_as}: .*key old"):
        rotated()
    assert sealed_file(file.stored_as) == before
    (fault,) = faults()
    assert f"stored file {file.stored_as}: " in fault
    assert "key old" in fault
    client.force_login(file.move.owner)
    answer = client.get(reverse("moves:certificate", args=[file.pk]))
    assert answer.status_code == 503
    assert "old" in answer.text


@pytest.mark.django_db(transaction=True)
def test_a_backup_holds_files_sealed_and_a_restore_asks_for_their_key(
    file: CertificateFile, settings: Settings, tmp_path: Path
) -> None:
    backup = tmp_path / "b.zip"
    back_up(backup, at=AT)
    assert b"CANARYCODE99" not in backup.read_bytes()
    settings.CERTMOVE_ENC_KEYS = NEW
    with pytest.raises(Exception, match="key old is missing"):
        restore(backup, replace=True)
    settings.CERTMOVE_ENC_KEYS = f"{NEW},{OLD}"
    evidence_storage().delete(file.stored_as)
    restore(backup, replace=True)
    assert stored_file(file.stored_as, file.sha256) == CONTENT


@pytest.mark.django_db(transaction=True)
def test_a_file_whose_key_is_lost_is_backed_up_as_it_is(
    file: CertificateFile, settings: Settings, tmp_path: Path
) -> None:
    settings.CERTMOVE_ENC_KEYS = NEW
    made = back_up(tmp_path / "b.zip", at=AT)
    assert (made.files, made.damaged) == (1, [])
