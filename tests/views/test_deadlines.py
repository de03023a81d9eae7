"""The deadlines on a move's page and on the dashboard."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from migrations_tracker.mails.correspondence import MailContent, record_received
from migrations_tracker.models import Mail, MergeRequest, Move
from migrations_tracker.moves.acts import with_what_pages_show
from migrations_tracker.moves.overview import pressing_deadlines, waiting_since
from tests.factories import AT
from tests.records import BOOKED
from tests.views.conftest import step


def as_shown(move: Move) -> Move:
    return with_what_pages_show(Move.objects.all()).get(pk=move.pk)


def received(move: Move, at: datetime, sent_at: datetime | None = None) -> Mail:
    content = MailContent(kind="ack", body=f"Received {at} {sent_at}.", sent_at=sent_at)
    return record_received(move, content, by=move.owner, at=at)


def test_an_answer_is_due_only_while_it_is_awss_turn(prepared: Move) -> None:
    assert waiting_since(as_shown(prepared)) is None
    step(prepared, "submit")
    assert waiting_since(as_shown(prepared)) == AT
    step(prepared, "hold")
    assert waiting_since(as_shown(prepared)) is None


def test_each_mail_starts_the_waiting_anew(prepared: Move) -> None:
    step(prepared, "submit")
    received(prepared, AT + timedelta(days=2))
    assert waiting_since(as_shown(prepared)) == AT + timedelta(days=2)
    received(prepared, AT + timedelta(days=9), sent_at=AT + timedelta(days=3))
    assert waiting_since(as_shown(prepared)) == AT + timedelta(days=3)


def test_a_mail_from_the_future_counts_from_when_it_was_recorded(prepared: Move) -> None:
    step(prepared, "submit")
    received(prepared, AT + timedelta(days=2), sent_at=AT + timedelta(days=999))
    assert waiting_since(as_shown(prepared)) == AT + timedelta(days=2)


def test_silence_is_said_on_the_page_and_on_the_dashboard(prepared: Move, as_alice: Client) -> None:
    step(prepared, "submit")
    MergeRequest.objects.update(status_since=AT - timedelta(days=4000))
    page = as_alice.get(reverse("moves:move", args=[prepared.pk])).text
    assert "Answer from AWS due" in page
    assert "Do not open a second case." in page
    assert "AWS silent for too long" in page
    assert "AWS silent for too long" in as_alice.get(reverse("moves:dashboard")).text


@pytest.mark.parametrize("text", ["not TOML [", None], ids=["broken", "missing"])
def test_a_fault_in_the_catalogue_costs_only_the_retirements(
    move: Move, settings: Settings, text: str | None, tmp_path: Path
) -> None:
    def kinds() -> list[str]:
        booked = replace(BOOKED, exam_code="DVA-C02", certification="DVA")
        return [each.kind for each in pressing_deadlines(as_shown(move), now=AT, records=[booked])]

    assert kinds() == ["exam_retires", "booked_exam"]
    settings.CERTMOVE_CATALOGUE = tmp_path / "catalogue.toml"
    if text:
        settings.CERTMOVE_CATALOGUE.write_text(text)
    assert kinds() == ["booked_exam"]


def test_the_last_working_day_is_on_the_page(move: Move, as_alice: Client) -> None:
    Move.objects.filter(pk=move.pk).update(last_working_day=date(2020, 1, 31))
    assert "Last working day" in as_alice.get(reverse("moves:move", args=[move.pk])).text
