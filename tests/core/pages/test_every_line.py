"""Nothing vanishes: every line that is not blank is a record's, furniture, or left over."""

from hypothesis import given, settings
from hypothesis import strategies as st

from migrations_tracker.core.pages import read_page
from migrations_tracker.core.reading import Reading
from migrations_tracker.core.records import RecordType
from tests.core.pages.examples import CATALOGUE, PAGES

_LINES = sorted(
    {
        line
        for page in PAGES
        if page.suffix == ".txt"
        for line in page.read_text("utf-8").split("\n")
    }
)
_line = st.sampled_from(_LINES) | st.text(max_size=40)
_text = st.lists(_line, max_size=25).map("\n".join)


def _assert_every_line_is_accounted_for(text: str, reading: Reading) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    records = {number for found in reading.found for number in found.lines}
    leftovers = {leftover.line for leftover in reading.leftovers}
    furniture = set(reading.furniture)
    assert not records & leftovers
    assert not records & furniture
    assert not leftovers & furniture
    accounted = records | leftovers | furniture
    unseen = {n for n, line in enumerate(lines, 1) if _is_seen(line)} - accounted
    assert not unseen
    assert accounted <= set(range(1, len(lines) + 1))


def _is_seen(line: str) -> bool:
    return any(c.isprintable() and not c.isspace() for c in line)


@settings(max_examples=150, deadline=None)
@given(text=_text, section=st.none() | st.sampled_from(RecordType))
def test_every_line_is_a_records_or_furniture_or_left_over(
    text: str, section: RecordType | None
) -> None:
    _assert_every_line_is_accounted_for(text, read_page(text, CATALOGUE, section=section))


def test_every_line_of_every_example_is_accounted_for() -> None:
    for page in PAGES:
        if page.suffix == ".txt":
            text = page.read_bytes().decode("utf-8")
            _assert_every_line_is_accounted_for(text, read_page(text, CATALOGUE))


@settings(max_examples=60, deadline=None)
@given(text=_text)
def test_the_same_text_gives_the_same_reading(text: str) -> None:
    assert read_page(text, CATALOGUE) == read_page(text, CATALOGUE)
