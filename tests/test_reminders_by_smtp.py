"""Reminders against a real mail server, and with two processes that send at once."""

import os
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.conf import settings as django_settings
from django.db import connection
from django.utils import timezone
from pytest_django import Settings

from migrations_tracker.deadlines.reminders import Outcome, send_reminders
from migrations_tracker.models import Move, Reminder, User
from migrations_tracker.moves.acts import start_move
from tests.factories import AT, UserFactory, make_move

PEOPLE = 12


class Inbox:
    """Keeps what it is given; refuses recipients whose address begins with "refused"."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address.startswith("refused"):
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        content = envelope.content if isinstance(envelope.content, bytes) else b""
        self.mails.append(message_from_bytes(content, policy=policy.default))
        return "250 OK"


def free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def server(inbox: Inbox) -> Iterator[Controller]:
    """A mail server that is down until it is started."""
    controller = Controller(inbox, hostname="127.0.0.1", port=free_port())
    yield controller
    if controller.loop.is_running():
        controller.stop()


@pytest.fixture
def by_smtp(server: Controller, settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = server.hostname, server.port


def states() -> set[tuple[str, int]]:
    return set(Reminder.objects.values_list("state", "attempts"))


@pytest.mark.usefixtures("by_smtp")
def test_a_server_that_is_down_is_tried_again(
    alice: User, server: Controller, inbox: Inbox
) -> None:
    User.objects.filter(pk=alice.pk).update(language="ja")
    make_move(alice, mailbox_closes_at=AT + timedelta(days=2))
    assert send_reminders(now=AT) == Outcome(failed=1)
    assert states() == {("failed", 1)}
    server.start()
    assert send_reminders(now=AT + timedelta(minutes=1)) == Outcome(sent=1)
    assert send_reminders(now=AT + timedelta(minutes=2)) == Outcome()
    assert states() == {("sent", 2)}
    (mail,) = inbox.mails
    assert mail["To"] == alice.email
    assert mail["Auto-Submitted"] == "auto-generated"
    assert "2026年11月24日" in mail.get_content()


@pytest.mark.usefixtures("by_smtp")
def test_an_address_that_is_refused_fails_alone(
    alice: User, bob: User, server: Controller, inbox: Inbox
) -> None:
    User.objects.filter(pk=alice.pk).update(email="refused@example.com")
    for owner in (alice, bob):
        make_move(owner, mailbox_closes_at=AT + timedelta(days=2))
    server.start()
    assert send_reminders(now=AT) == Outcome(sent=1, failed=1)
    assert [mail["To"] for mail in inbox.mails] == [bob.email]


def database_for_others(folder: Path) -> str:
    """The address at which another process finds what this test has stored.

    SQLite's test database lives in this process alone: the others get a copy of it.
    """
    if connection.vendor == "sqlite":
        copy = folder / "copy.sqlite3"
        with sqlite3.connect(copy) as target:
            connection.ensure_connection()
            connection.connection.backup(target)
        target.close()
        return f"sqlite:///{copy}"
    name = connection.settings_dict["NAME"]
    return os.environ["DATABASE_URL"].rpartition("/")[0] + f"/{name}"


def start_sending(database: str, server: Controller, folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "manage.py", "send_reminders"],
        cwd=django_settings.BASE_DIR,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "certmove.settings",
            "CERTMOVE_DATA": str(folder / "data"),
            "DATABASE_URL": database,
            "EMAIL_URL": f"smtp://{server.hostname}:{server.port}",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.django_db(transaction=True)
def test_two_processes_at_once_send_each_mail_once(
    server: Controller, inbox: Inbox, tmp_path: Path
) -> None:
    for owner in UserFactory.create_batch(PEOPLE):
        closes_at = timezone.now() + timedelta(hours=30)
        start_move(owner=owner, by=owner, at=AT, person_name="x", mailbox_closes_at=closes_at)
    database = database_for_others(tmp_path)
    server.start()
    runs = [start_sending(database, server, tmp_path) for _ in range(2)]
    said = [run.communicate(timeout=120) for run in runs]
    assert [run.returncode for run in runs] == [0, 0], said
    assert sum(int(out.split()[0]) for out, _ in said) == PEOPLE
    recipients = [mail["To"] for mail in inbox.mails]
    assert sorted(recipients) == sorted({move.owner.email for move in Move.objects.all()})
