"""What a mail of a writer meets from whom nothing was learned: how much is right, and certain."""

import sys
from pathlib import Path

import pytest

from migrations_tracker.core.mails import MailKind, likeness, pasted, read_mail
from migrations_tracker.core.mails.likeness import Learned, in_lanes
from tests.wordings.learning import learn
from tests.wordings.mails import CORPUS, known_mails, written


def learned_without(path: Path) -> Learned:
    kinds, weights = learn(known_mails(without=path))
    rows = {run: in_lanes(row) for run, row in weights.items()}
    return Learned(tuple(MailKind(kind) for kind in kinds), rows)


@pytest.mark.long
@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_most_mails_of_an_unknown_writer_are_right_and_hardly_one_is_certain_and_wrong(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without = learned_without(path)
    monkeypatch.setattr(likeness, "learned", lambda: without)
    mails = written(path)
    readings = [(read_mail(pasted(mail.text)), mail.kinds) for mail in mails]
    right = sum(reading.kind in kinds for reading, kinds in readings)
    wrong = sum(reading.sure and reading.kind not in kinds for reading, kinds in readings)
    certain = sum(reading.sure for reading, _ in readings)
    sys.stdout.write(f"{path.stem}: {right} of {len(mails)}, {certain} certain, {wrong} wrong\n")
    assert right >= 0.75 * len(mails)
    assert wrong <= 0.02 * len(mails)


def test_the_weights_are_of_every_kind() -> None:
    assert set(likeness.learned().kinds) == set(MailKind)


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_what_was_learned_is_known(path: Path) -> None:
    """A weights' file that was not made anew after mails came is noticed."""
    mails = written(path)[::5]
    right = sum(read_mail(pasted(mail.text)).kind in mail.kinds for mail in mails)
    assert right >= 0.95 * len(mails)
