"""Each answer is protected, errors included."""

import json
import os
import re
import subprocess
import sys

import pytest
from allauth.account.models import EmailAddress
from django.conf import settings as configured
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from pytest_django import Settings

from certmove import urls
from migrations_tracker.models import User

STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("as if something were broken")


urlpatterns = [path("broken/", broken), *urls.urlpatterns]


@pytest.mark.parametrize("page", ["/accounts/login/", "/", "/nowhere/", "/preferences/theme/"])
def test_every_answer_carries_the_protective_headers(
    client: Client, alice: User, page: str
) -> None:
    response = client.get(page)
    assert response["Content-Security-Policy"] == STRICT
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["X-Frame-Options"] == "DENY"
    assert "geolocation=()" in response["Permissions-Policy"]
    assert "no-store" in response["Cache-Control"]


def test_an_error_is_protected_too_and_says_what_to_do(alice: User, settings: Settings) -> None:
    settings.ROOT_URLCONF = __name__
    client = Client(raise_request_exception=False)
    client.force_login(alice)
    response = client.get("/broken/")
    assert response.status_code == 500
    assert response["Content-Security-Policy"] == STRICT
    assert "no-store" in response["Cache-Control"]
    assert "<h1>" in response.text
    assert "as if something" not in response.text


def test_only_the_page_with_the_qr_code_may_show_data_images(client: Client, alice: User) -> None:
    EmailAddress.objects.create(user=alice, email=alice.email, primary=True, verified=True)
    client.force_login(alice)
    answer = {"password": "correct horse battery staple"}
    client.post("/accounts/reauthenticate/", answer)
    page = client.get("/accounts/2fa/totp/activate/")
    assert page.status_code == 200
    assert "img-src 'self' data:;" in page["Content-Security-Policy"]
    assert "data:" not in client.get("/accounts/2fa/")["Content-Security-Policy"]


def test_the_admin_is_no_exception(client: Client, staff: User) -> None:
    client.force_login(staff)
    assert client.get("/admin/")["Content-Security-Policy"] == STRICT


def test_no_page_keeps_a_script_or_a_style_of_its_own(client: Client, alice: User) -> None:
    client.force_login(alice)
    for page in ("/", "/accounts/2fa/", "/accounts/sessions/"):
        text = client.get(page, follow=True).text
        assert "<style" not in text
        assert " style=" not in text
        assert " onclick=" not in text


def test_cookies_are_out_of_reach_of_scripts(client: Client, alice: User) -> None:
    EmailAddress.objects.create(user=alice, email=alice.email, primary=True, verified=True)
    client.get("/accounts/login/")
    answer = {"login": alice.email, "password": "correct horse battery staple"}
    client.post("/accounts/login/", answer)
    assert client.cookies["csrftoken"]["httponly"]
    assert client.cookies["csrftoken"]["samesite"] == "Lax"
    assert client.cookies["sessionid"]["httponly"]


def test_a_form_without_its_token_is_refused_with_advice(alice: User) -> None:
    client = Client(enforce_csrf_checks=True)
    response = client.post("/accounts/login/", {"login": alice.email, "password": "x"})
    assert response.status_code == 403
    assert "too old" in response.text


def of_profile(code: str, **environment: str) -> str:
    """What a fresh process prints in the profile of ``environment``."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith("CERTMOVE_")}
    known = {
        "CERTMOVE_DATA": str(configured.DATA_FOLDER),
        "CERTMOVE_ENV_FILE": os.devnull,
        "DJANGO_SETTINGS_MODULE": "certmove.settings",
    }
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", f"import json, django; django.setup(); {code}"],
        env=clean | known | environment,
        capture_output=True,
        text=True,
        check=True,
        cwd=configured.BASE_DIR,
    ).stdout


def test_an_https_address_makes_cookies_hosts_and_redirects_safe() -> None:
    expected = {
        "ALLOWED_HOSTS": ["certmove.example.com"],
        "CSRF_TRUSTED_ORIGINS": ["https://certmove.example.com"],
        "SESSION_COOKIE_NAME": "__Host-sessionid",
        "CSRF_COOKIE_NAME": "__Host-csrftoken",
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
        "SECURE_SSL_REDIRECT": True,
        "SECURE_HSTS_SECONDS": 31_536_000,
        "SECURE_PROXY_SSL_HEADER": None,
        "LISTENS_BEYOND_LOOPBACK": True,
        "DEBUG": False,
    }
    code = (
        "from django.conf import settings as s; "
        f"print(json.dumps({{name: getattr(s, name) for name in {list(expected)!r}}}))"
    )
    found = of_profile(code, CERTMOVE_URL="https://certmove.example.com")
    assert json.loads(found) == expected


def test_on_https_each_cookie_is_for_this_host_alone() -> None:
    code = (
        "from django.conf import settings as s; from certmove.messages import MessagesCookie; "
        "names = [getattr(s, n) for n in dir(s) if n.endswith('_COOKIE_NAME')]; "
        "print(json.dumps([*names, MessagesCookie.cookie_name]))"
    )
    names = json.loads(of_profile(code, CERTMOVE_URL="https://certmove.example.com"))
    assert len(names) == 6
    assert all(name.startswith("__Host-") for name in names)


def test_the_environment_comes_before_the_files() -> None:
    code = "from django.conf import settings as s; print(s.SECRET_KEY)"
    assert of_profile(code, CERTMOVE_SECRET_KEY="of the environment").strip() == (
        "of the environment"
    )


def test_every_setting_is_named_in_the_example() -> None:
    source = (configured.BASE_DIR / "certmove" / "settings.py").read_text()
    example = (configured.BASE_DIR / ".env.example").read_text()
    asked_for = set(re.findall(r'(?:env\.str|number|switch)\((?:env, )?"(\w+)"', source))
    named = {line[1:].split("=")[0] for line in example.splitlines() if "=" in line}
    assert asked_for - {"CERTMOVE_ENV_FILE"} <= named
    assert "CERTMOVE_URL" in asked_for
