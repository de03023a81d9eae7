"""JSON as people save it, and as attackers write it."""

import pytest

from migrations_tracker.core.sources.json_text import BrokenJson, json_documents, looks_like_json


def test_documents_below_each_other_are_all_read() -> None:
    assert json_documents('{"a": 1}\n\n{"b": 2},\n[3]') == [{"a": 1}, {"b": 2}, [3]]


def test_a_byte_order_mark_does_no_harm() -> None:
    assert json_documents('\ufeff{"a": 1}') == [{"a": 1}]


def test_the_line_at_which_it_breaks_off_is_told() -> None:
    with pytest.raises(BrokenJson) as caught:
        json_documents('{"data": [\n{"id": 1},\n{"id"')
    assert caught.value.line == 3
    assert "line 3" in str(caught.value.sentence)


@pytest.mark.parametrize("shape", ["[", '{"a":'])
def test_nesting_without_end_is_a_sentence(shape: str) -> None:
    with pytest.raises(BrokenJson, match="nested too deeply"):
        json_documents(shape * 100_000)


def test_a_number_without_end_is_a_sentence() -> None:
    with pytest.raises(BrokenJson, match="too long"):
        json_documents("[" + "9" * 10_000 + "]")


@pytest.mark.parametrize("text", ['{"a": 1}', "[]", "[{", ' \n [ {"a"', "{}", '\ufeff{"a"'])
def test_json_is_told_by_its_beginning(text: str) -> None:
    assert looks_like_json(text)


@pytest.mark.parametrize("text", ["[EXTERNAL] Merge", "[Home](x)", "{{ x }}", "plain", "", "[1]"])
def test_other_text_is_not_taken_for_json(text: str) -> None:
    assert not looks_like_json(text)
