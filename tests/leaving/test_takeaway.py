"""A person's ZIP: complete, readable, and without codes unless they were asked for."""

import csv
import io
import json
import zipfile
from hashlib import sha256

import pytest
from django.core.files.base import ContentFile
from django.utils import translation

from migrations_tracker.core.accounts import Phase, Role
from migrations_tracker.core.records import Benefit
from migrations_tracker.evidence.files import evidence_storage
from migrations_tracker.models import Evidence, Move, User
from migrations_tracker.reading.as_json import readings_from_json
from migrations_tracker.records.of_snapshots import held_records
from migrations_tracker.snapshots.acts import current_snapshot
from migrations_tracker.takeaway.contents import everything_of
from migrations_tracker.takeaway.names import safe_name
from migrations_tracker.takeaway.rows import owned_by
from migrations_tracker.takeaway.tables import table_csv
from tests.factories import AT

CODE = "7Q2M9XK4B1"  # of the sample's benefits page
MOVE = "moves/01 Alice Ishikawa"


def taken(person: User, *, with_codes: bool = False, language: str = "en") -> dict[str, bytes]:
    with translation.override(language):
        content = b"".join(everything_of(person, with_codes=with_codes, at=AT))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_all_that_belongs_to_a_person_is_in_it(alice: User) -> None:
    files = taken(alice)
    move = Move.objects.get(owner=alice)
    rows = json.loads(files[f"{MOVE}/move.json"])
    for model, path in owned_by(Move):
        count = model._base_manager.filter(**{path: move.pk}).count()
        assert len(rows[model._meta.model_name]) == count > 0, model
    names = [name.removeprefix(f"{MOVE}/") for name in files]
    assert {"timeline.csv", "deadlines.ics", "report.html", "report.json"} <= set(names)
    assert [name for name in names if name.endswith(".eml")] == ["mails/003 received mail.eml"]
    assert len([name for name in names if name.endswith("records.json")]) == 4
    assert files[f"{MOVE}/certificates/01 1.pdf"] == b"%PDF-1.4 of 1"
    assert "石川さん" in files[f"{MOVE}/mails/003 received.txt"].decode()
    account = json.loads(files["account.json"])
    assert account["account"]["email"] == "alice.ishikawa@example.com"
    assert {"emailaddress", "authenticator", "calendarfeed", "invitation"} <= set(account)


def test_nothing_of_anybody_else_and_no_secret_is_in_it(alice: User) -> None:
    whole = b"\n".join(taken(alice, with_codes=True).values())
    assert b"Bob" not in whole
    assert b"Yamada" not in whole
    assert alice.password.encode() not in whole
    assert b"v1:" not in whole  # nothing encrypted
    assert b"token_hash" not in whole


def test_codes_are_in_it_only_when_asked_for(alice: User) -> None:
    drop_a_page_with_a_code(alice)
    without, with_codes = taken(alice), taken(alice, with_codes=True)
    assert [name for name, content in without.items() if CODE.encode() in content] == []
    assert len([name for name, content in with_codes.items() if CODE.encode() in content]) >= 8
    told = without["README.txt"].decode()
    assert "benefits.html: shows benefit codes" in told
    assert any(name.endswith("benefits.html") for name in with_codes)
    assert "can use them" in with_codes["README.txt"].decode()


def drop_a_page_with_a_code(alice: User) -> None:
    """A file as evidence of a benefit, as if it had been dropped and kept."""
    account = Move.objects.get(owner=alice).accounts.get(role=Role.SOURCE)
    sealed = current_snapshot(account, Phase.BEFORE)
    assert sealed
    numbers = next(h.evidence_numbers for h in held_records(sealed) if _has_code(h.record))
    place = f"{account.move_id}/page"
    evidence_storage().save(place, ContentFile(CODE.encode()))
    page = Evidence.objects.filter(snapshot=sealed, number=numbers[0])
    page.update(stored_as=place, name="benefits.html", sha256=sha256(CODE.encode()).hexdigest())


def test_its_records_read_back_without_loss(alice: User) -> None:
    files = taken(alice, with_codes=True)
    account = Move.objects.get(owner=alice).accounts.get(role=Role.SOURCE)
    sealed = current_snapshot(account, Phase.BEFORE)
    assert sealed
    name = f"{MOVE}/snapshots/01 source before sealed/records.json"
    (reading,) = readings_from_json(files[name].decode())
    expected = [each.record for each in held_records(sealed)]
    assert sorted(map(repr, reading.records)) == sorted(map(repr, expected))


def test_a_stored_file_that_is_damaged_is_told_and_the_rest_goes_along(alice: User) -> None:
    file = Move.objects.get(owner=alice).certificate_files.get(name="1.pdf")
    evidence_storage().delete(file.stored_as)
    files = taken(alice)
    assert f"{MOVE}/certificates/01 1.pdf" not in files
    assert f"{MOVE}/certificates/02 2.pdf" in files
    assert "certificates/01 1.pdf: The stored file is no longer" in files["README.txt"].decode()


def test_it_speaks_the_persons_language(alice: User) -> None:
    files = taken(alice, language="ja")
    assert '<html lang="ja">' in files[f"{MOVE}/report.html"].decode()
    assert files["README.txt"].decode().startswith("certmove が")


def test_tables_start_no_formula_in_a_spreadsheet_program() -> None:
    table = table_csv(["a", "b", "c"], [["=1+1", "@x", "-2"], ["plain", None, 3]])
    rows = list(csv.reader(io.StringIO(table.decode("utf-8-sig"))))
    assert rows[1:] == [["'=1+1", "'@x", "'-2"], ["plain", "", "3"]]


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "etc passwd"),
        ("C:\\temp\\証明書.pdf", "C temp 証明書.pdf"),
        ("con.txt", "_con.txt"),
        ("\u202egpj.exe", "gpj.exe"),
        ("...", "file"),
        ("", "file"),
        ("x" * 300 + ".pdf", "x" * 71 + ".pdf"),
    ],
)
def test_names_unpack_on_every_system(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def _has_code(record: object) -> bool:
    return isinstance(record, Benefit) and bool(record.code)
