"""docs/security.md leaves no item out, and names only tests that exist."""

import ast
import re
from pathlib import Path

import pytest

HERE = Path(__file__).parent
TEXT = (HERE.parent / "docs" / "security.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in TEXT.splitlines()
    if re.match(r"\| \d+\.\d+\.\d+ \|", line)
]
#: Levels 1 and 2 of the standard's version 5.0.0, without the chapters that the text says do not
#: apply: the last item of each section; all before it belong to these levels, too.
LAST_ITEMS = """
1.1.2 1.2.9 1.3.11 1.4.3 1.5.2 2.1.3 2.2.3 2.3.4 2.4.1 3.2.2 3.3.4 3.4.6 3.5.5 3.7.2 4.1.3 4.2.1
4.3.2 4.4.4 5.1.1 5.2.3 5.3.2 5.4.3 6.1.3 6.2.12 6.3.4 6.4.4 6.5.5 6.6.3 6.8.4 7.1.3 7.2.4 7.3.2
7.4.5 7.5.2 7.6.2 8.1.2 8.2.3 8.3.1 8.4.1 11.1.2 11.2.3 11.3.3 11.4.4 11.5.1 11.6.1 12.1.3 12.2.2
12.3.4 13.1.1 13.2.5 13.3.2 13.4.5 14.1.2 14.2.4 14.3.3 15.1.3 15.2.3 15.3.7 16.1.1 16.2.5 16.3.4
16.4.3 16.5.3
"""


def items() -> list[str]:
    return [
        f"{section}.{number}"
        for section, last in (each.rsplit(".", 1) for each in LAST_ITEMS.split())
        for number in range(1, int(last) + 1)
    ]


def test_each_item_has_its_line() -> None:
    assert [row[0] for row in ROWS] == items()
    assert {row[1] for row in ROWS} == {"kept", "operator", "deviation", "none"}


def test_what_is_not_kept_says_why() -> None:
    assert [
        row[0] for row in ROWS if row[1] in ("deviation", "operator", "none") and not row[2]
    ] == []


@pytest.mark.parametrize("name", sorted({row[3] for row in ROWS} - {""}))
def test_each_test_that_is_named_exists(name: str) -> None:
    path, *parts = name.split("::")
    body = ast.parse((HERE.parent / path).read_text(encoding="utf-8")).body
    for part in parts:
        named = (each for each in body if isinstance(each, ast.FunctionDef | ast.ClassDef))
        found = next((each for each in named if each.name == part), None)
        assert found, f"{name}: no {part}"
        body = found.body
