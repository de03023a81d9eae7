"""allauth's pages in our look: each without a fault, on a phone, in both languages and themes."""

import pytest
from django.conf import settings as configured
from playwright.sync_api import Page
from pytest_django import Settings

from migrations_tracker.models import User
from tests.browser.conftest import violations
from tests.browser.test_accounts import PASSWORD, sign_in

pytestmark = pytest.mark.django_db(transaction=True)

BEFORE_SIGNING_IN = [
    "/accounts/login/",
    "/accounts/signup/",
    "/accounts/password/reset/",
    "/accounts/password/reset/done/",
    "/accounts/password/reset/key/0-none/",
    "/accounts/password/reset/key/done/",
    "/accounts/confirm-email/",
    "/accounts/confirm-email/none/",
    "/accounts/inactive/",
    "/not/a/page/",
]
SIGNED_IN = [
    "/accounts/email/",
    "/accounts/password/change/",
    "/accounts/2fa/",
    "/accounts/2fa/totp/activate/",
    "/accounts/2fa/webauthn/",
    "/accounts/2fa/webauthn/add/",
    "/accounts/sessions/",
    "/accounts/logout/",
    "/your-data/",
    "/your-data/delete/",
    "/accounts/reauthenticate/",
]


def faults(page: Page, address: str) -> list[str]:
    """What is wrong with the page at ``address``, as sentences."""
    page.goto(address)
    found = violations(page)
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        found.append("scrolls sideways")
    if page.locator("h1").count() != 1:
        found.append("has not one h1")
    return [f"{address}: {fault}" for fault in found]


@pytest.fixture(params=[("en", "light"), ("ja", "dark")], ids=["en-light", "ja-dark"])
def phone(page: Page, base_url: str, alice: User, request: pytest.FixtureRequest) -> Page:
    """A narrow browser; it and Alice speak one language."""
    language, theme = request.param
    User.objects.update(language=language)
    page.set_viewport_size({"width": 320, "height": 700})
    page.emulate_media(color_scheme=theme)
    name = configured.LANGUAGE_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": language, "url": base_url}])
    return page


def test_no_page_before_signing_in_has_a_fault(phone: Page, alice: User) -> None:
    assert [fault for address in BEFORE_SIGNING_IN for fault in faults(phone, address)] == []


def test_no_page_of_an_account_has_a_fault(phone: Page, alice: User) -> None:
    sign_in(phone, alice)
    phone.goto("/accounts/reauthenticate/")
    phone.fill("#id_password", PASSWORD)
    phone.press("#id_password", "Enter")
    phone.wait_for_url("/")
    assert [fault for address in SIGNED_IN for fault in faults(phone, address)] == []


def test_the_way_to_a_second_factor_and_the_break_have_no_fault(
    phone: Page, alice: User, bob: User, settings: Settings
) -> None:
    sign_in(phone, alice)
    settings.CERTMOVE_REQUIRE_MFA = True
    assert faults(phone, "/") == []
    assert phone.locator("main a.button").first.get_attribute("href") == (
        "/accounts/2fa/webauthn/add/"
    )
    settings.CERTMOVE_REQUIRE_MFA = False
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    phone.context.clear_cookies()
    for _ in range(2):
        phone.goto("/accounts/login/")
        phone.fill("#id_login", alice.email)
        phone.fill("#id_password", "something else")
        with phone.expect_navigation():
            phone.press("#id_password", "Enter")
    assert phone.locator("main h1").inner_text() in (
        "A short break, please",
        "少し時間をおいてください",
    )
    assert violations(phone) == []


def test_a_wrong_password_is_told_above_the_form(phone: Page, alice: User) -> None:
    phone.goto("/accounts/login/")
    phone.fill("#id_login", alice.email)
    phone.fill("#id_password", "something else")
    phone.press("#id_password", "Enter")
    phone.locator("[role=alert] .notice, .notice[role=alert]").first.wait_for()
    assert phone.input_value("#id_login") == alice.email
    assert violations(phone) == []
