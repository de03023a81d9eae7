"""Dates: every shape that documents of 2016 to 2026 carry, and none guessed."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migrations_tracker.core.dates import (
    AmbiguousDate,
    DateOrder,
    DateProblem,
    ImpossibleDate,
    NotADate,
    find_dates,
    infer_order,
    read_date,
)

FOURTH_OF_AUGUST = [
    "2024-08-04",
    "2024-08-04T00:00:00",
    "2024-08-04T00:00:00.000Z",
    "2024-08-04 00:00:00",
    "2024/08/04",
    "2024/8/4",
    "2024.08.04",
    "2024\u201108\u201104",
    "2024\u221208\u221204",
    "4-Aug-2024",
    "04-Aug-2024",
    "04-AUG-2024",
    "August 4, 2024",
    "Aug 04, 2024",
    "Aug. 4, 2024",
    "AUGUST 4 2024",
    "August 4th, 2024",
    "Sunday, August 4, 2024",
    "Sun, Aug 4, 2024",
    "4 August 2024",
    "Sunday, 4 August 2024",
    "4th of August, 2024",
    "2024-Aug-04",
    "2024年8月4日",
    "2024年08月04日",
    "2024 年 8 月 4 日",
    "2024年8月4日(日)",
    "2024年8月4日 日曜日",
    "２０２４年８月４日",
    "2024年8⽉4⽇",
    "2024年8月4号",
    "2024/8/4(日)",
    "8月 04, 2024",
    "8월 04, 2024",
    "2024년 8월 4일",
    "令和6年8月4日",
    "4 de agosto de 2024",
    "4 ago 2024",
    "4 août 2024",
    "4. August 2024",
    "4 agosto 2024",
    "4 Agustus 2024",
    "  August  4,  2024 ",
]


@pytest.mark.parametrize("text", FOURTH_OF_AUGUST)
def test_every_way_to_write_the_fourth_of_august_is_read(text: str) -> None:
    assert read_date(text) == date(2024, 8, 4)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12月 05, 2018", date(2018, 12, 5)),
        ("12월 01, 2020", date(2020, 12, 1)),
        ("平成31年4月30日", date(2019, 4, 30)),
        ("令和元年5月1日", date(2019, 5, 1)),
        ("May 09, 2016", date(2016, 5, 9)),
        ("1er mars 2024", date(2024, 3, 1)),
        ("29 February 2024", date(2024, 2, 29)),
        ("5/24/2024", date(2024, 5, 24)),
        ("24/5/2024", date(2024, 5, 24)),
        ("24.05.2024", date(2024, 5, 24)),
        ("05/05/2024", date(2024, 5, 5)),
    ],
)
def test_a_date_that_can_be_read_one_way_only_needs_no_order(text: str, day: date) -> None:
    assert read_date(text) == day
    assert read_date(text, DateOrder.DAY_FIRST) == day
    assert read_date(text, DateOrder.MONTH_FIRST) == day


@pytest.mark.parametrize("text", ["8/4/2024", "08/04/2024", "08-04-2024", "８/４/２０２４"])
def test_day_and_month_that_could_be_swapped_are_asked_back(text: str) -> None:
    with pytest.raises(AmbiguousDate):
        read_date(text)
    assert read_date(text, DateOrder.MONTH_FIRST) == date(2024, 8, 4)
    assert read_date(text, DateOrder.DAY_FIRST) == date(2024, 4, 8)


@pytest.mark.parametrize(
    "text",
    [
        "31 February 2024",
        "2024-02-31",
        "2023-02-29",
        "2024-13-01",
        "2024年2月30日",
        "31/02/2024",
        "13/13/2024",
        "0/5/2024",
        "8/40/2024",
        "令和6年13月4日",
        "0000-01-01",
    ],
)
def test_a_day_that_no_calendar_has_is_impossible(text: str) -> None:
    with pytest.raises(ImpossibleDate):
        read_date(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "August",
        "August 2024",
        "2024",
        "8/4/24",
        "812",
        "Augustus Caesar",
        "2024-08-04 and more",
        "on 2024-08-04",
        "SAA-C03",
        "2024-08/04",
        "4-8/2024",
        "Marching 4, 2024",
        "x" * 100_000,
        "9" * 100_000,
        "2024-08-04" + " " * 100 + "x",
    ],
)
def test_anything_else_is_no_date(text: str) -> None:
    with pytest.raises(NotADate):
        read_date(text)


@given(st.text(max_size=80))
def test_no_text_does_worse_than_a_date_problem(text: str) -> None:
    with suppress(DateProblem):
        assert read_date(text).year >= 1


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_date_survives_being_written_and_read(day: date) -> None:
    for shape in ("%Y-%m-%d", "%B %d, %Y", "%d-%b-%Y", "%Y年%m月%d日"):
        assert read_date(day.strftime(shape)) == day
    assert read_date(day.strftime("%m/%d/%Y"), DateOrder.MONTH_FIRST) == day
    assert read_date(day.strftime("%d/%m/%Y"), DateOrder.DAY_FIRST) == day


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Earned: August 4, 2024", ["August 4, 2024"]),
        ("Earned August 4, 2024 Expires Aug 04, 2027", ["August 4, 2024", "Aug 04, 2027"]),
        ("Saturday, December 5, 2026 9:30 AM JST", ["Saturday, December 5, 2026"]),
        ("2026-12-05 09:30", ["2026-12-05"]),
        ("有効期限：2027年8月4日まで", ["2027年8月4日"]),
        ("2024/08/04～2027/08/04", ["2024/08/04", "2027/08/04"]),
        ("2024/08/04\u20132027/08/04", ["2024/08/04", "2027/08/04"]),
        ("Aug 4, 2024\u2013Aug 4, 2027", ["Aug 4, 2024", "Aug 4, 2027"]),
        ("2024-08-04 - 2027-08-04", ["2024-08-04", "2027-08-04"]),
        ("8/4/2024", ["8/4/2024"]),
        ("2026年12月5日(土) 午前9:30", ["2026年12月5日(土)"]),
        ("item 12345-08-04 of 1 – 6", []),
        ("6B4ZLPBKTXN24N6F", []),
        ("https://example.com/2024/08/04/x", []),
    ],
)
def test_dates_are_found_within_a_line(line: str, found: list[str]) -> None:
    assert [d.text for d in find_dates(line)] == found
    assert all(line[d.start : d.end] == d.text for d in find_dates(line))


def test_one_settled_date_settles_the_document() -> None:
    assert infer_order(["10/6/2025", "x\t12/19/2025\ty"]) is DateOrder.MONTH_FIRST
    assert infer_order(["10/6/2025", "Earned 19/12/2025"]) is DateOrder.DAY_FIRST


def test_without_a_settling_date_or_with_a_contradiction_the_order_stays_open() -> None:
    assert infer_order(["10/6/2025", "2024-12-19", "6/6/2024", "40/3/2024"]) is None
    assert infer_order(["12/19/2025", "19/12/2025"]) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("R6.12.21", date(2024, 12, 21)),
        ("H31.2.17", date(2019, 2, 17)),
        ("令和6.3.2", date(2024, 3, 2)),
        ("令5/4/1", date(2023, 4, 1)),
    ],
)
def test_the_name_of_an_era_may_be_abbreviated(text: str, day: date) -> None:
    assert read_date(text) == day
    assert [found.text for found in find_dates(f"SAA-C01 {text} 合格")] == [text]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Sat 05/12/2026", date(2026, 12, 5)),
        ("Saturday, 01/09/2027", date(2027, 1, 9)),
        ("05/12/2026 (土)", date(2026, 12, 5)),
    ],
)
def test_a_weekday_settles_which_number_is_the_day(text: str, day: date) -> None:
    assert read_date(text) == day
    assert infer_order([text]) is not None


def test_a_weekday_that_fits_neither_way_settles_nothing() -> None:
    with pytest.raises(AmbiguousDate):
        read_date("Mon 05/12/2026")


def test_a_page_may_say_how_its_dates_are_written() -> None:
    assert infer_order(["All dates are shown as DD/MM/YYYY."]) is DateOrder.DAY_FIRST
    assert infer_order(["Date (mm/dd/yyyy)", "04/05/2024"]) is DateOrder.MONTH_FIRST
    assert infer_order(["日付 (日/月/年)"]) is DateOrder.DAY_FIRST
    assert infer_order(["DD/MM/YYYY", "12/25/2024"]) is None


def test_dates_far_apart_in_a_line_are_all_found() -> None:
    line = f"Monday, September 30th, 2024{' x' * 60} 2024-08-04T10:00:00.123456789+09:00{' y' * 60}"
    assert len(find_dates(line)) == 2
