"""The catalogue's page: what exists, what retires, who says so, and how old that is."""

import os
import re
import tomllib
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from django.conf import settings as project
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.translation import override
from pytest_django import Settings

from migrations_tracker.core.catalogue import CatalogueEntry, parse_catalogue
from migrations_tracker.facts.catalogue import current_catalogue
from migrations_tracker.facts.catalogue_page import CataloguePage, ShownEntry, catalogue_page
from migrations_tracker.models import User

TODAY = date(2026, 11, 22)
ENTRY = """
[[certification]]
code = "QEA"
level = "associate"
name_en = "AWS Certified Quantum Engineer - Associate"
"""
SOURCE = 'sources = [{ title = "AWS", checked_on = 2026-11-22 }]\n'
EXAMPLE = re.compile(r"^```toml$(\s*\[\[certification\]\].*?)^```$", re.M | re.S)


def page(toml: str, today: date = TODAY) -> CataloguePage:
    return catalogue_page(parse_catalogue(toml), today=today)


def entry(toml: str) -> ShownEntry:
    ((shown,),) = [level.entries for level in page(ENTRY + toml).levels]
    return shown


def said(text: str) -> str:
    return " ".join(unescape(strip_tags(text)).split())


def note_in(language: str, entry: CatalogueEntry) -> str:
    return entry.validity_note_ja if language == "ja" else entry.validity_note


def test_everybody_who_is_signed_in_finds_it_at_the_foot_of_the_page(as_charlie: Client) -> None:
    assert f'href="{reverse("moves:catalogue")}"' in as_charlie.get("/").text


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_fact_of_every_certification_is_on_the_page(
    language: str, charlie: User, as_charlie: Client
) -> None:
    User.objects.filter(pk=charlie.pk).update(language=language)
    text = said(as_charlie.get(reverse("moves:catalogue")).text)
    for one in current_catalogue().entries:
        exams = [exam.code for exam in one.exams]
        sources = [source.title for source in one.sources]
        facts = [one.code, one.name_en, one.name_ja, *one.former_names, *exams, *one.beta_codes]
        assert [
            fact for fact in [*facts, *sources, note_in(language, one)] if fact not in text
        ] == []


def test_what_retires_soon_comes_first_and_then_what_has_retired() -> None:
    days = {"A1": "2026-11-21", "B1": "2027-05-21", "C1": "2026-11-22", "D1": "2027-05-22"}
    toml = "".join(
        ENTRY.replace("QEA", code) + f"retired_on = {day}\n" for code, day in days.items()
    )
    endings = page(toml).endings
    assert [each.code for each in endings] == ["C1", "B1", "A1"]
    assert [each.has_ended for each in endings] == [False, False, True]
    assert [each.days_left for each in endings] == [0, 180, -1]


def test_an_exam_that_makes_room_for_its_next_version_retires_too() -> None:
    toml = (
        ENTRY
        + """exam = [
        { code = "QEA-C01", last_day = 2020-01-31 },
        { code = "QEA-C02", last_day = 2026-12-31, confirmed = true },
        { code = "QEA-C03", first_day = 2027-01-01 },
    ]"""
    )
    assert [(each.code, each.confirmed) for each in page(toml).endings] == [("QEA-C02", True)]


@pytest.mark.parametrize(
    ("days", "window"),
    [
        ("first_day = 2024-03-12", "since 12 Mar 2024"),
        ('first_day = "2024-03", last_day = 2026-03-31', "March 2024 to 31 Mar 2026"),
        ("last_day = 2024-04-08, last_day_elsewhere = \"2024-04\"",
         "until 8 Apr 2024 (April 2024 in another source)"),
        ("confirmed = true", ""),
    ],
)  # fmt: skip
def test_a_window_says_no_more_than_is_known(days: str, window: str) -> None:
    (exam,) = entry(f'exam = [{{ code = "QEA-C01", {days} }}]').exams
    assert exam.window.replace("\xa0", " ") == window


def test_a_month_of_retirement_is_not_shown_as_a_day() -> None:
    shown = entry('retired_on = 2024-04-08\nretired_on_elsewhere = "2024-04"')
    assert shown.retired.replace("\xa0", " ") == "8 Apr 2024 (April 2024 in another source)"


def test_what_is_not_confirmed_is_marked_as_such(
    as_charlie: Client, settings: Settings, tmp_path: Path
) -> None:
    settings.CERTMOVE_CATALOGUE = written(tmp_path, ENTRY + SOURCE)
    text = said(as_charlie.get(reverse("moves:catalogue")).text)
    assert "AWS Certified Quantum Engineer - Associate QEA (not confirmed)" in text


def test_a_japanese_reader_sees_the_japanese_name_first() -> None:
    with override("ja"):
        shown = entry('name_ja = "AWS 認定量子エンジニア – アソシエイト"')
    assert shown.name == "AWS 認定量子エンジニア – アソシエイト"
    assert (shown.other_name, shown.other_language) == (
        "AWS Certified Quantum Engineer - Associate", "en",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("checked", "is_old"), [("2026-11-22", False), ("2026-05-26", False), ("2026-05-25", True)]
)
def test_facts_nobody_checked_for_half_a_year_are_old(checked: str, is_old: bool) -> None:
    toml = ENTRY + SOURCE.replace("2026-11-22", checked)
    fresh = ENTRY.replace("QEA", "QEB") + SOURCE
    age = page(toml + fresh).age
    assert (str(age.checked_on), age.is_old) == (checked, is_old)


def test_a_fact_without_a_source_is_old() -> None:
    assert page(ENTRY).age.is_old


def test_old_facts_are_warned_of(as_charlie: Client, settings: Settings, tmp_path: Path) -> None:
    warning = "were not checked for more than 180 days"
    settings.CERTMOVE_CATALOGUE = written(tmp_path, ENTRY + SOURCE.replace("2026", "2020"))
    assert warning in as_charlie.get(reverse("moves:catalogue")).text


def written(folder: Path, toml: str) -> Path:
    path = folder / "catalogue.toml"
    path.write_text(toml, encoding="utf-8")
    return path


def test_the_example_in_the_handbook_overrides_and_adds(
    as_charlie: Client, settings: Settings, tmp_path: Path
) -> None:
    handbook = Path(project.BASE_DIR, "docs", "operating.md").read_text(encoding="utf-8")
    (example,) = EXAMPLE.findall(handbook)
    assert len(tomllib.loads(example)["certification"]) == 2
    settings.CERTMOVE_CATALOGUE = written(tmp_path, example)
    call_command("check")
    text = said(as_charlie.get(reverse("moves:catalogue")).text)
    assert "AWS Certified Quantum Engineer - Associate QEA" in text
    assert "last day: 31 Mar 2027" in text


def test_a_fault_in_the_operators_file_is_named_on_the_page(
    as_charlie: Client, settings: Settings, tmp_path: Path
) -> None:
    path = written(tmp_path, ENTRY)
    settings.CERTMOVE_CATALOGUE = path
    assert as_charlie.get(reverse("moves:catalogue")).status_code == 200
    path.write_text(ENTRY.replace("associate", "expert"))
    os.utime(path, (1, 1))
    answer = as_charlie.get(reverse("moves:catalogue"))
    assert answer.status_code == 503
    assert "Catalogue entry QEA, field level: " in said(answer.text)
