"""A pattern is left out only where it could not match: on real mails, and on made-up texts."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from migrations_tracker.core.mails.needed_words import Kind, needs
from migrations_tracker.core.mails.screening import SCREENED, Marked, Screened, screened
from migrations_tracker.core.mails.statements import Statement, statements

CORPUS = Path(__file__).parent / "corpus"
PATTERNS = {f"{place} {each.pattern[:40]}": each for place, each in enumerate(SCREENED)}


def mails(each: int) -> list[str]:
    whole = "".join(file.read_text(encoding="utf-8") for file in sorted(CORPUS.iterdir()))
    return [json.loads(line)["text"] for line in whole.strip().split("\n")[::each]]


def left_out_wrongly(text: Marked) -> list[str]:
    return [
        name
        for name, pattern in PATTERNS.items()
        if not pattern.could_match(text) and pattern.regex.search(text)
    ]


def forms(statement: Statement) -> set[Marked]:
    return {statement.folded, statement.stated, statement.supposed}


@pytest.mark.parametrize("each", [20, pytest.param(1, marks=pytest.mark.long)])
def test_no_pattern_that_matches_a_sentence_of_the_corpus_is_left_out(each: int) -> None:
    for mail in mails(each):
        for statement in statements(mail):
            for form in forms(statement):
                assert left_out_wrongly(form) == []


def test_most_patterns_are_left_out_of_most_sentences() -> None:
    sentences = [statement.folded for mail in mails(40) for statement in statements(mail)]
    tried = [each.could_match(text) for text in sentences for each in PATTERNS.values()]
    assert sum(tried) < 0.35 * len(tried)


@pytest.mark.parametrize("each", [12, pytest.param(1, marks=pytest.mark.long)])
def test_a_text_made_for_a_pattern_is_never_withheld_from_it(each: int) -> None:
    for pattern in SCREENED[::each]:
        check(pattern)


def check(pattern: Screened) -> None:
    @given(st.from_regex(pattern.regex))
    @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
    def holds(text: str) -> None:
        if pattern.regex.search(text):
            assert pattern.could_match(Marked(text))

    holds()


@pytest.mark.parametrize("text", ["\u212aeep it", "\u017fign in", "s\u0130gn in"])
def test_a_letter_that_is_another_one_where_case_does_not_count_leaves_nothing_out(
    text: str,
) -> None:
    marked = Marked(text)
    assert all(each.could_match(marked) for each in SCREENED)


def test_what_a_pattern_needs_is_told_from_it() -> None:
    pattern = re.compile(r"\b(?:merge|join)\w*\b.{0,9}\baccounts?\b")
    assert needs(pattern) == (
        frozenset({(Kind.START, "merge"), (Kind.START, "joi")}),
        frozenset({(Kind.WORD, "account"), (Kind.WORD, "accounts")}),
    )


@pytest.mark.parametrize("pattern", [r"merge", r"\w+", r"(?:merge )?", r"[^a]b", r"(?a:\bmerge\b)"])
def test_where_it_cannot_be_told_nothing_is_needed(pattern: str) -> None:
    assert needs(re.compile(pattern)) == ()


def test_a_pattern_made_after_the_first_text_is_tried_on_every_text() -> None:
    Marked("any text")
    late = screened(r"\bunheard of\b")
    assert late.could_match(Marked("something else"))
