"""Both plans stand on the move's page once a hold has come."""

from datetime import date

from django.test import Client
from django.urls import reverse

from migrations_tracker.models import Move
from tests.views.conftest import step


def page(client: Client, move: Move) -> str:
    return client.get(reverse("moves:move", args=[move.pk])).text


def test_the_plans_come_with_the_hold_and_stay_until_the_merge(
    prepared: Move, as_alice: Client
) -> None:
    step(prepared, "submit")
    assert "Plan A" not in page(as_alice, prepared)
    for name in ("hold", "resume", "ask_confirmation", "confirm"):
        step(prepared, name)
        shown = page(as_alice, prepared)
        assert "Plan A: before leaving" in shown
        assert "Plan B: after leaving" in shown
    step(prepared, "report_merged")
    assert "Plan A" not in page(as_alice, prepared)


def test_the_plans_name_their_days(prepared: Move, as_alice: Client) -> None:
    Move.objects.filter(pk=prepared.pk).update(last_working_day=date(2099, 12, 25))
    step(prepared, "submit")
    step(prepared, "hold")
    shown = page(as_alice, prepared)
    assert "Until 25\N{NO-BREAK SPACE}Dec\N{NO-BREAK SPACE}2099" in shown
    assert "From 28\N{NO-BREAK SPACE}Dec\N{NO-BREAK SPACE}2099" in shown
    assert "The time for this plan is over" not in shown


def test_without_a_last_working_day_the_page_asks_for_it(prepared: Move, as_alice: Client) -> None:
    step(prepared, "submit")
    step(prepared, "hold")
    assert "Enter your last working day to see the dates." in page(as_alice, prepared)


def test_a_plan_that_is_over_is_said_to_be(prepared: Move, as_alice: Client) -> None:
    Move.objects.filter(pk=prepared.pk).update(last_working_day=date(2020, 1, 31))
    step(prepared, "submit")
    step(prepared, "hold")
    assert "The time for this plan is over" in page(as_alice, prepared)
