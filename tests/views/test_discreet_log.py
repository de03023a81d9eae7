"""Logs and mails about errors tell what happened, never what people wrote or where they can be
reached: a journey with marked texts, then a search for the marks."""

import json
import logging
import re
from collections.abc import Iterator
from io import StringIO
from smtplib import SMTPRecipientsRefused
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path, reverse
from pytest_django import Settings

from certmove import urls
from certmove.discretion import HIDDEN, discreet
from certmove.error_mail import ErrorMailHandler
from certmove.json_log import JsonFormatter
from certmove.sentry import start_sentry, without_what_people_wrote
from migrations_tracker.core.accounts import Phase
from migrations_tracker.models import Move, User
from migrations_tracker.snapshots.acts import start_snapshot
from tests.factories import AT

MARKS = {
    "note": "canary-note-5150",
    "mail": "canary-mail-text-7734",
    "code": "CANARYCODE99",
    "password": "canary horse battery staple",
    "address": "canary.person@example.net",
    "path": "canary-typed-into-the-address-bar",
}
PAGE = (
    f"=== BENEFITS ===\n50% discount on your next exam\t{MARKS['code']}\tExpires August 4, 2027\n"
)


def broken(request: HttpRequest, token: str) -> HttpResponse:
    raise RuntimeError(f"could not tell {MARKS['address']}")


def refused(request: HttpRequest) -> HttpResponse:
    detail = f"DETAIL:  Key (note)=({MARKS['note']}) already exists."
    raise IntegrityError(f"duplicate key value\n{detail}")


urlpatterns = [
    path("broken/<str:token>/", broken),
    path("refused/", refused),
    *urls.urlpatterns,
]
handler500 = urls.handler500


class RefusingBackend(BaseEmailBackend):
    def send_messages(self, messages: Any) -> int:
        raise SMTPRecipientsRefused({MARKS["address"]: (550, b"no such person")})


@pytest.fixture
def log() -> Iterator[StringIO]:
    """Everything that is logged, as the operator would read it."""
    stream = StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonFormatter())
    root, before = logging.getLogger(), logging.getLogger().level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield stream
    root.setLevel(before)
    root.removeHandler(handler)


@pytest.fixture(autouse=True)
def nothing_was_mailed_yet() -> None:
    """The handler that the settings make remembers what it has mailed."""
    for each in logging.getLogger().handlers:
        if isinstance(each, ErrorMailHandler):
            each._last.clear()


@pytest.fixture
def noisy(settings: Settings) -> None:
    settings.ROOT_URLCONF = __name__
    settings.CERTMOVE_ACCESS_LOG = True


def assert_no_mark_in(text: str) -> None:
    assert text
    assert [name for name, mark in MARKS.items() if mark in text] == []


def test_a_journey_leaves_no_text_code_address_or_password_in_the_log(
    move: Move, as_staff: Client, log: StringIO, noisy: None, settings: Settings
) -> None:
    as_staff.raise_request_exception = False
    draft = start_snapshot(move.source, Phase.BEFORE, by=move.owner, at=AT)
    edit = {"person_name": "A B", "time_zone": "Asia/Tokyo", "version": move.version}
    sent: list[tuple[str, dict[str, object]]] = [
        (reverse("moves:edit", args=[move.pk]), {**edit, "note": MARKS["note"]}),
        (reverse("moves:preview", args=[draft.pk]), {"text": PAGE}),
        (reverse("moves:keep", args=[draft.pk]), {"text": PAGE}),
        (reverse("moves:show_codes", args=[draft.pk]), {}),
        (reverse("moves:receive", args=[move.pk]), {"text": MARKS["mail"], "kind": "ack"}),
        (reverse("moves:account", args=[move.pk, "source"]), {"login_email": MARKS["address"]}),
    ]
    for address, data in sent:
        assert as_staff.post(address, data).status_code < 500, address
    assert as_staff.get(f"/nowhere/{MARKS['path']}/").status_code == 404
    assert as_staff.get(f"/broken/{MARKS['path']}/").status_code == 500
    assert as_staff.get("/refused/").status_code == 500
    settings.EMAIL_BACKEND = f"{__name__}.RefusingBackend"
    as_staff.post(reverse("invitations:list"), {"email": MARKS["address"]})
    assert "/broken/" in log.getvalue()
    assert "SMTPRecipientsRefused" in log.getvalue()
    assert_no_mark_in(log.getvalue())


def test_signing_in_and_a_reset_leave_no_password_address_or_link_in_the_log(
    alice: User, client: Client, log: StringIO, noisy: None
) -> None:
    User.objects.filter(pk=alice.pk).update(email=MARKS["address"])
    EmailAddress.objects.create(user=alice, email=MARKS["address"], primary=True, verified=True)
    answer = {"login": MARKS["address"], "password": MARKS["password"]}
    client.post(reverse("account_login"), answer)
    client.post(reverse("account_reset_password"), {"email": MARKS["address"]})
    (sent,) = mail.outbox
    link = re.search(r"/accounts/password/reset/key/([^/\s]+)/", str(sent.body))
    assert link
    client.get(link[0])
    client.get("/calendar/not-a-known-but-secret-token.ics")
    assert "account_reset_password_from_key" not in log.getvalue()
    for secret in (link[1], "not-a-known-but-secret-token"):
        assert secret not in log.getvalue()
    assert_no_mark_in(log.getvalue())


def test_each_answer_has_a_number_that_its_lines_have_too(
    as_alice: Client, log: StringIO, noisy: None
) -> None:
    as_alice.raise_request_exception = False
    number = as_alice.get("/broken/x/")["X-Request-ID"]
    lines = [json.loads(line) for line in log.getvalue().splitlines()]
    mine = [line for line in lines if line.get("request") == number]
    assert {line["logger"] for line in mine} >= {"django.request", "certmove.requests"}
    (access,) = (line for line in mine if line["logger"] == "certmove.requests")
    assert (access["method"], access["route"], access["status"]) == (
        "GET",
        "/broken/<str:token>/",
        500,
    )
    assert isinstance(access["person"], int)
    assert number not in as_alice.get("/broken/x/")["X-Request-ID"]


@pytest.mark.parametrize(("proxies", "believed"), [(0, False), (1, True)])
def test_a_proxys_number_is_kept_where_the_proxy_is_trusted(
    proxies: int, believed: bool, as_alice: Client, settings: Settings
) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    given = as_alice.get("/", headers={"x-request-id": "abc-12345678"})["X-Request-ID"]
    assert (given == "abc-12345678") is believed
    forged = as_alice.get("/", headers={"x-request-id": 'x" "level": "forged'})["X-Request-ID"]
    assert re.fullmatch("[0-9a-f]{32}", forged)


def test_errors_are_mailed_once_with_places_in_the_code_alone(
    as_alice: Client, noisy: None, settings: Settings
) -> None:
    settings.ADMINS = [("o", "operator@example.org")]
    as_alice.raise_request_exception = False
    for _ in range(3):
        as_alice.get("/broken/x/")
    (sent,) = mail.outbox
    assert sent.to == ["operator@example.org"]
    assert "RuntimeError" in sent.body
    assert "test_discreet_log.py" in sent.body
    assert_no_mark_in(f"{sent.subject}\n{sent.body}")


def test_a_mail_server_that_fails_does_not_break_the_page(
    as_alice: Client, noisy: None, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.ADMINS = [("o", "operator@example.org")]
    settings.EMAIL_BACKEND = f"{__name__}.RefusingBackend"
    as_alice.raise_request_exception = False
    assert as_alice.get("/broken/x/").status_code == 500
    assert "SMTPRecipientsRefused" in capsys.readouterr().err


def test_what_goes_to_sentry_is_kinds_and_places(settings: Settings) -> None:
    frame = {"filename": "a.py", "lineno": 3, "function": "f", "vars": {"note": MARKS["note"]}}
    event = {
        "event_id": "1",
        "user": {"email": MARKS["address"]},
        "request": {"url": MARKS["path"], "data": MARKS["mail"], "cookies": MARKS["password"]},
        "logentry": {"message": MARKS["mail"]},
        "extra": {"code": MARKS["code"]},
        "exception": {
            "values": [
                {"type": "E", "value": MARKS["note"], "stacktrace": {"frames": [frame]}},
            ]
        },
    }
    kept = without_what_people_wrote(event)
    assert_no_mark_in(json.dumps(kept))
    assert kept["exception"]["values"][0]["stacktrace"]["frames"][0]["lineno"] == 3
    start_sentry("")


def test_addresses_and_quoted_rows_are_hidden_and_the_rest_is_not() -> None:
    assert discreet("to <a.b@example.co.jp>, 550") == f"to <{HIDDEN}>, 550"
    assert discreet("x\nDETAIL:  Failing row contains (1, Hanako).") == f"x\nDETAIL: {HIDDEN}"
    assert discreet("storage full: disk I/O error") == "storage full: disk I/O error"
