"""What is too large is told so, in words."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import path
from pytest_django import Settings

from certmove import errors, urls
from migrations_tracker.models import User


def takes(request: HttpRequest) -> HttpResponse:
    return HttpResponse(str(len(request.POST.get("text", "")) + len(request.FILES)))


urlpatterns = [path("takes/", takes), *urls.urlpatterns]
handler400 = "certmove.errors.bad_request"


@pytest.fixture
def visitor(client: Client, alice: User, settings: Settings) -> Client:
    settings.ROOT_URLCONF = __name__
    client.force_login(alice)
    return client


def test_ten_megabytes_reach_their_form(visitor: Client) -> None:
    assert visitor.post("/takes/", {"text": "ノ" * 3_333_333}).text == "3333333"


@pytest.mark.parametrize(("language", "words"), [("en", "Nothing was stored"), ("ja", "<h1>")])
def test_a_paste_far_beyond_that_is_refused(visitor: Client, language: str, words: str) -> None:
    response = visitor.post(
        "/takes/",
        "text=" + "x" * 34_000_000,
        content_type="application/x-www-form-urlencoded",
        HTTP_ACCEPT_LANGUAGE=language,
    )
    assert response.status_code == 413
    assert words in response.text
    assert "Content-Security-Policy" in response.headers


def test_files_beyond_the_cap_are_refused_before_they_are_read(
    visitor: Client, settings: Settings
) -> None:
    settings.UPLOAD_MAX_SIZE = 1000
    response = visitor.post("/takes/", {"file": SimpleUploadedFile("a.pdf", b"x" * 2000)})
    assert response.status_code == 413


def test_files_below_the_cap_pass(visitor: Client) -> None:
    assert visitor.post("/takes/", {"file": SimpleUploadedFile("a.pdf", b"x" * 2000)}).text == "1"


def test_too_many_fields_are_refused(visitor: Client) -> None:
    fields = {f"f{number}": "x" for number in range(1001)}
    assert visitor.post("/takes/", fields).status_code == 413


def test_the_rest_of_a_refused_body_is_read_so_that_the_answer_arrives() -> None:
    body = io.BytesIO(b"x" * 300_000)
    request = RequestFactory().post("/takes/")
    request.META.update({"wsgi.input": body, "CONTENT_LENGTH": "300000"})
    errors._drain(request)
    assert body.read() == b""


def test_another_host_is_told_which_address_is_right(alice: User) -> None:
    response = Client().get("/", HTTP_HOST="evil.example")
    assert response.status_code == 400
    assert "CERTMOVE_URL" in response.text
