"""Labels, states and notes in places where they are easily taken for something else."""

from datetime import date

import pytest

from migrations_tracker.core.reading import SourceKind
from migrations_tracker.core.records import ExamResult, RegistrationStatus
from tests.core.pages.reading import doubtful_lines, read_lines

DEVELOPER = "DVA-C02: AWS Certified Developer - Associate"


def test_past_exams_with_time_place_and_what_became_of_them_are_bookings() -> None:
    row = "30-Oct-2026\t10:00 AM\tOnline Proctored (OnVUE)\t0086-9975-0021"
    reading = read_lines(
        "Past Exams", f"{DEVELOPER}\t{row}\tCanceled", f"{DEVELOPER}\t{row}\tCompleted"
    )
    (found,) = reading.registrations
    assert found.status is RegistrationStatus.CANCELLED
    assert [ignored.reason for ignored in reading.ignored] == ["past_appointment"]
    assert not reading.exams


def test_past_exams_with_results_are_the_exam_history() -> None:
    row = "30-Oct-2026\t10:00 AM\tOnline Proctored (OnVUE)\tPass"
    reading = read_lines("Past Exams", f"{DEVELOPER}\t{row}")
    assert [e.result for e in reading.exams] == [ExamResult.PASS]


@pytest.mark.parametrize("label", ["Val. no.", "Val no.", "Validation No.", "validation no"])
def test_a_label_that_ends_in_a_dot_needs_no_colon(label: str) -> None:
    line = f"Date earned 2023-06-10 | Expires 2026-12-01 | {label} 4MZ0R8WJ1TCX7LDP"
    reading = read_lines("My Certifications", "AWS Certified Cloud Practitioner", line)
    assert [c.validation_number for c in reading.certifications] == ["4MZ0R8WJ1TCX7LDP"]


@pytest.mark.parametrize("state", ["Active", "Expired"])
def test_a_state_in_brackets_before_the_name_is_its_state(state: str) -> None:
    reading = read_lines(
        "My Certifications", f"[{state}] AWS Certified Cloud Practitioner", "Earned 2023-06-10"
    )
    assert [(c.certification, c.status) for c in reading.certifications] == [("CLF", state.lower())]


def test_a_score_in_brackets_behind_the_result_is_read() -> None:
    line = "January 24, 2026\tAWS Certified Cloud Practitioner\tFail (Score: 627)"
    (exam,) = read_lines("Exam History", "Exam date\tExam\tResult", line).exams
    assert (exam.result, exam.score) == (ExamResult.FAIL, 627)


def test_the_new_expiration_counts_and_the_old_one_does_not() -> None:
    reading = read_lines(
        "Certification status",
        "AWS Certified Cloud Practitioner",
        *("Earned on", "07 May 2023", "Expires on", "07 May 2026"),
        *("Recertified", "20 Mar 2026", "New expiration", "20 Mar 2029"),
    )
    (found,) = reading.certifications
    assert (found.earned_on, found.expires_on) == (date(2023, 5, 7), date(2029, 3, 20))
    assert reading.understood


def test_there_are_no_exams_says_that_a_page_is_empty() -> None:
    reading = read_lines("Scheduled Exams", "There are no scheduled exams at this time.")
    assert reading.kind is SourceKind.PORTAL_PAGE
    assert not reading.leftovers


def test_a_language_cut_at_its_bracket_is_no_part_of_the_name() -> None:
    lines = ("Exam history", "SCS-C03 - AWS Certified Security - Specialty (English)", "2026-11-14")
    assert [e.name for e in read_lines(*lines).exams] == ["AWS Certified Security - Specialty"]


@pytest.mark.parametrize(
    "lines",
    [
        ("Practice and training", "AWS Certified Cloud Practitioner\tCLF", "SAP-C02\tSAP"),
        ("Please review the programme:", "", "This decision is final.", "AWS Certified Security"),
    ],
)
def test_a_text_without_a_heading_that_only_names_things_gives_no_record(
    lines: tuple[str, ...],
) -> None:
    reading = read_lines(*lines)
    assert not reading.records
    assert reading.kind is SourceKind.UNKNOWN


def test_a_sentence_with_a_day_in_it_is_no_benefit() -> None:
    reading = read_lines(
        "Dear Taro,",
        "We are writing about your request of November 9, 2026 on the programme.",
        "Unexpired benefits will be transferred.",
    )
    assert not reading.records


def test_a_benefit_without_a_heading_is_one_by_its_name_and_state() -> None:
    reading = read_lines("50% discount on your next exam\tABC-1234\tAvailable\t2028-01-01")
    assert [b.code for b in reading.benefits] == ["ABC-1234"]


@pytest.mark.parametrize(
    ("heading", "columns", "passed", "failed"),
    [
        (
            "Historique des examens",
            "Code de l\u2019examen\tNom de l'examen\tDate\tNote\tRésultat",
            "18 février 2025\t741\tRéussite",
            "30 août 2025\t690\tÉchec",
        ),
        (
            "Prüfungsverlauf",
            "Prüfungscode\tPrüfungsname\tPrüfungsdatum\tPunktzahl\tErgebnis",
            "18. Februar 2025\t741\tBestanden",
            "30. August 2025\t690\tNicht bestanden",
        ),
    ],
)
def test_an_exam_history_in_another_language_of_the_portal_is_read(
    heading: str, columns: str, passed: str, failed: str
) -> None:
    name = "CLF-C02\tAWS Certified Cloud Practitioner"
    reading = read_lines(heading, columns, f"{name}\t{passed}", f"{name}\t{failed}")
    assert [(e.taken_on, e.score, e.result) for e in reading.exams] == [
        (date(2025, 2, 18), 741, ExamResult.PASS),
        (date(2025, 8, 30), 690, ExamResult.FAIL),
    ]
    assert reading.understood


@pytest.mark.parametrize(
    ("word", "result"),
    [("合", "pass"), ("否", "fail"), ("Failure", "fail"), ("불합격", "fail"), ("通过", "pass")],
)
def test_a_short_or_translated_result_is_known(word: str, result: str) -> None:
    reading = read_lines("Exam History", f"{DEVELOPER}\t2025-06-09\t{word}")
    assert [e.result for e in reading.exams] == [result]


@pytest.mark.parametrize(
    "lines",
    [
        ("시험 기록", "시험 코드\t시험명\t시험일\t점수\t결과", "2025년 6월 9일", "합격"),
        ("考试历史记录", "考试代码\t考试名称\t考试日期\t分数\t结果", "2025年6月9日", "通过"),
        ("考試記錄", "考試代碼\t考試名稱\t考試日期\t分數\t結果", "2025年6月9日", "通過"),
    ],
)
def test_korean_and_chinese_pages_are_read(lines: tuple[str, str, str, str]) -> None:
    heading, head, day, word = lines
    reading = read_lines(heading, head, f"DVA-C02\tDeveloper - Associate\t{day}\t801\t{word}")
    found = [(e.exam_code, e.taken_on, e.score, e.result) for e in reading.exams]
    assert found == [("DVA-C02", date(2025, 6, 9), 801, ExamResult.PASS)]
    assert reading.understood


NOTES = ("# AWS", "## 1. 受験", "- DVA-C02 2025/06/09 合格 801", "", "## 2. 特典")


def test_numbered_headings_of_notes_part_them() -> None:
    reading = read_lines(*NOTES, "- 50% discount / code: QX7Z1M4T9P / 2029/05/16 まで / claimed")
    assert [e.exam_code for e in reading.exams] == ["DVA-C02"]
    assert [b.code for b in reading.benefits] == ["QX7Z1M4T9P"]


def test_below_a_heading_of_something_else_the_part_before_is_over() -> None:
    within = read_lines(
        "## Exam history", "- SAP-C02 2025/07/01", "### Later", "- SOA-C02 2025/08/02"
    )
    beyond = read_lines(
        "## Exam history", "- SAP-C02 2025/07/01", "## Wishes", "- SOA-C02 2025/08/02"
    )
    assert [e.exam_code for e in within.exams] == ["SAP-C02", "SOA-C02"]
    assert [e.exam_code for e in beyond.exams] == ["SAP-C02"]
    assert doubtful_lines(beyond) == [4]


def test_what_a_translating_browser_adds_is_no_record_and_no_doubt() -> None:
    added = ("Original text", "Rate this translation")
    reading = read_lines("Exam History", f"{DEVELOPER}\t2025-06-09\tPassing", *added)
    assert len(reading.exams) == 1
    assert not reading.leftovers
