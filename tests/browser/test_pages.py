"""Every page of the moves, at every stage: reachable, light, and without a fault of its own."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Page, expect

from migrations_tracker.core.accounts import Phase, Role
from migrations_tracker.core.letters import LetterKind
from migrations_tracker.core.lifecycle import Status
from migrations_tracker.core.records import RecordType
from migrations_tracker.models import Move, Snapshot, User
from migrations_tracker.reading.entrance import read_text
from migrations_tracker.samples import SamplePerson, make_sample_move, pages
from migrations_tracker.snapshots.acts import start_snapshot
from migrations_tracker.snapshots.contents import Source, add_reading
from tests.browser.page_faults import faults

pytestmark = pytest.mark.django_db(transaction=True)

#: A day that can be read in two ways, an exam that is in no catalogue, and no record at all.
UNCLEAR = """\
Exam History
SAA-C03\tAWS Certified Solutions Architect - Associate\t03/04/2024\t846\tPass
XYZ-C09\tSomething nobody knows\tMarch 25, 2024\t846\tPass
A line that nobody understands
"""


def sample(owner: User, status: Status, *, complete: bool = False) -> Move:
    person = SamplePerson(status=status, complete=complete)
    return make_sample_move(owner, timezone.now(), person)


def signed_in(context: BrowserContext, base_url: str, user: User) -> Page:
    """A page of ``user``'s, by the cookie that signing in would give."""
    client = Client()
    client.force_login(user)
    cookies = {
        settings.SESSION_COOKIE_NAME: client.cookies[settings.SESSION_COOKIE_NAME].value,
        settings.LANGUAGE_COOKIE_NAME: user.language,
    }
    context.add_cookies([{"name": n, "value": v, "url": base_url} for n, v in cookies.items()])
    return context.new_page() if not context.pages else context.pages[0]


@pytest.fixture(params=[("en", "light"), ("ja", "dark")], ids=["en-light", "ja-dark"])
def phone(page: Page, base_url: str, alice: User, request: pytest.FixtureRequest) -> Page:
    """Alice's narrow browser, signed in."""
    language, theme = request.param
    alice.language = language
    alice.save()
    page.set_viewport_size({"width": 320, "height": 700})
    page.emulate_media(color_scheme=theme)
    return signed_in(page.context, base_url, alice)


def faults_at(page: Page, addresses: Iterator[str] | list[str]) -> list[str]:
    found: list[str] = []
    for address in addresses:
        answer = page.goto(address)
        assert answer
        assert answer.status == 200, address
        found += faults(page)
    return found


def test_the_page_of_a_move_has_no_fault_at_any_stage(phone: Page, alice: User) -> None:
    assert faults_at(phone, ["/"]) == []
    moves = [sample(alice, status) for status in Status]
    assert faults_at(phone, ["/", *(address("move", move.pk) for move in moves)]) == []


def address(name: str, *arguments: object) -> str:
    return reverse(f"moves:{name}", args=arguments)


def test_no_form_of_a_move_has_a_fault(phone: Page, alice: User) -> None:
    move = sample(alice, Status.PREPARING)
    assert faults_at(phone, _forms(move)) == []


def _forms(move: Move) -> Iterator[str]:
    yield address("start")
    yield from (
        address(name, move.pk) for name in ("way", "edit", "receive", "attach", "comparison")
    )
    for role in Role:
        yield address("account", move.pk, role)
    draft = draft_of(move)
    yield address("place", move.pk, Role.DESTINATION, Phase.BEFORE)
    yield address("snapshot", draft.pk)
    yield address("record", draft.pk, 1)
    for kind in RecordType:
        yield address("new_record", draft.pk, kind)


def draft_of(move: Move) -> Snapshot:
    """A draft of the source with every kind of record."""
    at = timezone.now()
    snapshot = start_snapshot(move.source, Phase.BEFORE, by=move.owner, at=at)
    for text in pages.BEFORE_SOURCE:
        add_reading(snapshot, read_text(text), Source.of_paste(text), by=move.owner, at=at)
    return snapshot


def test_no_letter_and_no_mail_has_a_fault(phone: Page, alice: User) -> None:
    asked, merged = sample(alice, Status.CONFIRMATION_ASKED), sample(alice, Status.DISCREPANCY)
    letters = [address("letter", merged.pk, kind) for kind in LetterKind]
    others = (Status.EMPLOYER_HOLD, Status.INFORMATION_ASKED, Status.REJECTED)
    moves = [asked, merged, *(sample(alice, status) for status in others)]
    mails = [address("mail", move.pk, mail.number) for move in moves for mail in move.mails.all()]
    assert len(mails) == 6
    assert faults_at(phone, [*letters, *mails]) == []


def test_no_comparison_and_no_report_has_a_fault(phone: Page, alice: User) -> None:
    open_one, verified = sample(alice, Status.REPORTED_MERGED), sample(alice, Status.VERIFIED)
    names = ("comparison", "report")
    found = faults_at(phone, [address(n, m.pk) for m in (open_one, verified) for n in names])
    sealed = Snapshot.objects.filter(account__move=verified)
    found += faults_at(phone, [address("snapshot", each.pk) for each in sealed])
    assert found == []


def test_no_answer_to_a_form_has_a_fault(phone: Page, alice: User) -> None:
    move = sample(alice, Status.REPORTED_MERGED)
    found = []
    for name, arguments, button in (
        ("edit", (), "main form:has([name=person_name]) [type=submit]"),
        ("account", (Role.SOURCE,), "main form [type=submit]"),
        ("receive", (), "main form [type=submit]"),
        ("attach", (), "main form [type=submit]"),
        ("comparison", (), "main details [type=submit]"),
        ("report", (), "main form [type=submit]"),
    ):
        phone.goto(address(name, move.pk, *arguments))
        _spoil(phone)
        phone.locator(button).first.click()
        found += faults(phone)
    assert found == []


def _spoil(page: Page) -> None:
    """Put in what the form refuses, and unfold it."""
    page.evaluate("document.querySelectorAll('main details').forEach((d) => { d.open = true })")
    for name, value in {"person_name": "太郎", "candidate_id": "12"}.items():
        if page.locator(f"main [name={name}]").count():
            page.fill(f"main [name={name}]", value)


def test_a_step_that_was_made_in_another_tab_is_told_without_a_fault(
    phone: Page, alice: User
) -> None:
    move = sample(alice, Status.REQUESTED)
    phone.goto(address("move", move.pk))
    other = phone.context.new_page()
    other.goto(address("move", move.pk))
    other.locator(".steps .button").first.click()
    expect(other.locator(".messages .notice")).to_be_visible()
    phone.locator(".steps .button").first.click()
    expect(phone.locator("main .notice")).to_be_visible()
    assert faults(phone) == []


def test_a_preview_has_no_fault_whatever_was_read(phone: Page, alice: User) -> None:
    draft = draft_of(sample(alice, Status.PREPARING))
    found = []
    for text in (UNCLEAR, "nothing of use", pages.CERTIFICATIONS_AFTER, ""):
        phone.goto(address("snapshot", draft.pk))
        phone.fill("#id_text", text)
        phone.locator("main form:has(#id_text) [type=submit]").first.click()
        expect(phone.locator("footer")).to_be_visible()
        found += faults(phone)
    assert found == []


def test_a_snapshot_is_pasted_kept_and_sealed_without_script(
    browser: Browser, base_url: str, alice: User
) -> None:
    move = sample(alice, Status.PREPARING)
    context = browser.new_context(base_url=base_url, java_script_enabled=False)
    page = signed_in(context, base_url, alice)
    page.goto(address("place", move.pk, Role.SOURCE, Phase.BEFORE))
    page.locator("main form [type=submit]").click()
    page.fill("#id_text", pages.EXAM_HISTORY)
    page.locator("main form:has(#id_text) [type=submit]").first.click()
    expect(page.locator("tbody tr")).to_have_count(4)
    page.locator("[form=keep]").click()
    expect(page.locator("tbody tr")).to_have_count(4)
    page.locator(f"form[action='{_seal_of(move)}'] [type=submit]").click()
    expect(page.locator(".badge.is-done")).to_be_visible()
    context.close()


def _seal_of(move: Move) -> str:
    return address("seal", Snapshot.objects.get(account__move=move).pk)
