"""No regular expression of the core blows up, whatever it is given."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.core.worst_inputs import patterns, worst_inputs

ROOT = Path(__file__).parents[2]
#: For each input; a pattern that blows up takes years.
CPU_SECONDS = 10


def tried(*given: str, cpu_seconds: int = CPU_SECONDS) -> tuple[int, list[str]]:
    """Try all patterns, or the ``given`` ones, in a process that is ended when it takes long."""
    command = [sys.executable, "-m", "tests.core.worst_inputs", str(cpu_seconds), *given]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout.splitlines()


def test_every_pattern_of_the_core_gets_through_its_worst_input() -> None:
    status, names = tried()
    assert status == 0, f"This pattern blows up: {names[-1:]}"
    assert len(names) > 200


@pytest.mark.parametrize("bad", [r"(a+)+b", r"(?:\w+\s?)*;", r"(x|x)*y"])
def test_a_pattern_that_blows_up_would_be_noticed(bad: str) -> None:
    status, names = tried(bad, cpu_seconds=1)
    assert status != 0
    assert names == [bad]


def test_an_input_repeats_what_the_pattern_repeats() -> None:
    (pattern,) = [p for name, p in patterns().items() if name.endswith("documents.lines._GAP 0")]
    assert any(set(text) <= {" ", "\x00"} for text in worst_inputs(pattern, 50))
