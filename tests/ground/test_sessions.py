"""A sign-in begins a session that ends; what is sensitive asks who is there."""

import re
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from allauth.usersessions.models import UserSession
from django.conf import settings as configured
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from migrations_tracker.accounts import sessions
from migrations_tracker.models import User

PASSWORD = "correct horse battery staple"
LOGIN = "/accounts/login/"


@pytest.fixture
def proven(alice: User) -> User:
    """Alice, whose address is known to be hers."""
    EmailAddress.objects.create(user=alice, email=alice.email, primary=True, verified=True)
    return alice


def sign_in(client: Client, user: User, password: str = PASSWORD) -> None:
    client.post(LOGIN, {"login": user.email, "password": password})
    assert "_auth_user_id" in client.session


def is_signed_in(client: Client) -> bool:
    return client.get(reverse("moves:calendar")).status_code == 200


def turned_back(client: Client, **by: float) -> None:
    """The client's session as it would stand had it begun, or been used, earlier."""
    session = client.session
    for name, seconds in by.items():
        session[f"session_{name}"] -= seconds
    session.save()


def test_a_sign_in_gets_a_session_of_a_new_id(client: Client, proven: User) -> None:
    session = client.session
    session["planted"] = "by somebody else"
    session.save()
    before = session.session_key
    sign_in(client, proven)
    assert client.session.session_key != before
    assert not client.session.__class__(before).exists(before)


def test_a_session_ends_when_nobody_used_it_for_twelve_hours(client: Client, proven: User) -> None:
    sign_in(client, proven)
    turned_back(client, used=12 * 3600 - 60)
    assert is_signed_in(client)
    turned_back(client, used=12 * 3600 + 60)
    assert not is_signed_in(client)


def test_what_is_used_goes_on_but_not_beyond_fourteen_days(client: Client, proven: User) -> None:
    sign_in(client, proven)
    turned_back(client, began=14 * 86400 - 60, used=3600)
    assert is_signed_in(client)
    turned_back(client, began=120)
    answer = client.get("/")
    assert answer["Location"].startswith(LOGIN)
    assert '"cache"' in answer["Clear-Site-Data"]


def test_a_used_session_is_put_off_but_not_written_with_every_page(
    client: Client, proven: User
) -> None:
    sign_in(client, proven)
    noted = client.session["session_used"]
    client.get("/calendar/")
    assert client.session["session_used"] == noted
    turned_back(client, used=sessions.NOTED_EVERY_SECONDS + 1)
    answer = client.get("/calendar/")
    assert client.session["session_used"] >= noted
    assert answer.cookies["sessionid"]["max-age"] == configured.SESSION_COOKIE_AGE


def test_a_session_of_unknown_beginning_is_never_put_off(client: Client, alice: User) -> None:
    client.force_login(alice)
    session = client.session
    at = timezone.now() + timedelta(days=20)
    sessions.note_use(session, at=at)
    assert not sessions.is_over(session, at=at)  # its row's own end is not far
    assert not session.modified


def test_signing_out_leaves_nothing_in_the_browser(client: Client, proven: User) -> None:
    sign_in(client, proven)
    answer = client.post("/accounts/logout/")
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert client.get(LOGIN).headers.get("Clear-Site-Data") is None


def test_another_password_ends_the_other_sessions(client: Client, proven: User) -> None:
    elsewhere = Client()
    sign_in(elsewhere, proven)
    sign_in(client, proven)
    new = "seven quiet herons"
    answer = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    client.post("/accounts/password/change/", answer)
    assert is_signed_in(client)
    assert not is_signed_in(elsewhere)


@pytest.mark.django_db(transaction=True)  # allauth tells of it when all is committed
def test_another_second_factor_ends_the_other_sessions(
    client: Client, proven: User, settings: Settings
) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.Unreachable"  # which keeps nobody from the change
    elsewhere = Client()
    sign_in(elsewhere, proven)
    sign_in(client, proven)
    client.get("/accounts/2fa/totp/activate/")
    seed = client.session["mfa.totp.secret"]
    code = totp.format_hotp_value(totp.hotp_value(seed, next(totp.yield_hotp_counters_from_time())))
    client.post("/accounts/2fa/totp/activate/", {"code": code})
    assert Authenticator.objects.filter(user=proven, type="totp").exists()
    assert is_signed_in(client)
    assert not is_signed_in(elsewhere)
    assert UserSession.objects.filter(user=proven).count() == 1


def test_a_factor_is_changed_without_the_password_right_after_the_sign_in_alone(
    client: Client, proven: User
) -> None:
    page = "/accounts/2fa/totp/activate/"
    sign_in(client, proven)
    assert client.get(page).status_code == 200
    turned_back(client, began=configured.ACCOUNT_REAUTHENTICATION_TIMEOUT)
    assert client.get(page)["Location"].startswith("/accounts/reauthenticate/")
    before = client.session.session_key
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    assert client.get(page).status_code == 200
    assert client.session.session_key != before
    assert UserSession.objects.get(user=proven).session_key == client.session.session_key


def test_other_sessions_are_ended_by_whom_the_password_was_asked_of(
    client: Client, proven: User
) -> None:
    elsewhere = Client()
    sign_in(elsewhere, proven)
    sign_in(client, proven)
    turned_back(client, began=configured.ACCOUNT_REAUTHENTICATION_TIMEOUT)
    asked = client.post("/accounts/sessions/")
    assert asked["Location"].startswith("/accounts/reauthenticate/")
    assert is_signed_in(elsewhere)
    client.post(asked["Location"], {"password": PASSWORD, "next": "/accounts/sessions/"})
    assert not is_signed_in(elsewhere)
    assert is_signed_in(client)


class TestNewBrowser:
    """A sign-in from a browser that was not seen before is told by mail."""

    def test_the_mail_says_when_and_from_where_in_the_persons_language(
        self, client: Client, proven: User
    ) -> None:
        User.objects.update(last_login=timezone.now(), language="ja")
        client.post(
            LOGIN,
            {"login": proven.email, "password": PASSWORD},
            headers={"user-agent": "Firefox\t140 " + "x" * 500},
            REMOTE_ADDR="192.0.2.7",
        )
        (told,) = mail.outbox
        assert told.to == [proven.email]
        assert "新しいブラウザー" in told.subject
        assert "192.0.2.7" in told.body
        assert "Firefox 140 x" in told.body
        assert "Asia/Tokyo" in told.body
        assert "http://testserver/accounts/password/change/" in told.body
        assert len(max(told.body.splitlines(), key=len)) < 300

    def test_a_browser_that_is_known_is_not_told_again(self, client: Client, proven: User) -> None:
        User.objects.update(last_login=timezone.now())
        for _ in range(2):
            sign_in(client, proven)
            client.post("/accounts/logout/")
        assert len(mail.outbox) == 1
        sign_in(Client(), proven)
        assert len(mail.outbox) == 2

    def test_the_browser_of_another_person_is_a_new_one(
        self, client: Client, proven: User, bob: User
    ) -> None:
        EmailAddress.objects.create(user=bob, email=bob.email, primary=True, verified=True)
        User.objects.update(last_login=timezone.now())
        sign_in(client, proven)
        client.post("/accounts/logout/")
        sign_in(client, bob)
        assert [each.to for each in mail.outbox] == [[proven.email], [bob.email]]

    def test_a_cookie_of_ones_own_making_hides_nothing(self, client: Client, proven: User) -> None:
        User.objects.update(last_login=timezone.now())
        client.cookies["device"] = f"[{proven.pk}]:1abcde:signature"
        sign_in(client, proven)
        assert len(mail.outbox) == 1

    def test_the_first_sign_in_of_all_is_no_news(self, client: Client, proven: User) -> None:
        sign_in(client, proven)
        assert mail.outbox == []

    def test_without_a_mail_server_one_comes_in_all_the_same(
        self, client: Client, proven: User, settings: Settings
    ) -> None:
        User.objects.update(last_login=timezone.now())
        settings.EMAIL_BACKEND = f"{__name__}.Unreachable"
        sign_in(client, proven)


class Unreachable(EmailBackend):
    def send_messages(self, messages: object) -> int:
        raise ConnectionRefusedError("no mail server")


class TestSecondFactorRequired:
    """Where several people are and the operator has not switched it off."""

    @pytest.fixture(autouse=True)
    def _required(self, settings: Settings) -> None:
        settings.CERTMOVE_REQUIRE_MFA = True

    def test_who_has_none_is_led_to_it_from_every_page(
        self, client: Client, proven: User, bob: User
    ) -> None:
        sign_in(client, proven)
        for page in ("/", "/moves/new/", "/catalogue/", "/admin/"):
            answer = client.get(page)
            assert answer.status_code == 403
            assert 'href="/accounts/2fa/totp/activate/"' in answer.text
        assert client.post("/moves/new/", {"person_name": "Taro"}).status_code == 403
        assert client.get("/accounts/2fa/totp/activate/").status_code == 200
        assert client.post("/accounts/logout/").status_code == 302

    @pytest.mark.parametrize("kind", ["totp", "webauthn"])
    def test_who_has_one_comes_in(self, client: Client, proven: User, bob: User, kind: str) -> None:
        Authenticator.objects.create(user=proven, type=kind, data={})
        client.force_login(proven)
        assert client.get("/").status_code == 200

    def test_recovery_codes_alone_are_no_second_factor(
        self, client: Client, proven: User, bob: User
    ) -> None:
        RecoveryCodes.activate(proven)
        client.force_login(proven)
        assert client.get("/").status_code == 403

    def test_one_person_alone_may_do_without(self, client: Client, proven: User) -> None:
        sign_in(client, proven)
        assert client.get("/").status_code == 200

    def test_turning_it_off_again_leads_back_to_that_page(
        self, client: Client, proven: User, bob: User
    ) -> None:
        totp.TOTP.activate(proven, totp.generate_totp_secret())
        client.force_login(proven)
        assert client.get("/").status_code == 200
        client.post("/accounts/reauthenticate/", {"password": PASSWORD})
        client.post("/accounts/2fa/totp/deactivate/")
        assert client.get("/").status_code == 403

    def test_the_operator_can_switch_it_off(
        self, client: Client, proven: User, bob: User, settings: Settings
    ) -> None:
        settings.CERTMOVE_REQUIRE_MFA = False
        client.force_login(proven)
        assert client.get("/").status_code == 200


def test_each_way_in_begins_a_session_that_ends(client: Client, proven: User) -> None:
    """A reset, like every way of allauth's, signs nobody in past the page that asks."""
    client.post("/accounts/password/reset/", {"email": proven.email})
    link = re.search(r"http://testserver(\S+)", str(mail.outbox[-1].body))
    assert link
    page = client.get(link[1], follow=True).redirect_chain[-1][0]
    new = "seven quiet herons"
    client.post(page, {"password1": new, "password2": new})
    assert "_auth_user_id" not in client.session
    sign_in(client, proven, new)
    assert "session_began" in client.session


def test_a_code_of_the_second_factor_works_once_and_a_reset_does_not_switch_it_off(
    client: Client, proven: User
) -> None:
    seed = totp.generate_totp_secret()
    totp.TOTP.activate(proven, seed)
    client.post("/accounts/password/reset/", {"email": proven.email})
    link = re.search(r"http://testserver(\S+)", str(mail.outbox[-1].body))
    assert link
    page = client.get(link[1], follow=True).redirect_chain[-1][0]
    new = "seven quiet herons"
    client.post(page, {"password1": new, "password2": new})
    code = totp.format_hotp_value(totp.hotp_value(seed, next(totp.yield_hotp_counters_from_time())))
    for comes_in in (True, False):
        visitor = Client()
        answer = visitor.post(LOGIN, {"login": proven.email, "password": new})
        assert answer["Location"].startswith("/accounts/2fa/authenticate/")
        visitor.post("/accounts/2fa/authenticate/", {"code": code})
        assert ("_auth_user_id" in visitor.session) is comes_in
