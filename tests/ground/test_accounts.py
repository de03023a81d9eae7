"""Sign-in, passwords and second factors."""

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.core import mail
from django.test import Client

from migrations_tracker.models import User

PASSWORD = "correct horse battery staple"
NEW_PASSWORD = "seven quiet herons"


def sign_in(client: Client, password: str = PASSWORD) -> int:
    answer = {"login": "Alice@example.com", "password": password}
    return client.post("/accounts/login/", answer).status_code


@pytest.fixture
def proven(alice: User) -> User:
    """Alice, whose address is known to be hers."""
    EmailAddress.objects.create(user=alice, email=alice.email, primary=True, verified=True)
    return alice


def test_pages_ask_to_sign_in_first(client: Client, alice: User) -> None:
    response = client.get("/")
    assert (response.status_code, response["Location"]) == (302, "/accounts/login/?next=/")


def test_the_admin_signs_in_where_everybody_does(client: Client, alice: User) -> None:
    response = client.get("/admin/", follow=True)
    assert response.redirect_chain[-1][0].startswith("/accounts/login/")


def test_sign_in_and_sign_out(client: Client, proven: User) -> None:
    assert sign_in(client) == 302
    assert client.session["_auth_user_id"] == str(proven.pk)
    client.post("/accounts/logout/")
    assert "_auth_user_id" not in client.session


def test_signing_out_takes_a_form(client: Client, proven: User) -> None:
    sign_in(client)
    client.get("/accounts/logout/")
    assert "_auth_user_id" in client.session


def test_guessing_passwords_is_stopped(client: Client, proven: User) -> None:
    for _ in range(5):
        assert sign_in(client, "a wrong guess") == 200
    sign_in(client)
    assert "_auth_user_id" not in client.session


def test_a_forgotten_password_is_reset_by_mail(client: Client, proven: User) -> None:
    client.post("/accounts/password/reset/", {"email": "alice@example.com"})
    link = re.search(r"http://testserver(\S+)", str(mail.outbox[-1].body))
    assert link
    page = client.get(link[1], follow=True)
    answer = {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD}
    client.post(page.redirect_chain[-1][0], answer)
    assert sign_in(client, NEW_PASSWORD) == 302
    assert "_auth_user_id" in client.session


def test_the_reset_does_not_tell_who_is_here(client: Client, proven: User) -> None:
    known = client.post("/accounts/password/reset/", {"email": "alice@example.com"})
    unknown = client.post("/accounts/password/reset/", {"email": "nobody@example.com"})
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])


def test_a_password_is_changed_with_the_one_before(client: Client, proven: User) -> None:
    sign_in(client)
    answer = {"oldpassword": PASSWORD, "password1": NEW_PASSWORD, "password2": NEW_PASSWORD}
    client.post("/accounts/password/change/", answer)
    proven.refresh_from_db()
    assert proven.check_password(NEW_PASSWORD)


def test_eleven_characters_are_too_few(client: Client, proven: User) -> None:
    sign_in(client)
    answer = {"oldpassword": PASSWORD, "password1": "qzkv wpxj 7", "password2": "qzkv wpxj 7"}
    page = client.post("/accounts/password/change/", answer)
    assert "at least 12 characters" in page.text


def test_the_seed_of_a_second_factor_is_encrypted_at_rest(proven: User) -> None:
    seed = totp.generate_totp_secret()
    totp.TOTP.activate(proven, seed)
    stored = Authenticator.objects.get(user=proven, type="totp")
    assert stored.data["secret"].startswith("v1:")
    assert seed not in str(stored.data)
    code = totp.format_hotp_value(totp.hotp_value(seed, next(totp.yield_hotp_counters_from_time())))
    assert stored.wrap().validate_code(code)


def test_with_a_second_factor_the_password_is_not_enough(client: Client, proven: User) -> None:
    totp.TOTP.activate(proven, totp.generate_totp_secret())
    response = client.post(
        "/accounts/login/", {"login": proven.email, "password": PASSWORD}, follow=True
    )
    assert response.redirect_chain[-1][0].startswith("/accounts/2fa/authenticate/")
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    "page",
    [
        "/accounts/email/",
        "/accounts/password/change/",
        "/accounts/2fa/",
        "/accounts/2fa/totp/activate/",
        "/accounts/2fa/webauthn/",
        "/accounts/2fa/webauthn/add/",
        "/accounts/sessions/",
    ],
)
def test_each_page_of_the_account_opens(client: Client, proven: User, page: str) -> None:
    sign_in(client)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    assert client.get(page).status_code == 200


@pytest.mark.parametrize(
    "page", ["/accounts/login/", "/accounts/password/reset/", "/accounts/signup/"]
)
def test_each_page_of_the_door_opens(client: Client, alice: User, page: str) -> None:
    assert client.get(page).status_code == 200
