"""Mails of the corpus held against addresses of their own: the direction and the accounts.

Each line of examples/mails/directions.jsonl names a mail of the corpus by its file and line.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from migrations_tracker.core.mails import MailAccount, MoveAddresses, pasted, read_mail

CORPUS = Path(__file__).parent / "corpus"
FILE = Path(__file__).parents[1] / "examples" / "mails" / "directions.jsonl"
ANSWERS = [json.loads(line) for line in FILE.read_text().splitlines()]
FIELDS = ("login", "training", "certification", "skill_builder")


@cache
def corpus(name: str) -> list[str]:
    lines = (CORPUS / f"{name}.jsonl").read_text().splitlines()
    return [json.loads(line)["text"] for line in lines]


def own(answer: dict[str, Any]) -> MoveAddresses:
    return MoveAddresses(
        source=frozenset(answer["source"]), destination=frozenset(answer["destination"])
    )


def shown(account: MailAccount) -> dict[str, str]:
    return {name: value for name in FIELDS if (value := getattr(account, name))}


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda each: f"{each['corpus']}{each['line']}")
def test_the_direction_is_read_as_another_writer_answered(answer: dict[str, Any]) -> None:
    reading = read_mail(pasted(corpus(answer["corpus"])[answer["line"] - 1]), own(answer))
    kept = [each.login for each in reading.accounts if each.number == reading.keep]
    accounts = sorted(map(shown, reading.accounts), key=lambda each: each.get("login", ""))

    assert reading.direction == answer["direction"]
    assert kept == ([answer["kept"]] if answer["kept"] else [])
    assert accounts == answer["accounts"]


def test_every_outcome_of_a_direction_has_its_mails() -> None:
    assert {each["direction"] for each in ANSWERS} >= {"ok", "swapped", "unclear"}
    assert len(ANSWERS) > 80
