"""The page of a draft: explained, edited before it is copied, recorded as it was sent."""

from django.test import Client

from migrations_tracker.models import Mail, Move
from tests.views.conftest import step
from tests.views.mails import COMPANY, OWN, listing, mailto, shown, text_of, url


class TestDraft:
    def test_it_is_edited_in_the_field_that_is_copied(self, move: Move, as_alice: Client) -> None:
        page = shown(as_alice, url("letter", move.pk, "reminder"))
        (body,) = page.xpath("//textarea[@name='body']")
        copies = page.xpath("//button/@data-copy")
        assert f"#{body.get('id')}" in copies
        assert "How does it stand" not in body.text_content()
        assert "Dear AWS Training and Certification team" in body.text_content()

    def test_its_link_has_the_lines_of_a_mail(self, move: Move, as_alice: Client) -> None:
        _to, query = mailto(as_alice, url("letter", move.pk, "reminder"))
        assert query["body"][0].startswith(
            "Dear AWS Training and Certification team,\r\n\r\nI would"
        )
        assert "\n" not in query["body"][0].replace("\r\n", "")

    def test_without_script_what_was_edited_gets_into_the_link_and_is_not_recorded(
        self, move: Move, as_alice: Client
    ) -> None:
        data = {
            "subject": "Mine\r\nBcc: x@example.com",
            "body": "My words\nand more",
            "act": "take_over",
        }
        _to, query = mailto(as_alice, url("letter", move.pk, "reminder"), data)
        assert query == {
            "subject": ["Mine Bcc: x@example.com"], "body": ["My words\r\nand more"],
        }  # fmt: skip
        assert not Mail.objects.exists()

    def test_what_was_sent_is_recorded_as_it_was_edited_and_what_comes_next_is_said(
        self, prepared: Move, as_alice: Client
    ) -> None:
        for name in ("submit", "ask_confirmation"):
            step(prepared, name)
        data = {"subject": "Re: merge", "body": "Confirmed. Please merge to Account #1."}
        answer = as_alice.post(url("letter", prepared.pk, "confirmation"), data, follow=True)
        (mail,) = Mail.objects.all()
        assert (mail.direction, mail.kind, mail.body) == ("sent", "confirmation", data["body"])
        assert "Recorded as sent." in answer.text
        assert 'value="confirm"' in answer.text
        assert "three business days" in answer.text

    def test_an_empty_draft_is_refused_beside_its_field(self, move: Move, as_alice: Client) -> None:
        answer = as_alice.post(url("letter", move.pk, "reminder"), {"body": " "})
        assert answer.status_code == 422
        assert not Mail.objects.exists()

    def test_it_is_explained_beside_the_english_with_both_accounts(
        self, move: Move, as_alice: Client
    ) -> None:
        as_alice.post(url("receive", move.pk), {"text": listing()})
        page = text_of(shown(as_alice, url("letter", move.pk, "confirmation")))
        assert (
            f"“Confirmed. Please merge to Account #1.” You agree that this account is kept: {OWN}."
            in page
        )
        assert f"{OWN} is kept, {COMPANY} is given up" in page

    def test_a_confirmation_of_swapped_accounts_is_folded_up_behind_the_stop(
        self, move: Move, as_alice: Client
    ) -> None:
        as_alice.post(url("receive", move.pk), {"text": listing(keep=COMPANY, give_up=OWN)})
        page = shown(as_alice, url("letter", move.pk, "confirmation"))
        assert "Stop: the wrong account would be kept" in text_of(page)
        assert page.xpath("//textarea[@name='body'][not(ancestor::details)]") == []
        assert page.xpath("//details//textarea[@name='body']")

    def test_on_the_moves_page_the_draft_that_fits_stands_before_the_folded_ones(
        self, prepared: Move, as_alice: Client
    ) -> None:
        for name in ("submit", "hold"):
            step(prepared, name)
        page = shown(as_alice, url("move", prepared.pk))
        links = page.xpath(
            "//section[@aria-labelledby='mails-heading']//a[contains(@href, '/letters/')]"
        )
        folded = [link for link in links if link.xpath("ancestor::details")]
        assert [link.get("href") for link in links if link not in folded] == [
            url("letter", prepared.pk, "hold_before_leaving")
        ]
        assert len(folded) == 8
