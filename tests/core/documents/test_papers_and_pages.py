"""What is a certificate or score report, what is a page of the portal, and what is neither."""

from datetime import date

import pytest

from migrations_tracker.core.reading import Reading, SourceKind
from migrations_tracker.core.records import ExamResult
from migrations_tracker.core.sources.plain_text import read_plain_text
from tests.core.documents.readings import days, reading_of
from tests.core.shipped_catalogue import shipped_catalogue

PRACTITIONER = "AWS Certified Cloud Practitioner"


def read(*lines: str) -> Reading:
    return read_plain_text("\n".join(lines), shipped_catalogue())


def test_a_page_with_a_button_called_score_report_is_no_score_report() -> None:
    reading = read(
        *("試験履歴", "試験コード", "CLF-C02", "試験日", "2024年12月20日", "結果", "合格"),
        *("スコア", "742", "スコアレポート", "ダウンロード"),
        *("取得済みの認定", PRACTITIONER, "取得日", "2024年12月20日", "ステータス", "有効"),
    )
    assert reading.kind is SourceKind.PORTAL_PAGE
    assert [e.score for e in reading.exams] == [742]
    assert [c.earned_on for c in reading.certifications] == [date(2024, 12, 20)]


def test_a_signed_paper_with_labelled_dates_in_one_line_is_a_certificate() -> None:
    paper = (
        f"AWS certified\nTaro Yamada\n{PRACTITIONER}\n"
        "Issue date: August 21, 2026 Expiration date: August 21, 2029\n"
        "Validation number: e40d7f6b238c4a0197bd5cf1a8930e62\n"
        "Margaret Sample\nVP, AWS Training and Certification\n"
    )
    reading = reading_of(paper)
    assert reading.kind is SourceKind.CERTIFICATE
    assert reading.holder.name == "Taro Yamada"
    assert days(reading.certifications[0]) == (date(2026, 8, 21), date(2029, 8, 21))


def test_a_card_of_the_page_that_nobody_signed_is_none() -> None:
    reading = read(
        *("Certifications", PRACTITIONER, "Issue date: August 21, 2026"),
        *("Expiration date: August 21, 2029", "Validation number: ABCDEF1234567890"),
    )
    assert reading.kind is SourceKind.PORTAL_PAGE


def test_of_two_reports_below_each_other_both_keep_their_exam_code() -> None:
    report = (
        f"{PRACTITIONER}\nNotice of Exam Results\nCandidate: Taro Yamada Exam Date: Mar 09, {{}}\n"
        "Candidate ID: AWS03391046 Registration Number: 402218863\n"
        "Candidate Score: {} Pass/Fail: {}\n"
        f"The {PRACTITIONER} (CLF-C02) has a scaled score between 100 and 1,000. The\n"
        "scaled score needed to pass the exam is 700.\n"
    )
    text = report.format(2024, 619, "FAIL") + "\n" + report.format(2025, 720, "PASS")
    assert [(e.exam_code, e.result) for e in reading_of(text).exams] == [
        ("CLF-C02", ExamResult.FAIL),
        ("CLF-C02", ExamResult.PASS),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        (f"{PRACTITIONER} Official Practice Question Set", "Result: 85%", "May 11, 2025"),
        ("AWS 認定 クラウドプラクティショナー 模擬試験", "正答率 72%", "2025年5月11日"),
    ],
)
def test_a_practice_exams_result_in_per_cent_is_no_record(lines: tuple[str, ...]) -> None:
    reading = read(*lines)
    assert reading.kind is SourceKind.NOT_CERTIFICATION
    assert not reading.records
    assert reading.ignored
