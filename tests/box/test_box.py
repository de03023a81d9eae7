"""The child takes files apart; whatever a file does to it, the parent goes on."""

import subprocess
from datetime import date, datetime, time
from typing import Any

import pytest

from migrations_tracker.box.extracted import Extracted
from migrations_tracker.box.parent import Job, extract
from migrations_tracker.core.sources.file_kinds import FileKind
from tests.box import files

CERTIFICATE = "Rohan Mehta\nAWS Certified Security - Specialty\nFeb 21, 2024\nFeb 21, 2027"


def opened(kind: FileKind, data: bytes) -> Extracted:
    (answer,) = extract([Job(kind, data)])
    return answer


def refusal(kind: FileKind, data: bytes) -> str:
    answer = opened(kind, data)
    assert answer.refused is not None
    assert answer.text == ""
    return str(answer.refused)


def test_the_text_and_title_of_a_pdf_come_out() -> None:
    answer = opened(FileKind.PDF, files.pdf(CERTIFICATE, "second page", title="A certificate"))
    assert answer.refused is None
    assert answer.text.split("\n") == [*CERTIFICATE.split("\n"), "second page"]
    assert answer.title == "A certificate"


def test_a_pdf_that_only_forbids_printing_opens() -> None:
    assert "Rohan Mehta" in opened(FileKind.PDF, files.encrypted_pdf(CERTIFICATE, "")).text


def test_a_pdf_with_a_password_is_refused_with_advice() -> None:
    assert "password" in refusal(FileKind.PDF, files.encrypted_pdf(CERTIFICATE, "secret"))


def test_a_scan_is_refused_as_a_picture() -> None:
    assert "no text" in refusal(FileKind.PDF, files.pdf(""))


def test_a_book_is_refused_by_its_pages() -> None:
    assert "201 pages" in refusal(FileKind.PDF, files.pdf(*["x"] * 201))


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.4\nnothing more",
        b"%PDF-1.7\n" + bytes(range(256)) * 50,
        files.pdf(CERTIFICATE)[:300],
    ],
    ids=["header only", "noise", "cut off"],
)
def test_a_broken_pdf_is_refused(data: bytes) -> None:
    assert refusal(FileKind.PDF, data)


def test_a_pdf_that_inflates_without_end_is_refused() -> None:
    bomb = files.bomb_pdf()
    assert len(bomb) < 500_000
    assert refusal(FileKind.PDF, bomb)


def test_the_cells_of_every_sheet_come_out_with_the_lines_of_the_text() -> None:
    data = files.xlsx(
        {
            "Exams": [["Exam", "Date"], ["SAA-C03", date(2024, 8, 4)], [], ["late", 812.0]],
            "予約": [[datetime.fromisoformat("2026-12-05T09:30"), time(9, 30), True, None, 3.5]],
        }
    )
    answer = opened(FileKind.ZIP, data)
    assert answer.text.split("\n") == [
        "=== Exams ===",
        "Exam\tDate\t\t\t"[:9],
        "SAA-C03\t2024-08-04",
        "",
        "late\t812",
        "=== 予約 ===",
        "2026-12-05 09:30\t09:30\tTrue\t\t3.5",
    ]
    assert [(row.line, row.sheet) for row in answer.rows] == [
        (2, "Exams"),
        (3, "Exams"),
        (5, "Exams"),
        (7, "予約"),
    ]


def test_a_formula_is_noted_and_not_evaluated() -> None:
    answer = opened(FileKind.ZIP, files.xlsx({"A": [["x", "=1+1"], ["=HYPERLINK()"]]}))
    read = [(row.cells, row.formulas) for row in answer.rows]
    assert read == [(("x", ""), (1,)), (("",), (0,))]


def test_a_workbook_that_unpacks_without_end_is_refused_by_its_directory() -> None:
    bomb = files.bomb_xlsx()
    assert len(bomb) < 2_000_000
    assert "50 MB" in refusal(FileKind.ZIP, bomb)


def test_a_workbook_of_too_many_rows_is_refused() -> None:
    assert "5000 rows" in refusal(FileKind.ZIP, files.xlsx({"A": [["x"]] * 5_001}))
    assert opened(FileKind.ZIP, files.xlsx({"A": [["x"]] * 5_000})).refused is None


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (files.zip_of(word__document_dot_xml=b"<x/>"), "Word document"),
        (files.zip_of(content_dot_xml=b"<x/>"), "Save it as .xlsx"),
        (files.zip_of(certificate_dot_pdf=b"%PDF-"), "Unpack it"),
        (b"PK\x03\x04 and then nothing of the kind", "damaged archive"),
        (files.zip_of(xl__workbook_dot_xml=b"<broken"), "damaged"),
    ],
)
def test_other_archives_are_told_what_to_do(data: bytes, said: str) -> None:
    assert said in refusal(FileKind.ZIP, data)


def test_a_file_that_ends_the_child_is_refused_and_the_others_are_read() -> None:
    good = Job(FileKind.PDF, files.pdf(CERTIFICATE))
    greedy = Job(FileKind.HTML, b"<p>" + b"x" * 9_000_000)
    answers = extract([good, Job(FileKind.PDF, files.bomb_pdf()), greedy, good])
    assert [answer.refused is None for answer in answers] == [True, False, False, True]


def test_a_child_that_lingers_is_ended_by_the_clock_and_the_rest_goes_on() -> None:
    job = Job(FileKind.PDF, files.pdf(CERTIFICATE))
    answers = extract([job, job], wall_seconds=0.001)
    assert ["takes too long" in str(answer.refused) for answer in answers] == [True, True]
    assert extract([job])[0].refused is None


def test_ten_files_cost_one_child(monkeypatch: pytest.MonkeyPatch) -> None:
    started = []
    start = subprocess.Popen

    def counted(*arguments: Any, **options: Any) -> Any:
        started.append(arguments)
        return start(*arguments, **options)

    monkeypatch.setattr(subprocess, "Popen", counted)
    answers = extract([Job(FileKind.PDF, files.pdf(f"{CERTIFICATE}\n{i}")) for i in range(10)])
    assert [answer.text[-1] for answer in answers] == list("0123456789")
    assert len(started) == 1


def test_no_files_start_no_child() -> None:
    assert extract([]) == []
