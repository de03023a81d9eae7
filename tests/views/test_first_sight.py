"""A draft is not lost by one press, and a page says no more than it has."""

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from migrations_tracker.core.accounts import Phase
from migrations_tracker.core.lifecycle import Status
from migrations_tracker.models import Snapshot, User
from migrations_tracker.reading.entrance import read_text
from migrations_tracker.samples import SamplePerson, make_sample_move, pages
from migrations_tracker.snapshots.acts import start_snapshot
from migrations_tracker.snapshots.contents import Source, add_reading


def page(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def draft_with_certifications(owner: User) -> Snapshot:
    at = timezone.now()
    move = make_sample_move(owner, at, SamplePerson(status=Status.PREPARING))
    draft = start_snapshot(move.source, Phase.BEFORE, by=owner, at=at)
    text = pages.BEFORE_SOURCE[1]
    add_reading(draft, read_text(text), Source.of_paste(text), by=owner, at=at)
    return draft


def test_a_draft_is_not_thrown_away_beside_the_button_that_seals_it(
    as_alice: Client, alice: User
) -> None:
    draft = draft_with_certifications(alice)
    shown = page(as_alice, reverse("moves:snapshot", args=[draft.pk]))
    discard = shown.index(reverse("moves:discard", args=[draft.pk]))
    folded = shown.rindex("<details>", 0, discard)
    assert shown.index(reverse("moves:seal", args=[draft.pk])) < folded
    assert "</details>" not in shown[folded:discard]
    assert "deleted for good" in shown[folded:discard]


def test_the_place_to_paste_says_which_pages_are_still_missing(
    as_alice: Client, alice: User
) -> None:
    draft = draft_with_certifications(alice)
    shown = page(as_alice, reverse("moves:snapshot", args=[draft.pk]))
    top = shown[: shown.index("<textarea")]
    assert top.count('class="badge is-done"') == 1
    assert [word for word in ("Exam history (0)", "Benefits (0)") if word not in top] == []


def test_who_has_no_move_yet_is_shown_no_search_and_no_views(as_staff: Client, alice: User) -> None:
    search = reverse("moves:search")
    assert search not in page(as_staff, "/")
    make_sample_move(alice, timezone.now(), SamplePerson(status=Status.PREPARING))
    assert search in page(as_staff, "/")
    assert search in page(as_staff, "/?show=overdue")
