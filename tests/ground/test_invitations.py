"""Nobody comes in but by invitation, unless the operator opens the door."""

import re
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from migrations_tracker.accounts import invitations
from migrations_tracker.accounts.people import NewPerson
from migrations_tracker.models import Invitation, User

PASSWORD = "seven quiet herons"
FORM = {
    "name": "Ken Ito",
    "password": PASSWORD,
    "password_again": PASSWORD,
    "language": "ja",
    "time_zone": "Asia/Tokyo",
}
KEN = NewPerson("Ken Ito", "ken@example.jp", PASSWORD, "ja", "Asia/Tokyo")


def invited(staff: User, *, ago: timedelta = timedelta()) -> str:
    _invitation, token = invitations.invite("Ken@Example.jp", by=staff, at=timezone.now() - ago)
    return f"/invitations/{token}/"


def test_the_mail_leads_to_an_account(client: Client, staff: User) -> None:
    client.force_login(staff)
    client.post("/invitations/", {"email": "Ken@example.jp"})
    [message] = mail.outbox
    assert message.to == ["ken@example.jp"]
    link = next(line for line in message.body.splitlines() if line.startswith("http"))
    assert link in client.get("/invitations/").text  # in case the mail does not arrive
    assert link not in client.get("/invitations/").text  # shown once
    ken = Client()
    assert ken.post(link.removeprefix("http://testserver"), FORM).status_code == 302
    user = User.objects.get(email="ken@example.jp")
    assert not user.is_staff
    assert EmailAddress.objects.get(user=user).verified
    assert Invitation.objects.get().accepted_by == user


def test_a_link_works_once(client: Client, staff: User) -> None:
    link = invited(staff)
    assert client.post(link, FORM).status_code == 302
    assert Client().get(link).status_code == 410
    assert Client().post(link, FORM).status_code == 410


def test_of_two_uses_at_the_same_moment_one_succeeds(staff: User) -> None:
    invitation, _token = invitations.invite("ken@example.jp", by=staff, at=timezone.now())
    invitations.accept(invitation, KEN, at=timezone.now())
    with pytest.raises(invitations.LinkClosed):
        invitations.accept(invitation, KEN, at=timezone.now())


def test_a_link_withdrawn_while_the_form_was_filled_in_lets_nobody_in(staff: User) -> None:
    invitation, _token = invitations.invite("ken@example.jp", by=staff, at=timezone.now())
    invitations.withdraw(invitation.pk, by=staff, at=timezone.now())
    with pytest.raises(invitations.LinkClosed):
        invitations.accept(invitation, KEN, at=timezone.now())
    assert not User.objects.filter(email=KEN.email).exists()


def test_a_link_ends_after_a_week(staff: User) -> None:
    at = timezone.now()
    _invitation, token = invitations.invite("ken@example.jp", by=staff, at=at)
    assert invitations.find(token, at=at + timedelta(days=6, hours=23))
    with pytest.raises(invitations.LinkClosed):
        invitations.find(token, at=at + timedelta(days=7))


def test_a_new_link_replaces_the_one_before(client: Client, staff: User) -> None:
    first, second = invited(staff, ago=timedelta(minutes=2)), invited(staff)
    assert client.get(first).status_code == 410
    assert client.get(second).status_code == 200


def test_a_form_that_comes_twice_invites_once_and_says_so(client: Client, staff: User) -> None:
    client.force_login(staff)
    client.post("/invitations/", {"email": "ken@example.jp"})
    page = client.post("/invitations/", {"email": "Ken@example.jp"}, follow=True)
    assert "You invited this address a moment ago" in page.text
    assert (Invitation.objects.count(), len(mail.outbox)) == (1, 1)
    link = re.findall(r"http\S+/invitations/\S+/", str(mail.outbox[0].body))[0]
    assert link in page.text, "the second answer is the one that is seen"
    assert Client().get(link.removeprefix("http://testserver")).status_code == 200


def test_a_withdrawn_link_no_longer_works(client: Client, staff: User) -> None:
    link = invited(staff)
    boss = Client()
    boss.force_login(staff)
    boss.post(f"/invitations/{Invitation.objects.get().pk}/withdraw/")
    assert client.get(link).status_code == 410


def test_somebody_who_is_here_is_not_invited_again(
    client: Client, staff: User, alice: User
) -> None:
    client.force_login(staff)
    response = client.post("/invitations/", {"email": alice.email.upper()})
    assert response.status_code == 422
    assert "already here" in response.text
    assert not mail.outbox


def test_the_address_cannot_be_changed_on_the_way(client: Client, staff: User) -> None:
    client.post(invited(staff), {**FORM, "email": "mallory@example.com"})
    assert not User.objects.filter(email="mallory@example.com").exists()


def test_the_database_does_not_hold_the_link(staff: User) -> None:
    invitation, token = invitations.invite("ken@example.jp", by=staff, at=timezone.now())
    row = Invitation.objects.filter(pk=invitation.pk).values().get()
    assert token not in str(row)


def test_only_the_staff_invites(client: Client, alice: User) -> None:
    client.force_login(alice)
    assert client.get("/invitations/").status_code == 404
    assert client.post("/invitations/", {"email": "x@example.com"}).status_code == 404
    assert client.post("/invitations/1/withdraw/").status_code == 404


def test_a_mail_that_cannot_be_sent_leaves_the_link_on_the_page(
    client: Client, staff: User, settings: Settings
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    client.force_login(staff)
    page = client.post("/invitations/", {"email": "ken@example.jp"}, follow=True)
    assert "could not be sent" in page.text
    assert "http://testserver/invitations/" in page.text


def test_sign_up_is_closed(client: Client, alice: User) -> None:
    page = client.get("/accounts/signup/")
    assert "password1" not in page.text
    answer = {"email": "x@example.com", "password1": PASSWORD, "password2": PASSWORD}
    client.post("/accounts/signup/", answer)
    assert User.objects.count() == 1


def test_the_operator_can_open_sign_up(client: Client, alice: User, settings: Settings) -> None:
    settings.CERTMOVE_OPEN_SIGNUP = True
    answer = {"email": "x@example.com", "password1": PASSWORD, "password2": PASSWORD}
    client.post("/accounts/signup/", answer)
    assert User.objects.filter(email="x@example.com").exists()
    assert mail.outbox[-1].to == ["x@example.com"]  # the address is to be proven first
