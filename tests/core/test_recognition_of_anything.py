"""Properties that hold for any text, however odd."""

from hypothesis import given
from hypothesis import strategies as st

from migrations_tracker.core.documents import read_document
from migrations_tracker.core.recognition import recognise
from tests.core.shipped_catalogue import shipped_catalogue

NAMES = st.sampled_from(
    [name for entry in shipped_catalogue().entries for name in entry.names]
    + list(shipped_catalogue().exam_codes)
)
ODD = st.text(max_size=40)


@given(ODD, NAMES, ODD)
def test_any_text_gets_an_answer_that_is_consistent(before: str, name: str, after: str) -> None:
    text = f"{before} {name} {after}"
    found = recognise(text, shipped_catalogue())
    assert found.text == text
    assert set(found.candidates) <= set(shipped_catalogue().order)
    if found.certification:
        assert found.candidates == (found.certification,)


@given(NAMES, st.sampled_from(["-", "–", "—", "－", "−", "ー", " ", "  ", "\u3000", "\u00a0"]))
def test_dashes_and_blanks_change_no_answer(name: str, mark: str) -> None:
    plain = recognise(name, shipped_catalogue())
    written = name.replace(" - ", f" {mark} ").replace(" – ", f" {mark} ")
    assert recognise(written, shipped_catalogue()).certification == plain.certification


@given(st.lists(st.one_of(NAMES, ODD, st.dates().map(str)), max_size=12))
def test_any_lines_are_read_or_refused_without_an_error(lines: list[str]) -> None:
    text = "\n".join([*lines, "https://aws.amazon.com/verification"])
    reading = read_document(text, shipped_catalogue())
    assert reading is None or reading.kind
