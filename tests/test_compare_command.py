"""`manage.py compare`: the verdict, JSON and exit status that scripts rely on."""

import io
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from migrations_tracker.core.records import (
    BenefitStatus,
    Certification,
    CertificationStatus,
    Holder,
    Record,
)
from migrations_tracker.core.sources.certmove_export import export
from migrations_tracker.core.sources.record_json import lists_of_records
from tests.records import BOOKED, ONE_OF_EACH, SAP, SITTING, VOUCHER

PAGE = Certification(
    certification="SAP",
    name="AWS 認定ソリューションアーキテクト – プロフェッショナル",
    earned_on=date(2024, 8, 4),
    status=CertificationStatus.ACTIVE,
)
DOCUMENT = replace(SAP, status=None)


def printed(*records: Record, **fields: object) -> dict[str, Any]:
    """One object of the list that `read --json` prints."""
    notes: dict[str, Any] = {name: [] for name in ("people", "problems", "leftovers", "ignored")}
    holder = {"name": None, "candidate_id": None}
    lists = lists_of_records(records)
    return {"file": "a", "kind": "portal_page", "holder": holder, **lists, **notes, **fields}


def saved(folder: Path, name: str, content: object) -> str:
    path = folder / name
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return str(path)


def run(*arguments: str) -> tuple[str, int]:
    out = io.StringIO()
    try:
        call_command("compare", *arguments, stdout=out)
    except SystemExit as ended:
        return out.getvalue(), int(str(ended.code))
    return out.getvalue(), 0


def compared(folder: Path, before: Sequence[object], after: object) -> tuple[dict[str, Any], int]:
    names = [saved(folder, f"before{place}.json", one) for place, one in enumerate(before)]
    text, status = run(*names, "--after", saved(folder, "after.json", after), "--json")
    return json.loads(text), status


def test_everything_that_arrived_is_complete(tmp_path: Path) -> None:
    answer, status = compared(tmp_path, [[printed(*ONE_OF_EACH)]], [printed(*ONE_OF_EACH)])
    assert (answer["verdict"], status) == ("complete", 0)
    assert [finding["kind"] for finding in answer["findings"]] == ["arrived"] * 4


def test_a_finding_has_the_promised_shape(tmp_path: Path) -> None:
    renewed = replace(SAP, expires_on=date(2030, 8, 4))
    answer, _ = compared(tmp_path, [[printed(SAP)]], [printed(renewed)])
    before = {
        "certification": "SAP",
        "name": "AWS Certified Solutions Architect - Professional",
        "earned_on": "2024-08-04",
        "expires_on": "2027-08-04",
        "status": "active",
        "validation_number": "6B4ZLPBKTXN24N6F",
    }
    assert answer == {
        "verdict": "complete",
        "findings": [
            {
                "kind": "changed",
                "record": "certification",
                "harmless": True,
                "before": before,
                "after": {**before, "expires_on": "2030-08-04"},
                "fields": ["expires_on"],
            }
        ],
    }


def test_what_is_missing_makes_it_incomplete(tmp_path: Path) -> None:
    answer, status = compared(tmp_path, [[printed(SAP, SITTING)]], [printed(SAP)])
    assert (answer["verdict"], status) == ("incomplete", 1)
    (missing,) = (one for one in answer["findings"] if one["kind"] == "missing")
    assert missing["record"] == "exam"
    assert missing["after"] is None
    assert missing["harmless"] is False


def test_a_change_for_the_worse_stays_open(tmp_path: Path) -> None:
    used = replace(VOUCHER, status=BenefitStatus.USED)
    answer, status = compared(tmp_path, [[printed(VOUCHER)]], [printed(used)])
    assert (answer["verdict"], status) == ("open", 1)


def test_all_objects_of_one_file_are_one_account(tmp_path: Path) -> None:
    """A certificate and the page about it show one certification, each with its own details."""
    before = [[printed(PAGE), printed(DOCUMENT), printed(SITTING)]]
    answer, status = compared(tmp_path, before, [printed(SAP, SITTING)])
    assert status == 0
    certification, _ = answer["findings"]
    assert certification["before"]["validation_number"] == SAP.validation_number
    assert certification["before"]["status"] == "active"


def test_several_files_are_several_accounts(tmp_path: Path) -> None:
    """The same voucher twice in one account is two vouchers; in two accounts it is one."""
    plain = replace(VOUCHER, code=None)
    answer, _ = compared(tmp_path, [[printed(plain, plain)]], [printed(plain)])
    assert answer["verdict"] == "incomplete"
    answer, _ = compared(tmp_path, [[printed(plain)], [printed(plain)]], [printed(plain)])
    assert answer["verdict"] == "complete"


def test_where_sources_disagree_the_first_counts(tmp_path: Path) -> None:
    other = replace(SAP, expires_on=date(2026, 8, 4))
    answer, _ = compared(tmp_path, [[printed(SAP), printed(other)]], [printed(SAP)])
    assert [finding["kind"] for finding in answer["findings"]] == ["arrived"]
    answer, _ = compared(tmp_path, [[printed(other), printed(SAP)]], [printed(SAP)])
    assert [finding["fields"] for finding in answer["findings"]] == [["expires_on"]]


def test_a_name_without_a_code_is_recognised(tmp_path: Path) -> None:
    nameless = replace(PAGE, certification=None)
    answer, status = compared(tmp_path, [[printed(nameless)]], [printed(SAP)])
    assert status == 0
    assert answer["findings"][0]["before"]["certification"] == "SAP"


def test_one_object_alone_and_an_export_are_read_too(tmp_path: Path) -> None:
    exported = export(Holder(), (SAP, BOOKED))
    answer, status = compared(tmp_path, [printed(SAP), exported], exported)
    assert (answer["verdict"], status) == ("complete", 0)


def test_an_account_that_was_empty_loses_nothing(tmp_path: Path) -> None:
    answer, status = compared(tmp_path, [[]], [printed(SAP)])
    assert (answer["verdict"], status) == ("complete", 0)
    assert [finding["kind"] for finding in answer["findings"]] == ["new"]


def test_rows_of_many_people_need_a_name(tmp_path: Path) -> None:
    rows = [
        {"name": "Taro", "email": "taro@example.co.jp", "masked": False, "certifications": own}
        for own in (lists_of_records((SAP,))["certifications"], [])
    ]
    rows[1]["email"] = "hanako@example.co.jp"
    before = saved(tmp_path, "before.json", [printed(people=rows)])
    after = saved(tmp_path, "after.json", [printed(SAP)])
    with pytest.raises(CommandError, match="Say whose rows count with --person ADDRESS") as failed:
        run(before, "--after", after)
    assert failed.value.returncode == 2
    answer = json.loads(
        run(before, "--after", after, "--person", "Taro@example.co.jp", "--json")[0]
    )
    assert [finding["kind"] for finding in answer["findings"]] == ["arrived"]


def test_the_text_shows_losses_first_and_ends_with_the_verdict(tmp_path: Path) -> None:
    before = saved(tmp_path, "before.json", [printed(SAP, SITTING)])
    after = saved(tmp_path, "after.json", [printed(replace(SAP, expires_on=None))])
    text, status = run(before, "--after", after)
    assert status == 1
    assert text.splitlines() == [
        "! changed: certification, AWS Certified Solutions Architect - Professional (2024-08-04)",
        "    Expires on: 2027-08-04 -> -",
        "! missing: exam, AWS Certified Solutions Architect - Professional (2024-08-04)",
        "0 of 2 records are as they were.",
        "Not everything has arrived: records are missing.",
    ]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "is not what `read --json` prints"),
        ("{}", "is not what `read --json` prints"),
        ('[{"verdict": "complete", "findings": []}]', "is not what `read --json` prints"),
        ('[{"kind": "portal_page", "exams": [', "breaks off or is damaged"),
        ("[" * 5000, "nested too deeply"),
        ('[{"exams": [{"name": "SAP", "taken_on": "soon"}]}]', "kind exam cannot be read"),
    ],
    ids=["nothing", "no lists", "an answer", "cut", "deep", "no date"],
)
def test_a_file_that_cannot_be_read_is_named_with_a_remedy(
    content: str, sentence: str, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text(content)
    with pytest.raises(CommandError, match=sentence) as failed:
        run(str(bad), "--after", saved(tmp_path, "after.json", [printed(SAP)]))
    assert "bad.json: " in str(failed.value)
    assert failed.value.returncode == 2


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"nowhere\.json could not be opened") as failed:
        run(str(tmp_path / "nowhere.json"), "--after", saved(tmp_path, "after.json", []))
    assert failed.value.returncode == 2
