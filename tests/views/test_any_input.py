"""Input of any kind: every form of every page answers it, and stores all of it or nothing.

The forms are found on the pages themselves, so a new one is driven from its first day.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import Settings

from migrations_tracker.models import User
from tests.odd_texts import ODD, odd_texts
from tests.views.addresses import ADDRESSES, Things, url_of
from tests.views.conftest import signed_in
from tests.views.forms_on_pages import PageForm, encoded, forms_of
from tests.views.test_access import undone

URLENCODED = "application/x-www-form-urlencoded"
#: Takes a post, yet stands on no page as it is opened here; and who drives it instead.
ELSEWHERE = {
    "moves:keep",  # on the page of a preview: below
    "moves:settle", "moves:unsettle",  # on a comparison that has findings: below
    # Buttons without a field.
    "moves:seal", "moves:empty", "moves:correct", "moves:discard", "moves:show_codes",
    "moves:export", "moves:remove_certificate", "moves:remove_record", "usersessions_list",
    "mfa_generate_recovery_codes",
    "moves:place", "moves:step",
    "first_use:welcome", "invitations:come_in", "invitations:withdraw", "account_confirm_email",
    "account_login", "account_signup", "account_reset_password_from_key",
    "account_set_password", "account_confirm_login_code", "mfa_authenticate",
    "mfa_reauthenticate", "mfa_deactivate_totp", "mfa_download_recovery_codes",
    "mfa_reauthenticate_webauthn", "mfa_remove_webauthn", "mfa_edit_webauthn",
    "mfa_login_webauthn", "account_logout", "moves:report", "account_reauthenticate",
}  # fmt: skip

quickly = settings(
    max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
at_length = settings(quickly, max_examples=100)


@pytest.fixture
def visitor(things: Things, settings: Settings) -> Client:
    """Alice as staff without the admin, of whom nothing is counted."""
    settings.RATE_LIMITS = dict.fromkeys(settings.RATE_LIMITS, (0, 1))
    settings.ACCOUNT_RATE_LIMITS = False
    User.objects.filter(pk=things.move.owner_id).update(is_staff=True)
    client = signed_in(User.objects.get(pk=things.move.owner_id))
    client.raise_request_exception = False
    return client


def rows() -> dict[str, list[Any]]:
    """All that is stored of anybody."""
    models = apps.get_app_config("migrations_tracker").get_models()
    return {
        model.__name__: list(model._base_manager.order_by("pk").values_list()) for model in models
    }


def faults_of(client: Client, url: str, body: str, before: dict[str, list[Any]]) -> Iterator[str]:
    """What is wrong with the answer to ``body``: a crash, or something stored with a refusal."""
    with undone(client):
        answer = client.post(url, body, content_type=URLENCODED)
        if answer.status_code >= 500:
            yield f"{answer.status_code} of {url}"
        elif answer.status_code >= 400 and rows() != before:
            yield f"{answer.status_code} of {url}, and yet something was stored"


def drive(client: Client, forms: list[PageForm], data: st.DataObject) -> None:
    """Fill each form with what stands in it already, and odd texts among it."""
    before = rows()
    for form in forms:
        body = {
            name: data.draw(st.just(value) | odd_texts if value else odd_texts)
            for name, value in form.fields
        }
        found = list(faults_of(client, form.action, encoded(body), before))
        assert found == [], (found, body)


@pytest.fixture
def forms(visitor: Client, things: Things) -> list[PageForm]:
    return [form for form in forms_of(visitor, things)["post"] if form.fields]


def test_each_address_that_takes_a_form_is_driven(
    visitor: Client, things: Things, forms: list[PageForm]
) -> None:
    driven = {form.action for form in forms}
    taking = {
        name
        for name, row in ADDRESSES.items()
        if not name.startswith("admin") and row.answers("staff")[2] not in ("405", "404")
    }
    assert {name for name in taking if url_of(name, things) not in driven} <= ELSEWHERE


@given(data=st.data())
@quickly
def test_each_form_answers_any_input(
    visitor: Client, forms: list[PageForm], data: st.DataObject
) -> None:
    drive(visitor, forms, data)


@pytest.mark.long
@given(data=st.data())
@at_length
def test_each_form_answers_any_input_at_length(
    visitor: Client, forms: list[PageForm], data: st.DataObject
) -> None:
    drive(visitor, forms, data)


AT_THE_DOOR = {"account_login", "account_signup", "account_reset_password", "mfa_login_webauthn"}
#: The forms that only other visitors see, or other stages of a move, with one of each field.
OTHERS: dict[str, dict[str, str]] = {
    "moves:keep": {"text": "x", "batch": "", "section": "", "date_order": "", "choice-1-1": ""},
    "moves:settle": {"finding": "", "reason": "because"},
    "moves:unsettle": {"finding": ""},
    "moves:step": {"step": "verify", "version": "1", "note": ""},
    "moves:receive": {"text": "x", "kind": "ack", "read": ""},
    "account_login": {"login": "alice@example.com", "password": "x", "next": ""},
    "account_reset_password": {"email": "alice@example.com"},
    "account_signup": {"email": "x@example.com", "password1": "x", "password2": "x"},
    "account_reauthenticate": {"password": "x", "next": ""},
    "mfa_activate_totp": {"code": "123456"},
    "mfa_add_webauthn": {"name": "x", "credential": "{}"},
    "mfa_login_webauthn": {"credential": "{}"},
    "mfa_reauthenticate_webauthn": {"credential": "{}"},
    "preferences:language": {"language": "ja", "next": "/"},
    "preferences:theme": {"theme": "dark", "next": "/"},
}


@given(data=st.data())
@quickly
def test_forms_of_other_visitors_and_stages_answer_any_input(
    visitor: Client, client: Client, things: Things, data: st.DataObject
) -> None:
    before = rows()
    for name, fields in OTHERS.items():
        who = client if name in AT_THE_DOOR else visitor
        who.raise_request_exception = False
        body = {field: data.draw(st.just(value) | odd_texts) for field, value in fields.items()}
        found = list(faults_of(who, url_of(name, things), encoded(body), before))
        assert found == [], (found, body)


#: What has brought most programs down, tried at every field in each run.
WORST = ("\x00", "a\x00b", "\ud800", "9" * 400, "x" * 20_000)


def test_no_field_of_a_form_falls_over_the_worst_texts(
    visitor: Client, client: Client, things: Things, forms: list[PageForm]
) -> None:
    client.raise_request_exception = False
    filled = [(visitor, form.action, dict(form.fields)) for form in forms]
    for name, fields in OTHERS.items():
        who = client if name in AT_THE_DOOR else visitor
        filled += [(who, url_of(name, things), fields)]
    before, found = rows(), []
    for who, url, fields in filled:
        for odd in WORST:
            everywhere = dict.fromkeys(fields, odd)
            alone = [{**fields, name: odd} for name in fields] if odd in WORST[:1] else []
            for body in (everywhere, *alone):
                found += faults_of(who, url, encoded(body), before)
    assert found == []


CREDENTIALS = (
    '{"id": 1}',
    '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {}}',
    '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {"clientDataJSON": "e30", '
    '"attestationObject": "oA", "authenticatorData": "AA", "signature": "AA", "userHandle": "AA"}}',
    '{"id": "AA", "rawId": "!", "type": "x", "response": {"clientDataJSON": "WzFd", '
    '"attestationObject": "gA", "authenticatorData": null, "signature": 7, "userHandle": "/w"}}',
    "[]", "null", "1", '"x"', "[" * 3000,
)  # fmt: skip


@pytest.mark.parametrize("page", ["mfa_add_webauthn", "mfa_login_webauthn"])
def test_what_is_no_passkey_is_refused(
    page: str, visitor: Client, client: Client, things: Things
) -> None:
    who = visitor if page == "mfa_add_webauthn" else client
    for credential in CREDENTIALS:
        who.get(url_of(page, things))  # which asks the question
        answer = who.post(url_of(page, things), {"name": "x", "credential": credential})
        assert answer.status_code < 500, credential
    assert not Authenticator.objects.exists()


def test_each_odd_text_fits_into_no_page_or_into_all_of_it(visitor: Client, things: Things) -> None:
    """The words of an address, of its query and of the headers, too."""
    pages = [name for name, row in ADDRESSES.items() if row.answers("owner")[0] == "200"]
    for odd, name in zip(ODD, (pages * len(ODD))[: len(ODD)], strict=True):
        words = encoded(dict.fromkeys(("q", "page", "next", "stage", "order", "kind"), odd[:500]))
        for page in {name, "moves:dashboard", "moves:catalogue"}:
            answer = visitor.get(f"{url_of(page, things)}?{words}")
            assert answer.status_code < 500, (page, odd)
    for odd in ODD:
        address = f"/moves/{encoded({'': odd[:300]})[1:]}/letters/x/"
        assert visitor.get(address).status_code == 404
        header = "".join(each for each in odd[:300] if each >= " ").encode("utf-8", "replace")
        answer = visitor.get(
            "/",
            headers={
                "accept-language": header.decode("latin-1"),
                "user-agent": header.decode("latin-1"),
                "cookie": f"theme={header.decode('latin-1')}; language=x; device=x",
            },
        )
        assert answer.status_code < 500, odd


def files_of(data: st.DataObject) -> list[SimpleUploadedFile]:
    heads = (b"", b"%PDF-1.4", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"Subject: ", b"{", b"<html>")
    content = data.draw(st.sampled_from(heads)) + data.draw(st.binary(max_size=60))
    name = data.draw(odd_texts)[:200].encode("utf-8", "replace").decode()
    return [SimpleUploadedFile(name or "x", content)]


@given(data=st.data())
@settings(quickly, max_examples=4)
def test_files_of_any_name_and_content_are_answered(
    visitor: Client, things: Things, data: st.DataObject
) -> None:
    (file,) = files_of(data)
    fields: tuple[tuple[str, dict[str, Any]], ...] = (
        ("moves:preview", {"documents": [file]}),
        ("moves:receive", {"file": file, "kind": "ack"}),
        ("moves:attach", {"file": file, "certification": "AWS Certified Cloud Practitioner"}),
    )
    for name, body in fields:
        file.seek(0)
        with undone(visitor):
            answer: HttpResponse = visitor.post(url_of(name, things), body)
        assert answer.status_code < 500, (name, file.name)


@pytest.mark.long
def test_ten_megabytes_in_a_field_are_answered(visitor: Client, forms: list[PageForm]) -> None:
    before = rows()
    for form in forms:
        longest = max(form.fields, key=lambda field: len(field[1]))[0]
        body = encoded({**dict(form.fields), longest: "あ" * 3_333_333})
        assert list(faults_of(visitor, form.action, body, before)) == []
