"""What each answer of the site keeps to, at every address of the table."""

import contextlib
import re
from collections.abc import Iterator
from email.message import Message
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from django.conf import settings as configured
from django.core.cache import cache
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import path, reverse
from pytest_django import Settings

from certmove import urls
from migrations_tracker.evidence.certificates import attach_certificate
from migrations_tracker.models import MergeRequest, User
from tests.factories import AT
from tests.records import SAP
from tests.views.addresses import ADDRESSES, Things, url_of
from tests.views.conftest import signed_in
from tests.views.test_access import undone

STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
#: Of what somebody brought, which comes back as a download.
SHUT_IN = "default-src 'none'; sandbox"
WITH_QR_CODE = STRICT.replace("img-src 'self'", "img-src 'self' data:")
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
#: What may be written while a page is only looked at: none of it is anybody's record.
WRITTEN_BY_LOOKING = {
    "django_session",  # the session's last use; the form for a code; messages that were shown
    "shared_cache",  # counts of the limits
}
_WRITES = re.compile(r'^(?:INSERT INTO|UPDATE|DELETE FROM|REPLACE INTO) "?(\w+)"?')


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("as if something were broken")


urlpatterns = [path("broken/", broken), *urls.urlpatterns]


@pytest.fixture
def everything(things: Things) -> Client:
    """Alice as the superuser: nothing is shut, and all things are hers."""
    User.objects.filter(pk=things.move.owner_id).update(is_staff=True, is_superuser=True)
    return signed_in(User.objects.get(pk=things.move.owner_id))


def faults_of(response: HttpResponse, policy: str = STRICT) -> Iterator[str]:
    wanted = {**ALWAYS, "Content-Security-Policy": policy}
    for name, value in wanted.items():
        if response.headers.get(name) != value:
            yield f"{name}: {response.headers.get(name)}"
    if "geolocation=()" not in response.headers.get("Permissions-Policy", ""):
        yield "Permissions-Policy"


def test_each_answer_is_protected_kept_by_nobody_and_writes_nothing(
    things: Things, everything: Client
) -> None:
    faults = []
    for name in ADDRESSES:
        with undone(everything), CaptureQueriesContext(connection) as asked:
            answer = everything.get(url_of(name, things))
        policy = WITH_QR_CODE if name == "mfa_activate_totp" else STRICT
        policy = (
            SHUT_IN if "attachment" in answer.headers.get("Content-Disposition", "") else policy
        )
        faults += [f"{name}: {fault}" for fault in faults_of(answer, policy)]
        if "no-store" not in answer.headers.get("Cache-Control", ""):
            faults.append(f"{name}: may be kept: {answer.headers.get('Cache-Control')}")
        written = {found[1] for each in asked if (found := _WRITES.match(each["sql"]))}
        faults += [f"{name}: GET writes {table}" for table in written - WRITTEN_BY_LOOKING]
    assert not faults, "\n".join(faults)


def test_no_form_is_taken_without_its_token(things: Things, everything: Client) -> None:
    everything.handler.enforce_csrf_checks = True
    taken = [name for name in ADDRESSES if _post(everything, name, things) != 403]
    assert taken == []


def _post(client: Client, name: str, things: Things) -> int:
    return client.post(url_of(name, things), {"nothing": "1"}).status_code


def test_what_does_not_exist_or_is_broken_is_protected_too(
    everything: Client, settings: Settings
) -> None:
    settings.ROOT_URLCONF = __name__
    everything.raise_request_exception = False
    for page, status in (("/nowhere/", 404), ("/broken/", 500)):
        answer = everything.get(page)
        assert answer.status_code == status
        assert list(faults_of(answer)) == []
        assert "no-store" in answer["Cache-Control"]


def test_what_is_deleted_while_a_request_is_on_its_way_is_gone_and_no_fault(
    things: Things, as_alice: Client
) -> None:
    MergeRequest.objects.filter(pk=things.move.pk).delete()
    as_alice.raise_request_exception = False
    step = {"step": "verify", "version": 1}
    assert as_alice.post(url_of("moves:step", things), step).status_code == 404


def test_static_files_are_protected_and_may_be_kept(db: None) -> None:
    file = Path(configured.STATIC_ROOT) / "a.css"
    file.write_text("p {}")
    with contextlib.closing(Client().get("/static/a.css")) as answer:
        assert answer.status_code == 200
        assert list(faults_of(answer)) == []
        assert "no-store" not in answer["Cache-Control"]


class TestHttps:
    """The profile of a company."""

    @pytest.fixture(autouse=True)
    def _https(self, settings: Settings) -> None:
        settings.SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
        settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = settings.SECURE_SSL_REDIRECT = True

    def test_browsers_come_back_by_https_alone(self, alice: User) -> None:
        client = Client()
        for page in ("/accounts/login/", "/nowhere/", "/static/none.css", "/admin/"):
            answer = client.get(page, secure=True)
            assert answer["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
        assert client.get("/accounts/login/").status_code == 301

    def test_a_form_of_another_site_is_refused(self, alice: User) -> None:
        client = Client(enforce_csrf_checks=True)
        client.get("/accounts/login/", secure=True)
        token = client.cookies["csrftoken"].value
        answer = client.post(
            "/accounts/login/",
            {"login": "x", "password": "x", "csrfmiddlewaretoken": token},
            secure=True,
            headers={"origin": "https://evil.example"},
        )
        assert answer.status_code == 403


EVIL = [
    "https://evil.example/",
    "//evil.example/",
    "///evil.example/",
    "/\\evil.example/",
    "\\\\evil.example/",
    "https:evil.example",
    "http:///evil.example/",
    "javascript:alert(1)",
    "data:text/html,x",
    "\t//evil.example/",
    " //evil.example/",
    "/%0d%0aSet-Cookie:a=b",
    "/\r\nSet-Cookie: a=b",
    "//testserver@evil.example/",
    "https://testserver.evil.example/",
    "/\x00//evil.example/",
    "//evil。example/",
    "h\nttps://evil.example/",
]
#: Each address that sends on to where a form says.
SENDING_ON = {
    "account_login": {"login": "alice@example.com", "password": "correct horse battery staple"},
    "account_logout": {},
    "account_reauthenticate": {"password": "correct horse battery staple"},
    "preferences:language": {"language": "ja"},
    "preferences:theme": {"theme": "dark"},
}


@pytest.mark.parametrize("name", SENDING_ON)
def test_nobody_is_sent_on_to_another_site(
    name: str, things: Things, client: Client, as_alice: Client
) -> None:
    who = client if name == "account_login" else as_alice
    for target in EVIL:
        with undone(who):
            answer = who.post(reverse(name), {**SENDING_ON[name], "next": target})
            cache.clear()  # nobody signs in as often as this test
        assert answer.status_code == 302, target
        assert "Set-Cookie: a" not in str(answer.headers)
        # As a browser takes it: without line breaks and tabs, a backslash as a slash.
        there = re.sub(r"[\t\r\n]", "", answer["Location"]).strip().replace("\\", "/")
        landed = urlsplit(urljoin("http://testserver/", there))
        assert (landed.scheme, landed.netloc) == ("http", "testserver"), target


@pytest.mark.parametrize(
    "name",
    [
        'a"; filename="b.html',
        "a\r\nSet-Cookie: a=b\r\n\r\n<script>",
        "履歴.pdf",
        "..\\..\\x",
        "\u202efdp.exe",
    ],
)
def test_a_file_name_stays_one_name_and_ends_as_its_content_says(
    name: str, things: Things, as_alice: Client
) -> None:
    content = b"%PDF-1.4 " + name.encode()
    file = attach_certificate(
        things.move, certification=SAP.name, name=name, content=content, by=things.move.owner, at=AT
    )
    answer = as_alice.get(reverse("moves:certificate", args=[file.pk]))
    header = Message()
    header["Content-Disposition"] = answer["Content-Disposition"]
    assert header.get_content_disposition() == "attachment"
    assert len(header.get_params(header="Content-Disposition") or []) == 2
    assert (header.get_filename() or "").endswith(".pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert "a" not in answer.cookies
