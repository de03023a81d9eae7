"""The log tells who came and who tried to, and no name, address or password."""

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal import auth as totp
from django.test import Client

from migrations_tracker.models import User

PASSWORD = "correct horse battery staple"


def lines(log: pytest.LogCaptureFixture) -> list[str]:
    return [each.getMessage() for each in log.records if each.name.endswith("security_log")]


@pytest.fixture
def proven(alice: User) -> User:
    EmailAddress.objects.create(user=alice, email=alice.email, primary=True, verified=True)
    return alice


def test_coming_and_going_are_told_by_number(
    client: Client, proven: User, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    client.post("/accounts/login/", {"login": proven.email, "password": "a wrong guess"})
    client.post("/accounts/login/", {"login": proven.email, "password": PASSWORD})
    client.post("/accounts/logout/")
    assert lines(caplog) == [
        "a password was wrong: person unknown",
        f"signed in: person {proven.pk}",
        f"signed out: person {proven.pk}",
    ]
    assert proven.email not in caplog.text
    assert "wrong guess" not in caplog.text


def test_a_wrong_code_is_told(
    client: Client, proven: User, caplog: pytest.LogCaptureFixture
) -> None:
    totp.TOTP.activate(proven, totp.generate_totp_secret())
    client.post("/accounts/login/", {"login": proven.email, "password": PASSWORD})
    client.post("/accounts/2fa/authenticate/", {"code": "000000"})
    assert lines(caplog) == [f"a second factor was wrong: person {proven.pk}"]


def test_another_password_is_told(
    client: Client, proven: User, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    client.post("/accounts/login/", {"login": proven.email, "password": PASSWORD})
    new = "seven quiet herons"
    answer = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    client.post("/accounts/password/change/", answer)
    assert f"changed the password: person {proven.pk}" in lines(caplog)
    assert new not in caplog.text
