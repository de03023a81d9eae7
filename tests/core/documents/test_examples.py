"""Every layout of 2016 to 2025, each as three extractors give its text."""

import json
from pathlib import Path
from typing import Any

import pytest

from migrations_tracker.core.reading import Reading, SourceKind
from tests.core.documents.readings import assert_every_line_is_accounted_for, read

FOLDER = Path(__file__).parents[1] / "examples" / "certificates"
EXTRACTORS = ("pypdf", "pdfminer", "layout")


def _examples(*prefixes: str) -> list[tuple[str, str]]:
    names = sorted(path.name.removesuffix(".meta.json") for path in FOLDER.glob("*.meta.json"))
    return [(name, how) for name in names if name.startswith(prefixes) for how in EXTRACTORS]


def _expected(name: str) -> dict[str, Any]:
    result: dict[str, Any] = json.loads((FOLDER / f"{name}.expected.json").read_text("utf-8"))
    return result


def _read(name: str, extractor: str, *, with_clues: bool = True) -> Reading:
    meta = json.loads((FOLDER / f"{name}.meta.json").read_text("utf-8"))
    text = (FOLDER / f"{name}.{extractor}.txt").read_text("utf-8")
    clues = (meta["file_name"], meta["pdf_title"]) if with_clues else (None, None)
    reading = read(text, *clues)
    assert reading is not None
    assert_every_line_is_accounted_for(text, reading)
    return reading


@pytest.mark.parametrize(("name", "extractor"), _examples("20"))
def test_a_certificate_is_read_in_full(name: str, extractor: str) -> None:
    expected = _expected(name)
    reading = _read(name, extractor)
    assert reading.kind is SourceKind.CERTIFICATE
    assert reading.understood
    assert reading.holder.name == expected["name"]
    (found,) = reading.certifications
    assert found.certification == expected["certification"]
    assert found.name == expected["certification_name"]
    assert str(found.earned_on) == expected["issue_date"]
    assert str(found.expires_on) == expected["expiry_date"]
    assert found.validation_number == expected["validation_number"]


@pytest.mark.parametrize(("name", "extractor"), _examples("20"))
def test_the_text_alone_says_what_it_says(name: str, extractor: str) -> None:
    reading = _read(name, extractor, with_clues=False)
    (found,) = reading.certifications
    assert found.certification == _expected(name)["certification_from_text_alone"]


@pytest.mark.parametrize(("name", "extractor"), _examples("score"))
def test_a_score_report_is_read_in_full(name: str, extractor: str) -> None:
    expected = _expected(name)
    reading = _read(name, extractor)
    assert reading.kind is SourceKind.SCORE_REPORT
    assert reading.understood
    assert reading.holder.name == expected["name"]
    assert reading.holder.candidate_id == expected["candidate_id"]
    (found,) = reading.exams
    for field in ("certification", "exam_code", "registration_number", "score", "result"):
        assert getattr(found, field) == expected[field]
    assert str(found.taken_on) == expected["exam_date"]


@pytest.mark.parametrize(("name", "extractor"), _examples("not"))
def test_other_papers_give_no_record(name: str, extractor: str) -> None:
    reading = _read(name, extractor)
    assert reading.kind is SourceKind.NOT_CERTIFICATION
    assert not reading.records
    assert [one.reason for one in reading.ignored] == ["not_a_certification"]
