"""Headings that ask a question, that serve two kinds of rows, or that AWS's pages use."""

from datetime import date

import pytest

from migrations_tracker.core.reading import ProblemKind
from migrations_tracker.core.records import BenefitStatus, ExamResult
from tests.core.sources.test_spreadsheets import problems, read


@pytest.mark.parametrize(
    ("heading", "cell", "status"),
    [
        ("Used?", "yes", BenefitStatus.USED),
        ("Used?", "no", BenefitStatus.AVAILABLE),
        ("Claimed", "Y", BenefitStatus.CLAIMED),
        ("使用済み", "はい", BenefitStatus.USED),
        ("Used?", "used", BenefitStatus.USED),
    ],
)
def test_a_heading_that_asks_for_a_state_is_answered_with_yes_or_no(
    heading: str, cell: str, status: BenefitStatus
) -> None:
    (found,) = read(f"Benefit,Discount code,{heading}\n50% off,ABC-1234,{cell}\n").benefits
    assert found.status is status


def test_an_answer_that_is_neither_is_a_problem() -> None:
    reading = read("Benefit,Discount code,Used?\n50% off,ABC-1234,perhaps\n")
    assert problems(reading) == [(2, ProblemKind.UNKNOWN_STATUS)]


def test_yes_below_a_heading_that_asks_nothing_is_a_problem() -> None:
    reading = read("Benefit,Discount code,Status\n50% off,ABC-1234,yes\n")
    assert problems(reading) == [(2, ProblemKind.UNKNOWN_STATUS)]


def test_a_heading_for_two_kinds_of_rows_means_in_each_what_it_can() -> None:
    reading = read(
        "種別,名称,コード,日付,結果/期限\n"
        "試験,AWS Certified Cloud Practitioner,CLF-C02,2024-12-08,合格 771\n"
        "認定,AWS Certified Cloud Practitioner,,2024-12-08,2027-12-08\n"
        "特典,50%割引,ABC-1234,,2027-12-08\n"
    )
    (exam,), (earned,), (benefit,) = reading.exams, reading.certifications, reading.benefits
    assert (exam.result, exam.score) == (ExamResult.PASS, 771)
    assert earned.expires_on == benefit.expires_on == date(2027, 12, 8)
    assert not reading.problems


@pytest.mark.parametrize("cell", ["Fail (Score: 627)", "Fail 627", "不合格（627点）"])
def test_a_score_may_stand_beside_the_result(cell: str) -> None:
    (exam,) = read(f"Exam,Date,Result\nCLF-C02,2024-12-08,{cell}\n").exams
    assert (exam.result, exam.score) == (ExamResult.FAIL, 627)


def test_the_labels_of_pages_are_known_as_headings_too() -> None:
    reading = read(
        "Certification Name;Certification Status;Date Earned;Credential Number\n"
        "AWS Certified Cloud Practitioner;Active;2024-12-08;ABCDEF1234567890\n"
    )
    (found,) = reading.certifications
    assert (found.status, found.validation_number) == ("active", "ABCDEF1234567890")


def test_a_list_with_short_headings_asks_for_the_order_of_its_dates() -> None:
    reading = read("Cert,Date\nAWS Certified Developer - Associate,03/04/2024\n")
    assert [c.certification for c in reading.certifications] == ["DVA"]
    assert problems(reading) == [(2, ProblemKind.AMBIGUOUS_DATE)]


@pytest.mark.parametrize("heading", ["Exam,Date,Result", "Exam,Appointment date,Where"])
def test_an_exam_without_a_day_is_a_problem(heading: str) -> None:
    reading = read(f"{heading}\nCLF-C02,,\n")
    assert problems(reading) == [(2, ProblemKind.MISSING_DATE)]
