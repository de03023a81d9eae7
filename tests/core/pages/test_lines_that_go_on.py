"""Names, dates and rows that a mail program or a printer broke over several lines."""

from datetime import date

import pytest

from tests.core.pages.reading import doubtful_lines, read_lines


@pytest.mark.parametrize(
    ("lines", "certification"),
    [
        (("AWS Certified Machine Learning", "Engineer - Associate"), "MLA"),
        (("AWS Certified DevOps Engineer -", "Professional"), "DOP"),
        (("AWS Certified Solutions", "Architect -", "Associate"), "SAA"),
    ],
)
def test_a_name_goes_on_in_the_lines_below(lines: tuple[str, ...], certification: str) -> None:
    reading = read_lines("> Certification Status", ">", *lines, "Earned on 2024-08-04")
    assert [c.certification for c in reading.certifications] == [certification]
    assert reading.understood
    assert not reading.leftovers


def test_a_whole_name_takes_nothing_from_the_name_below() -> None:
    reading = read_lines(
        "Active certifications",
        "AWS Certified Data Engineer - Associate",
        "AWS Certified Machine Learning Engineer - Associate",
    )
    assert doubtful_lines(reading) == [2, 3]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Issued on February 3,", "2025"),
        ("Issued on February", "3, 2025"),
        ("取得日 2025年2月", "3日"),
    ],
)
def test_a_date_goes_on_in_the_line_below(before: str, after: str) -> None:
    reading = read_lines("Certifications", "AWS Certified Cloud Practitioner", before, after)
    assert [c.earned_on for c in reading.certifications] == [date(2025, 2, 3)]
    assert not reading.leftovers


def test_a_score_above_a_row_of_dates_is_no_part_of_a_date() -> None:
    reading = read_lines("Exam History", "CLF-C02", "812", "2024-08-04", "Pass")
    assert [(e.score, e.taken_on) for e in reading.exams] == [(812, date(2024, 8, 4))]


def test_a_row_whose_name_breaks_is_one_exam() -> None:
    reading = read_lines(
        "Exam History",
        "Exam code\tExam name\tExam date\tScore\tResult",
        "MLA-C01\tAWS Certified Machine Learning",
        "Engineer - Associate\tJuly 5, 2025\t709\tFail",
        "DEA-C01\tAWS Certified Data Engineer -",
        "Associate\tMarch 29, 2025\t742\tPass",
    )
    assert [(e.exam_code, e.taken_on, e.score) for e in reading.exams] == [
        ("MLA-C01", date(2025, 7, 5), 709),
        ("DEA-C01", date(2025, 3, 29), 742),
    ]
    assert reading.understood


def test_cells_that_a_spreadsheet_set_in_quotation_marks_are_read_without_them() -> None:
    reading = read_lines(
        '"Exam code"\t"Exam name"\t"Exam date"\t"Score"\t"Result"',
        '"DOP-C02"\t"AWS Certified DevOps Engineer - Professional"\t"2024/05/18 0:00"\t"815"'
        '\t"PASS"',
    )
    (exam,) = reading.exams
    assert (exam.taken_on, exam.score, exam.result) == (date(2024, 5, 18), 815, "pass")
    assert not reading.registrations


def test_a_midnight_that_a_spreadsheet_added_makes_no_appointment() -> None:
    reading = read_lines("DOP-C02\tAWS Certified DevOps Engineer - Professional\t2024/05/18 0:00")
    assert not reading.registrations
    assert doubtful_lines(reading) == [1]
