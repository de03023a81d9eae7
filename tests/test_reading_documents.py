"""Certificates and score reports as PDF and as text, from the file to the printed JSON."""

import json
from pathlib import Path
from typing import Any

import pytest

from migrations_tracker.core.reading import SourceKind
from migrations_tracker.reading.as_json import reading_to_json
from migrations_tracker.reading.entrance import FileReading, read_files, read_text
from tests.box import files

EXAMPLES = Path(__file__).parent / "core" / "examples" / "certificates"
NAMES = sorted(path.name.split(".")[0] for path in EXAMPLES.glob("*.expected.json"))
FIELDS = {
    "certificate": {
        "certification": "certification",
        "issue_date": "earned_on",
        "expiry_date": "expires_on",
        "validation_number": "validation_number",
    },
    "score_report": {
        "certification": "certification",
        "exam_code": "exam_code",
        "exam_date": "taken_on",
        "registration_number": "registration_number",
        "score": "score",
        "result": "result",
    },
}


def example(name: str, ending: str) -> Any:
    return json.loads((EXAMPLES / f"{name}.{ending}.json").read_text("utf-8"))


def text_of(name: str, extractor: str = "pypdf") -> str:
    return (EXAMPLES / f"{name}.{extractor}.txt").read_text("utf-8")


def assert_as_expected(found: FileReading, name: str) -> None:
    expected, printed = example(name, "expected"), reading_to_json(found.name, found.reading)
    assert found.reading.understood
    if expected["kind"] == "not_a_certification":
        assert (printed["kind"], found.reading.records) == ("not_certification", ())
        return
    (record,) = printed["certifications"] + printed["exams"]
    fields = FIELDS[expected["kind"]]
    assert printed["kind"] == expected["kind"]
    assert printed["holder"]["name"] == expected["name"]
    assert {field: record[field] for field in fields.values()} == {
        field: expected[old] for old, field in fields.items()
    }


def test_every_example_as_a_pdf_of_its_own_name() -> None:
    described = [example(name, "meta") for name in NAMES]
    drop = [
        (meta["file_name"], files.pdf(text_of(name).strip(), title=meta["pdf_title"]))
        for name, meta in zip(NAMES, described, strict=True)
    ]
    for name, found in zip(NAMES, read_files(drop), strict=True):
        assert_as_expected(found, name)


@pytest.mark.parametrize("extractor", ["pypdf", "pdfminer", "layout"])
@pytest.mark.parametrize("name", NAMES)
def test_every_example_as_text(name: str, extractor: str) -> None:
    file_name = example(name, "meta")["file_name"].replace(".pdf", ".txt")
    (found,) = read_files([(file_name, text_of(name, extractor).encode())])
    assert_as_expected(found, name)


def test_a_certificate_pasted_as_text_reads_as_the_file_would() -> None:
    reading = read_text(text_of("2022-sap"))
    assert reading.kind is SourceKind.CERTIFICATE
    assert reading.certifications[0].certification == "SAP"


def test_two_lines_of_a_pdf_stay_two_lines_with_their_script() -> None:
    (found,) = read_files([("x.pdf", files.pdf("受験者氏名: 山田 太郎\nAWS Certified"))])
    assert found.text.split("\n") == ["受験者氏名: 山田 太郎", "AWS Certified"]
