"""What somebody brings is shown as it is written, and never becomes part of a page."""

from base64 import b64encode
from collections.abc import Iterator
from email.message import EmailMessage

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import FilePayload, Page

from migrations_tracker.core.accounts import Phase, Role
from migrations_tracker.core.records import Benefit, Certification
from migrations_tracker.evidence.certificates import attach_certificate
from migrations_tracker.mails.correspondence import MailContent, record_received, record_sent
from migrations_tracker.models import Move, Snapshot, User
from migrations_tracker.snapshots.acts import start_snapshot
from tests.box import files
from tests.browser.test_pages import signed_in
from tests.browser.vectors import VECTORS
from tests.factories import AT, make_move, make_snapshot

pytestmark = pytest.mark.django_db(transaction=True)

ALL = "\n".join(VECTORS)
#: Run before each page's own scripts: whatever comes to life says so.
_ALARM = """
  window.hits = [];
  window.hit = () => window.hits.push("a script ran");
  document.addEventListener("securitypolicyviolation",
    (told) => window.hits.push(`${told.violatedDirective} ${told.blockedURI}`));
"""
_FOUND = """() => [...window.hits,
  ...[...document.querySelectorAll("[data-hit]")].map((each) => each.outerHTML.slice(0, 99))]"""


@pytest.fixture
def armed(page: Page) -> Page:
    page.add_init_script(_ALARM)
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog: {dialog.message}"))
    return page


@pytest.fixture
def move(staff: User) -> Move:
    """A move of which every text is hostile, its owner's name and the names of files among them."""
    User.objects.filter(pk=staff.pk).update(first_name=VECTORS[0], last_name=VECTORS[1])
    hostile = make_move(staff, employer=VECTORS[2], note=ALL)
    names = [Certification(certification=None, name=each) for each in VECTORS]
    codes = [Benefit(name=each, code=VECTORS[3][:60]) for each in VECTORS[:9]]
    make_snapshot(hostile, Role.SOURCE, Phase.BEFORE, *names, *codes)
    make_snapshot(hostile, Role.DESTINATION, Phase.BEFORE)
    received = MailContent(kind="ack", body=ALL, subject=VECTORS[4], case_id=VECTORS[5][:30])
    record_received(hostile, received, by=staff, at=AT)
    sent = MailContent(kind="request", body=ALL, subject=VECTORS[6])
    record_sent(hostile, sent, by=staff, at=AT)
    attach_certificate(
        hostile, certification=VECTORS[7], name=VECTORS[8], content=b"%PDF-1.4", by=staff, at=AT
    )
    return Move.objects.get(pk=hostile.pk)


def addresses(move: Move) -> Iterator[str]:
    snapshot = Snapshot.objects.exclude(evidence=None).get()
    yield reverse("moves:dashboard")
    for name in ("move", "edit", "comparison", "receive", "attach"):
        yield reverse(f"moves:{name}", args=[move.pk])
    for number in (1, 2):
        yield reverse("moves:mail", args=[move.pk, number])
    yield reverse("moves:letter", args=[move.pk, "request"])
    yield reverse("moves:snapshot", args=[snapshot.pk])
    for model in ("move", "mail", "evidence", "certificatefile", "user", "event"):
        yield reverse(f"admin:migrations_tracker_{model}_changelist")
    yield reverse("admin:migrations_tracker_move_change", args=[move.pk])


def hostile_files() -> list[FilePayload]:
    """A PDF, a workbook, a saved page and a spreadsheet that hold the texts."""
    table = [["Certification", "Earned on"], *([each, "2024-05-01"] for each in VECTORS)]
    cells = [[_cell(each) for each in row] for row in table]
    page = "".join(f"<p>{each}</p>" for each in VECTORS)
    brought = {
        "<img data-hit src=x onerror=hit()>.pdf": files.pdf("AWS Certified\n" + ALL),
        '"><b data-hit>.xlsx': files.xlsx({"<b data-hit>": cells}),
        "page.html": f"<html><body><h2>Exam History</h2>{page}</body></html>".encode(),
        "list.csv": "\n".join(",".join(map(_quoted, row)) for row in table).encode(),
    }
    return [
        FilePayload(name=name, mimeType="application/octet-stream", buffer=content)
        for name, content in brought.items()
    ]


def _cell(text: str) -> str:
    return "".join(each for each in text if each >= " ")


def _quoted(text: str) -> str:
    return '"{}"'.format(text.replace('"', '""'))


def hostile_mail() -> FilePayload:
    mail = EmailMessage()
    mail["Subject"] = VECTORS[0]
    mail["From"] = f"=?utf-8?b?{b64encode(VECTORS[1].encode()).decode()}?= <aws@example.com>"
    mail.set_content(ALL)
    mail.add_alternative("".join(f"<p>{each}</p>" for each in VECTORS), subtype="html")
    mail.add_attachment(b"x", maintype="a", subtype="b", filename=VECTORS[2])
    return FilePayload(name="<b data-hit>.eml", mimeType="message/rfc822", buffer=mail.as_bytes())


def test_what_is_stored_is_shown_as_text_on_every_page(
    armed: Page, base_url: str, move: Move
) -> None:
    page = signed_in(armed.context, base_url, move.owner)
    found, seen = {}, ""
    for address in addresses(move):
        page.goto(address)
        found[address] = page.evaluate(_FOUND)
        seen += page.locator("body").inner_text()
    assert {address: hits for address, hits in found.items() if hits} == {}
    assert sum(each in seen for each in VECTORS) > 50  # they were there to be seen


def test_what_is_brought_is_shown_as_text_in_its_preview(
    armed: Page, base_url: str, move: Move
) -> None:
    page = signed_in(armed.context, base_url, move.owner)
    draft = start_snapshot(make_move(move.owner).source, Phase.BEFORE, by=move.owner, at=AT)
    page.goto(reverse("moves:snapshot", args=[draft.pk]))
    page.fill("#id_text", f"Exam History\n{ALL}")
    page.locator("#id_documents").set_input_files(hostile_files())
    page.locator("form[action$='/preview/'] button[type=submit]").first.click()
    page.wait_for_url("**/preview/")
    assert page.evaluate(_FOUND) == []
    page.goto(reverse("moves:receive", args=[move.pk]))
    page.locator("[type=file]").set_input_files(hostile_mail())
    page.select_option("#id_kind", index=2)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url(lambda url: "/mails/new/" not in url)
    assert page.evaluate(_FOUND) == []
    assert "data-hit" in page.locator("main").inner_text()


def test_no_download_opens_as_a_page(move: Move) -> None:
    client = Client()
    client.force_login(move.owner)
    file = move.certificate_files.get()
    answer = client.get(reverse("moves:certificate", args=[file.pk]))
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer["Content-Disposition"].startswith("attachment")
