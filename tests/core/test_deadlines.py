"""What presses comes first, and a day ends where its owner lives."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from migrations_tracker.core.catalogue import Catalogue, CatalogueEntry, ExamVersion, Level
from migrations_tracker.core.deadlines import (
    DEADLINE_NAMES,
    IF_MISSED,
    DeadlineKind,
    deadlines,
)
from migrations_tracker.core.records import (
    BenefitStatus,
    ExamResult,
    Record,
    RegistrationStatus,
)
from tests.records import BOOKED, SAP, SITTING, VOUCHER

TOKYO = timezone(timedelta(hours=9))
HONOLULU = timezone(timedelta(hours=-10))
NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


def kinds(*records: Record, now: datetime = NOW) -> list[DeadlineKind]:
    return [each.kind for each in deadlines(now=now, zone=TOKYO, records=records)]


def test_the_next_one_comes_first() -> None:
    found = deadlines(
        now=NOW,
        zone=TOKYO,
        last_working_day=date(2026, 12, 25),
        mailbox_closes_at=datetime(2026, 12, 28, 9, 0, tzinfo=TOKYO),
        records=(SAP, SITTING, VOUCHER, BOOKED),
    )
    assert [each.kind for each in found] == [
        DeadlineKind.BOOKED_EXAM,
        DeadlineKind.LAST_WORKING_DAY,
        DeadlineKind.MAILBOX_CLOSES,
        DeadlineKind.BENEFIT_BOOK_BY,
        DeadlineKind.CERTIFICATION_EXPIRES,
        DeadlineKind.BENEFIT_LAST_DAY,
    ]


def test_a_day_ends_with_the_day_of_its_owner() -> None:
    last_day = date(2026, 11, 22)
    (in_tokyo,) = deadlines(now=NOW, zone=TOKYO, last_working_day=last_day)
    (in_honolulu,) = deadlines(now=NOW, zone=HONOLULU, last_working_day=last_day)
    assert in_tokyo.at.astimezone(UTC).hour == 14
    assert in_honolulu.at - in_tokyo.at == timedelta(hours=19)


@pytest.mark.parametrize(
    ("now", "left"),
    [
        (datetime(2026, 11, 22, 14, 59, tzinfo=UTC), 1),
        (datetime(2026, 11, 22, 15, 0, tzinfo=UTC), 0),
        (datetime(2026, 11, 23, 14, 59, tzinfo=UTC), 0),
        (datetime(2026, 11, 23, 15, 0, tzinfo=UTC), -1),
    ],
)
def test_days_left_count_calendar_days_in_the_owners_zone(now: datetime, left: int) -> None:
    (deadline,) = deadlines(now=now, zone=TOKYO, last_working_day=date(2026, 11, 23))
    assert deadline.days_left == left


@pytest.mark.parametrize(
    ("left", "word"), [(-1, "past"), (0, "pressing"), (7, "pressing"), (8, "near"), (31, "far")]
)
def test_urgency_grows_as_the_day_comes_near(left: int, word: str) -> None:
    day = (NOW + timedelta(days=left)).date()
    (deadline,) = deadlines(now=NOW, zone=TOKYO, last_working_day=day)
    assert deadline.urgency == word


def test_what_is_used_up_cancelled_or_over_no_longer_presses() -> None:
    assert kinds(replace(VOUCHER, status=BenefitStatus.USED)) == []
    assert kinds(replace(BOOKED, status=RegistrationStatus.CANCELLED)) == []
    assert kinds(replace(SAP, expires_on=date(2026, 11, 21))) == []
    assert kinds(replace(SAP, expires_on=date(2026, 11, 22))) == [
        DeadlineKind.CERTIFICATION_EXPIRES
    ]
    assert kinds(replace(SAP, expires_on=None), replace(BOOKED, date=None)) == []


def test_a_booked_exam_is_a_moment_with_its_zone() -> None:
    (deadline,) = deadlines(now=NOW, zone=HONOLULU, records=(BOOKED,))
    assert deadline.at == datetime(2026, 12, 5, 0, 30, tzinfo=UTC)
    assert deadline.on == date(2026, 12, 4)


def test_a_missed_last_working_day_stays_in_the_list() -> None:
    (deadline,) = deadlines(now=NOW, zone=TOKYO, last_working_day=date(2026, 11, 1))
    assert deadline.days_left == -21


def test_every_kind_has_its_name_and_what_happens_if_it_is_missed() -> None:
    assert set(DEADLINE_NAMES) == set(IF_MISSED) == set(DeadlineKind)


ASKED = datetime(2026, 11, 19, 16, 0, tzinfo=UTC)  # a Friday, the 20th, in Tokyo


@pytest.mark.parametrize(
    ("day", "due"),
    [
        (date(2026, 11, 24), [("answer_due", date(2026, 11, 25))]),
        (date(2026, 11, 25), [("answer_due", date(2026, 11, 25))]),
        (
            date(2026, 11, 26),
            [("answer_due", date(2026, 11, 25)), ("answer_overdue", date(2026, 12, 4))],
        ),
    ],
)
def test_aws_has_three_business_days_and_after_ten_something_is_wrong(
    day: date, due: list[tuple[str, date]]
) -> None:
    now = datetime.combine(day, datetime.min.time(), tzinfo=TOKYO)
    found = deadlines(now=now, zone=TOKYO, waiting_since=ASKED)
    assert [(each.kind, each.on) for each in found] == due


def test_a_voucher_is_booked_with_24_hours_before_its_last_day_ends() -> None:
    (book_by, last_day) = deadlines(now=NOW, zone=TOKYO, records=(VOUCHER,))
    assert book_by.kind is DeadlineKind.BENEFIT_BOOK_BY
    assert book_by.at == datetime(2027, 8, 3, 23, 59, 59, tzinfo=TOKYO)
    assert (book_by.on, book_by.is_moment) == (date(2027, 8, 3), True)
    assert last_day.on == date(2027, 8, 4)


def test_24_hours_are_24_hours_when_the_clocks_change() -> None:
    new_york = ZoneInfo("America/New_York")
    voucher = replace(VOUCHER, expires_on=date(2027, 11, 7))
    (book_by, last_day) = deadlines(now=NOW, zone=new_york, records=(voucher,))
    assert last_day.at.utcoffset() == timedelta(hours=-5)
    assert book_by.at.astimezone(new_york).isoformat() == "2027-11-07T00:59:59-04:00"
    assert book_by.on == date(2027, 11, 7)


@pytest.mark.parametrize("code", [VOUCHER.code, None])
@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (f"50% off ({VOUCHER.code})", "50% off (...)"),
        ("FOUNDATIONAL exam SAA-C03 20270804", "FOUNDATIONAL exam SAA-C03 20270804"),
    ],
)
def test_a_code_that_stands_in_the_name_of_a_voucher_is_not_shown(
    name: str, shown: str, code: str | None
) -> None:
    voucher = replace(VOUCHER, name=name, code=code)
    found = deadlines(now=NOW, zone=TOKYO, records=(voucher,))
    assert {each.subject for each in found} == {shown}


CATALOGUE = Catalogue(
    (
        CatalogueEntry(
            code="DOP",
            level=Level.PROFESSIONAL,
            name_en=BOOKED.name,
            name_ja="",
            exams=(
                ExamVersion(
                    code="DOP-C02",
                    last_day=date(2027, 3, 2),
                    last_day_elsewhere=date(2027, 3, 1),
                ),
            ),
        ),
        CatalogueEntry(
            code="SAP",
            level=Level.PROFESSIONAL,
            name_en=SAP.name,
            name_ja="",
            retired_on=date(2027, 6, 30),
        ),
    )
)
FAILED = replace(SITTING, result=ExamResult.FAIL, taken_on=date(2024, 7, 1))


def retiring(*records: Record) -> list[tuple[str, date]]:
    found = deadlines(now=NOW, zone=TOKYO, records=records, catalogue=CATALOGUE)
    return [(e.subject, e.on) for e in found if e.kind is DeadlineKind.EXAM_RETIRES]


def test_the_earlier_last_day_of_a_booked_exams_version_counts() -> None:
    assert retiring(BOOKED) == [(f"DOP-C02: {BOOKED.name}", date(2027, 3, 1))]
    assert retiring(BOOKED, replace(BOOKED, time=None)) == retiring(BOOKED)


def test_without_a_version_the_certifications_own_retirement_counts() -> None:
    assert retiring(replace(FAILED, exam_code=None)) == [(SAP.name, date(2027, 6, 30))]
    assert retiring(replace(BOOKED, exam_code=None)) == []


def test_only_an_exam_that_is_still_to_be_sat_is_warned_about() -> None:
    assert retiring(FAILED) != []
    assert retiring(FAILED, SITTING) == []
    assert retiring(FAILED, SAP) == []
    assert retiring(FAILED, replace(SAP, earned_on=date(2020, 1, 1))) != []
    assert retiring(replace(FAILED, taken_on=None), replace(SITTING, taken_on=None)) == []
    assert retiring(SITTING) == []
    assert retiring(replace(BOOKED, status=RegistrationStatus.CANCELLED)) == []
    assert retiring(replace(BOOKED, certification=None, exam_code="XXX-C09")) == []
