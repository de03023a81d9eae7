"""Alice's move, at several stages, and clients for those who look at it."""

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.utils import timezone

from migrations_tracker.accounts import sessions
from migrations_tracker.core.accounts import Phase, Role
from migrations_tracker.evidence.certificates import attach_certificate
from migrations_tracker.mails.correspondence import MailContent, record_received
from migrations_tracker.merge_requests import transition
from migrations_tracker.models import MergeRequest, Move, User
from tests.factories import AT, make_move, make_snapshot
from tests.records import ONE_OF_EACH, SAP
from tests.views.addresses import Things


@pytest.fixture
def as_alice(alice: User) -> Client:
    return signed_in(alice)


@pytest.fixture
def as_charlie(charlie: User) -> Client:
    return signed_in(charlie)


@pytest.fixture
def as_staff(staff: User) -> Client:
    return signed_in(staff)


def signed_in(user: User) -> Client:
    """A client whose sign-in is fresh, as if by the page that asks for the password."""
    client = Client(headers={"accept-language": "en"})
    client.force_login(user)
    session = client.session
    sessions.begin(session, at=timezone.now())
    session.save()
    return client


@pytest.fixture
def move(alice: User) -> Move:
    return make_move(alice)


@pytest.fixture
def prepared(move: Move) -> Move:
    make_snapshot(move, Role.SOURCE, Phase.BEFORE, *ONE_OF_EACH)
    make_snapshot(move, Role.DESTINATION, Phase.BEFORE)
    return move


@pytest.fixture
def merged(prepared: Move) -> Move:
    for name in ("submit", "ask_confirmation", "confirm", "report_merged"):
        step(prepared, name)
    return prepared


@pytest.fixture
def things(merged: Move) -> Things:
    by = merged.owner
    certificate = attach_certificate(
        merged,
        certification=SAP.name,
        name="c.pdf",
        content=b"%PDF-1.4 a certificate",
        by=by,
        at=AT,
    )
    file = ("mail.eml", b"Received.")
    record_received(merged, MailContent(kind="ack", body="Received.", file=file), by=by, at=AT)
    merged = Move.objects.get(pk=merged.pk)
    snapshot = make_snapshot(merged, Role.DESTINATION, Phase.AFTER, SAP, seal=False)
    EmailAddress.objects.create(user=by, email=by.email, primary=True, verified=True)
    return Things(merged, snapshot, certificate)


def step(move: Move, name: str) -> None:
    version = MergeRequest.objects.get(pk=move.pk).version
    transition(move, name, version=version, by=move.owner, at=AT)
