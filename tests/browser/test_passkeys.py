"""Signing in with our own passkey script, against the browser's virtual authenticator."""

import pytest
from playwright.sync_api import Page, expect

from migrations_tracker.models import User
from tests.browser.test_accounts import AUTHENTICATOR, PASSWORD, sign_in

pytestmark = pytest.mark.django_db(transaction=True)


def confirm_password(page: Page) -> None:
    if "reauthenticate" in page.url:
        page.fill("#id_password", PASSWORD)
        page.press("#id_password", "Enter")


@pytest.fixture
def keyed(page: Page, alice: User) -> Page:
    """Alice's browser, signed out, with a passkey of hers in it."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    sign_in(page, alice)
    page.goto("/accounts/2fa/webauthn/add/")
    confirm_password(page)
    page.check("#id_passwordless")
    page.click("#mfa_webauthn_add")
    page.wait_for_url("**/recovery-codes/**")
    page.context.clear_cookies()
    page.goto("/accounts/login/")
    return page


def test_a_passkey_signs_in_without_a_password(keyed: Page) -> None:
    keyed.click("#passkey_login")
    expect(keyed.locator("header .menu summary")).to_contain_text("Alice")


def test_a_key_is_the_second_factor(keyed: Page, alice: User) -> None:
    keyed.fill("#id_login", alice.email)
    keyed.fill("#id_password", PASSWORD)
    keyed.press("#id_password", "Enter")
    keyed.wait_for_url("**/2fa/authenticate/")
    keyed.click("#mfa_webauthn_authenticate")
    expect(keyed.locator("header .menu summary")).to_contain_text("Alice")


def test_a_refused_key_is_told_on_the_page(page: Page, alice: User) -> None:
    page.goto("/accounts/login/")
    page.evaluate("() => { navigator.credentials.get = () => Promise.reject(new Error()) }")
    page.click("#passkey_login")
    expect(page.locator("[data-passkey-refused]")).to_be_visible()


def test_signing_in_needs_at_most_five_requests(page: Page, alice: User) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/accounts/login/")
    assert 1 < len(asked) <= 5
