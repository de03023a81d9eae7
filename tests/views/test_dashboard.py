"""The dashboard lists what presses first."""

from datetime import timedelta

from django.test import Client
from django.urls import reverse

from migrations_tracker.models import MergeRequest, User
from tests.factories import AT, make_move


def test_open_moves_come_first_and_the_one_whose_mailbox_closes_next_on_top(
    alice: User, as_alice: Client
) -> None:
    for name, days in (("Later Leaver", 20), ("No Date", None), ("Soon Leaver", 2), ("Done", 1)):
        closes = AT + timedelta(days=days) if days else None
        move = make_move(alice, person_name=name, mailbox_closes_at=closes)
        if name == "Done":
            MergeRequest.objects.filter(pk=move.pk).update(status="verified")
    rows = as_alice.get(reverse("moves:dashboard")).context["rows"]
    names = [row.move.person_name for row in rows]
    assert names == ["Soon Leaver", "Later Leaver", "No Date", "Done"]


def test_an_empty_dashboard_says_what_to_do(as_alice: Client) -> None:
    page = as_alice.get(reverse("moves:dashboard")).text
    assert "No move yet" in page
    assert reverse("moves:start") in page
