"""Coming in, and the second factors, in a browser."""

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from playwright.sync_api import Page, expect

from migrations_tracker.models import User
from tests.browser.conftest import violations

PASSWORD = "correct horse battery staple"
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def sign_in(page: Page, user: User) -> None:
    EmailAddress.objects.get_or_create(user=user, email=user.email, primary=True, verified=True)
    page.goto("/accounts/login/")
    page.fill("#id_login", user.email)
    page.fill("#id_password", PASSWORD)
    page.press("#id_password", "Enter")
    page.wait_for_url("/")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_first_person_comes_in(page: Page, language: str) -> None:
    page.goto("/")
    page.locator(f'header button[value="{language}"]').click()
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator("h1")).to_have_count(1)
    assert violations(page) == []
    page.fill("#id_name", "Hanako Sato")
    page.fill("#id_email", "hanako@example.jp")
    page.fill("#id_password", "seven quiet herons")
    page.fill("#id_password_again", "seven quiet herons")
    page.press("#id_password_again", "Enter")
    page.wait_for_url("/")
    assert User.objects.get().language == language


@pytest.mark.django_db(transaction=True)
def test_a_passkey_is_added(page: Page, alice: User) -> None:
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    sign_in(page, alice)
    page.goto("/accounts/2fa/webauthn/add/")
    page.fill("#id_name", "My laptop")
    if page.locator("#id_passwordless").count():
        page.check("#id_passwordless")
    page.locator("main form button[type=submit], main form button").first.click()
    page.wait_for_url(lambda url: "/add/" not in url)
    assert Authenticator.objects.filter(user=alice, type="webauthn").exists()


@pytest.mark.django_db(transaction=True)
def test_the_qr_code_of_a_second_factor_is_shown(page: Page, alice: User) -> None:
    sign_in(page, alice)
    page.goto("/accounts/2fa/totp/activate/")
    shown = page.locator("main img").evaluate("image => image.complete && image.naturalWidth")
    assert shown > 0


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("where", ["", "account/emailaddress/", "account/emailaddress/add/"])
def test_the_admin_keeps_to_the_policy_of_all(page: Page, staff: User, where: str) -> None:
    sign_in(page, staff)
    answer = page.goto(f"/admin/{where}")
    assert answer
    assert answer.ok
    expect(page.locator("h1").first).to_be_visible()
