"""The parts in a real browser: accessibility, narrow screens, paper."""

import io

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.conftest import violations
from tests.browser.parts import parts, show


@pytest.mark.parametrize(("language", "theme"), [("en", "light"), ("ja", "dark")])
def test_axe_finds_no_fault_in_any_part(
    page: Page, base_url: str, language: str, theme: str
) -> None:
    show(page, base_url, parts(language, theme, filled=True))
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    assert violations(page) == []


@pytest.mark.parametrize("language", ["en", "ja"])
def test_nothing_scrolls_sideways_at_320_pixels(page: Page, base_url: str, language: str) -> None:
    show(page, base_url, parts(language, filled=True))
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_main_part_is_two_keys_away(page: Page, base_url: str) -> None:
    show(page, base_url, parts())
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_every_stop_of_the_tab_key_shows_where_it_is(page: Page, base_url: str) -> None:
    show(page, base_url, parts())
    bare = set()
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "none":
            bare.add(page.evaluate("document.activeElement.type"))
    # A date has stops inside; the last one, its calendar, is drawn by the browser.
    assert bare <= {"date"}


def test_what_is_touched_is_44_pixels_high(page: Page, base_url: str) -> None:
    show(page, base_url, parts())
    heights = page.evaluate(
        "[...document.querySelectorAll('.button, .tap, .field:not(.check) > input, select')]"
        ".filter(e => e.offsetParent).map(e => e.getBoundingClientRect().height)"
    )
    assert heights
    assert min(heights) >= 44


def test_a_refused_form_takes_the_focus_to_its_list_of_faults(page: Page, base_url: str) -> None:
    show(page, base_url, parts(filled=True))
    assert page.evaluate("document.activeElement.getAttribute('role')") == "alert"
    page.click("[role=alert] a >> nth=0")
    assert page.evaluate("document.activeElement.name") == "f-name"


def test_faults_and_help_are_read_out_with_their_field(page: Page, base_url: str) -> None:
    show(page, base_url, parts(filled=True))
    ids = str(page.get_attribute("[name=f-name]", "aria-describedby")).split()
    said = " ".join(page.inner_text(f"#{element}") for element in ids)
    assert "As on your ID." in said
    assert "This field is required." in said


def test_light_and_dark_follow_the_switch_and_not_only_the_system(
    page: Page, base_url: str
) -> None:
    show(page, base_url, parts(theme="light"))
    page.emulate_media(color_scheme="dark")
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    assert page.evaluate(paper) == "rgb(250, 248, 243)"
    page.evaluate("document.documentElement.dataset.theme = 'auto'")
    assert page.evaluate(paper) == "rgb(21, 23, 27)"


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_paper_has_page_numbers_heads_on_each_page_and_no_menus(
    page: Page, base_url: str, paper: str
) -> None:
    show(page, base_url, parts(theme="dark"))
    pages = PdfReader(io.BytesIO(page.pdf(format=paper))).pages
    texts = [sheet.extract_text() for sheet in pages]
    total = len(texts)
    assert all(f"{number} / {total}" in text for number, text in enumerate(texts, 1))
    with_rows = [text for text in texts if "d41d8cd98f00" in text]
    assert len(with_rows) > 1
    assert all("Validation number" in text for text in with_rows)
    assert not any("日本語" in text or "Copy the text" in text for text in texts)


def test_paper_is_light_whatever_the_screen_was(page: Page, base_url: str) -> None:
    show(page, base_url, parts(theme="dark"))
    page.emulate_media(media="print")
    root = "getComputedStyle(document.documentElement)"
    assert page.evaluate(f"{root}.backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate(f"{root}.color") == "rgb(0, 0, 0)"
