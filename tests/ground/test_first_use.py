"""The first person comes in through a door that shuts for good."""

import re
from datetime import UTC, datetime

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from pytest_django import Settings

from migrations_tracker.accounts import first_code, first_use
from migrations_tracker.accounts.people import NewPerson
from migrations_tracker.models import Move, Opening, User

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
PASSWORD = "seven quiet herons"
HANAKO = NewPerson("Hanako Sato", "hanako@example.jp", PASSWORD, "ja", "Asia/Tokyo")
FORM = {
    "name": "Hanako Sato",
    "email": "Hanako@Example.jp",
    "password": PASSWORD,
    "password_again": PASSWORD,
    "language": "ja",
    "time_zone": "Asia/Tokyo",
}

pytestmark = pytest.mark.django_db


def test_every_page_of_an_empty_installation_leads_to_the_door(client: Client) -> None:
    for page in ("/", "/accounts/login/", "/admin/", "/moves/1/", "/nowhere/"):
        response = client.get(page)
        assert (response.status_code, response["Location"]) == (302, "/welcome/")


def test_the_first_person_is_the_administrator_and_signed_in(client: Client) -> None:
    response = client.post("/welcome/", FORM)
    assert (response.status_code, response["Location"]) == (302, "/")
    user = User.objects.get()
    assert (user.email, user.is_staff, user.is_superuser) == ("hanako@example.jp", True, True)
    assert (user.get_full_name(), user.language, user.time_zone) == (
        "Hanako Sato",
        "ja",
        "Asia/Tokyo",
    )
    assert user.check_password(PASSWORD)
    assert EmailAddress.objects.get(user=user).verified
    assert client.session["_auth_user_id"] == str(user.pk)


def test_who_wants_to_look_around_finds_a_sample_move(client: Client) -> None:
    client.post("/welcome/", {**FORM, "sample": "yes"})
    assert Move.objects.get().owner == User.objects.get()


def test_nobody_gets_a_sample_unasked(client: Client) -> None:
    client.post("/welcome/", FORM)
    assert not Move.objects.exists()


def test_the_door_is_shut_as_soon_as_anybody_exists(client: Client, charlie: User) -> None:
    assert client.get("/welcome/").status_code == 404
    assert client.post("/welcome/", FORM).status_code == 404
    assert User.objects.count() == 1


def test_the_door_stays_shut_when_everybody_is_deleted(client: Client) -> None:
    first_use.open_installation(HANAKO, at=NOON)
    User.objects.all().delete()
    assert client.post("/welcome/", FORM).status_code == 404


def test_of_two_first_persons_the_database_lets_one_in() -> None:
    Opening.objects.create(opened_at=NOON)  # what the faster one has just written
    with pytest.raises(first_use.AlreadyOpened):
        first_use._shut_the_door(NOON)
    with pytest.raises(first_use.AlreadyOpened):
        first_use.open_installation(HANAKO, at=NOON)
    assert not User.objects.exists()


def test_when_the_sample_fails_nobody_was_made() -> None:
    def broken(user: User, at: datetime) -> None:
        raise RuntimeError("no sample")

    with pytest.raises(RuntimeError):
        first_use.open_installation(HANAKO, at=NOON, sample=broken)
    assert first_use.is_open()


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("name", "", "This field is required"),
        ("email", "hanako", "valid email address"),
        ("password_again", "another one", "not the same"),
        ("time_zone", "Asia/Tokio", "no time zone Asia/Tokio"),
        ("time_zone", "../../etc/passwd", "no time zone"),
        ("language", "fr", "not one of the available choices"),
        ("name", "a\x00b", "Null characters"),
    ],
)
def test_bad_input_is_answered_beside_its_field_and_kept(
    client: Client, field: str, value: str, message: str
) -> None:
    response = client.post("/welcome/", {**FORM, field: value})
    assert response.status_code == 422
    assert any(message in error for error in response.context["form"].errors[field])
    assert "Hanako@Example.jp" in response.text or field == "email"
    assert PASSWORD not in response.text
    assert not User.objects.exists()


@pytest.mark.parametrize("weak", ["short", "password1234", "hanako@example.jp", "Hanako Sato!"])
def test_a_weak_password_is_told_why(client: Client, weak: str) -> None:
    response = client.post("/welcome/", {**FORM, "password": weak, "password_again": weak})
    assert response.context["form"].errors["password"]


def test_on_the_loopback_address_no_code_is_asked(client: Client) -> None:
    assert "code" not in client.get("/welcome/").context["form"].fields


def test_somebody_from_elsewhere_needs_the_code(client: Client) -> None:
    response = client.post("/welcome/", FORM, REMOTE_ADDR="192.0.2.9")
    assert response.context["form"].errors["code"]
    assert not User.objects.exists()


class TestBeyondLoopback:
    """The server listens where others could come first."""

    @pytest.fixture(autouse=True)
    def _listening(self, settings: Settings) -> None:
        settings.LISTENS_BEYOND_LOOPBACK = True

    def test_the_printed_code_opens_the_door_once(self, client: Client) -> None:
        code = first_code.current_code()
        typed = code.replace("-", " ").lower()
        assert client.post("/welcome/", {**FORM, "code": typed}).status_code == 302

    def test_a_wrong_code_does_not(self, client: Client) -> None:
        response = client.post("/welcome/", {**FORM, "code": "AAAA-BBBB-CCCC"})
        assert response.context["form"].errors["code"]
        assert not User.objects.exists()

    def test_each_server_prints_the_same_code_and_each_installation_another(
        self, settings: Settings
    ) -> None:
        code = first_code.current_code()
        assert first_code.current_code() == code
        settings.SECRET_KEY = "another installation's"
        assert first_code.current_code() != code
        assert re.fullmatch(r"[2-9A-HJKMNP-Z]{4}(-[2-9A-HJKMNP-Z]{4}){2}", code)

    def test_who_tries_many_codes_waits_even_with_the_right_one(self, client: Client) -> None:
        for _ in range(first_code.ATTEMPTS):
            client.post("/welcome/", {**FORM, "code": "wrong"})
        response = client.post("/welcome/", {**FORM, "code": first_code.current_code()})
        assert "Too many codes" in str(response.context["form"].errors["code"])
        assert not User.objects.exists()
