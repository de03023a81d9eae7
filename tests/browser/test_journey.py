"""One move in a browser, from the first page to the printed report, in both languages."""

import io
import json
import re
import unicodedata
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import override
from playwright.sync_api import Page, expect
from pypdf import PdfReader, PdfWriter

from migrations_tracker.samples import mails
from tests.browser.journey import Journey
from tests.browser.pasted import (
    AFTER_WITH_LOSSES,
    BENEFIT_CODE,
    CASE,
    CERTIFICATIONS,
    CERTIFICATIONS_MENDED,
    DESTINATION,
    DESTINATION_ID,
    EXAM_CODES,
    NEW_ACCOUNT,
    SCORES,
    SOURCE,
    SOURCE_ID,
    VALIDATION_NUMBERS,
    confirm_mail,
)

pytestmark = pytest.mark.django_db(transaction=True)

VERDICT = (
    "Everything is accounted for: what did not arrive as it was is settled with a reason below."
)
REASON = "The voucher was used on 3 November; the mail of the test centre says so."
OPEN_FINDINGS = (
    "The comparison still has open findings. Ask AWS about them, or settle each with a reason."
)
STOP = "Stop: the wrong account would be kept"


@pytest.fixture(params=["en", "ja"])
def journey(page: Page, request: pytest.FixtureRequest) -> Journey:
    return Journey(page, request.param)


def test_one_move_from_the_first_page_to_the_printed_report(
    journey: Journey, tmp_path: Path
) -> None:
    come_in(journey)
    start_the_move(journey)
    name_both_accounts(journey)
    write_down_the_old_account(journey)
    type_a_record_and_seal(journey)
    write_down_the_new_account(journey)
    attach_a_certificate(journey, tmp_path)
    ask_for_the_merge(journey)
    wait_out_the_hold(journey)
    refuse_the_swapped_accounts(journey)
    confirm_the_right_accounts(journey)
    hear_that_it_is_done(journey)
    find_what_is_missing(journey)
    settle_one_and_pursue_the_other(journey)
    see_it_arrive_and_verify(journey)
    fingerprints = read_the_report(journey)
    keep_the_report_as_json(journey, fingerprints)
    print_the_report(journey, fingerprints)


def come_in(journey: Journey) -> None:
    page = journey.page
    page.goto("/")
    page.locator(f'header button[value="{journey.language}"]').click()
    journey.look()
    journey.write("Your name", "Taro Yamada")
    journey.write("Email address", "taro@example.com")
    journey.write("Time zone", "Asia/Tokyo")
    journey.write("Password", "seven quiet herons")
    journey.write("Password, once more", "seven quiet herons")
    page.keyboard.press("Enter")
    expect(page.locator(".empty h2")).to_have_text(journey.word("No move yet"))


def start_the_move(journey: Journey) -> None:
    leaves = timezone.localdate() + timedelta(days=5)
    journey.follow("Start a move")
    journey.write("Name as on the ID", "山田 太郎")
    journey.press("Start the move")
    journey.sees("Write the name in Latin letters, as on the ID (for example Taro Yamada).")
    journey.write("Name as on the ID", "Taro Yamada")
    journey.write("Employer you leave", "Example Systems K.K.")
    journey.write("Last working day", leaves.isoformat())
    journey.write("Mailbox closes on", (leaves + timedelta(days=2)).isoformat())
    journey.press("Start the move")
    journey.stands_at("Preparing")
    journey.sees("Still to enter")


def name_both_accounts(journey: Journey) -> None:
    journey.next_is("Enter the account to give up: its login address.")
    journey.follow("Enter the account")
    _name_account(journey, "AWS Partner sign-in", SOURCE, SOURCE_ID)
    journey.next_is("Enter the account to keep: its login address.")
    journey.follow("Enter the account")
    _name_account(journey, "AWS Builder ID", DESTINATION, DESTINATION_ID)
    expect(journey.page.get_by_text(journey.word("Still to enter"))).to_have_count(0)


def _name_account(
    journey: Journey, kind: str, addresses: dict[str, str], candidate_id: str
) -> None:
    journey.choose("How you sign in", journey.word(kind))
    for label, address in addresses.items():
        journey.write(label, address)
    journey.write("Candidate ID", candidate_id)
    journey.press("Save")
    for address in addresses.values():
        journey.sees(address)


def write_down_the_old_account(journey: Journey) -> None:
    old = journey.old_account
    journey.follow("To the snapshot")
    journey.press("Start the snapshot")
    _paste(journey, old.history, 4)
    _read(journey, old.certifications, 3)
    journey.page.locator("main summary").filter(has_text=re.compile("1")).click()
    expect(journey.page.locator("li", has_text=old.not_understood)).to_be_visible()
    journey.press("Keep these")
    _paste(journey, old.benefits, 2)
    expect(journey.page.get_by_text(BENEFIT_CODE)).to_have_count(0)
    _paste(journey, old.registrations, 1)
    _paste(journey, old.certifications, 3)
    expect(journey.page.locator("tbody tr")).to_have_count(10)
    with journey.page.expect_download() as download:
        journey.page.get_by_role("link", name=journey.word("Paste %(number)s", number=2)).click()
    kept = Path(download.value.path()).read_text(encoding="utf-8")
    assert kept == old.certifications


def _read(journey: Journey, text: str, records: int) -> None:
    """Paste a page and see its records; none is kept yet."""
    journey.write("Text of the page", text)
    journey.press("Read it")
    expect(journey.page.locator("h1")).to_have_text(journey.word("What was read"))
    expect(journey.page.locator("tbody tr")).to_have_count(records)


def _paste(journey: Journey, text: str, records: int) -> None:
    _read(journey, text, records)
    journey.press("Keep these")


def type_a_record_and_seal(journey: Journey) -> None:
    page = journey.page
    page.locator("main summary").filter(has_text=journey.word("Type a record instead")).click()
    journey.follow("Exam")
    page.locator("#id_certification").select_option("AIF")
    journey.write("Exam code", "AIF-C01")
    journey.write("Taken on", "2025-10-09")
    page.locator("#id_result").select_option("pass")
    journey.write("Score", "9999")
    journey.press("Keep the record")
    expect(page.locator("[name=score][aria-invalid=true]")).to_have_value("9999")
    journey.write("Score", "731")
    journey.press("Keep the record")
    expect(page.locator("tbody tr")).to_have_count(11)
    _seal(journey)


def _seal(journey: Journey) -> None:
    journey.press("Seal the snapshot")
    journey.stands_at("Sealed")
    journey.follow("Back to the move")


def write_down_the_new_account(journey: Journey) -> None:
    closed = journey.page.locator(".steps li", has_text=journey.word("Not open yet:")).first
    expect(closed).to_contain_text(
        journey.word("Seal the before-snapshot of the account to keep first.")
    )
    journey.follow("To the snapshot")
    journey.press("Start the snapshot")
    _paste(journey, NEW_ACCOUNT, 1)
    _seal(journey)


def attach_a_certificate(journey: Journey, folder: Path) -> None:
    lie, certificate = folder / "certificate.pdf", folder / "architect.pdf"
    lie.write_text("<script>alert(1)</script>")
    writer = PdfWriter()
    writer.add_blank_page(200, 100)
    writer.write(certificate)
    journey.follow("Attach a certificate")
    journey.page.locator("[name=certification]").select_option(journey.old_account.names[0])
    journey.page.locator("[type=file]").set_input_files(lie)
    journey.press("Attach")
    expect(journey.page.locator(".errorlist").first).to_be_visible()
    journey.page.locator("[type=file]").set_input_files(certificate)
    journey.press("Attach")
    with journey.page.expect_download() as download:
        journey.page.get_by_role("link", name="architect.pdf").click()
    assert Path(download.value.path()).read_bytes() == certificate.read_bytes()


def ask_for_the_merge(journey: Journey) -> None:
    journey.next_is(
        "See which way fits your accounts, then ask AWS for the merge; the text is ready."
    )
    journey.follow("See the way that fits")
    journey.page.locator("[aria-labelledby=otherwise-heading] summary").first.click()
    journey.follow("See the text of the request")
    draft = journey.draft.input_value()
    keep, give_up = re.split("Account to GIVE UP", draft.split("Account to KEEP")[1])
    assert [label for label, address in DESTINATION.items() if address not in keep] == []
    assert [label for label, address in SOURCE.items() if address not in give_up] == []
    assert DESTINATION_ID in keep
    assert SOURCE_ID in give_up
    journey.record_as_sent()
    journey.press("I have sent the request to AWS")
    journey.stands_at("Requested")


def wait_out_the_hold(journey: Journey) -> None:
    journey.record_mail(
        mails.HOLD.format(name="Taro", case=CASE), "Employer hold: come back when you have left"
    )
    decided = "We can merge it\nwhen you are no longer with the company."
    expect(journey.page.locator("main pre mark")).to_have_text(decided)
    journey.press("AWS waits until I have left the employer")
    journey.stands_at("Employer hold")
    journey.follow("See the text of the answer")
    journey.draft_says("Please keep this case open.")
    journey.record_as_sent()
    journey.follow("Back to the move")
    journey.press("I have answered the hold")
    journey.stands_at("Requested")


def refuse_the_swapped_accounts(journey: Journey) -> None:
    swapped = confirm_mail(keep=SOURCE, give_up=DESTINATION)
    journey.record_mail(swapped, "Accounts to confirm")
    _is_stopped(journey)
    expect(journey.link("See the text of the confirmation")).to_have_count(0)
    expect(journey.link("See the text of the correction")).to_have_count(1)
    journey.press("AWS asks to confirm the accounts")
    _look_at_the_confirmation_all_the_same(journey)
    journey.follow("See the text of the correction")
    journey.draft_says("Please do NOT merge yet")
    journey.draft_says(f"your Account #2):\n- Login email: {DESTINATION['Login email']}")
    journey.draft.fill(journey.draft.input_value() + "\nP.S. It is urgent.")
    journey.record_as_sent()
    expect(journey.page.locator("main pre")).to_contain_text("P.S. It is urgent.")
    journey.press("I have sent a correction")
    journey.stands_at("Requested")


def _look_at_the_confirmation_all_the_same(journey: Journey) -> None:
    """It is not the next thing to do, it lies folded up, and it is stopped there, too."""
    expect(journey.page.locator(".next a")).to_have_text(
        journey.word("See the text of the correction")
    )
    journey.page.locator("aside summary", has_text=journey.word("All other drafts")).click()
    journey.follow("Confirmation of the accounts")
    _is_stopped(journey)
    expect(journey.draft).not_to_be_visible()


def _is_stopped(journey: Journey) -> None:
    alarm = journey.page.get_by_role("alert")
    expect(alarm.get_by_role("heading")).to_have_text(journey.word(STOP))


def confirm_the_right_accounts(journey: Journey) -> None:
    right = confirm_mail(keep=DESTINATION, give_up=SOURCE)
    journey.record_mail(right, "Accounts to confirm")
    expect(journey.page.get_by_role("alert")).to_have_count(0)
    journey.sees("The accounts in this mail are yours, and the right one would be kept.")
    journey.press("AWS asks to confirm the accounts")
    journey.follow("See the text of the confirmation")
    journey.draft_says("Confirmed. Please merge to Account #1.")
    journey.draft_says(f"Keep: Account #1 ({DESTINATION['Login email']})")
    journey.record_as_sent()
    journey.press("I have sent the confirmation")
    journey.stands_at("Confirmed")


def hear_that_it_is_done(journey: Journey) -> None:
    done = mails.DONE.format(name="Taro", case=CASE, destination=DESTINATION["Login email"])
    journey.record_mail(done, "The accounts are merged")
    journey.press("AWS says the accounts are merged")
    journey.stands_at("Reported merged")


def find_what_is_missing(journey: Journey) -> None:
    journey.follow("To the snapshot")
    journey.press("Start the snapshot")
    for text, records in zip(AFTER_WITH_LOSSES, (5, 3, 1, 1), strict=True):
        _paste(journey, text, records)
    _seal(journey)
    _verify_is_shut(journey)
    journey.follow("To the comparison")
    missing = journey.page.get_by_role("region", name=journey.word("Open findings"))
    expect(missing.locator(".findings li")).to_have_count(2)
    expect(missing).to_contain_text(journey.old_account.names[1])


def _verify_is_shut(journey: Journey) -> None:
    verify = "Everything arrived: mark as verified"
    expect(journey.button(verify)).to_have_count(0)
    reason = journey.page.locator(".steps li", has_text=journey.word(verify))
    expect(reason).to_contain_text(journey.word(OPEN_FINDINGS))


def settle_one_and_pursue_the_other(journey: Journey) -> None:
    page = journey.page
    voucher = page.locator("form", has=page.locator("summary", has_text="50%"))
    voucher.locator("summary").click()
    voucher.get_by_role("button").click()
    journey.sees("Write why this is no loss.")
    voucher.locator("summary").click()
    voucher.get_by_label(journey.word("Reason")).fill(REASON)
    voucher.get_by_role("button").click()
    journey.sees("The finding is settled; the report shows your reason.")
    journey.follow("See the text of the letter about it")
    journey.draft_says("852ef7326e02f7ee32e4bcb6907b9a31")
    journey.record_as_sent()
    journey.press("I have told AWS what is missing")
    journey.stands_at("Discrepancy")


def see_it_arrive_and_verify(journey: Journey) -> None:
    _verify_is_shut(journey)
    journey.follow("To the after-snapshot")
    journey.press("Correct it")
    _paste(journey, CERTIFICATIONS_MENDED, 4)
    _seal(journey)
    journey.press("Everything arrived: mark as verified")
    journey.stands_at("Verified")


def read_the_report(journey: Journey) -> list[str]:
    """The verdict on screen; gives the three fingerprints it shows."""
    journey.next_is("Print the verification report and keep it.")
    journey.follow("To the report")
    page = journey.page
    expect(page.locator(".verdict")).to_have_text(journey.word(VERDICT))
    expect(page.locator(".report")).to_contain_text(REASON)
    expect(page.locator(".report")).not_to_contain_text(BENEFIT_CODE)
    shown = re.findall(r"\b[0-9a-f]{64}\b", page.locator(".report").inner_text())
    assert len(set(shown)) == 4  # three snapshots and the certificate's file
    return shown


def keep_the_report_as_json(journey: Journey, fingerprints: list[str]) -> None:
    with journey.page.expect_download() as download:
        journey.page.get_by_role("link", name=journey.word("Download as JSON")).click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    data: dict[str, Any] = json.loads(text)
    assert data["status"] == "verified"
    assert data["verdict"] == "complete"
    assert [len(each["records"]) for each in data["snapshots"]] == [11, 1, 11]
    assert {each["fingerprint"] for each in data["snapshots"]} <= set(fingerprints)
    assert REASON in text
    assert BENEFIT_CODE not in text


def print_the_report(journey: Journey, fingerprints: list[str]) -> None:
    for paper in ("A4", "Letter"):
        sheets = PdfReader(io.BytesIO(journey.page.pdf(format=paper))).pages
        texts = [_close(sheet.extract_text()) for sheet in sheets]
        for number, text in enumerate(texts, 1):
            assert f"{number}/{len(texts)}" in text
        assert _close(journey.word(VERDICT)) in texts[0]
        whole = "".join(texts)
        wanted = [*_every_record(journey), REASON, *fingerprints, "••••B1"]
        assert [each for each in wanted if _close(each) not in whole] == []
        unwanted = [BENEFIT_CODE, "日本語", *map(journey.word, ("Print", "Skip to the main part"))]
        assert [each for each in unwanted if _close(each) in whole] == []


def _every_record(journey: Journey) -> list[str]:
    """What tells each record from the others, as the report shows it."""
    days = [date(2025, 8, 4), date(2025, 7, 6), date(2024, 3, 25), date(2023, 11, 20)]
    days += [date(2025, 10, 9), date(2027, 1, 16), date(2028, 8, 4), date(2027, 3, 25)]
    with override(journey.language):
        shown = [date_format(day) for day in days]
    names = [*journey.old_account.names, *CERTIFICATIONS.values()]
    return [*names, *EXAM_CODES, *SCORES, *VALIDATION_NUMBERS, *shown]


def _close(text: str) -> str:
    """The text without a printer's line ends and ligatures."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
