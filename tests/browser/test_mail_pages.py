"""Mails and drafts in a real browser: whatever a mail holds, nothing of it acts."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from migrations_tracker.mails.correspondence import MailContent, record_received
from migrations_tracker.models import Move, User
from tests.browser.page_faults import faults
from tests.browser.test_pages import signed_in
from tests.factories import AT, make_move

pytestmark = pytest.mark.django_db(transaction=True)

HOSTILE = (
    """\
Subject: "><script>alert("subject")</script>

I have successfully merged <script>alert(1)</script> all accounts.
<img src="https://tracker.example/pixel.gif" onerror="alert(2)">
<a href="javascript:alert(3)">press here</a> https://evil.example/login
</mark></pre><form action="https://evil.example"><button>Confirm</button></form>
"""
    + "a-very-long-word-without-any-gap" * 20
)


@pytest.fixture
def hostile(alice: User) -> Move:
    move = make_move(alice)
    content = MailContent(kind="done", body=HOSTILE, subject=HOSTILE.splitlines()[0])
    record_received(move, content, by=alice, at=AT)
    return move


@pytest.mark.parametrize(("language", "theme"), [("en", "light"), ("ja", "dark")])
def test_a_hostile_mail_is_text_on_a_page_without_fault(
    hostile: Move, alice: User, page: Page, base_url: str, language: str, theme: str
) -> None:
    """That nothing is asked of another host, and no error is logged, every test checks."""
    alice.language = language
    alice.save()
    page.set_viewport_size({"width": 320, "height": 700})
    page.emulate_media(color_scheme=theme)
    signed_in(page.context, base_url, alice)
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    for name, places in (("mail", [1]), ("move", [])):
        page.goto(reverse(f"moves:{name}", args=[hostile.pk, *places]))
        expect(page.locator("pre")).to_contain_text("<script>alert(1)</script>")
        assert page.locator("pre a, pre img, pre form, pre button").count() == 0
        if name == "mail":
            expect(page.locator("pre mark").first).to_be_visible()
            assert faults(page) == []
    assert asked == []


def test_what_was_edited_is_what_is_copied(
    hostile: Move, alice: User, page: Page, base_url: str
) -> None:
    signed_in(page.context, base_url, alice)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(reverse("moves:letter", args=[hostile.pk, "reminder"]))
    page.fill("textarea[name=body]", "My own words.")
    page.get_by_role("button", name="Copy the text").click()
    expect(page.locator("#live")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == "My own words."


def test_without_script_a_draft_is_edited_linked_and_recorded(
    hostile: Move, alice: User, browser: Browser, base_url: str
) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=base_url)
    page = signed_in(context, base_url, alice)
    page.goto(reverse("moves:letter", args=[hostile.pk, "reminder"]))
    expect(page.get_by_role("button", name="Copy the text")).to_have_count(0)
    page.fill("textarea[name=body]", "My own words.")
    page.locator("button[name=act]").click()
    link = page.locator("a[href^='mailto:']").get_attribute("href") or ""
    assert parse_qs(urlsplit(link).query)["body"] == ["My own words."]
    page.get_by_role("button", name="I have sent this: record it").click()
    expect(page.locator("main pre")).to_have_text("My own words.")
    context.close()
