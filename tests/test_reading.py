"""The one entrance: what is brought is told by its content, and nothing brings it down."""

import hashlib
import json
import zlib
from datetime import date

import pytest

from migrations_tracker.core.dates import DateOrder
from migrations_tracker.core.reading import ProblemKind, Reading, SourceKind
from migrations_tracker.core.records import Holder, RecordType
from migrations_tracker.reading.as_json import readings_from_json, records_to_export
from migrations_tracker.reading.entrance import FileReading, read_files, read_text
from tests.box import files
from tests.core.sources.badges import SAA, badge, page

PAGE = (
    "Exam History\nExam code\tExam name\tExam date\tScore\tResult\n"
    "SAP-C02\tAWS Certified Solutions Architect - Professional\tAugust 4, 2024\t812\tPass\n"
)
HTML = (
    "<!doctype html><html><head><title>x</title></head><body><h2>Exam History</h2><table>"
    "<tr><th>Exam code</th><th>Exam name</th><th>Exam date</th><th>Score</th><th>Result</th></tr>"
    "<tr><td>SAP-C02</td><td>AWS Certified Solutions Architect - Professional</td>"
    "<td>August 4, 2024</td><td>812</td><td>Pass</td></tr></table></body></html>"
)
MAIL = (
    "From: AWS <aws@example.com>\nTo: taro@example.co.jp\nSubject: Your case\n"
    "Message-ID: <1@example.com>\n\nI have successfully merged all accounts.\n"
)
BADGES = json.dumps(page(badge(SAA)))


def one(name: str, data: bytes | str) -> FileReading:
    (reading,) = read_files([(name, data.encode() if isinstance(data, str) else data)])
    return reading


def sentence(reading: Reading) -> str:
    assert reading.kind is SourceKind.UNREADABLE
    assert [p.problem for p in reading.problems] in (
        [ProblemKind.UNREADABLE_FILE],
        [ProblemKind.TOO_LONG],
    )
    return str(reading.problems[0].message)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (PAGE, SourceKind.PORTAL_PAGE),
        (HTML, SourceKind.PORTAL_PAGE),
        ("差出人: AWS\n件名: アカウントの統合\n\n完了しました。", SourceKind.MAIL),
        ("Hello Taro,\n\nI have successfully merged all accounts.\n", SourceKind.MAIL),
        (BADGES, SourceKind.CREDLY_BADGES),
        (MAIL, SourceKind.MAIL),
        ("Certification,Earned on\nSAA,2024-08-04\n", SourceKind.SPREADSHEET),
        ("Name\tEmail\tCertification\nTaro\tt@example.com\tSAA\n", SourceKind.PARTNER_EXPORT),
        (json.dumps(records_to_export(Holder(), (), with_codes=True)), SourceKind.CERTMOVE_EXPORT),
        ("Nothing of the kind is here.", SourceKind.UNKNOWN),
        ("", SourceKind.UNKNOWN),
        ('{"unknown": [1, 2]}', SourceKind.UNKNOWN),
        ('{"data": [{', SourceKind.UNREADABLE),
    ],
)
def test_a_paste_and_a_file_are_told_by_content_whatever_the_name(
    text: str, kind: SourceKind
) -> None:
    assert read_text(text).kind is kind
    if text:
        assert one("certificate.pdf", text).reading.kind is kind


def test_a_saved_page_and_its_copied_text_give_the_same_exams() -> None:
    assert read_text(HTML).exams == read_text(PAGE).exams != ()


def test_a_saved_web_archive_is_read_as_its_page() -> None:
    archive = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://example.com/\n"
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=X\n\n"
        f"--X\nContent-Type: text/html; charset=utf-8\n\n{HTML}\n--X--\n"
    )
    assert one("page.mhtml", archive).reading.exams == read_text(PAGE).exams


def test_json_that_a_browser_wrapped_in_a_page_is_read() -> None:
    wrapped = f"<html><head></head><body><pre>{BADGES}</pre></body></html>"
    assert one("badges.htm", wrapped).reading.certifications[0].certification == "SAA"


def test_a_mail_has_a_text_for_the_preview_and_no_records() -> None:
    found = one("x.eml", MAIL)
    assert found.reading == Reading(kind=SourceKind.MAIL)
    assert "successfully merged" in found.text


TO_ONESELF = "From: Taro <taro@example.com>\nTo: taro@example.com\nSubject: keep this\n\n"


@pytest.mark.parametrize("mark", ["", "> "])
def test_a_page_kept_in_a_mail_to_oneself_is_read_and_not_lost(mark: str) -> None:
    kept = TO_ONESELF + "".join(f"{mark}{line}\n" for line in PAGE.splitlines())
    for reading in (one("note.txt", kept).reading, read_text(kept)):
        assert reading.kind is SourceKind.PORTAL_PAGE
        assert reading.exams == read_text(PAGE).exams


def test_a_mail_that_only_mentions_an_exam_stays_a_mail() -> None:
    said = f"{TO_ONESELF}I passed SAP-C02 on August 4, 2024 with 812 points.\n"
    assert one("note.txt", said).reading.kind is SourceKind.MAIL


def test_a_workbook_of_the_partner_export_is_one() -> None:
    book = files.xlsx(
        {
            "Sheet1": [
                ["User Name", "Work Email", "Certificate Name", "Award Date", "Expiration Date"],
                [
                    "Taro",
                    "t@example.com",
                    "AWS Certified Cloud Practitioner",
                    date(2024, 8, 4),
                    None,
                ],
            ]
        }
    )
    (person,) = one("export.xlsx", book).reading.people
    assert person.certifications[0].earned_on == date(2024, 8, 4)


def test_a_workbook_with_a_sheet_for_each_kind() -> None:
    book = files.xlsx(
        {
            "Certifications": [["Name", "Earned"], ["SAA", date(2024, 8, 4)]],
            "Exams": [["Name", "Date"], ["SAA-C03", date(2024, 8, 4)]],
            "Benefits": [["Name", "Code"], ["50% discount", "=A1"]],
            "Notes": [["nothing much"]],
        }
    )
    reading = one("mine.xlsx", book).reading
    assert [len(x) for x in (reading.certifications, reading.exams, reading.benefits)] == [1, 1, 1]
    assert [p.problem for p in reading.problems] == [ProblemKind.FORMULA]
    assert [left.text for left in reading.leftovers] == ["nothing much"]


def test_a_note_beside_a_workbooks_table_takes_nothing_from_its_row() -> None:
    rows: list[list[object]] = [["Name", "Earned"], ["SAA", date(2024, 8, 4), "first try"]]
    reading = one("mine.xlsx", files.xlsx({"Certifications": rows})).reading
    assert reading.certifications[0].earned_on == date(2024, 8, 4)
    assert [(i.name, i.reason) for i in reading.ignored] == [("3", "unknown_column")]


def test_the_name_kept_is_the_base_name_and_the_hash_is_of_the_bytes() -> None:
    found = one("C:\\Users\\taro\\history.txt", PAGE)
    assert (found.name, found.sha256) == ("history.txt", hashlib.sha256(PAGE.encode()).hexdigest())


def test_what_the_person_says_settles_section_and_dates() -> None:
    rows = "SAA-C03\tAWS Certified Solutions Architect - Associate\t8/4/2024\t812\tPass\n"
    given = read_text(rows, section=RecordType.EXAM, date_order=DateOrder.DAY_FIRST)
    assert given.exams[0].taken_on == date(2024, 4, 8)


def test_characters_that_were_lost_are_pointed_out_at_their_line() -> None:
    data = PAGE.encode() + "\n受験者 山田太郎の試験履歴".encode()[:-1]
    problems = one("x.txt", data).reading.problems
    assert (problems[0].problem, problems[0].line) == (ProblemKind.DECODED_WITH_LOSSES, 5)


@pytest.mark.parametrize("encoding", ["utf-16", "cp932", "euc_jp", "iso2022_jp", "utf-8-sig"])
def test_a_page_is_read_in_every_encoding(encoding: str) -> None:
    text = PAGE.replace("Pass", "合格").replace("Exam History", "試験履歴")
    reading = one("x.txt", text.encode(encoding)).reading
    assert reading.exams[0].score == 812
    assert reading.understood


def test_a_badge_inside_its_picture_is_read() -> None:
    item = {"recipient": {}, "badge": {"name": SAA}, "issuedOn": "2024-08-04"}
    chunk = b"openbadges\x00\x01\x00\x00\x00" + zlib.compress(json.dumps(item).encode())
    png = b"\x89PNG\r\n\x1a\n" + len(chunk).to_bytes(4, "big") + b"iTXt" + chunk + b"\x00" * 4
    reading = one("badge.png", png).reading
    assert (reading.kind, reading.certifications[0].certification) == (SourceKind.OPEN_BADGE, "SAA")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"\x00" * 50, "empty"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500, "old version of Office"),
        (bytes(range(256)) * 20, "no file that certmove knows"),
        (b"x" * 10_000_001, "larger than 10 MB"),
        (b"a\n" * 100_001, "more than 100000 lines"),
        (b"[" * 1_000_000, "nested too deeply"),
        (b'{"a":' * 1_000_000, "nested too deeply"),
        (b"<p>" + b"x" * 5_000_001, "larger than 5 MB"),
        (b"word " * 200_001, "longer than 1000000 characters"),
        ("ﷺ".encode() * 100_000, "characters that no page"),
        (("ﷺ" * 100 + "\n").encode() * 3_000, "characters that no page"),
    ],
)
def test_what_cannot_be_read_gets_a_sentence(data: bytes, said: str) -> None:
    assert said in sentence(one("x", data).reading)


def test_a_paste_that_is_too_long_gets_a_sentence() -> None:
    assert "longer than" in sentence(read_text("x" * 1_000_001))


def test_the_fifty_first_file_gets_a_sentence_and_the_fifty_are_read() -> None:
    found = read_files([(f"{i}.json", BADGES.encode()) for i in range(51)])
    assert [f.reading.kind for f in found[:50]] == [SourceKind.CREDLY_BADGES] * 50
    assert "50 files" in sentence(found[50].reading)


MARKS = "\u0300\u0316" * 100_000


@pytest.mark.parametrize(
    "data",
    [
        b"<div>" * 300_000,
        b"<!--" * 400_000,
        b"<table>" + b"<tr><td>1" * 200_000,
        b"<html>" + b"&" * 1_000_000,
        ("<p>a" + MARKS).encode(),
        MARKS.encode(),
        ("SAA-C03\tPass\t2024-08-04 " + MARKS).encode(),
        "ﷺ".encode() * 100_000,
        ("a\u202e" * 100_000).encode(),
        b"From: a@example.com\nMessage-ID: <1>\nSubject: " + b"=?utf-8?q?a?= " * 20_000 + b"\n\nx",
        b"From: a@example.com\nMessage-ID: <1>\nTo: " + b"<" * 40_000 + b"\n\nx",
        b"MIME-Version: 1.0\nMessage-ID: <1>\nContent-Type: multipart/mixed; boundary=a\n\n"
        + b"--a\nContent-Type: multipart/mixed; boundary=a\n\n" * 2_000,
        b'"' * 500_000,
        b"Certification,Earned on\n" + b'"a,' * 200_000,
        b"Certification,Earned on\n" + b"a" * 500_000,
        b"1/1/2024 " * 100_000,
        b"AWS Certified " * 70_000,
        b"9" * 500_000,
        b"%PDF-1.4\n" + b"1 0 obj\n<<" * 50_000,
        b"[[[{" * 50_000,
    ],
    ids=lambda data: repr(data[:24]),
)
def test_hostile_files_end_in_a_reading(data: bytes) -> None:
    found = one("x", data)
    assert found.reading.kind in SourceKind
    found.text.encode("utf-8")


def test_what_was_exported_comes_back_through_the_entrance() -> None:
    records = read_text(PAGE).records
    text = json.dumps(records_to_export(Holder(name="Taro"), records, with_codes=True))
    assert read_text(text).records == records
    assert [reading.records for reading in readings_from_json(text)] == [records]


def test_files_beyond_what_one_drop_may_hold_are_asked_for_separately() -> None:
    long = ("long.txt", b"a line of words that says nothing\n" * 90_000 + b"x" * 6_000_000)
    readings = read_files([long, long, ("page.txt", PAGE.encode())])
    assert "Bring this one separately" in sentence(readings[1].reading)
    assert [len(each.reading.found) for each in readings] == [0, 0, 1]
