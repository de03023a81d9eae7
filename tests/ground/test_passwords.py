"""What may be a password: long, of any signs, and not the first that anybody tries."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from migrations_tracker.models import User

HANAKO = User(first_name="Hanako", last_name="Sato", email="hanako@kaisha.example.jp")


@pytest.mark.parametrize(
    "password",
    [
        "certmove-certmove",
        "AWS Certified!!",
        "HanakoSato2026",
        "kaisha.certmove",
        "Certification1",
        "パスワードパスワードパスワード",
        "password1234",
        "eleven char",
    ],
)
def test_what_anybody_would_try_is_refused(password: str) -> None:
    with pytest.raises(ValidationError):
        validate_password(password, HANAKO)


@pytest.mark.parametrize(
    "password",
    [
        "seven quiet herons",
        "七羽の静かな鷺が水辺に立つ",
        "aws certmove and eleven violet hats",
        "............,.......;",
        "x" * 3 + "qzkv wpxj lmno " * 8,
        "🦢🌊🪨🌾🦆🪷🐟🌬️🌙⭐🌧️🏞️",
    ],
)
def test_any_signs_make_a_password_and_128_of_them_too(password: str) -> None:
    validate_password(password, HANAKO)
    HANAKO.set_password(password)
    assert HANAKO.check_password(password)
    assert not HANAKO.check_password(password[:-1])
    assert not HANAKO.check_password(password.swapcase() + " ")
