"""An installation with something of everything in it, and what it holds, to compare."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.totp.internal import auth as totp
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.files.storage import FileSystemStorage
from pytest_django import Settings

from migrations_tracker.accounts.invitations import invite
from migrations_tracker.backups.database_copy import own_models
from migrations_tracker.backups.stored_files import stored_places
from migrations_tracker.core.accounts import Phase, Role
from migrations_tracker.deadlines.calendars import renew_feed
from migrations_tracker.evidence.certificates import attach_certificate
from migrations_tracker.evidence.files import evidence_storage, sealed_file
from migrations_tracker.evidence.sealed_files import opened
from migrations_tracker.models import Move, User
from migrations_tracker.samples import SamplePerson, make_sample_move
from migrations_tracker.snapshots.acts import start_snapshot
from migrations_tracker.snapshots.uploads import store_uploads
from tests.conftest import person
from tests.factories import AT, make_move

#: What these tables hold is not part of a backup.
SHORT_LIVED = {Session, UserSession}
Contents = dict[str, list[dict[str, Any]]]


def contents(alias: str = "default") -> Contents:
    """Every row of every table, as Django reads it."""
    return {
        model._meta.label: list(model._base_manager.using(alias).order_by("pk").values())
        for model in own_models()
        if model not in SHORT_LIVED
    }


def files() -> dict[str, bytes]:
    """The stored files, each as it came."""
    return {place: opened(sealed_file(place), place=place) for place in stored_places()}


@pytest.fixture(autouse=True)
def storage(tmp_path: Path, settings: Settings) -> FileSystemStorage:
    """A folder of its own for stored files."""
    evidence = {
        **settings.STORAGES["evidence"],
        "OPTIONS": {**settings.STORAGES["evidence"]["OPTIONS"], "location": tmp_path / "evidence"},
    }
    settings.STORAGES = {**settings.STORAGES, "evidence": evidence}
    folder = evidence_storage()
    assert isinstance(folder, FileSystemStorage)
    return folder


@pytest.fixture
def lived_in(transactional_db: None) -> User:
    """Two people, moves, mails, a certificate, a waiting drop, a second factor, an invitation."""
    alice = person("Alice", is_staff=True, is_superuser=True)
    merged = make_sample_move(alice, AT, SamplePerson(name="Taro Yamada"))
    attach(merged, b"%PDF-1.4 a certificate", by=alice)
    make_sample_move(person("Bob"), AT, SamplePerson(name="Hanako Sato"))
    drop_a_file(make_move(alice, person_name="山田 太郎"), by=alice)
    totp.TOTP.activate(alice, "JBSWY3DPEHPK3PXP")
    renew_feed(alice, at=AT)
    invite("carol@example.com", by=alice, at=AT)
    return alice


def attach(move: Move, content: bytes, *, by: User) -> None:
    attach_certificate(
        move, certification="AWS Certified AI", name="c.pdf", content=content, by=by, at=AT
    )


def drop_a_file(move: Move, *, by: User) -> None:
    account = move.accounts.select_related("move__merge_request").get(role=Role.SOURCE)
    draft = start_snapshot(account, Phase.BEFORE, by=by, at=AT)
    store_uploads(draft, [("page.html", b"<p>a page</p>")], by=by, at=AT)


Forget = Callable[[], None]


@pytest.fixture
def forget() -> Forget:
    """Empties the installation: no person, no file."""

    def empty() -> None:
        for model in reversed(own_models()):
            model._base_manager.all().delete()
        for place in stored_places():
            evidence_storage().delete(place)

    return empty
