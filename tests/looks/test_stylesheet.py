"""The stylesheet as text: its weight, what it may not load, and contrast in both schemes."""

import re
from pathlib import Path

import pytest
from django.conf import settings

CSS = Path(settings.BASE_DIR, "static/css/certmove.css")
ROOT = CSS.read_text(encoding="utf-8")
RULES = ROOT[ROOT.index("*/") :]
SCHEMES = ("light", "dark")
TEXT = ("ink", "soft", "ai", "done", "warn", "stop")
GROUNDS = ("paper", "sheet", "wash")

Colour = tuple[float, float, float]


def colours(scheme: str) -> dict[str, Colour]:
    pairs = re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", ROOT)
    which = SCHEMES.index(scheme)
    return {name: rgb((light, dark)[which]) for name, light, dark in pairs}


def rgb(hexadecimal: str) -> Colour:
    red, green, blue = (int(hexadecimal[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def luminance(colour: Colour) -> float:
    """WCAG 2.2, relative luminance."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Colour, other: Colour) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_what_wcag_says_it_is() -> None:
    assert contrast(rgb("#000000"), rgb("#ffffff")) == pytest.approx(21)
    assert contrast(rgb("#777777"), rgb("#ffffff")) == pytest.approx(4.48, abs=0.01)


def test_the_stylesheet_weighs_at_most_15_kb() -> None:
    assert CSS.stat().st_size <= 15_000


def test_each_script_weighs_at_most_4_kb() -> None:
    scripts = Path(settings.BASE_DIR, "static/js").glob("*.js")
    assert {
        script.name: script.stat().st_size for script in scripts if len(script.read_bytes()) > 4_096
    } == {}


def test_the_stylesheet_loads_nothing() -> None:
    # Not even data: addresses, which the Content Security Policy forbids.
    assert re.findall(r"url\(|@import|@font-face|https?:", ROOT) == []


def test_the_layers_come_in_one_order() -> None:
    assert "@layer tokens, base, parts, print;" in ROOT
    assert re.findall(r"(?m)^@layer (\w+) \{", ROOT) == ["tokens", "base", "parts", "print"]


def test_every_brace_is_closed() -> None:
    assert ROOT.count("{") == ROOT.count("}")


def test_every_class_that_the_header_names_exists() -> None:
    header = ROOT[ROOT.index("   Tones") : ROOT.index("*/")]
    named = set(re.findall(r"\b[a-z][a-z-]+", header))
    assert named - set(re.findall(r"\.([a-z][\w-]*)", RULES)) == set()


def test_every_variable_that_is_used_is_set() -> None:
    used = set(re.findall(r"var\((--[\w-]+)\)", ROOT))
    assert used - set(re.findall(r"(--[\w-]+):", ROOT)) == set()


def test_every_tone_has_a_sign_of_its_own() -> None:
    signs = dict(re.findall(r"\.(is-\w+)[^{]*\{[^}]*--sign: \"(.)\"", ROOT))
    tones = set(re.findall(r"\.(is-\w+)", RULES))
    assert tones == set(signs) | {"is-new", "is-same"}
    assert len(set(signs.values())) == len(signs)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXT)
def test_text_stands_out_from_its_ground(scheme: str, ground: str, text: str) -> None:
    found = colours(scheme)
    assert contrast(found[text], found[ground]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
def test_buttons_fields_and_the_cloth_stand_out(scheme: str) -> None:
    found = colours(scheme)
    assert contrast(found["on-ai"], found["ai"]) >= 4.5
    assert contrast(rgb("#ffffff"), found["cloth"]) >= 4.5
    assert all(contrast(found["edge"], found[ground]) >= 3 for ground in GROUNDS)
