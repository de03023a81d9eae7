"""Every template as text: what the Content Security Policy and a screen reader ask of it."""

import re
from collections.abc import Callable
from pathlib import Path

from django.conf import settings

FOLDER = Path(settings.BASE_DIR, "templates")
PAGES = sorted(FOLDER.rglob("*.html"))


def texts(path: Path) -> str:
    """The template without its comments."""
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"{% comment %}.*?{% endcomment %}", "", text, flags=re.DOTALL)
    return re.sub(r"{#.*?#}", "", text)


def tags(name: str, text: str) -> list[str]:
    """The start tags of ``name``; a template tag inside one may hold a ``>``."""
    return re.findall(rf"<{name}\b(?:{{%.*?%}}|{{{{.*?}}}}|[^>])*>", text, flags=re.DOTALL)


def offenders(find: Callable[[str], list[str]]) -> dict[str, list[str]]:
    """What ``find`` finds, by the template it stands in."""
    found = {str(path.relative_to(FOLDER)): find(texts(path)) for path in PAGES}
    return {name: lines for name, lines in found.items() if lines}


def test_there_are_templates_to_look_at() -> None:
    assert FOLDER / "base.html" in PAGES


def test_no_script_stands_in_a_page() -> None:
    def inline(text: str) -> list[str]:
        scripts = [tag for tag in tags("script", text) if "src=" not in tag]
        return [tag for tag in scripts if 'type="application/json"' not in tag]

    assert offenders(inline) == {}


def test_no_style_stands_in_a_page() -> None:
    assert offenders(lambda text: re.findall(r"<style|\sstyle=", text)) == {}


def test_no_handler_stands_in_a_page() -> None:
    assert offenders(lambda text: re.findall(r"<[^>]*\son[a-z]+=|javascript:", text)) == {}


def test_nothing_is_loaded_from_another_host() -> None:
    def foreign(text: str) -> list[str]:
        return [tag for tag in tags("(?:script|link|img|iframe|source)", text) if "//" in tag]

    assert offenders(foreign) == {}


def test_nothing_goes_unescaped() -> None:
    assert offenders(lambda text: re.findall(r"\|\s*safe\b|{%\s*autoescape off", text)) == {}


def test_every_head_of_a_table_has_a_scope() -> None:
    assert offenders(lambda text: [tag for tag in tags("th", text) if "scope=" not in tag]) == {}


def test_every_table_stands_in_a_named_region_that_a_keyboard_can_scroll() -> None:
    region = re.compile(
        r'<div class="table\b[^"]*" role="region"'
        r' aria-label(?:ledby)?="(?:{%.*?%}|[^"])+" tabindex="0">\s*$'
    )

    def bare(text: str) -> list[str]:
        starts = [match.start() for match in re.finditer(r"<table\b", text)]
        return [text[at : at + 60] for at in starts if not region.search(text[:at])]

    assert offenders(bare) == {}


def test_every_image_has_a_text_instead() -> None:
    assert offenders(lambda text: [tag for tag in tags("img", text) if "alt=" not in tag]) == {}


def test_every_form_that_changes_something_is_protected() -> None:
    def unprotected(text: str) -> list[str]:
        forms = re.findall(r'<form\b[^>]*method="post".*?</form>', text, flags=re.DOTALL)
        return [form for form in forms if "csrf_token" not in form]

    assert offenders(unprotected) == {}
