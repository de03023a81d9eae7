"""Ten mixed files at once: ten answers, one corrected, all kept; in both languages, by keyboard."""

from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from migrations_tracker.core.accounts import Phase
from migrations_tracker.core.records import Certification
from migrations_tracker.models import Evidence, Snapshot, User
from migrations_tracker.records.of_snapshots import held_records
from migrations_tracker.snapshots.acts import start_snapshot
from tests.browser.conftest import violations
from tests.browser.journey import Journey
from tests.browser.ten_files import RECORDS, SECURITY, TEN
from tests.browser.test_accounts import sign_in
from tests.factories import AT, make_move

pytestmark = pytest.mark.django_db(transaction=True)


def at_the_draft(page: Page, alice: User, language: str) -> tuple[Journey, Snapshot]:
    User.objects.filter(pk=alice.pk).update(language=language)
    draft = start_snapshot(make_move(alice).source, Phase.BEFORE, by=alice, at=AT)
    sign_in(page, alice)
    page.goto(reverse("moves:snapshot", args=[draft.pk]))
    return Journey(page, language), draft


@pytest.mark.parametrize("language", ["en", "ja"])
def test_ten_files_get_ten_answers_and_are_kept_at_once(
    page: Page, alice: User, language: str
) -> None:
    journey, draft = at_the_draft(page, alice, language)
    page.locator("[type=file]").set_input_files([each.payload for each in TEN])
    journey.press("Read it")
    sees_ten_answers(journey)
    journey.press("Keep these")
    expect(page.locator("tbody tr")).to_have_count(RECORDS)
    correct_the_expiry(journey)
    expect(page.locator("tbody tr")).to_have_count(RECORDS)
    assert [each.name for each in Evidence.objects.order_by("number")] == [t.name for t in TEN]
    (security,) = [
        each.record
        for each in held_records(Snapshot.objects.get(pk=draft.pk))
        if isinstance(each.record, Certification) and each.record.certification == "SCS"
    ]
    assert security.expires_on == date(2028, 2, 19)


def sees_ten_answers(journey: Journey) -> None:
    answers = journey.page.locator("section[aria-labelledby^=item-]")
    expect(answers).to_have_count(len(TEN))
    for brought, answer in zip(TEN, answers.all(), strict=True):
        expect(answer.locator("h2")).to_have_text(brought.name)
        expect(answer.locator("p").first).to_contain_text(journey.word(brought.kind))
        expect(answer.locator("tbody tr")).to_have_count(brought.records)


def correct_the_expiry(journey: Journey) -> None:
    row = journey.page.locator("tbody tr", has_text=SECURITY)
    row.get_by_role("link").click()
    journey.write("Expires on", "2028-02-19")
    journey.press("Save the correction")


def test_the_keyboard_alone_is_enough(page: Page, alice: User) -> None:
    journey, _ = at_the_draft(page, alice, "en")
    with page.expect_file_chooser() as chooser:  # before the walk: a key can overtake it
        tab_to(page, "#id_documents")
        page.keyboard.press("Enter")
    chooser.value.set_files([each.payload for each in TEN])
    press(journey, "Read it")
    sees_ten_answers(journey)
    press(journey, "Keep these")
    expect(page.locator("tbody tr")).to_have_count(RECORDS)


def press(journey: Journey, name: str) -> None:
    """Walk to the button and press Enter."""
    button = journey.button(name)
    for _ in range(80):
        if button.evaluate("button => button === document.activeElement"):
            break
        journey.page.keyboard.press("Tab")
    expect(button).to_be_focused()
    journey.page.keyboard.press("Enter")
    expect(button).to_have_count(0, timeout=20_000)  # it is reading ten files


def tab_to(page: Page, place: str) -> None:
    for _ in range(60):
        if page.locator(place).evaluate("field => field === document.activeElement"):
            return
        page.keyboard.press("Tab")
    expect(page.locator(place)).to_be_focused()


def test_the_catalogue_fits_a_phone(page: Page, alice: User) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    sign_in(page, alice)
    page.goto(reverse("moves:catalogue"))
    assert violations(page) == []
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
