import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.checks import run_checks
from django.core.management import CommandError, call_command
from pytest_django import Settings

from migrations_tracker.facts.catalogue import current_catalogue

ADDED = """
[[certification]]
code = "QEA"
level = "associate"
name_en = "AWS Certified Quantum Engineer - Associate"
exam = [{ code = "QEA-C01" }]
"""


def _json_of(*names: str) -> Any:
    out = io.StringIO()
    call_command("recognise", *names, "--json", stdout=out)
    return json.loads(out.getvalue())


class _Input:
    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


def test_names_come_back_in_order_with_the_promised_fields() -> None:
    assert _json_of("AWS 認定ソリューションアーキテクト – アソシエイト", "SAA-C02", "CISSP") == [
        {
            "text": "AWS 認定ソリューションアーキテクト – アソシエイト",
            "certification": "SAA",
            "exam_code": None,
            "candidates": ["SAA"],
        },
        {
            "text": "SAA-C02",
            "certification": "SAA",
            "exam_code": "SAA-C02",
            "candidates": ["SAA"],
        },
        {"text": "CISSP", "certification": None, "exam_code": None, "candidates": []},
    ]


def test_names_are_read_from_standard_input_in_utf_8(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = "\ufeffAWS認定デベロッパー\r\n\n  \nSA Pro\n".encode()
    monkeypatch.setattr("sys.stdin", _Input(lines))
    assert [(one["text"], one["certification"]) for one in _json_of()] == [
        ("AWS認定デベロッパー", "DVA"),
        ("SA Pro", "SAP"),
    ]


def test_empty_input_is_an_empty_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", _Input(b""))
    assert _json_of() == []


def test_without_json_a_person_reads_one_name_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("recognise", "SAA-C03", "AWS Certified Developer", "Solutions Architect", "CKA")
    assert capsys.readouterr().out.splitlines() == [
        "SAA-C03\tSAA-C03",
        "AWS Certified Developer\tDVA",
        "Solutions Architect\t? SAA SAP",
        "CKA\t-",
    ]


def test_an_operators_file_counts_at_once(settings: Settings, tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(ADDED, encoding="utf-8")
    settings.CERTMOVE_CATALOGUE = str(file)
    assert _json_of("QEA-C01")[0]["certification"] == "QEA"
    file.write_text(ADDED.replace("QEA", "QXA"), encoding="utf-8")
    assert _json_of("QXA-C01")[0]["certification"] == "QXA"


def test_the_catalogue_is_kept_until_a_file_changes() -> None:
    assert current_catalogue() is current_catalogue()


def test_check_names_the_entry_and_field_of_a_wrong_file(
    settings: Settings, tmp_path: Path
) -> None:
    file = tmp_path / "own.toml"
    file.write_text(ADDED.replace('"associate"', '"expert"'), encoding="utf-8")
    settings.CERTMOVE_CATALOGUE = file
    (found,) = [message for message in run_checks() if message.id == "certmove.W001"]
    assert "entry QEA, field level" in found.msg


@pytest.mark.parametrize("content", [b"\xff\xfe not text", None])
def test_a_file_that_cannot_be_read_is_refused_with_its_path(
    settings: Settings, tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "own.toml"
    if content is not None:
        file.write_bytes(content)
    settings.CERTMOVE_CATALOGUE = file
    with pytest.raises(CommandError, match=r"own\.toml cannot be read"):
        _json_of("SAA")
