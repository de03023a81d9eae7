"""`manage.py read_mail`: the shape that scripts rely on."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from migrations_tracker.core.mails import mail_from_bytes, read_mail
from migrations_tracker.mails.as_json import mail_to_json

MAILS = Path(__file__).parent / "core" / "examples" / "mails"
WITH_ATTACHMENT = b"""\
Subject: form
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=xx

--xx
Content-Type: text/plain

I have successfully merged all accounts.
--xx
Content-Type: application/pdf
Content-Disposition: attachment; filename="form; v2.pdf"

%PDF-
--xx--
"""
SOURCE, DESTINATION = "taro.yamada@example.co.jp", "taro.personal@example.com"


def run(name: str, *arguments: str) -> dict[str, Any]:
    out = StringIO()
    call_command("read_mail", str(MAILS / name), *arguments, "--json", stdout=out)
    found = json.loads(out.getvalue())
    assert isinstance(found, dict)
    return found


def test_a_mail_is_printed_with_all_its_fields() -> None:
    found = run(
        "confirm-02-reversed-numbers.eml", "--source", SOURCE.upper(), "--destination", DESTINATION
    )
    found.pop("newest")

    assert found == {
        "kind": "confirm_accounts",
        "sure": True,
        "evidence": ["Do I have your permission to continue?"],
        "case_id": "17551100220",
        "sender": "AWS Training and Certification <aws-cs-trainingcertification-form@amazon.com>",
        "subject": "RE:[CASE 17551100220] account-assistance",
        "sent_at": "2026-11-17T03:12:44+00:00",
        "accounts": [
            {"number": 1, "login": SOURCE, "training": SOURCE, "certification": SOURCE,
             "skill_builder": None},
            {"number": 2, "login": DESTINATION, "training": DESTINATION, "certification": None,
             "skill_builder": None},
        ],
        "keep": 2,
        "direction": "ok",
        "findings": [],
        "suggested_move": "ask_confirmation",
        "asks_for": [],
        "dates": [],
        "attachments": [],
    }  # fmt: skip


def test_without_addresses_the_direction_is_null() -> None:
    assert run("confirm-04-swapped.txt")["direction"] is None


def test_a_swapped_mail_is_told_in_words() -> None:
    found = run("confirm-04-swapped.txt", "--source", SOURCE, "--destination", DESTINATION)

    assert found["direction"] == "swapped"
    assert [each["finding"] for each in found["findings"]] == ["swapped"]
    assert found["findings"][0]["message"].startswith("AWS would keep the account")


def test_a_person_gets_lines_instead_of_json() -> None:
    out = StringIO()
    call_command(
        "read_mail",
        str(MAILS / "confirm-04-swapped.txt"),
        "--source",
        SOURCE,
        "--destination",
        DESTINATION,
        stdout=out,
    )

    assert "account #2 (kept): taro.yamada@example.co.jp\n" in out.getvalue()
    assert "direction: swapped\n! AWS would keep" in out.getvalue()


def test_a_file_that_is_not_there_is_told_by_name(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"none\.eml could not be opened"):
        call_command("read_mail", str(tmp_path / "none.eml"))


def test_a_mail_past_the_limits_is_refused_with_advice(tmp_path: Path) -> None:
    (tmp_path / "x.eml").write_bytes(b"Subject: " + b"a" * 9_000 + b"\nMIME-Version: 1.0\n\nx")

    with pytest.raises(CommandError, match="too long"):
        call_command("read_mail", str(tmp_path / "x.eml"))


@pytest.mark.parametrize(
    "name", ["ack-w017-ack-jis.eml", "closing-01-no-reply.eml", "ack-02-ja-paste.txt"]
)
def test_the_box_hands_on_all_that_the_mail_says(name: str) -> None:
    mail = mail_from_bytes((MAILS / name).read_bytes())

    assert run(name) == json.loads(json.dumps(mail_to_json(read_mail(mail))))


def test_attachments_are_listed_by_name(tmp_path: Path) -> None:
    (tmp_path / "x.eml").write_bytes(WITH_ATTACHMENT)
    out = StringIO()
    call_command("read_mail", str(tmp_path / "x.eml"), "--json", stdout=out)

    assert json.loads(out.getvalue())["attachments"] == ["form; v2.pdf"]


def test_a_mail_on_which_the_child_dies_is_refused_and_the_command_lives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The mail is opened by another program than this one: here, by one that gives up."""
    (tmp_path / "child.py").write_text("raise SystemExit(1)")
    monkeypatch.setattr("migrations_tracker.box.parent.CHILD", tmp_path / "child.py")

    with pytest.raises(CommandError, match="takes too long or too much memory"):
        run("confirm-04-swapped.txt")
