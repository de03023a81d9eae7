"""Encrypted texts open with their key, in their place, or not at all."""

from base64 import b64encode

import pytest
from django.core.exceptions import ImproperlyConfigured
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from migrations_tracker.encryption import KeyLost, Tampered, decrypt, encrypt, key_of, ring_of

OLD = "old:" + b64encode(b"o" * 32).decode()
NEW = "new:" + b64encode(b"n" * 32).decode()
PLACE = "benefit.code:7"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_every_text_comes_back(text: str) -> None:
    assert decrypt(encrypt(text, aad=PLACE), aad=PLACE) == text


def test_the_same_text_looks_different_each_time() -> None:
    assert encrypt("7Q2M9XK4B1", aad=PLACE) != encrypt("7Q2M9XK4B1", aad=PLACE)
    assert "7Q2M9XK4B1" not in encrypt("7Q2M9XK4B1", aad=PLACE)


def test_a_text_moved_to_another_place_does_not_open() -> None:
    with pytest.raises(Tampered):
        decrypt(encrypt("7Q2M9XK4B1", aad=PLACE), aad="benefit.code:8")


def test_a_changed_letter_anywhere_is_noticed() -> None:
    token = encrypt("7Q2M9XK4B1", aad=PLACE)
    for place, letter in enumerate(token):
        changed = token[:place] + ("A" if letter != "A" else "B") + token[place + 1 :]
        with pytest.raises((Tampered, KeyLost)):
            decrypt(changed, aad=PLACE)


@pytest.mark.parametrize(
    "token", ["", "v1", "v1:a:b:c", "7Q2M9XK4B1", "v1:old::", "v2:old:AA==:AA=="]
)
def test_what_was_never_encrypted_is_not_shown_as_if(token: str) -> None:
    with pytest.raises(Tampered):
        decrypt(token, aad=PLACE)


def test_the_first_key_writes_and_every_key_reads(settings: Settings) -> None:
    settings.CERTMOVE_ENC_KEYS = OLD
    written_before = encrypt("code", aad=PLACE)
    settings.CERTMOVE_ENC_KEYS = f"{NEW},{OLD}"
    assert key_of(encrypt("code", aad=PLACE)) == "new"
    assert decrypt(written_before, aad=PLACE) == "code"


def test_a_lost_key_is_named(settings: Settings) -> None:
    settings.CERTMOVE_ENC_KEYS = OLD
    token = encrypt("code", aad=PLACE)
    settings.CERTMOVE_ENC_KEYS = NEW
    with pytest.raises(KeyLost, match="the key old, which is not among CERTMOVE_ENC_KEYS"):
        decrypt(token, aad=PLACE)


def test_another_key_under_the_same_name_is_noticed(settings: Settings) -> None:
    settings.CERTMOVE_ENC_KEYS = OLD
    token = encrypt("code", aad=PLACE)
    settings.CERTMOVE_ENC_KEYS = NEW.replace("new:", "old:")
    with pytest.raises(Tampered, match="not the one that wrote it"):
        decrypt(token, aad=PLACE)


def test_keys_stand_by_comma_or_by_line() -> None:
    assert list(ring_of(f"{NEW}\n{OLD}\n").keys) == list(ring_of(f"{NEW}, {OLD}").keys)


@pytest.mark.parametrize("text", ["", "nokey", "a:short", f"{OLD},{OLD}", f"{OLD},b:!!!", "a b:c"])
def test_a_ring_with_a_bad_entry_is_refused_with_its_place(text: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=r"Entry \d of CERTMOVE_ENC_KEYS"):
        ring_of(text)
