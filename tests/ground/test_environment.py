"""A word that is neither yes nor no is not taken for no."""

import environ
import pytest
from django.core.exceptions import ImproperlyConfigured

from certmove.environment import number, switch


def of(value: str) -> environ.Env:
    env = environ.Env()
    env.ENVIRON = {"IT": value}
    return env


@pytest.mark.parametrize(
    ("word", "meant"), [("yes", True), ("TRUE", True), ("0", False), ("off ", False)]
)
def test_a_switch_knows_the_usual_words(word: str, meant: bool) -> None:
    assert switch(of(word), "IT", default=not meant) is meant


@pytest.mark.parametrize("default", [True, False])
def test_an_empty_switch_is_as_if_it_were_not_set(default: bool) -> None:
    assert switch(of(""), "IT", default=default) is default
    assert switch(of("yes"), "OTHER", default=default) is default


def test_another_word_is_refused() -> None:
    with pytest.raises(ImproperlyConfigured, match=r"IT is .perhaps.\. Write yes or no"):
        switch(of("perhaps"), "IT", default=False)


def test_a_number_is_read_or_refused() -> None:
    assert number(of("8080"), "IT", default=1) == 8080
    assert number(of(""), "IT", default=1) == 1
    for wrong in ("-1", "1.5", "eight", "٨"):
        with pytest.raises(ImproperlyConfigured, match="whole number"):
            number(of(wrong), "IT", default=1)
