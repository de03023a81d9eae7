"""`manage.py read`: the JSON and exit status that scripts rely on."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from tests.box import files
from tests.core.sources.badges import SAA, badge, page

CSV = (
    "User Name,Work Email,Certificate Name,Certificate Level,Award Date,Expiration Date\n"
    "Taro Yamada,taro@example.co.jp,AWS Certified Cloud Practitioner,Foundational,"
    "11/22/2020,08/14/2027\nxxxxxx,xxxxxx,AWS Certified Cloud Practitioner,Foundational,,\n"
)
PAGE = (
    "Exam History\nExam code\tExam name\tExam date\tScore\tResult\n"
    "SAP-C02\tAWS Certified Solutions Architect - Professional\tAugust 4, 2024\t812\tPass\n"
)


def read(*arguments: object) -> tuple[list[dict[str, Any]], int]:
    out = io.StringIO()
    try:
        call_command("read", *map(str, arguments), "--json", stdout=out)
    except SystemExit as ended:
        return json.loads(out.getvalue()), int(str(ended.code))
    return json.loads(out.getvalue()), 0


def saved(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_badges_come_out_in_the_promised_shape(tmp_path: Path) -> None:
    item = badge("AWS Knowledge: Serverless", "Learning")
    path = saved(tmp_path, "badges.json", json.dumps(page(badge(SAA), item)))
    (answer,), status = read(path)
    assert status == 0
    assert answer == {
        "file": "badges.json",
        "kind": "credly_badges",
        "holder": {"name": "TARO YAMADA", "candidate_id": None},
        "certifications": [
            {
                "certification": "SAA",
                "name": SAA,
                "earned_on": "2024-08-04",
                "expires_on": "2027-08-04",
                "status": None,
                "validation_number": None,
            }
        ],
        "exams": [],
        "benefits": [],
        "registrations": [],
        "people": [],
        "problems": [],
        "leftovers": [],
        "ignored": [{"name": "AWS Knowledge: Serverless", "reason": "not_a_certification"}],
    }


def test_people_stand_apart_in_a_partner_export(tmp_path: Path) -> None:
    (answer,), status = read(saved(tmp_path, "export.csv", CSV))
    assert status == 0
    assert answer["kind"] == "partner_export"
    assert answer["certifications"] == []
    assert [(p["name"], p["email"], p["masked"]) for p in answer["people"]] == [
        ("Taro Yamada", "taro@example.co.jp", False),
        (None, None, True),
    ]
    assert answer["people"][0]["certifications"][0]["earned_on"] == "2020-11-22"


def test_a_page_of_the_portal_gives_its_exams(tmp_path: Path) -> None:
    (answer,), status = read(saved(tmp_path, "history.txt", PAGE))
    assert (answer["kind"], status) == ("portal_page", 0)
    assert answer["exams"][0]["result"] == "pass"
    assert answer["exams"][0]["taken_on"] == "2024-08-04"


def test_a_table_of_bookings_prints_times_of_day(tmp_path: Path) -> None:
    text = "Exam,Appointment date,Time,Where\nSAP-C02,2026-12-05,9:30 AM,OnVUE\n"
    (answer,), status = read(saved(tmp_path, "mine.csv", text))
    assert (answer["kind"], status) == ("spreadsheet", 0)
    assert answer["registrations"][0]["time"] == "09:30"
    assert answer["registrations"][0]["date"] == "2026-12-05"


def test_something_to_look_at_is_status_one(tmp_path: Path) -> None:
    text = "Exam,Exam date,Result\nSAA-C03,8/4/2024,Pass\n"
    path = saved(tmp_path, "mine.csv", text)
    (answer,), status = read(path)
    assert status == 1
    assert [(p["line"], p["problem"]) for p in answer["problems"]] == [(2, "ambiguous_date")]
    assert answer["problems"][0]["message"]
    (settled,), status = read(path, "--dates", "day_first")
    assert (settled["exams"][0]["taken_on"], status) == ("2024-04-08", 0)


def test_a_file_that_cannot_be_read_is_status_two_and_the_others_are_read(tmp_path: Path) -> None:
    missing = tmp_path / "no such file.pdf"
    broken = saved(tmp_path, "broken.pdf", b"%PDF-1.7\n")
    answers, status = read(missing, saved(tmp_path, "export.csv", CSV), broken)
    assert status == 2
    assert [answer["file"] for answer in answers] == [
        "no such file.pdf",
        "export.csv",
        "broken.pdf",
    ]
    assert [answer["kind"] for answer in answers] == ["unreadable", "partner_export", "unreadable"]
    assert answers[2]["problems"][0]["problem"] == "unreadable_file"


def test_the_kind_said_settles_a_table_that_could_be_two_things(tmp_path: Path) -> None:
    path = saved(tmp_path, "mine.csv", "Title,Code,Date\nCloud Practitioner,CLF-C02,2026-12-05\n")
    (asked,), status = read(path)
    assert (asked["problems"][0]["problem"], status) == ("unknown_kind", 1)
    (told,), status = read(path, "--kind", "registration")
    assert (len(told["registrations"]), status) == (1, 0)


def test_without_json_it_prints_a_short_account(tmp_path: Path) -> None:
    out = io.StringIO()
    call_command("read", str(saved(tmp_path, "export.csv", CSV)), stdout=out)
    assert "export.csv: partner_export" in out.getvalue()
    assert "Taro Yamada" in out.getvalue()


def test_its_own_json_reads_back_the_same(tmp_path: Path) -> None:
    first, _ = read(saved(tmp_path, "history.txt", PAGE), saved(tmp_path, "export.csv", CSV))
    again, _ = read(saved(tmp_path, "printed.json", json.dumps(first)))
    assert again[0]["kind"] == "certmove_export"
    assert again[0]["exams"] == first[0]["exams"]
    assert again[0]["people"] == first[1]["people"]


def test_no_file_at_all_is_refused() -> None:
    with pytest.raises(CommandError):
        call_command("read")


def test_a_workbook_and_a_pdf_go_through_the_box(tmp_path: Path) -> None:
    book = files.xlsx({"試験履歴": [["Name", "Date", "Result"], ["SAA-C03", "2024-08-04", "合格"]]})
    (answer,), status = read(saved(tmp_path, "mine.xlsx", book))
    assert (answer["kind"], status) == ("spreadsheet", 0)
    assert answer["exams"][0]["exam_code"] == "SAA-C03"
