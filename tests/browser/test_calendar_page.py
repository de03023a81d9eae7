"""The page of the calendar on a phone, and the address that a person makes there."""

import re

import icalendar
import pytest
from playwright.sync_api import Page, expect

from migrations_tracker.models import User
from tests.browser.page_faults import faults
from tests.browser.test_pages import phone  # noqa: F401 - a fixture
from tests.factories import AT, make_move

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_address_is_made_read_and_switched_off(phone: Page, alice: User) -> None:  # noqa: F811
    make_move(alice, mailbox_closes_at=AT.replace(year=2099))
    phone.goto("/calendar/")
    found = faults(phone)
    phone.locator("button[value=renew]").click()
    address = phone.locator("#calendar-address")
    expect(address).to_have_text(re.compile(r"\.ics$"))
    found += faults(phone)
    feed = phone.request.get(address.inner_text())
    assert len(icalendar.Calendar.from_ical(feed.body()).walk("VEVENT")) == 1
    phone.goto("/calendar/")
    found += faults(phone)
    phone.locator("button[value=off]").click()
    phone.locator("button[value=do_not_remind]").click()
    expect(phone.locator("button[value=remind]")).to_be_visible()
    found += faults(phone)
    assert found == []
