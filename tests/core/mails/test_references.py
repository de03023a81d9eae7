"""Case numbers and time limits."""

from datetime import UTC, date, datetime

import pytest

from migrations_tracker.core.mails.references import case_id, deadlines
from migrations_tracker.core.mails.statements import Statement

SENT = datetime(2026, 11, 17, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("RE:[CASE 17551100220] account-assistance", "17551100220"),
        ("Case ID: 174499001156223", "174499001156223"),
        ("your case number is 174499001156223.", "174499001156223"),
        ("A case was opened for you: 178123456789 (merge)", "178123456789"),
        ("お問い合わせ番号：174499001156223", "174499001156223"),
        ("ケース番号 １７４４９９００１１５", "17449900115"),
        ("Your submission was registered under ID 18200080008.", "18200080008"),
        ("In case 2 of them differ", None),
        ("just in case", None),
    ],
)
def test_the_case_is_found(text: str, number: str | None) -> None:
    assert case_id(text) == number


@pytest.mark.parametrize(
    ("sentence", "on", "hours"),
    [
        ("We answer within 24 hours.", None, 24),
        ("Reply within 14 days.", None, 336),
        ("Reply within 3 business days.", None, None),
        ("Please answer by 30 November.", date(2026, 11, 30), None),
        ("Please answer by January 5th.", date(2027, 1, 5), None),
        ("Please answer before December 1, 2026.", date(2026, 12, 1), None),
        ("24 時間以内にご連絡します。", None, 24),
        ("11月30日までにご返信ください。", date(2026, 11, 30), None),
    ],
)
def test_time_limits_are_found(sentence: str, on: date | None, hours: int | None) -> None:
    (limit,) = deadlines([Statement(sentence)], SENT)

    assert (limit.on, limit.hours) == (on, hours)


def test_an_impossible_day_is_no_date() -> None:
    (limit,) = deadlines([Statement("Please answer by 31 November.")], SENT)

    assert limit.on is None
