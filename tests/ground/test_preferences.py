"""Language, theme and time zone stay as they were chosen."""

import pytest
from django.test import Client
from django.utils import timezone

from certmove.middleware import zone_of
from migrations_tracker.models import User

DOOR = "/accounts/login/"


def test_a_language_is_kept_in_a_cookie(client: Client, alice: User) -> None:
    client.post("/preferences/language/", {"language": "ja", "next": DOOR})
    assert '<html lang="ja"' in client.get(DOOR).text


def test_a_language_is_kept_with_the_person(client: Client, alice: User) -> None:
    client.force_login(alice)
    client.post("/preferences/language/", {"language": "ja"})
    elsewhere = Client()
    elsewhere.force_login(User.objects.get(pk=alice.pk))
    assert '<html lang="ja"' in elsewhere.get("/accounts/2fa/").text


def test_the_browser_decides_until_somebody_chooses(client: Client, alice: User) -> None:
    assert '<html lang="ja"' in client.get(DOOR, HTTP_ACCEPT_LANGUAGE="ja,en;q=0.5").text
    assert '<html lang="en"' in client.get(DOOR, HTTP_ACCEPT_LANGUAGE="fr").text


@pytest.mark.parametrize("theme", ["light", "dark", "auto"])
def test_a_theme_is_rendered_by_the_server(client: Client, alice: User, theme: str) -> None:
    client.post("/preferences/theme/", {"theme": theme, "next": DOOR})
    assert f'data-theme="{theme}"' in client.get(DOOR).text


def test_a_theme_is_kept_with_the_person(client: Client, alice: User) -> None:
    client.force_login(alice)
    client.post("/preferences/theme/", {"theme": "dark"})
    elsewhere = Client()
    elsewhere.force_login(User.objects.get(pk=alice.pk))
    assert 'data-theme="dark"' in elsewhere.get("/accounts/2fa/").text


@pytest.mark.parametrize(
    ("switch", "value"), [("language", "xx"), ("theme", "neon"), ("theme", ""), ("language", "")]
)
def test_what_is_no_choice_changes_nothing(
    client: Client, alice: User, switch: str, value: str
) -> None:
    client.force_login(alice)
    before = User.objects.filter(pk=alice.pk).values().get()
    assert client.post(f"/preferences/{switch}/", {switch: value}).status_code == 302
    assert User.objects.filter(pk=alice.pk).values().get() == before


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example", "javascript:alert(1)", ""]
)
def test_the_way_back_stays_on_this_site(client: Client, alice: User, elsewhere: str) -> None:
    response = client.post("/preferences/theme/", {"theme": "dark", "next": elsewhere})
    assert response["Location"] == "/"


def test_the_switches_work_before_anybody_exists(client: Client, db: None) -> None:
    client.post("/preferences/language/", {"language": "ja", "next": "/welcome/"})
    assert '<html lang="ja"' in client.get("/welcome/").text


def test_looking_changes_nothing(client: Client, alice: User) -> None:
    assert client.get("/preferences/language/").status_code == 405


def test_a_person_sees_times_in_their_own_zone(alice: User) -> None:
    with timezone.override(zone_of(alice)):
        assert timezone.get_current_timezone_name() == "Asia/Tokyo"


@pytest.mark.parametrize("broken", ["", "Mars/Olympus", "../etc/passwd", "\x00"])
def test_a_zone_that_does_not_exist_is_not_an_error(broken: str) -> None:
    assert zone_of(User(time_zone=broken)) is None
