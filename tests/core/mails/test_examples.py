"""Whole mails by many writers, each with the right answer beside it.

The people and addresses are made up. Each mail is held against the same move.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from migrations_tracker.core.mails import (
    MailReading,
    MoveAddresses,
    mail_from_bytes,
    read_mail,
)

FOLDER = Path(__file__).parents[1] / "examples" / "mails"
EXAMPLES = sorted(path for path in FOLDER.iterdir() if path.suffix in (".txt", ".eml"))
OWN = MoveAddresses(
    source=frozenset({"taro.yamada@example.co.jp"}),
    destination=frozenset({"taro.personal@example.com"}),
)
FIELDS = ("number", "login", "training", "certification", "skill_builder")


def answer(reading: MailReading) -> dict[str, Any]:
    return {
        "class": reading.kind,
        "case_id": reading.case_id,
        "accounts": [{name: getattr(each, name) for name in FIELDS} for each in reading.accounts],
        "keep": reading.keep,
        "direction": reading.direction,
        "asks_for": list(reading.asks_for),
    }


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_mail_is_read_as_its_writer_meant_it(path: Path) -> None:
    expected = json.loads(path.with_suffix(".expected.json").read_text())
    found = answer(read_mail(mail_from_bytes(path.read_bytes()), OWN))

    assert {name: found[name] for name in expected if name in found} == {
        name: value for name, value in expected.items() if name in found
    }


def test_there_is_a_mail_for_every_answer() -> None:
    answers = {path.name.removesuffix(".expected.json") for path in FOLDER.glob("*.json")}

    assert answers == {path.stem for path in EXAMPLES}
    assert len(answers) > 200


def test_nearly_every_mail_is_read_with_certainty() -> None:
    readings = [read_mail(mail_from_bytes(path.read_bytes()), OWN) for path in EXAMPLES]

    assert sum(not reading.sure for reading in readings) <= 8
