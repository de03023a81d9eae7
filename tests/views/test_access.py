"""Nobody sees what is another's: every address of the site, for everybody, by each method."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from uuid import uuid4

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django import forms
from django.contrib import admin
from django.db import transaction
from django.test import Client
from django.urls import reverse

import migrations_tracker.forms
from migrations_tracker.core.accounts import Phase
from migrations_tracker.models import CertificateFile, Settlement, Snapshot, User
from migrations_tracker.snapshots.acts import start_snapshot
from migrations_tracker.snapshots.uploads import store_uploads
from tests.factories import AT, make_move
from tests.views.addresses import (
    ADDRESSES,
    ADMIN_ALL,
    ADMIN_EDITS,
    ADMIN_LOOKS,
    ADMIN_PAGES,
    METHODS,
    VIEWERS,
    Things,
    patterns,
    url_of,
)
from tests.views.conftest import signed_in

#: In make test: enough to notice each kind of hole. make test-long asks everything of everybody.
QUICK = {
    "nobody": ("GET", "POST"),
    "owner": ("GET", "POST"),
    "another": ("GET", "POST", "PUT"),
    "staff": ("POST",),
    "deactivated": ("GET",),
}
FULL = dict.fromkeys(VIEWERS, METHODS)


@pytest.fixture
def deactivated(things: Things, bob: User) -> Client:
    """The owner of yet another move, whose session outlived the right to be here."""
    client = signed_in(bob)
    User.objects.filter(pk=bob.pk).update(is_active=False)
    return client


@pytest.fixture
def clients(
    things: Things,
    client: Client,
    as_alice: Client,
    as_charlie: Client,
    as_staff: Client,
    deactivated: Client,
) -> dict[str, Client]:
    everybody = (client, as_alice, as_charlie, as_staff, deactivated)
    return dict(zip(VIEWERS, everybody, strict=True))


@contextmanager
def undone(client: Client) -> Iterator[None]:
    """Whatever is done inside was not: rows and cookies are as before."""
    cookies = deepcopy(client.cookies)
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    client.cookies = cookies


def asked(client: Client, method: str, url: str) -> str:
    """What ``client`` gets: the status, with an L where it leads to the sign-in."""
    with undone(client):
        answer = client.generic(
            method,
            url,
            "nothing=1" if method in ("POST", "PUT") else "",
            content_type="application/x-www-form-urlencoded",
        )
    to_the_door = answer.get("Location", "").startswith(reverse("account_login"))
    return f"{answer.status_code}{'L' if to_the_door else ''}"


def test_every_address_of_the_site_is_in_the_table() -> None:
    of_models = {
        f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}"
        for model in admin.site._registry
        for page in ADMIN_PAGES
    }
    leading_on = {"admin:None"}  # an id without its page, and what is no address at all
    assert {name for name, _ in patterns()} == {*ADDRESSES, *of_models, *leading_on}
    assert {model._meta.model_name for model in admin.site._registry} == (
        ADMIN_LOOKS | ADMIN_EDITS | ADMIN_ALL
    )


def hold_against_the_table(
    clients: dict[str, Client], things: Things, asking: dict[str, tuple[str, ...]]
) -> None:
    wrong = []
    for name, row in ADDRESSES.items():
        url = url_of(name, things)
        for viewer, methods in asking.items():
            expected = dict(zip(METHODS, row.answers(viewer), strict=True))
            for method in methods:
                got = asked(clients[viewer], method, url)
                if got != expected[method]:
                    wrong.append(f"{viewer}: {method} {name} is {got}, not {expected[method]}")
    assert not wrong, "\n".join(wrong)


def test_everybody_gets_what_the_table_says(things: Things, clients: dict[str, Client]) -> None:
    hold_against_the_table(clients, things, QUICK)


@pytest.mark.long
def test_everybody_gets_what_the_table_says_by_every_method(
    things: Things, clients: dict[str, Client]
) -> None:
    hold_against_the_table(clients, things, FULL)


def pages_of_models(things: Things) -> Iterator[tuple[str, str, str]]:
    """Each page of the admin about a model: the model's name, the page's, and its address."""
    for model in admin.site._registry:
        thing = model._base_manager.first()
        names = model._meta.app_label, model._meta.model_name
        for page in ADMIN_PAGES:
            places = [] if page in ("changelist", "add") else [thing.pk if thing else 1]
            yield (
                str(names[1]),
                page,
                reverse("admin:{}_{}_{}".format(*names, page), args=places),
            )


@pytest.mark.parametrize(
    ("viewer", "door"),
    [("nobody", "302L"), ("owner", "302"), ("another", "302"), ("deactivated", "302L")],
)
def test_the_admin_is_shut_to_who_is_not_staff(
    viewer: str, door: str, things: Things, clients: dict[str, Client]
) -> None:
    for _model, _page, url in pages_of_models(things):
        assert asked(clients[viewer], "GET", url) == door, url
        assert asked(clients[viewer], "POST", url) == door, url


def test_staff_without_rights_see_the_pages_of_moves_but_no_model(
    things: Things, charlie: User
) -> None:
    User.objects.filter(pk=charlie.pk).update(is_staff=True)
    lead = signed_in(User.objects.get(pk=charlie.pk))
    assert asked(lead, "GET", url_of("moves:move", things)) == "200"
    for _model, _page, url in pages_of_models(things):
        assert asked(lead, "GET", url) in ("403", "302"), url  # 302: there is no such row
        assert asked(lead, "POST", url) in ("403", "302"), url


def test_the_superuser_writes_in_the_admin_only_what_acts_can_write(
    things: Things, clients: dict[str, Client]
) -> None:
    for model, page, url in pages_of_models(things):
        may = model in ADMIN_ALL or (model in ADMIN_EDITS and page == "change")
        if page in ("add", "delete", "change") and not may:
            assert asked(clients["staff"], "POST", url) == "403", url
        if page == "add" and not may:
            assert asked(clients["staff"], "GET", url) == "403", url


class TestIdsInBodies:
    """What a form says of another's things counts for nothing."""

    @pytest.fixture
    def charlies(self, charlie: User) -> Snapshot:
        return start_snapshot(make_move(charlie).source, Phase.BEFORE, by=charlie, at=AT)

    @pytest.mark.parametrize("name", ["preview", "keep"])
    def test_a_batch_of_files_of_anothers_snapshot(
        self, name: str, things: Things, charlies: Snapshot, as_charlie: Client
    ) -> None:
        file = [("hers.txt", b"her own text")]
        batch = store_uploads(things.snapshot, file, by=things.move.owner, at=AT)
        answer = as_charlie.post(
            reverse(f"moves:{name}", args=[charlies.pk]), {"batch": str(batch)}, follow=True
        )
        assert "her own text" not in answer.text
        assert "hers.txt" not in answer.text
        assert not charlies.evidence.exists()
        assert things.snapshot.uploads.filter(batch=batch).exists()

    def test_a_finding_of_anothers_comparison(
        self, things: Things, charlies: Snapshot, as_charlie: Client
    ) -> None:
        url = reverse("moves:settle", args=[charlies.account.move_id])
        as_charlie.post(url, {"finding": "0" * 32, "reason": "none"})
        assert not Settlement.objects.exists()

    def test_the_id_of_anothers_move_for_a_new_one(
        self, things: Things, as_charlie: Client
    ) -> None:
        data = {"person_name": "C", "time_zone": "Asia/Tokyo", "move": str(things.move.pk)}
        answer = as_charlie.post(reverse("moves:start"), data, follow=True)
        assert answer.status_code == 404
        assert type(things.move).objects.get().owner == things.move.owner

    @pytest.mark.parametrize("act", ["action_primary", "action_remove", "action_send"])
    def test_anothers_mail_address(
        self, act: str, things: Things, charlie: User, as_charlie: Client
    ) -> None:
        EmailAddress.objects.create(user=charlie, email=charlie.email, primary=True, verified=True)
        hers = things.move.owner.email
        as_charlie.post(reverse("account_email"), {act: "", "email": hers})
        address = EmailAddress.objects.get(email=hers)
        assert (address.user_id, address.primary) == (things.move.owner_id, True)
        charlie.refresh_from_db()
        assert charlie.email == "charlie@example.com"

    @pytest.mark.parametrize("act", ["mfa_remove_webauthn", "mfa_edit_webauthn"])
    def test_anothers_passkey(self, act: str, things: Things, as_charlie: Client) -> None:
        data = {"name": "hers", "credential": {}}
        hers = Authenticator.objects.create(user=things.move.owner, type="webauthn", data=data)
        url = reverse(act, args=[hers.pk])
        assert as_charlie.post(url, {"name": "mine"}).status_code == 404
        hers.refresh_from_db()
        assert hers.data["name"] == "hers"

    def test_each_form_field_that_names_a_thing_is_known_here(self) -> None:
        """A hidden field comes from the browser like any other: what if it is another's?"""
        hidden = {
            f"{form.__name__}.{name}"
            for form in all_forms()
            for name, field in form.base_fields.items()
            if isinstance(field.widget, forms.HiddenInput)
            or isinstance(field, forms.ModelChoiceField | forms.UUIDField)
        }
        versions = {"MoveForm.version", "AccountForm.version", "StepForm.version"}
        words = {"StepForm.step"}
        above = {"PasteForm.batch", "FindingForm.finding", "SettleForm.finding", "MoveForm.move"}
        marks = {name for name in hidden if name.endswith(".seen")}  # name nothing
        assert hidden - versions - words - above - marks == set()


def all_forms() -> Iterator[type[forms.Form]]:
    """The forms of the forms package."""
    for module in vars(migrations_tracker.forms).values():
        for each in vars(module).values() if hasattr(module, "__file__") else ():
            if isinstance(each, type) and issubclass(each, forms.Form):
                yield each


def test_a_thing_of_a_move_under_another_moves_address_does_not_exist(
    things: Things, as_alice: Client
) -> None:
    assert as_alice.get(reverse("moves:move", args=[uuid4()])).status_code == 404
    assert as_alice.get(reverse("moves:mail", args=[things.move.pk, 2])).status_code == 404
    assert as_alice.get(reverse("moves:evidence", args=[things.snapshot.pk, 9])).status_code == 404


def test_charlie_left_no_trace_on_alices_move(things: Things, as_charlie: Client) -> None:
    before = things.move.events.count()
    for name, row in ADDRESSES.items():
        if "404" in row.answers("another"):
            body = {"step": "verify", "version": 1, "text": "x"}
            as_charlie.post(url_of(name, things), body)
    assert things.move.events.count() == before
    assert CertificateFile.objects.filter(pk=things.certificate.pk).exists()


def test_the_dashboard_lists_ones_own_moves_and_staff_see_all(
    things: Things, as_alice: Client, as_charlie: Client, as_staff: Client
) -> None:
    url = reverse("moves:dashboard")
    assert "Taro Yamada" in as_alice.get(url).text
    assert "Taro Yamada" in as_staff.get(url).text
    assert "Taro Yamada" not in as_charlie.get(url).text
