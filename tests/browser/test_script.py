"""The small script in a real browser, and pages without it."""

from playwright.sync_api import Browser, Dialog, Page, expect

from tests.browser.parts import parts, show

LETTER = "Confirmed. Please merge to Account #1."
MENU = """<details class="menu"><summary>Alice</summary><div>
<a href="/x">Password</a></div></details>
<h1>Page</h1><script src="/static/js/certmove.js"></script>"""


def questions(page: Page) -> list[str]:
    """What the browser asks from now on, each answered with yes."""
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    return asked


def test_copying_puts_the_text_on_the_clipboard_and_says_so(page: Page, base_url: str) -> None:
    show(page, base_url, parts())
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.click("[data-copy='#draft']")
    expect(page.locator("#live")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == LETTER


def test_without_a_clipboard_the_text_is_selected(page: Page, base_url: str) -> None:
    show(page, base_url, parts())
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()) }")
    page.click("[data-copy='#draft']")
    page.wait_for_function("getSelection().toString().length > 0")
    assert page.evaluate("getSelection().toString()") == LETTER


def test_leaving_what_was_typed_asks_back(page: Page, base_url: str) -> None:
    show(page, base_url, parts())
    asked = questions(page)
    page.fill("form[data-guard] [name=f-name]", "Hanako")
    page.goto("/elsewhere")
    assert asked == ["beforeunload"]


def test_sending_what_was_typed_does_not_ask(page: Page, base_url: str) -> None:
    show(page, base_url, parts())
    asked = questions(page)
    page.fill("form[data-guard] [name=f-name]", "Hanako")
    page.click("form[data-guard] button[type=submit]")
    page.wait_for_load_state()
    assert asked == []


def test_a_dropped_file_lands_in_the_field(page: Page, base_url: str) -> None:
    show(page, base_url, parts())
    drop = """async () => {
      const files = new DataTransfer();
      files.items.add(new File(["text"], "history.txt"));
      const zone = document.querySelector(".drop");
      const told = {dataTransfer: files, bubbles: true, cancelable: true};
      for (const type of ["dragover", "drop"]) zone.dispatchEvent(new DragEvent(type, told));
    }"""
    page.evaluate(drop)
    assert page.evaluate("document.querySelector('.drop input').files[0].name") == "history.txt"
    assert page.get_attribute(".drop", "data-over") is None


def test_escape_closes_the_menu_and_gives_the_focus_back(page: Page, base_url: str) -> None:
    show(page, base_url, MENU)
    page.click("summary")
    page.focus("details a")
    page.keyboard.press("Escape")
    assert page.get_attribute("details", "open") is None
    assert page.evaluate("document.activeElement.textContent") == "Alice"


def test_a_click_elsewhere_closes_the_menu(page: Page, base_url: str) -> None:
    show(page, base_url, MENU)
    page.click("summary")
    page.click("h1")
    assert page.get_attribute("details", "open") is None


def test_a_refused_question_sends_nothing(page: Page, base_url: str) -> None:
    show(
        page,
        base_url,
        '<form action="/gone"><button data-confirm="Sure?">Remove</button></form>'
        '<script src="/static/js/certmove.js"></script>',
    )
    page.on("dialog", lambda dialog: dialog.dismiss())
    page.click("button")
    assert page.url == f"{base_url}/"


def test_without_script_nothing_is_offered_that_would_not_work(browser: Browser) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.set_content(parts())
    assert page.locator("[data-copy]:not([hidden]), [data-drop-hint]:not([hidden])").count() == 0
    assert page.locator("form[data-guard] button[type=submit]").is_visible()
    page.context.close()
