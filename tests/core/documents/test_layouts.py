"""Texts as odd extractors, other portal languages and people's copying give them."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.core.documents.readings import read, reading_of

FOLDER = Path(__file__).parents[1] / "examples" / "layouts"


def _named(kind: str) -> list[str]:
    return sorted(path.stem for path in FOLDER.glob(f"{kind}-*.txt"))


def _text(name: str) -> str:
    return (FOLDER / f"{name}.txt").read_text("utf-8")


def _expected(name: str) -> dict[str, Any]:
    result: dict[str, Any] = json.loads((FOLDER / f"{name}.expected.json").read_text("utf-8"))
    return result


def _plain(value: object) -> object:
    return value if value is None or isinstance(value, int) else str(value)


@pytest.mark.parametrize("name", _named("certificate"))
def test_a_certificate_in_an_odd_layout_is_read_in_full(name: str) -> None:
    expected = _expected(name)
    reading = reading_of(_text(name))
    assert reading.understood
    assert reading.holder.name == expected["holder"]
    for found, right in zip(reading.certifications, expected["certifications"], strict=True):
        assert {field: _plain(getattr(found, field)) for field in right} == right


@pytest.mark.parametrize("name", _named("score"))
def test_a_score_report_in_an_odd_layout_is_read_in_full(name: str) -> None:
    reading = reading_of(_text(name))
    assert reading.understood
    for found, right in zip(reading.exams, _expected(name)["exams"], strict=True):
        assert {field: _plain(getattr(found, field)) for field in right} == right


@pytest.mark.parametrize("name", _named("not"))
def test_other_papers_in_odd_layouts_give_no_record(name: str) -> None:
    reading = read(_text(name))
    assert reading is None or not reading.records


def test_a_report_whose_result_is_not_understood_asks_for_it() -> None:
    reading = reading_of(
        "AWS Certified Cloud Practitioner\nThông báo kết quả thi\n"
        "Thí sinh: Nguyễn Văn An   Ngày thi: 2025-01-22\n"
        "Mã thí sinh: AWS01234567   Số đăng ký: 412345678\nĐiểm: 745   Đạt/Không đạt: ĐẠT\n"
        "AWS Certified Cloud Practitioner (CLF-C02) có điểm từ 100 đến 1.000."
    )
    assert [one.result for one in reading.exams] == [None]
    assert [str(one.message) for one in reading.problems] == [
        "The result is missing in this document. Look at the document and choose the result."
    ]
