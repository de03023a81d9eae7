"""A field takes its own value: no other column's, no other record's, and none in silence."""

from datetime import date, time

import pytest

from migrations_tracker.core.reading import ProblemKind
from tests.core.pages.reading import doubtful_lines, read_lines

NETWORKING = "AWS Certified Advanced Networking - Specialty"
DEVELOPER = "AWS Certified Developer - Associate"
HEAD = "Exam code\tExam name\tExam date\tScore\tResult"


@pytest.mark.parametrize(
    "aside", ["(retires on May 2, 2027)", "(retiring May 2, 2027)", "(until May 2, 2027)"]
)
def test_a_day_beside_the_name_is_not_the_day_of_the_exam(aside: str) -> None:
    reading = read_lines(HEAD, f"ANS-C01\t{NETWORKING} {aside}\tJune 9, 2025\t777\tPass")
    assert [e.taken_on for e in reading.exams] == [date(2025, 6, 9)]


def test_two_days_of_which_none_says_what_it_is_are_asked_about() -> None:
    reading = read_lines("Exam History", "ANS-C01, 2025-06-09, 2025-06-30, Pass")
    assert [p.problem for p in reading.problems] == [ProblemKind.SEVERAL_VALUES]


def test_two_scores_are_asked_about_and_a_score_of_a_thousand_is_one() -> None:
    two = read_lines("Exam History", "ANS-C01, 2025-06-09, 777, 750, Pass")
    one = read_lines("Exam History", "ANS-C01, 2025-06-09, 777 / 1000, Pass")
    assert [p.problem for p in two.problems] == [ProblemKind.SEVERAL_VALUES]
    assert [e.score for e in one.exams] == [777]
    assert not one.problems


CARD = ("Upcoming Appointments", DEVELOPER, "Date: 2027-03-08")


@pytest.mark.parametrize(
    "other", ["Check-in opens: 1:15 PM JST", "Check-in time: 1:15 PM", "チェックイン開始: 13:15"]
)
def test_an_exam_starts_at_its_start_and_not_at_check_in(other: str) -> None:
    reading = read_lines(*CARD, other, "Start time: 1:45 PM JST", "Where: OnVUE", "Reschedule")
    (found,) = reading.registrations
    assert (found.time, found.time_zone, found.where) == (time(13, 45), "JST", "OnVUE")
    assert not reading.problems


def test_a_second_time_of_nobody_is_no_button_and_is_shown() -> None:
    reading = read_lines(*CARD, "1:15 PM", "1:45 PM JST", "OnVUE", "Reschedule")
    assert doubtful_lines(reading) == [5, 6]


def test_beginning_and_end_of_an_exam_are_no_two_beginnings() -> None:
    reading = read_lines(*CARD[:2], "2027-03-08 13:45 - 16:15 JST")
    assert [r.time for r in reading.registrations] == [time(13, 45)]
    assert not reading.problems
    both = read_lines(*CARD[:2], "2027-03-08 13:15 and 13:45 JST")
    assert [p.problem for p in both.problems] == [ProblemKind.SEVERAL_VALUES]


@pytest.mark.parametrize(
    ("moment", "zone"),
    [
        ("2027-03-08T13:45+09:00", "UTC+09:00"),
        ("2027-03-08T13:45:00-05:00", "UTC-05:00"),
        ("2027-03-08T13:45Z", "Z"),
    ],
)
def test_a_moment_as_machines_write_it_is_a_day_a_time_and_a_zone(moment: str, zone: str) -> None:
    reading = read_lines("Exam registration", "Exam\tAppointment", f"{DEVELOPER}\t{moment}")
    (found,) = reading.registrations
    assert (found.date, found.time, found.time_zone) == (date(2027, 3, 8), time(13, 45), zone)


def test_the_moment_of_booking_is_not_the_time_of_the_exam() -> None:
    reading = read_lines(
        "Exam registration",
        "Exam\tBooked on\tAppointment",
        f"{DEVELOPER}\t2026-11-02 10:07:33\tMarch 8, 2027 1:45 PM",
    )
    (found,) = reading.registrations
    assert (found.date, found.time) == (date(2027, 3, 8), time(13, 45))


def test_a_benefits_code_is_no_exam_code() -> None:
    reading = read_lines(
        "Exam History", f"- {DEVELOPER} / code: QX7Z1M4T9P / 2025/06/09 / 777 / 合格"
    )
    assert [e.exam_code for e in reading.exams] == [None]
    assert ProblemKind.UNKNOWN_CERTIFICATION in [p.problem for p in reading.problems]


@pytest.mark.parametrize("code", ["DVA C02", "dva c02", "DVA_C02"])
def test_an_exam_code_written_with_a_blank_is_one(code: str) -> None:
    reading = read_lines("Exam History", f"{code} - 2025-06-09 - passed 801")
    assert [(e.exam_code, e.certification) for e in reading.exams] == [("DVA-C02", "DVA")]


def test_a_place_in_one_line_with_code_and_day_hides_neither() -> None:
    reading = read_lines("Exam registration", "DVA-C02 2027/03/08 13:45 OnVUE")
    (found,) = reading.registrations
    assert (found.exam_code, found.date, found.where) == ("DVA-C02", date(2027, 3, 8), "OnVUE")


def test_the_same_sitting_in_a_table_and_in_a_card_is_one_exam() -> None:
    reading = read_lines(
        "Exam History",
        HEAD,
        f"DVA-C02\t{DEVELOPER}\t2025-06-09\t801\tPass",
        DEVELOPER,
        *("Exam code: DVA-C02", "Exam date: 2025-06-09", "Score: 801", "Result: Pass"),
    )
    assert len(reading.exams) == 1
    assert reading.found[0].lines == (3, 4, 5, 6, 7, 8)


def test_two_equal_benefits_stay_two() -> None:
    row = "50% discount on your next exam\tAvailable\tMay 2, 2027"
    reading = read_lines("Benefits", "Benefit\tStatus\tExpires", row, row)
    assert len(reading.benefits) == 2


@pytest.mark.parametrize(
    ("row", "score"),
    [
        (f"DVA-C02{DEVELOPER}2025/06/09合格801ダウンロード", 801),
        (f"DVA-C02{DEVELOPER}2025-06-09801PassDownload", 801),
        (f"{DEVELOPER}June 9, 2025PassDownload", None),
    ],
)
def test_cells_with_nothing_between_them_are_told_apart(row: str, score: int | None) -> None:
    reading = read_lines("Exam History", row)
    found = [(e.certification, e.taken_on, e.score, e.result) for e in reading.exams]
    assert found == [("DVA", date(2025, 6, 9), score, "pass")]


def test_glued_numbers_that_could_be_parted_in_two_ways_are_shown() -> None:
    reading = read_lines("Exam History", f"DVA-C02{DEVELOPER}2025/6/1801合格")
    assert not reading.exams
    assert doubtful_lines(reading) == [2]


def test_rows_below_a_name_are_all_attempts_at_that_exam_and_not_at_the_next() -> None:
    reading = read_lines(
        "Exam History",
        f"{DEVELOPER} (DVA-C02)",
        "2024-05-01  Fail  690",
        "2024-06-01  Pass  750",
        f"{NETWORKING} (ANS-C01)",
        "2023-05-01  Pass  801",
    )
    found = [(e.certification, e.taken_on, e.score) for e in reading.exams]
    assert found == [
        ("DVA", date(2024, 5, 1), 690),
        ("DVA", date(2024, 6, 1), 750),
        ("ANS", date(2023, 5, 1), 801),
    ]
    assert reading.understood


def test_a_row_that_begins_with_its_day_takes_no_name_from_above() -> None:
    cells = ("2024-05-01", f"DVA-C02 {DEVELOPER}", "Fail", "690")
    reading = read_lines("Exam History", *cells, "2024-06-01", "ANS-C01", "Pass", "801")
    found = [(e.certification, e.taken_on) for e in reading.exams]
    assert found == [("DVA", date(2024, 5, 1)), ("ANS", date(2024, 6, 1))]
