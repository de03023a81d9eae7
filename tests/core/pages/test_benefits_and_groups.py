"""Benefits in tables and cards, and states that stand above the records they belong to."""

from datetime import date

import pytest

from migrations_tracker.core.records import BenefitStatus, CertificationStatus, ExamResult
from tests.core.pages.reading import doubtful_lines, read_lines

AVAILABLE, CLAIMED, USED = BenefitStatus.AVAILABLE, BenefitStatus.CLAIMED, BenefitStatus.USED


def test_a_column_of_buttons_may_be_empty_or_missing_in_a_row() -> None:
    reading = read_lines(
        "Benefits",
        "Claim Benefit\tBenefit\tCertification\tDiscount code",
        "\t25% off next exam\tAWS Certified Cloud Practitioner\tABC-1234",
        "25% off next exam\tAWS Certified AI Practitioner\tDEF-5678",
        "Claim\t50% off next exam\tAWS Certified Developer - Associate\tGHI-9012",
    )
    assert [(b.name, b.code, b.earned_for) for b in reading.benefits] == [
        ("25% off next exam", "ABC-1234", "CLF"),
        ("25% off next exam", "DEF-5678", "AIF"),
        ("50% off next exam", "GHI-9012", "DVA"),
    ]


def test_a_state_above_rows_is_theirs_and_not_the_row_aboves() -> None:
    reading = read_lines(
        "Benefits",
        "Benefit\tCode\tUse by",
        "50% discount\tABC-1234\t2028-01-01",
        "Free practice exam\tDEF-5678\t2028-01-01",
        "Claimed",
        "50% discount\tGHI-9012\t2028-01-01",
    )
    assert [b.status for b in reading.benefits] == [AVAILABLE, AVAILABLE, CLAIMED]


def test_a_state_below_each_row_is_that_rows_own() -> None:
    reading = read_lines(
        "Exam history",
        "SAA-C03\t2024-08-04\t812",
        "Pass",
        "SAA-C03\t2024-07-01\t680",
        "Fail",
    )
    assert [(e.score, e.result) for e in reading.exams] == [
        (812, ExamResult.PASS),
        (680, ExamResult.FAIL),
    ]


@pytest.mark.parametrize("count", [" (1)", "(1)", " (1件)"])
def test_a_counted_state_heads_the_records_below_it(count: str) -> None:
    reading = read_lines(
        "Benefits",
        f"Available{count}",
        "50% discount",
        "Code: ABC-1234",
        f"Claimed{count}",
        "50% discount",
        "Code: DEF-5678",
    )
    assert [(b.code, b.status) for b in reading.benefits] == [
        ("ABC-1234", AVAILABLE),
        ("DEF-5678", CLAIMED),
    ]


def test_a_state_above_a_second_tables_head_is_that_tables() -> None:
    reading = read_lines(
        "Certifications",
        "Certification\tEarned\tExpires",
        "AWS Certified Cloud Practitioner\t2025-08-04\t2028-08-04",
        "AWS Certified AI Practitioner\t2025-08-05\t2028-08-05",
        "Expired",
        "Certification\tEarned\tExpires",
        "AWS Certified Developer - Associate\t2019-08-04\t2022-08-04",
    )
    active, expired = CertificationStatus.ACTIVE, CertificationStatus.EXPIRED
    assert [c.status for c in reading.certifications] == [active, active, expired]


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("Claimed on 2024-05-04", CLAIMED),
        ("Redeemed on 2024-05-04", USED),
        ("使用日: 2024年5月4日", USED),
        ("Claimed on -", AVAILABLE),
    ],
)
def test_the_day_of_its_use_tells_a_benefits_state(line: str, status: BenefitStatus) -> None:
    (found,) = read_lines("Benefits", "50% discount", line, "Expires 2028-05-04").benefits
    assert (found.status, found.expires_on) == (status, date(2028, 5, 4))


def test_a_column_called_name_names_benefits_on_their_page() -> None:
    reading = read_lines("Benefits", "Name\tCode\tStatus", "50% discount\tABC-1234\tAvailable")
    assert [(b.name, b.code) for b in reading.benefits] == [("50% discount", "ABC-1234")]


def test_a_benefits_state_and_code_behind_its_name_are_no_part_of_it() -> None:
    line = "50% discount on your next exam Claimed Code: NXT-50-83JQ Expires: March 12, 2029"
    (found,) = read_lines("Benefits", line).benefits
    assert (found.name, found.status, found.code) == (
        "50% discount on your next exam",
        CLAIMED,
        "NXT-50-83JQ",
    )


def test_a_benefit_that_only_its_name_tells_of_is_shown_as_doubtful() -> None:
    assert doubtful_lines(read_lines("Benefits", "", "Free retake of an exam")) == [3]


def test_the_title_of_a_card_is_not_doubtful() -> None:
    reading = read_lines("Benefits", "Exam discount", "50% off", "Code: ABC-1234")
    assert len(reading.benefits) == 1
    assert not doubtful_lines(reading)


def test_what_has_a_code_and_a_state_but_no_name_is_doubtful() -> None:
    assert doubtful_lines(read_lines("Benefits", "ABC-1234\tAvailable")) == [2]
