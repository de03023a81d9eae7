"""What is packed comes back whole, or is refused: nothing is lost for the sake of room."""

import hashlib
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migrations_tracker.core.packed_records import (
    HeldRecord,
    codes_in,
    pack_records,
    unpack_records,
    with_codes,
)
from migrations_tracker.core.packing import NotPacked, beginning, pack, unpack
from migrations_tracker.core.packing_words import WORDS_1
from migrations_tracker.core.records import (
    Benefit,
    Certification,
    ExamAttempt,
    ExamRegistration,
    Record,
)
from tests.records import ONE_OF_EACH, SAP

minutes = st.times().map(lambda time: time.replace(microsecond=0))  # as finely as pages print
records = st.one_of(
    *(st.from_type(cls) for cls in (Certification, ExamAttempt, Benefit)),
    st.from_type(ExamRegistration).flatmap(
        lambda booked: st.builds(replace, st.just(booked), time=st.none() | minutes)
    ),
)


@given(st.text(st.characters(exclude_categories=[])))
def test_every_text_comes_back_half_characters_too(text: str) -> None:
    assert unpack(pack(text)) == text


def test_a_text_never_takes_more_than_one_byte_beyond_its_own() -> None:
    for text in ("", "7Q2M9XK4B1", "日本語", "x" * 100_000):
        assert len(pack(text)) <= len(text.encode()) + 1


def test_a_page_of_known_names_takes_a_tenth() -> None:
    page = "".join(
        f"AWS Certified Solutions Architect - Associate\nActive\nEarned: March {day}, 2024\n"
        for day in range(1, 29)
    )
    assert len(pack(page)) < len(page) / 10


@pytest.mark.parametrize("cut", [0, 1, 5, -1])
def test_what_was_cut_is_refused(cut: int) -> None:
    packed = pack("AWS Certified Security - Specialty " * 20)
    with pytest.raises(NotPacked):
        unpack(packed[:cut])


@pytest.mark.parametrize("packed", [b"plain", b"\x02new", b"\x00\xff", b"\x01\xff\xff"])
def test_what_was_never_packed_is_refused(packed: bytes) -> None:
    with pytest.raises(NotPacked):
        unpack(packed)


def test_the_words_stay_as_they_are_or_nothing_stored_opens_again() -> None:
    assert hashlib.sha256(WORDS_1).hexdigest() == (
        "afa8f2c7d61b2778a5117c875c321558f5304e6c5348a6c487a9a7d2380f26e7"
    )


@given(st.lists(st.builds(HeldRecord, number=st.integers(1), record=records), max_size=5))
def test_every_field_of_any_record_comes_back(held: list[HeldRecord]) -> None:
    numbered = [replace(each, number=place) for place, each in enumerate(held, start=1)]
    codes = codes_in(numbered)
    assert with_codes(unpack_records(pack_records(numbered)), codes) == _without_empty(numbered)


def _without_empty(held: list[HeldRecord]) -> list[HeldRecord]:
    """An empty code is none."""
    return [
        replace(each, record=replace(each.record, code=None))
        if getattr(each.record, "code", None) == ""
        else each
        for each in held
    ]


@pytest.mark.parametrize("record", ONE_OF_EACH)
def test_the_sample_of_each_kind_says_something_in_every_field(record: Record) -> None:
    """So that the tests of pages see each field come back."""
    left_out = {"registration_number", "where", "confirmation_number"}
    said = {f.name for f in fields(record) if getattr(record, f.name) is not None}
    assert {f.name for f in fields(record)} - said <= left_out


def test_a_code_is_not_among_the_packed_records() -> None:
    held = [HeldRecord(number=n, record=each) for n, each in enumerate([*ONE_OF_EACH, SAP])]
    assert "7Q2M9XK4B1" not in unpack(pack_records(held))
    assert codes_in(held) == {2: "7Q2M9XK4B1"}


LONG = "v1:k1:" + "".join(hashlib.sha256(bytes([n])).hexdigest() for n in range(256))


@pytest.mark.parametrize("text", [LONG, "v1:k1:short", ""])
def test_the_first_bytes_tell_how_a_text_begins(text: str) -> None:
    assert text.startswith(beginning(pack(text)[:512]))
    assert beginning(pack(text)[:512])[:6] == text[:6]
