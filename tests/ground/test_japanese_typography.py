"""The catalogue's Japanese is set as its glossary says."""

import re
from pathlib import Path

import polib
import pytest
from django.conf import settings

JAPANESE = "[ぁ-んァ-ヶー一-龠々]"
LATIN = "[A-Za-z0-9#%]"
COUNTER = "(?:件|回|日|行|つ|人|年|月|通|個|分|桁|文字|営業日|週間|時間|ページ|ファイル)"
RULES = {
    "a blank stands between Japanese and Latin": f"{JAPANESE}{LATIN}|{LATIN}{JAPANESE}",
    "no blank stands beside Japanese punctuation": "[（）「」、。：] | [（）「」、。：]",
    "a number is not torn from what it counts": f"[0-9] {COUNTER}",
    "brackets and quotation marks are Japanese": '[()“”"]',
    "digits and Latin letters are half-width": "[０-９Ａ-Ｚａ-ｚ]",
}


def translations() -> list[str]:
    path = Path(settings.LOCALE_PATHS[0]) / "ja" / "LC_MESSAGES" / "django.po"
    entries = [entry for entry in polib.pofile(str(path)) if not entry.obsolete]
    return [text for each in entries for text in (each.msgstr, *each.msgstr_plural.values())]


def bare(text: str) -> str:
    """The text without markup, and with one sign that is neither Japanese nor Latin per value."""
    return re.sub(r"</?\w+[^>]*>", "", re.sub(r"%\(\w+\)s", "□", text))


@pytest.mark.parametrize("rule", RULES)
def test_japanese_is_set_as_the_glossary_says(rule: str) -> None:
    assert [text for text in translations() if re.search(RULES[rule], bare(text))] == []
