"""A person at a browser, who finds things by the words the page shows."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.translation import gettext, override
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import violations
from tests.browser.pasted import OLD_ACCOUNT, OldAccount


@dataclass
class Journey:
    """``language``: of the pages. Every message is given in English, as the source has it."""

    page: Page
    language: str
    known: set[str] = field(default_factory=set)

    @cached_property
    def old_account(self) -> OldAccount:
        return OLD_ACCOUNT[self.language]

    def word(self, message: str, **values: object) -> str:
        """``message`` as the page shows it."""
        with override(self.language):
            text = gettext(message)
        return text % values if values else text

    def labelled(self, label: str) -> Locator:
        name, required = re.escape(self.word(label)), re.escape(self.word("required"))
        return self.page.get_by_label(re.compile(rf"^\s*{name}\s*({required})?\s*$"))

    def write(self, label: str, value: str) -> None:
        self.labelled(label).fill(value)

    def choose(self, label: str, option: str) -> None:
        self.labelled(label).select_option(label=option)

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=self.word(name), exact=True)

    def link(self, name: str) -> Locator:
        return self.page.locator("main").get_by_role("link", name=self.word(name), exact=True)

    def press(self, name: str) -> None:
        """Press the button and see the page it leads to, which has no fault."""
        self.button(name).click()
        self.look()

    def follow(self, name: str) -> None:
        self.page.get_by_role("link", name=self.word(name), exact=True).first.click()
        self.look()

    def look(self) -> None:
        """No page on the way is half done; one of a new title is looked at by axe, too."""
        expect(self.page.locator("footer")).to_be_visible()
        expect(self.page.locator("html")).to_have_attribute("lang", self.language)
        title = self.page.locator("h1").inner_text()
        if title not in self.known:
            self.known.add(title)
            assert violations(self.page) == []

    def sees(self, message: str, **values: object) -> None:
        shown = self.page.locator("main").get_by_text(self.word(message, **values))
        expect(shown.first).to_be_visible()

    def stands_at(self, status: str) -> None:
        expect(self.page.locator(".heading .badge")).to_have_text(self.word(status))

    def next_is(self, sentence: str) -> None:
        expect(self.page.locator(".next h2")).to_have_text(self.word(sentence))

    def to_the_move(self) -> None:
        """By the crumbs at the top of the page: dashboard, move, this page."""
        self.page.locator(".crumbs a").nth(1).click()
        self.look()

    def record_mail(self, text: str, kind: str) -> None:
        """Paste a mail on the move's page and see that it is taken for ``kind``."""
        self.page.locator("aside").get_by_role("link", name=self.word(_RECORD)).click()
        self.write("Text of the mail", text)
        self.press("Record the mail")
        expect(self.page.locator("h1")).to_have_text(self.word(kind))

    @property
    def draft(self) -> Locator:
        """The English text of a letter, as it stands to be edited and copied."""
        return self.page.locator("textarea[name=body]")

    def draft_says(self, words: str) -> None:
        expect(self.draft).to_have_value(re.compile(re.escape(words)))

    def record_as_sent(self) -> None:
        self.press("I have sent this: record it")
        self.sees("Recorded as sent.")


_RECORD = "Record a mail from AWS"
