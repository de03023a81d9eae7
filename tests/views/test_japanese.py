"""Whoever reads Japanese is shown no sentence of certmove's in English."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import lxml.html
import polib
import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from migrations_tracker.core.letters import LetterKind
from migrations_tracker.core.lifecycle import Status
from migrations_tracker.core.records import RecordType
from migrations_tracker.models import Move, Snapshot, User
from migrations_tracker.samples import SamplePerson, make_sample_company, make_sample_move, pages
from tests.factories import AT

pytestmark = pytest.mark.django_db

#: What AWS, a mail or a record says is shown as it is.
FOREIGN = "self::script or self::style or self::pre or self::textarea or @lang='en'"
SPOKEN = ("aria-label", "alt", "title", "placeholder", "data-copied", "data-label")


@cache
def english() -> set[str]:
    """Every message that says something else in Japanese."""
    catalogue = polib.pofile(str(Path(settings.LOCALE_PATHS[0]) / "ja/LC_MESSAGES/django.po"))
    entries = [entry for entry in catalogue if not entry.obsolete and entry.msgid != entry.msgstr]
    return {entry.msgid for entry in entries} | {entry.msgid_plural for entry in entries} - {""}


def said_on(page: bytes) -> Iterator[str]:
    """Each text of the page that is certmove's own, those for screen readers included."""
    tree: Any = lxml.html.fromstring(page.decode())
    for element in tree.xpath(f"//*[not(ancestor-or-self::*[{FOREIGN}])]"):
        texts = (element.text, element.tail, *(element.get(name) for name in SPOKEN))
        yield from (" ".join(text.split()) for text in texts if text)


@pytest.fixture
def japanese(staff: User) -> Client:
    """The lead, who sees everybody's moves."""
    staff.language = "ja"
    staff.save()
    client = Client(headers={"accept-language": "ja"})
    client.force_login(staff)
    return client


def pages_of(move: Move) -> Iterator[str]:
    names = ("way", "edit", "comparison", "report", "receive", "attach")
    yield from (reverse(f"moves:{name}", args=[move.pk]) for name in names)
    for role in ("source", "destination"):
        yield reverse("moves:account", args=[move.pk, role])
        yield reverse("moves:place", args=[move.pk, role, "before"])
    yield from (reverse("moves:letter", args=[move.pk, kind]) for kind in LetterKind)
    for mail in move.mails.all():
        yield reverse("moves:mail", args=[move.pk, mail.number])
    for snapshot in Snapshot.objects.filter(account__move=move):
        yield reverse("moves:snapshot", args=[snapshot.pk])


def left_in_english(client: Client, urls: Iterator[str]) -> set[tuple[str, str]]:
    messages = english()
    found = set()
    for url in urls:
        response = client.get(url, follow=True)
        assert response.status_code == 200, url
        found |= {(url, text) for text in said_on(response.content) if text in messages}
    return found


def test_a_move_is_in_japanese_at_every_stage(japanese: Client) -> None:
    make_sample_company(AT)
    urls = (reverse("moves:move", args=[move.pk]) for move in Move.objects.all())
    assert left_in_english(japanese, urls) == set()


def test_every_page_of_a_move_is_in_japanese(japanese: Client, staff: User) -> None:
    merged = make_sample_move(staff, AT)
    assert left_in_english(japanese, pages_of(merged)) == set()


def test_the_pages_beside_the_moves_are_in_japanese(japanese: Client) -> None:
    names = (
        *("moves:dashboard", "moves:start", "moves:catalogue", "moves:calendar"),
        *("invitations:list", "account_email", "account_change_password", "mfa_index"),
        "usersessions_list",
    )
    urls = (reverse(name) for name in names)
    assert left_in_english(japanese, urls) == set()


def test_a_draft_its_preview_and_its_forms_are_in_japanese(japanese: Client, staff: User) -> None:
    move = make_sample_move(staff, AT, SamplePerson(status=Status.PREPARING))
    japanese.post(reverse("moves:place", args=[move.pk, "source", "before"]))
    draft = Snapshot.objects.get(account__move=move)
    forms = (reverse("moves:new_record", args=[draft.pk, kind]) for kind in RecordType)
    assert left_in_english(japanese, iter([reverse("moves:snapshot", args=[draft.pk])])) == set()
    assert left_in_english(japanese, forms) == set()
    text = (
        "\n".join(pages.BEFORE_SOURCE) + "\nAWS Certified Alchemist - Associate\t2024-99-99\tPass"
    )
    preview = japanese.post(reverse("moves:preview", args=[draft.pk]), {"text": text})
    assert preview.status_code == 200
    assert {said for said in said_on(preview.content) if said in english()} == set()


def test_english_is_noticed() -> None:
    page = '<p>Verified</p><p lang="en">Verified</p><pre>Sent</pre><p title="Sent">済み</p>'
    assert {said for said in said_on(page.encode()) if said in english()} == {"Verified", "Sent"}
