"""Files in a bucket: stored sealed, read back, backed up, deleted; a bucket that is away is told.

The server, the commands and the bucket are processes of their own; between them stands a door.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from tests.faults.bucket import Bucket, a_bucket
from tests.faults.installation import copy_of, environment, run
from tests.faults.test_storage import JA, Place, assert_a_page_that_helps, place

CERTIFICATE = b"%PDF-1.4 a certificate with CANARYCODE99"
ROWS = b"Certification,Earned on\nAWS Certified Cloud Practitioner,2024-03-25\n"


@pytest.fixture(scope="module")
def bucket() -> Iterator[Bucket]:
    with a_bucket() as made:
        yield made


@pytest.fixture(autouse=True)
def open_and_empty(bucket: Bucket) -> None:
    bucket.door.open, bucket.door.most_bytes = True, None
    bucket.empty()


def attach(it: Place, content: bytes = CERTIFICATE) -> int:
    form: dict[str, object] = {"certification": "AWS Certified Cloud Practitioner"}
    address = f"/moves/{it.move}/certificates/new/"
    brought = {"file": ("c.pdf", content)}
    return it.server.ask(address, form, session=it.session, files=brought).status


def certificates(it: Place) -> list[str]:
    page = it.read().text
    return sorted(set(re.findall(r"/certificates/[0-9a-f-]{36}/(?!remove)", page)))


def keep_a_dropped_file(it: Place) -> None:
    """As a person does: preview, then "keep these"."""
    brought = {"documents": ("mine.csv", ROWS)}
    draft = f"/snapshots/{it.draft}"
    page = it.server.ask(f"{draft}/preview/", {"text": ""}, session=it.session, files=brought).text
    batch = re.search(r'name="batch" value="([0-9a-f-]{36})"', page)
    assert batch, page
    form: dict[str, object] = {"batch": batch[1], "text": ""}
    assert it.server.ask(f"{draft}/keep/", form, session=it.session).status == 302


def told(data: Path, *command: str, **more: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "manage.py", *command],
        env=environment(data, **more),
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_files_lie_sealed_in_the_bucket_and_come_back_as_they_were(
    data: Path, bucket: Bucket
) -> None:
    with place(data, **bucket.settings) as it:
        assert attach(it) == 302
        keep_a_dropped_file(it)
        (address,) = certificates(it)
        answer = it.server.ask(address, session=it.session)
        assert (answer.status, answer.text) == (200, CERTIFICATE.decode())
        dropped = it.server.ask(f"/snapshots/{it.draft}/evidence/1/", session=it.session)
        assert (dropped.status, dropped.text) == (200, ROWS.decode())
        stored = bucket.content()
        assert len(stored) == 2
        assert all(key.startswith(f"evidence/{it.move}/") for key in stored)
        assert not any(b"CANARY" in each or b"Practitioner" in each for each in stored.values())
        assert not (data / "evidence").exists()
        assert it.server.ask(f"{address}remove/", {}, session=it.session).status == 302
        assert len(bucket.content()) == 1


def test_a_bucket_that_is_away_is_told_and_then_used_again(data: Path, bucket: Bucket) -> None:
    with place(data, **bucket.settings) as it:
        assert attach(it) == 302
        (address,) = certificates(it)
        bucket.door.shut()
        page = it.server.ask(address, session=it.session)
        japanese = it.server.ask(address, session=it.session, **JA)
        assert_a_page_that_helps(page, "files gone", japanese)
        assert attach(it, b"%PDF-1.4 another") == 503
        assert it.read().status == 200, "what needs no file goes on"
        assert len(certificates(it)) == 1
        assert "storage files gone" in it.server.said()
        bucket.door.open = True
        assert it.server.ask(address, session=it.session).text == CERTIFICATE.decode()
        assert attach(it, b"%PDF-1.4 another") == 302
        assert len(certificates(it)) == len(bucket.content()) == 2


def test_a_file_that_is_cut_off_on_its_way_is_nowhere(data: Path, bucket: Bucket) -> None:
    large = b"%PDF-1.4 " + bytes(range(256)) * 8_000
    with place(data, **bucket.settings) as it:
        bucket.door.shut()  # connections that are open already have no limit
        bucket.door.open, bucket.door.most_bytes = True, 500_000
        assert attach(it, large) == 503
        assert certificates(it) == []
        assert bucket.content() == {}
        bucket.door.most_bytes = None
        assert attach(it, large) == 302
        assert attach(it, large) == 422, "it is there already, and so its row"


def test_a_backup_takes_the_files_along_and_a_restore_puts_them_back(
    data: Path, bucket: Bucket, tmp_path: Path, original: Path
) -> None:
    backup, elsewhere = tmp_path / "b.zip", copy_of(original, tmp_path / "elsewhere")
    with place(data, **bucket.settings) as it:
        assert attach(it) == 302
        keep_a_dropped_file(it)
    before = bucket.content()
    run(data, "manage.py", "backup", str(backup), **bucket.settings)
    assert b"CANARY" not in backup.read_bytes()
    # From the bucket to a folder, and back into an empty bucket.
    run(elsewhere, "manage.py", "restore", str(backup))
    assert "as it was written" in run(elsewhere, "manage.py", "verify")
    bucket.empty()
    code, said = told(data, "verify", **bucket.settings)
    assert (code, said.count(": missing")) == (1, 2)
    run(data, "manage.py", "restore", str(backup), "--replace", **bucket.settings)
    assert bucket.content() == before
    assert "as it was written" in run(data, "manage.py", "verify", **bucket.settings)


def test_a_backup_or_a_restore_without_the_bucket_changes_nothing(
    data: Path, bucket: Bucket, tmp_path: Path
) -> None:
    with place(data, **bucket.settings) as it:
        assert attach(it) == 302
    backup, later = tmp_path / "b.zip", tmp_path / "later.zip"
    run(data, "manage.py", "backup", str(backup), **bucket.settings)
    before = (data / "certmove.sqlite3").read_bytes()
    bucket.door.shut()
    for command in (("backup", str(later)), ("restore", str(backup), "--replace"), ("verify",)):
        code, said = told(data, *command, **bucket.settings)
        assert code == 1
        assert "The bucket that CERTMOVE_FILES names does not work" in said
        assert "Traceback" not in said
    assert (data / "certmove.sqlite3").read_bytes() == before
    assert not later.exists()
    bucket.door.open = True
    run(data, "manage.py", "restore", str(backup), "--replace", **bucket.settings)


def test_a_bucket_that_nobody_made_is_told_before_the_server_starts(
    data: Path, bucket: Bucket
) -> None:
    wrong = bucket.settings | {"CERTMOVE_FILES": bucket.named("no-such-bucket")}
    code, said = told(data, "prepare", **wrong)
    assert code == 1
    assert "certmove can't reach its files (s3://no-such-bucket/" in said
    assert "NoSuchBucket" in said
    assert "Traceback" not in said
