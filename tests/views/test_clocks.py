"""Moments are told on the clock of the move, wherever its reader is."""

from django.test import Client
from django.urls import reverse

from migrations_tracker.core.accounts import Phase, Role
from migrations_tracker.models import Move, User
from tests.factories import make_move, make_snapshot

SEALED_IN_TOKYO = "22 Nov 2026, 12:00"


def sealed_move(owner: User) -> Move:
    move = make_move(owner, time_zone="Asia/Tokyo")
    for role, phase in (
        (Role.SOURCE, Phase.BEFORE),
        (Role.DESTINATION, Phase.BEFORE),
        (Role.DESTINATION, Phase.AFTER),
    ):
        make_snapshot(move, role, phase)
    return move


def test_a_reader_elsewhere_sees_the_moments_of_the_move_s_own_zone(
    alice: User, as_alice: Client
) -> None:
    User.objects.filter(pk=alice.pk).update(time_zone="Europe/Berlin")
    move = sealed_move(alice)
    for name in ("moves:move", "moves:report"):
        page = as_alice.get(reverse(name, args=[move.pk])).text
        assert SEALED_IN_TOKYO in page
        assert "22 Nov 2026, 04:00" not in page


def test_what_a_machine_reads_names_the_same_moment(alice: User, as_alice: Client) -> None:
    User.objects.filter(pk=alice.pk).update(time_zone="Europe/Berlin")
    page = as_alice.get(reverse("moves:move", args=[sealed_move(alice).pk])).text
    assert f'<time datetime="2026-11-22T04:00:00+01:00">{SEALED_IN_TOKYO}</time>' in page
