"""Moments are told on the clock of the move, wherever its reader is."""

import pytest
from django.test import Client
from django.urls import reverse

from migrations_tracker.models import Move, User
from tests.views.test_query_counts import full_move

IN_TOKYO, IN_BERLIN = "22\N{NO-BREAK SPACE}Nov\N{NO-BREAK SPACE}2026, 12:00", "2026, 04:00"


@pytest.fixture
def move(alice: User) -> Move:
    """A move in Tokyo whose reader is in Berlin."""
    User.objects.filter(pk=alice.pk).update(time_zone="Europe/Berlin")
    made = full_move(alice, 1)
    assert made.time_zone == "Asia/Tokyo"
    return made


@pytest.mark.parametrize("name", ["moves:move", "moves:report"])
def test_a_reader_elsewhere_sees_the_moments_of_the_move_s_own_zone(
    name: str, move: Move, as_alice: Client
) -> None:
    page = as_alice.get(reverse(name, args=[move.pk])).text
    assert IN_TOKYO in page
    assert IN_BERLIN not in page


def test_what_a_machine_reads_names_the_same_moment(move: Move, as_alice: Client) -> None:
    page = as_alice.get(reverse("moves:move", args=[move.pk])).text
    assert f'<time datetime="2026-11-22T04:00:00+01:00">{IN_TOKYO}</time>' in page
