"""Alice, who has something in every table; and Bob, whose things must stay."""

from pathlib import Path

import pytest
from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.mfa.totp.internal import auth as totp
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import models
from pytest_django import Settings

from migrations_tracker.accounts.invitations import accept, invite
from migrations_tracker.accounts.people import NewPerson
from migrations_tracker.comparing.comparisons import compare_move
from migrations_tracker.core.accounts import Phase, Role
from migrations_tracker.deadlines.calendars import renew_feed
from migrations_tracker.evidence.certificates import attach_certificate
from migrations_tracker.mails.correspondence import MailContent, record_received
from migrations_tracker.mails.files import keep_mail_file
from migrations_tracker.merge_requests import settle
from migrations_tracker.models import Move, Reminder, User
from migrations_tracker.samples import SamplePerson, make_sample_move
from migrations_tracker.snapshots.acts import start_snapshot
from migrations_tracker.snapshots.uploads import store_uploads
from tests.conftest import person
from tests.factories import AT

PASSWORD = "correct horse battery staple"
#: What must be found nowhere once Alice is gone.
TRACES = ("alice.ishikawa", "Alice Ishikawa", "石川")


@pytest.fixture(autouse=True)
def storage(tmp_path: Path, settings: Settings) -> None:
    """A folder of its own for stored files."""
    options = {**settings.STORAGES["evidence"]["OPTIONS"], "location": tmp_path / "evidence"}
    evidence = {**settings.STORAGES["evidence"], "OPTIONS": options}
    settings.STORAGES = {**settings.STORAGES, "evidence": evidence}


@pytest.fixture
def bob_and_his_move(db: None) -> Move:
    bob = person("Bob", is_staff=True, is_superuser=True)
    move = make_sample_move(bob, AT, SamplePerson(name="Taro Yamada"))
    attach_certificate(
        move, certification="AWS", name="bob.pdf", content=b"%PDF-1.4 Bob's", by=bob, at=AT
    )
    return move


@pytest.fixture
def alice(bob_and_his_move: Move) -> User:
    """Came in by Bob's invitation, and has used everything there is to use."""
    bob = bob_and_his_move.owner
    invitation, _ = invite("alice.ishikawa@example.com", by=bob, at=AT)
    new = NewPerson("Alice Ishikawa", invitation.email, PASSWORD, "en", "Asia/Tokyo")
    alice = accept(invitation, new, at=AT)
    move = make_sample_move(alice, AT, SamplePerson(name="Alice Ishikawa"))
    _fill(move)
    totp.TOTP.activate(alice, "JBSWY3DPEHPK3PXP")
    renew_feed(alice, at=AT)
    EmailConfirmation.create(EmailAddress.objects.get(user=alice))
    _log(bob, alice, move)
    _log(alice, bob_and_his_move.owner, bob_and_his_move)
    # She helped with Bob's move: that stays, without her name.
    mail = MailContent(kind="ack", body="We received your request.", subject="Bob's")
    record_received(bob_and_his_move, mail, by=alice, at=AT)
    return alice


def _fill(move: Move) -> None:
    """A row in every table that hangs on a move."""
    owner = move.owner
    for number in (1, 2):
        content = b"%%PDF-1.4 of %d" % number
        attach_certificate(
            move, certification="AWS", name=f"{number}.pdf", content=content, by=owner, at=AT
        )
    mail = record_received(move, MailContent(kind="ack", body="石川さん"), by=owner, at=AT)
    keep_mail_file(mail, "mail.eml", b"Subject: to Alice Ishikawa\n\nHello")
    account = move.accounts.select_related("move__merge_request").get(role=Role.SOURCE)
    draft = start_snapshot(account, Phase.BEFORE, by=owner, at=AT)
    store_uploads(draft, [("石川.html", b"<p>Alice Ishikawa</p>")], by=owner, at=AT)
    compared = compare_move(move)
    assert compared
    settle(move, compared.open_findings[0].key, "Alice Ishikawa knows", by=owner, at=AT)
    Reminder.objects.create(move=move, deadline="0" * 64, step=1, tried_at=AT)


def _log(by: User, *objects: models.Model) -> None:
    """What the admin writes down when somebody edits these objects."""
    for each in objects:
        LogEntry.objects.create(
            user=by,
            content_type=ContentType.objects.get_for_model(each),
            object_id=str(each.pk),
            object_repr=str(each),
            action_flag=CHANGE,
        )
