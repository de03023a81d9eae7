"""Hostile texts cost no more than their length: twice the text, at most twice the work."""

import sys
from types import FrameType

import pytest

from migrations_tracker.core.mails import MoveAddresses, pasted, read_mail
from migrations_tracker.core.mails.newest import newest_message

OWN = MoveAddresses(source=frozenset({"a@example.com"}), destination=frozenset({"b@example.com"}))
SIZE = 50_000
PIECES = ["On ", "On \n", "\n", ">", "> > > x\n", "a", "Forwarded message\n", "From: x\nSent: y\n",
          "Account #1\n", "user@example.com\n", "user@example.com ", "2026年11月17日\n", "_____\n",
          "<mailto:", "a\t|  ", "★", "Login email: ", "once when if ", "(", "統合のアカウント",
          "open the request from the account to keep "]  # fmt: skip


def calls_of(text: str) -> int:
    """Count the function calls, Python's and C's, that splitting the text takes."""
    count = 0

    def on_event(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(on_event)
    try:
        newest_message(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("piece", PIECES)
def test_twice_the_text_takes_at_most_twice_the_work(piece: str) -> None:
    text = piece * (SIZE // len(piece))

    assert calls_of(text + text) <= 2.2 * calls_of(text) + 200


@pytest.mark.parametrize("piece", PIECES)
def test_a_hostile_text_is_read_and_never_certain_beyond_what_was_judged(piece: str) -> None:
    reading = read_mail(pasted(f"I have merged all accounts.\n{piece * (SIZE // len(piece))}"), OWN)

    assert len(reading.newest) <= 40_000
    assert len(reading.accounts) <= 20
    assert len(reading.findings) <= 21


def test_a_text_longer_than_what_is_judged_is_left_to_a_person() -> None:
    reading = read_mail(pasted("I have merged all accounts.\n" + "More words follow.\n" * 4_000))

    assert not reading.sure
    assert reading.suggested_move is None
