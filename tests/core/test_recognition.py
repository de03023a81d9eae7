"""The tables in examples/names hold a name and the right answer a line.

An answer is a code, NONE, or AMBIGUOUS: and the certifications to ask about.
"""

from pathlib import Path

import pytest

from migrations_tracker.core.catalogue import parse_catalogue
from migrations_tracker.core.recognition import find_exam_code, recognise
from tests.core.shipped_catalogue import CATALOGUE_FILE, shipped_catalogue

TABLES = sorted((Path(__file__).parent / "examples" / "names").glob("*.tsv"))


def _rows() -> list[tuple[str, str]]:
    rows = []
    for table in TABLES:
        for line in table.read_text(encoding="utf-8").splitlines()[1:]:
            name, _, answer = line.rpartition("\t")
            rows.append((name, answer))
    return rows


def _answer(name: str) -> str:
    found = recognise(name, shipped_catalogue())
    if found.certification:
        return found.certification
    return "AMBIGUOUS:" + ",".join(sorted(found.candidates)) if found.candidates else "NONE"


def _is_right(name: str, answer: str) -> bool:
    found = recognise(name, shipped_catalogue())
    if answer == "NONE":
        return found.certification is None
    if answer.startswith("AMBIGUOUS:"):
        asked = set(answer.removeprefix("AMBIGUOUS:").split(","))
        return found.certification is None and set(found.candidates) == asked
    return (found.certification, found.candidates) == (answer, (answer,))


def test_a_name_means_what_a_careful_reader_takes_it_for() -> None:
    rows = _rows()
    assert len(rows) > 1500
    wrong = [(name, answer, _answer(name)) for name, answer in rows if not _is_right(name, answer)]
    assert wrong == []


def test_every_name_in_the_catalogue_is_recognised() -> None:
    for entry in shipped_catalogue().entries:
        for name in entry.names:
            assert _answer(name) == entry.code, name


def test_every_exam_code_is_recognised_and_named() -> None:
    catalogue = shipped_catalogue()
    for exam_code, certification in catalogue.exam_codes.items():
        for spelling in (exam_code, exam_code.replace("-", ""), exam_code.lower() + "-jpn"):
            found = recognise(spelling, catalogue)
            assert (found.certification, found.exam_code) == (certification, exam_code)


def test_the_text_comes_back_as_it_was_written() -> None:
    assert recognise("  ＳＡＡ－Ｃ０３ ", shipped_catalogue()).text == "  ＳＡＡ－Ｃ０３ "


def test_no_exam_code_is_made_up_from_a_name() -> None:
    found = recognise("AWS Certified Solutions Architect - Associate", shipped_catalogue())
    assert found.exam_code is None


def test_an_invented_code_beside_a_real_name_is_asked_about() -> None:
    found = recognise("AWS Certified AI Practitioner (AIF-C02)", shipped_catalogue())
    assert (found.certification, found.exam_code, found.candidates) == (None, None, ("AIF",))


def test_a_code_and_a_name_that_disagree_are_asked_about() -> None:
    found = recognise("SAP-C02 SAP on AWS - Specialty", shipped_catalogue())
    assert (found.certification, found.candidates) == (None, ("SAP", "PAS"))
    assert found.exam_code == "SAP-C02"


def test_several_exam_codes_of_one_certification_name_it_but_no_version() -> None:
    found = recognise("SAA-C02 / SAA-C03", shipped_catalogue())
    assert (found.certification, found.exam_code) == ("SAA", None)


def test_a_level_that_does_not_fit_the_role_is_asked_about() -> None:
    found = recognise("AWS Certified Developer - Professional", shipped_catalogue())
    assert (found.certification, found.candidates) == (None, ("DVA",))


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("The AWS Certified Cloud Practitioner (CLF-C02) has a scaled score", "CLF-C02"),
        ("Architect - Associate (SAA-C02)の試験結果は、100 から", "SAA-C02"),
        ("登録番号: 123456789", None),
        ("SAA-C02 or SAA-C03", None),
        ("SAA-C04", None),
        ("ME1-C02", "ME1-C02"),
    ],
)
def test_an_exam_code_is_found_in_a_line(line: str, code: str | None) -> None:
    assert find_exam_code(line, shipped_catalogue()) == code


def test_an_operators_new_certification_is_recognised_by_name_and_code() -> None:
    added = """
    [[certification]]
    code = "QEA"
    level = "associate"
    name_en = "AWS Certified Quantum Engineer - Associate"
    exam = [{ code = "QEA-C01" }]
    """
    catalogue = parse_catalogue(CATALOGUE_FILE.read_text(encoding="utf-8"), added)
    for name in ("AWS Certified Quantum Engineer – Associate", "QEA-C01", "AWS QEA"):
        assert recognise(name, catalogue).certification == "QEA"
    assert recognise("AWS Certified Data Engineer - Associate", catalogue).certification == "DEA"


@pytest.mark.parametrize("text", ["", " ", "\u200b", "-", "()", "a" * 10_000, "ア" * 10_000])
def test_a_text_that_says_nothing_is_nothing(text: str) -> None:
    found = recognise(text, shipped_catalogue())
    assert (found.certification, found.exam_code, found.candidates) == (None, None, ())


@pytest.mark.parametrize(
    "service", ["AWS Security Hub", "AWS Network Firewall", "データベースエンジニア"]
)
def test_a_service_or_a_trade_with_a_plain_word_in_it_asks_nobody(service: str) -> None:
    assert recognise(service, shipped_catalogue()).candidates == ()


def test_a_level_alone_offers_its_certifications() -> None:
    found = recognise("AWS Certified Professional", shipped_catalogue())
    assert (found.certification, found.candidates) == (None, ("SAP", "DOP", "AIP"))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("AWS Certified Clould Practitioner", "CLF"),
        ("AWS Certified A.I. Practitioner", "AIF"),
        ("AWS Certified Practitioner", None),
        ("AWS Clould Architect", None),
    ],
)
def test_a_slip_in_cloud_and_a_dotted_ai_tell_the_practitioners_apart(
    name: str, code: str | None
) -> None:
    assert recognise(name, shipped_catalogue()).certification == code
