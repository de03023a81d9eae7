"""The operator's own letters stand in for certmove's, and a wrong one is named."""

import io
import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings as project
from django.core.checks import run_checks
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from pytest_django import Settings

from migrations_tracker.checks import lines_of_faults
from migrations_tracker.core.facts import OperatorsFileError
from migrations_tracker.core.letters import LetterFacts, LetterKind
from migrations_tracker.core.mails import Asked
from migrations_tracker.letters.writing import draft
from tests.test_letters import DESTINATION, FULL, SOURCE

SHIPPED = Path(project.BASE_DIR, "templates", "letters")
OWN = """\
Subject: Merge {{ case_id|default:"request" }}

Dear colleagues,

Keep {{ keep.login }}, give up {{ give_up.login }}.
{% for label, value in keep.rows %}{{ label }} is {{ value }}.
{% endfor %}{% if asked.name and not has_left %}I am {{ name }}.{% endif %}
"""
Writes = Callable[[str, str], Path]


@pytest.fixture
def write(settings: Settings, tmp_path: Path) -> Writes:
    """Writes a letter into the operator's folder, which the setting then names."""
    settings.CERTMOVE_LETTERS = tmp_path

    def written(name: str, text: str) -> Path:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path / name

    return written


def faults() -> list[str]:
    return [message.msg for message in run_checks() if message.id == "certmove.W003"]


def test_the_operators_letter_is_written_from_the_same_facts(write: Writes) -> None:
    write("request.txt", OWN)
    letter = draft(LetterKind.REQUEST, replace(FULL, holder_name="Anne O'Neill & Söhne"))
    assert letter.is_operators
    assert letter.subject == "Merge 17551100220"
    assert letter.body.startswith("Dear colleagues,\n\nKeep " + DESTINATION)
    assert f"give up {SOURCE}." in letter.body
    assert f"Login email is {DESTINATION}.\n" in letter.body
    assert letter.body.endswith("I am Anne O'Neill & Söhne.\n")
    assert faults() == []


def test_a_letter_without_a_file_of_the_operators_stays_certmoves_own(write: Writes) -> None:
    write("request.txt", OWN)
    letter = draft(LetterKind.REMINDER, FULL)
    assert not letter.is_operators
    assert letter.body.startswith("Dear AWS Training and Certification team")


def test_a_changed_file_counts_at_once(write: Writes) -> None:
    write("request.txt", OWN)
    assert draft(LetterKind.REQUEST, FULL).body.startswith("Dear colleagues")
    file = write("request.txt", OWN.replace("colleagues", "friends and colleagues"))
    os.utime(file, (1, 1))  # not within the same tick of the clock
    assert draft(LetterKind.REQUEST, FULL).body.startswith("Dear friends")


@pytest.mark.parametrize("kind", LetterKind)
def test_every_letter_that_ships_is_one_an_operator_may_copy(
    kind: LetterKind, write: Writes
) -> None:
    write(f"{kind}.txt", (SHIPPED / f"{kind}.txt").read_text(encoding="utf-8"))
    assert faults() == []
    copied = draft(kind, FULL)
    assert copied.is_operators
    assert "{" not in copied.subject + copied.body


@pytest.mark.parametrize(
    ("change", "line", "words"),
    [
        (("{{ name }}", "{{ nmae }}"), 7, "no place called nmae"),
        (("{{ keep.login }}", "{{ keep.email }} {{ keep.login }}"), 5, "called keep.email"),
        (("{% if asked.name", "{% if asked.nothing"), 7, "called asked.nothing"),
        (("not has_left", "not had_left"), 7, "called had_left"),
        (("in keep.rows", "in keep.lines"), 6, "called keep.lines"),
        (('default:"request"', "default:nothing"), 1, "called nothing"),
        (("{% endif %}", ""), 7, "Unclosed tag"),
        (("{{ name }}", "{{ name|loud }}"), 7, "Invalid filter"),
        (("{{ name }}", '{% include "base.html" %}'), 7, "if and for alone"),
        (("{{ name }}", "{% now 'Y' %}"), 7, "if and for alone"),
        (("Subject: ", ""), 1, "Begin with a line"),
        (("Dear colleagues", "ご担当者様"), 3, "in English"),
        (("give up {{ give_up.login }}", "drop the other"), 1, "which account is kept"),
    ],
)
def test_a_wrong_letter_is_named_with_its_line(
    change: tuple[str, str], line: int, words: str, write: Writes
) -> None:
    assert OWN.replace(*change) != OWN
    file = write("request.txt", OWN.replace(*change))
    (found,) = faults()
    assert found.startswith(f"Letter {file}, line {line}: ")
    assert words in found
    with pytest.raises(OperatorsFileError, match=f"line {line}"):
        draft(LetterKind.REQUEST, LetterFacts())


def test_a_fault_in_one_letter_leaves_the_others_in_force(write: Writes) -> None:
    write("request.txt", OWN.replace("Subject: ", ""))
    assert draft(LetterKind.REMINDER, FULL).body


def test_each_wrong_letter_is_named_by_check(write: Writes) -> None:
    write("request.txt", OWN.replace("Subject: ", ""))
    write("thanks.txt", "Subject: Thanks\n\n{{ nmae }}")
    assert len(faults()) == 2


def test_a_file_that_is_no_letter_is_named_with_the_letters_there_are(write: Writes) -> None:
    write("reqeust.txt", OWN)
    (found,) = faults()
    assert "reqeust.txt" in found
    assert "request.txt" in found


def test_a_file_in_another_encoding_is_refused(write: Writes) -> None:
    write("request.txt", "").write_bytes(OWN.encode("utf-16"))
    (found,) = faults()
    assert "Save the file as UTF-8" in found


def test_a_folder_that_is_not_there_or_empty_is_said_to_be(
    settings: Settings, tmp_path: Path
) -> None:
    settings.CERTMOVE_LETTERS = tmp_path
    assert "holds no letter" in faults()[0]
    settings.CERTMOVE_LETTERS = tmp_path / "elsewhere"
    assert "elsewhere of CERTMOVE_LETTERS is not there" in faults()[0]
    with pytest.raises(OperatorsFileError):
        draft(LetterKind.REQUEST, FULL)


def test_the_server_names_a_wrong_letter_at_its_start(write: Writes) -> None:
    write("request.txt", OWN.replace("Subject: ", ""))
    assert any(line.startswith("certmove.W003: Letter ") for line in lines_of_faults())
    write("request.txt", OWN).touch()
    assert not any("W003" in line for line in lines_of_faults())


def test_a_wrong_letter_is_a_warning_that_stops_no_command(write: Writes) -> None:
    write("request.txt", OWN.replace("Subject: ", ""))
    call_command("check", stderr=io.StringIO())
    with pytest.raises(SystemCheckError, match="W003"):
        call_command("check", fail_level="WARNING")


def test_the_letter_and_the_places_in_the_handbook_are_those_there_are(write: Writes) -> None:
    handbook = Path(project.BASE_DIR, "docs", "operating.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^```\n(Subject: .*?)^```$", handbook, re.M | re.S)
    write("request.txt", example)
    assert faults() == []
    assert SOURCE in draft(LetterKind.REQUEST, FULL).body
    write("request.txt", OWN.replace("{{ name }}", "{{ nowhere }}"))
    (fault,) = faults()
    places = fault.partition("There are: ")[2].rstrip(".").split(", ")
    told = handbook[handbook.index("| place |") : handbook.index("What is not known is empty")]
    names = {name for place in places for name in place.split(".")} - {str(a) for a in Asked}
    assert [name for name in sorted(names) if name not in told] == []
