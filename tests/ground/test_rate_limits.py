"""Who asks for too much waits, and is told how long; nobody else does."""

import pytest
from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import translation
from pytest_django import Settings

from certmove.errors import too_many_requests
from migrations_tracker.models import Invitation, User
from migrations_tracker.rate_limits import EXPORT, READING, TooOften, count_use

pytestmark = pytest.mark.django_db


@pytest.fixture
def few(settings: Settings, db: None) -> None:
    cache.clear()  # what was counted for people of other tests
    settings.RATE_LIMITS = {READING: (2, 600), EXPORT: (2, 600), "mail": (2, 90)}


def test_the_third_of_two_is_told_when_it_works_again(few: None, alice: User) -> None:
    count_use(READING, alice)
    count_use(READING, alice)
    with pytest.raises(TooOften) as told:
        count_use(READING, alice)
    assert 595 <= told.value.wait <= 600


def test_it_works_again_when_the_time_is_over(few: None, alice: User) -> None:
    count_use(READING, alice)
    key = f"limit:{READING}:{alice.pk}"
    cache.set(key, [moment - 601 for moment in [*cache.get(key), *cache.get(key)]], 600)
    count_use(READING, alice)


def test_each_person_and_each_kind_counts_alone(few: None, alice: User, bob: User) -> None:
    for _ in range(2):
        count_use(READING, alice)
    count_use(READING, bob)
    count_use(EXPORT, alice)


def test_zero_is_no_limit(settings: Settings, alice: User) -> None:
    settings.RATE_LIMITS = {READING: (0, 600)}
    for _ in range(20):
        count_use(READING, alice)


def test_the_workers_count_together(few: None, alice: User) -> None:
    """The count lies in the database, where each of them looks, not in a process."""
    count_use(READING, alice)
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM shared_cache")
        keys = [row[0] for row in cursor.fetchall()]
    assert [key for key in keys if key.endswith(f"limit:{READING}:{alice.pk}")] == keys


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="a switch of SQLite's")
def test_where_nothing_can_be_written_reads_go_on(few: None, alice: User) -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only = 1")
        try:
            for _ in range(3):
                count_use(EXPORT, alice)
        finally:
            connection.ensure_connection()
            connection.cursor().execute("PRAGMA query_only = 0")


@pytest.mark.parametrize(
    ("language", "words"), [("en", "In 2 minutes"), ("ja", "2\N{NO-BREAK SPACE}分後に")]
)
def test_the_page_says_how_long_in_ones_language(
    few: None, client: Client, staff: User, language: str, words: str
) -> None:
    User.objects.filter(pk=staff.pk).update(language=language)
    client.force_login(staff)
    for number in range(3):
        answer = client.post("/invitations/", {"email": f"new{number}@example.com"})
    assert answer.status_code == 429
    assert words in answer.text
    assert 85 <= int(answer["Retry-After"]) <= 90
    assert Invitation.objects.count() == len(mail.outbox) == 2


def test_below_a_minute_seconds_are_told() -> None:
    with translation.override("en"):
        request = RequestFactory().get("/")
        assert "In 30 seconds" in too_many_requests(request, wait=30).text


@pytest.mark.parametrize(
    ("page", "typed", "most"),
    [
        ("account_reset_password", {"email": "nobody{n}@example.com"}, 20),
        ("account_login", {"login": "nobody{n}@example.com", "password": "x"}, 30),
    ],
)
def test_one_address_can_not_knock_at_the_door_for_ever(
    client: Client, alice: User, page: str, typed: dict[str, str], most: int
) -> None:
    for n in range(most + 1):
        data = {name: value.format(n=n) for name, value in typed.items()}
        answer = client.post(reverse(page), data)
    assert answer.status_code == 429 or "Too many attempts" in answer.text
    elsewhere = client.post(reverse(page), data, REMOTE_ADDR="192.0.2.50")
    assert elsewhere.status_code in (200, 302)
    assert "Too many attempts" not in elsewhere.text


def test_signing_up_is_limited_where_it_is_open(
    client: Client, alice: User, settings: Settings
) -> None:
    settings.CERTMOVE_OPEN_SIGNUP = True
    for _ in range(21):
        answer = client.post("/accounts/signup/", {"email": "no address"})
    assert answer.status_code == 429
    assert "In one minute" in answer.text
    assert answer["Retry-After"] == "60"


def test_guessing_one_persons_password_from_many_addresses_is_stopped(
    client: Client, alice: User
) -> None:
    EmailAddress.objects.create(user=alice, email=alice.email, primary=True, verified=True)
    for n in range(6):
        answer = client.post(
            "/accounts/login/",
            {"login": alice.email, "password": "guess"},
            REMOTE_ADDR=f"192.0.2.{n}",
        )
    assert "Wait five minutes" in answer.text


@pytest.mark.parametrize(
    ("proxies", "forwarded", "seen"),
    [
        (0, "203.0.113.5", "192.0.2.1"),
        (0, None, "192.0.2.1"),
        (1, "203.0.113.5", "203.0.113.5"),
        (1, "198.51.100.66, 203.0.113.5", "203.0.113.5"),
        (2, "198.51.100.66, 203.0.113.5, 10.0.0.1", "203.0.113.5"),
        (2, "203.0.113.5", "192.0.2.1"),
        (1, None, "192.0.2.1"),
    ],
)
def test_only_trusted_proxies_say_who_is_there(
    settings: Settings, proxies: int, forwarded: str | None, seen: str
) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    headers = {"x-forwarded-for": forwarded} if forwarded else {}
    request = RequestFactory().get("/", headers=headers, REMOTE_ADDR="192.0.2.1")
    assert get_adapter(request).get_client_ip(request) == seen
