"""What the form of a move says about days that can hardly be right."""

import pytest
from django.test import Client
from django.urls import reverse

from migrations_tracker.models import Move, User

pytestmark = pytest.mark.django_db

EARLY = "The mailbox closes before the last working day."


def start(signed_in: Client, leaves: str, closes: str) -> str:
    details = {"person_name": "Taro Yamada", "time_zone": "Asia/Tokyo"}
    days = {"last_working_day": leaves, "mailbox_closes_on": closes}
    answer = signed_in.post(reverse("moves:start"), {**details, **days}, follow=True)
    return answer.content.decode()


def test_a_mailbox_that_closes_before_the_last_day_is_kept_and_doubted(
    client: Client, alice: User
) -> None:
    client.force_login(alice)
    assert EARLY in start(client, "2026-12-11", "2026-12-10")
    assert str(Move.objects.get().last_working_day) == "2026-12-11"


@pytest.mark.parametrize("closes", ["2026-12-11", "2026-12-12", ""])
def test_a_mailbox_that_outlives_the_last_day_is_no_reason_to_warn(
    client: Client, alice: User, closes: str
) -> None:
    client.force_login(alice)
    assert EARLY not in start(client, "2026-12-11", closes)
