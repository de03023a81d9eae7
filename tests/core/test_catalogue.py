from datetime import date

import pytest

from migrations_tracker.core.catalogue import CatalogueError, Level, parse_catalogue
from tests.core.shipped_catalogue import shipped_catalogue

ALL_CODES = "SAA SAP DVA SOA DOP CLF AIF DEA MLA AIP AIB ANS SCS MLS DAS BDS DBS PAS AXS"

MINIMAL = """
[[certification]]
code = "QEA"
level = "associate"
name_en = "AWS Certified Quantum Engineer - Associate"
exam = [{ code = "QEA-C01", first_day = 2027-01-01 }]
"""


def test_the_shipped_catalogue_holds_all_nineteen_certifications() -> None:
    assert {entry.code for entry in shipped_catalogue().entries} == set(ALL_CODES.split())


def test_every_shipped_entry_has_both_names_an_exam_and_a_dated_source() -> None:
    for entry in shipped_catalogue().entries:
        assert entry.name_en.startswith("AWS Certified"), entry.code
        assert entry.name_ja.startswith("AWS 認定"), entry.code
        assert entry.exams, entry.code
        assert entry.sources, entry.code


def test_every_exam_code_begins_with_its_certifications_code() -> None:
    for entry in shipped_catalogue().entries:
        assert all(exam.code.startswith(entry.code + "-C") for exam in entry.exams)


def test_an_exam_code_leads_to_its_certification_in_either_case() -> None:
    catalogue = shipped_catalogue()
    assert catalogue.certification_of_exam_code("saa-c02") == "SAA"
    assert catalogue.certification_of_exam_code("SAA-C04") is None


def test_the_code_of_a_beta_leads_to_the_certification() -> None:
    assert shipped_catalogue().certification_of_exam_code("ME1-C02") == "MLA"


def test_names_come_in_english_and_japanese() -> None:
    catalogue = shipped_catalogue()
    assert catalogue.name_of("DVA", "ja") == "AWS 認定デベロッパー – アソシエイト"
    assert catalogue.name_of("DVA", "en-gb") == "AWS Certified Developer - Associate"
    assert catalogue.name_of("ZZZ", "ja") == "ZZZ"


def test_a_renamed_certification_keeps_its_code_and_its_former_names() -> None:
    entry = shipped_catalogue().entry("SOA")
    assert entry is not None
    assert "CloudOps" in entry.name_en
    assert any("SysOps" in name for name in entry.former_names)


def test_what_two_sources_say_is_kept_side_by_side() -> None:
    exam = shipped_catalogue().exam("DVA-C02")
    assert exam is not None
    assert (exam.last_day, exam.last_day_elsewhere) == (date(2026, 12, 1), date(2026, 11, 30))


def test_a_month_stands_for_all_its_days() -> None:
    exam = shipped_catalogue().exam("SOA-C01")
    assert exam is not None
    assert (exam.first_day, exam.last_day) == (date(2018, 9, 1), date(2021, 7, 31))
    assert exam.month_only == {"first_day", "last_day"}


@pytest.mark.parametrize(
    ("day", "fits"),
    [
        (date(2020, 3, 10), True),  # a beta before the launch of 2020-04-06
        (date(2024, 5, 1), True),  # a day late: time zones
        (date(2024, 5, 9), False),
        (date(2019, 6, 1), False),
    ],
)
def test_windows_leave_room_for_betas_and_time_zones(day: date, fits: bool) -> None:
    exam = shipped_catalogue().exam("DBS-C01")
    assert exam is not None
    assert exam.could_be_sat_on(day) is fits


def test_the_operators_file_adds_an_entry() -> None:
    catalogue = parse_catalogue(MINIMAL, MINIMAL.replace("QEA", "QXA"))
    assert [entry.code for entry in catalogue.entries] == ["QEA", "QXA"]
    entry = catalogue.entry("QXA")
    assert entry is not None
    assert entry.level is Level.ASSOCIATE


def test_the_operators_entry_replaces_ours_as_a_whole() -> None:
    catalogue = parse_catalogue(MINIMAL, MINIMAL.replace("QEA-C01", "QEA-C02"))
    assert list(catalogue.exam_codes) == ["QEA-C02"]


@pytest.mark.parametrize(
    ("change", "entry", "field"),
    [
        (("level = ", "levle = "), "QEA", "levle"),
        (('level = "associate"', 'level = "expert"'), "QEA", "level"),
        (('level = "associate"', ""), "QEA", "level"),
        (('code = "QEA"\n', ""), "#1", "code"),
        (('code = "QEA"', 'code = "qea!"'), "qea!", "code"),
        (("2027-01-01", '"soon"'), "QEA", "exam QEA-C01, first_day"),
        (("2027-01-01", "2027-01-01, last_day = 2026-01-01"), "QEA", "exam QEA-C01, last_day"),
        (("exam = [{", "exam = 5 #"), "QEA", "exam"),
        (("exam = ", 'sources = [{ title = "x" }]\nexam = '), "QEA", "sources 1, checked_on"),
        (("exam = ", "aliases = [1]\nexam = "), "QEA", "aliases"),
        (("exam = ", "validity_years = 0\nexam = "), "QEA", "validity_years"),
        (("exam = ", 'confirmed = "yes"\nexam = '), "QEA", "confirmed"),
        (("[[certification]]", "certification = 1\n[other]"), "-", "certification"),
        (("[[certification]]", "[[certification"), "-", "-"),
    ],
)
def test_a_wrong_file_is_refused_by_entry_and_field(
    change: tuple[str, str], entry: str, field: str
) -> None:
    with pytest.raises(CatalogueError) as refused:
        parse_catalogue(MINIMAL.replace(*change))
    assert (refused.value.entry, refused.value.field) == (entry, field)
    assert str(refused.value.remedy)


def test_one_exam_code_under_two_certifications_is_refused() -> None:
    twice = MINIMAL + MINIMAL.replace('"QEA"', '"QXA"')
    with pytest.raises(CatalogueError, match="QEA-C01 also stands under QEA"):
        parse_catalogue(twice)
