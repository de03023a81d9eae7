"""The file of a mail is evidence, handed out as a download; whatever a mail holds is inert."""

from email import message_from_bytes

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from migrations_tracker.mails.correspondence import MailContent, record_received
from migrations_tracker.models import Mail, MailFile, MergeRequest, Move
from tests.factories import AT
from tests.views.mails import listing, mailto, shown, url

HOSTILE = """\
From: AWS <aws-cs-trainingcertification-form@amazon.com>
Subject: <script>alert("subject")</script> RE:[CASE 17551100220] "><b onmouseover=alert(1)>

I have successfully <script>alert(1)</script> merged all accounts.
<img src="https://tracker.example/pixel.gif"> https://evil.example/login
<a href="javascript:alert(2)">press here</a> </pre></mark><h1>Verified</h1> {{ 7*7 }} {% now "Y" %}
"""


def eml(*parts: str, headers: str = "") -> bytes:
    body = "".join(f"--xx\n{part}\n" for part in parts)
    return (
        "From: AWS <aws-cs-trainingcertification-form@amazon.com>\n"
        "Subject: RE:[CASE 17551100220] account-assistance\n"
        f"MIME-Version: 1.0\n{headers}Content-Type: multipart/mixed; boundary=xx\n\n{body}--xx--\n"
    ).encode()


PLAIN = "Content-Type: text/plain\n\nI have successfully merged all accounts."
PROGRAM = (
    "Content-Type: application/x-msdownload\n"
    'Content-Disposition: attachment; filename="setup<b>.exe"\n\n%PDF-1.4 MZ'
)
TRACKING = (
    "Content-Type: text/html\n\n<p>I have successfully merged all accounts.</p><script>alert(1)"
    '</script><img src="https://tracker.example/pixel.gif"><a href="https://evil.example">x</a>'
)


def with_file(move: Move, raw: bytes, name: str = "answer.eml") -> None:
    """Record a mail that came as a file, without taking the file apart."""
    content = MailContent(kind="done", body="I have merged all accounts.", file=(name, raw))
    record_received(move, content, by=move.owner, at=AT)


class TestFile:
    def test_it_is_handed_to_its_owner_byte_for_byte_as_a_download(
        self, move: Move, as_alice: Client
    ) -> None:
        with_file(move, b"any\x00\xff bytes")
        answer = as_alice.get(url("mail_file", move.pk, 1))
        assert answer.content == b"any\x00\xff bytes"
        assert answer["Content-Type"] == "application/octet-stream"
        assert answer["Content-Disposition"] == 'attachment; filename="answer.eml"'
        assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert url("mail_file", move.pk, 1) in as_alice.get(url("mail", move.pk, 1)).text

    def test_to_another_person_it_does_not_exist(self, move: Move, as_charlie: Client) -> None:
        with_file(move, b"x")
        assert as_charlie.get(url("mail_file", move.pk, 1)).status_code == 404

    def test_a_pasted_mail_has_none(self, move: Move, as_alice: Client) -> None:
        as_alice.post(url("receive", move.pk), {"text": listing()})
        assert as_alice.get(url("mail_file", move.pk, 1)).status_code == 404

    @pytest.mark.parametrize("name", ['a"\r\nSet-Cookie: x=1;.eml', "../../etc/passwd", "答え.eml"])
    def test_its_name_can_not_reach_the_answers_header(
        self, name: str, move: Move, as_alice: Client
    ) -> None:
        with_file(move, b"x", name)
        answer = as_alice.get(url("mail_file", move.pk, 1))
        assert "Set-Cookie" not in answer.headers
        assert answer["Content-Disposition"].startswith("attachment; filename")
        assert "/" not in MailFile.objects.get().name

    def test_a_dropped_file_is_kept_and_its_attachments_are_listed_as_text(
        self, move: Move, as_alice: Client
    ) -> None:
        raw = eml(PLAIN, PROGRAM)
        data = {"file": SimpleUploadedFile("answer.eml", raw)}
        page = as_alice.post(url("receive", move.pk), data, follow=True).text
        assert "setup&lt;b&gt;.exe" in page
        assert "setup<b>" not in page
        assert "MZ" not in page
        assert as_alice.get(url("mail_file", move.pk, 1)).content == raw

    def test_the_source_of_a_mail_may_be_pasted_and_is_its_file(
        self, move: Move, as_alice: Client
    ) -> None:
        raw = eml(PLAIN, PROGRAM).decode()
        page = as_alice.post(url("receive", move.pk), {"text": raw}, follow=True).text
        assert "I have successfully merged" in page
        assert "boundary" not in page
        content = as_alice.get(url("mail_file", move.pk, 1)).content
        assert message_from_bytes(content).get_content_type() == "multipart/mixed"

    def test_source_past_the_limits_is_a_sentence_beside_its_field(
        self, move: Move, as_alice: Client
    ) -> None:
        raw = "MIME-Version: 1.0\nSubject: " + "x" * 9_000 + "\n\nI have merged all accounts."
        answer = as_alice.post(url("receive", move.pk), {"text": raw, "kind": "done"})
        assert answer.status_code == 422
        assert "header is too long" in answer.text
        assert not Mail.objects.exists()

    def test_who_is_asked_back_is_told_to_choose_the_file_again(
        self, move: Move, as_alice: Client
    ) -> None:
        unclear = SimpleUploadedFile("x.txt", b"The weather is nice.")
        answer = as_alice.post(url("receive", move.pk), {"file": unclear})
        assert answer.status_code == 422
        assert "Choose the file again" in answer.text


class TestInert:
    """Whatever a mail holds, its page shows text."""

    def test_a_hostile_mail_adds_no_element_to_its_page(self, move: Move, as_alice: Client) -> None:
        as_alice.post(url("receive", move.pk), {"text": HOSTILE, "kind": "done"})
        for address in (url("mail", move.pk, 1), url("move", move.pk)):
            page = shown(as_alice, address)
            (text,) = page.xpath("//pre")
            assert {each.tag for each in text.iterdescendants()} <= {"mark"}
            assert "<script>alert(1)</script>" in text.text_content()
            assert "{{ 7*7 }}" in text.text_content()
            assert page.xpath("//script[not(@src)] | //*[@onmouseover] | //img[not(@alt)]") == []
            links = page.xpath("//@href | //@src")
            assert [each for each in links if "evil" in each or "javascript" in each] == []

    def test_an_html_mail_becomes_text_and_loads_nothing(
        self, move: Move, as_alice: Client
    ) -> None:
        raw = eml(TRACKING)
        data = {"file": SimpleUploadedFile("m.eml", raw)}
        assert as_alice.post(url("receive", move.pk), data).status_code == 302
        page = as_alice.get(url("mail", move.pk, 1)).text
        assert "I have successfully merged" in page
        assert "tracker.example" not in page
        assert "alert(1)" not in page

    def test_a_page_of_a_mail_may_load_nothing_from_elsewhere(
        self, move: Move, as_alice: Client
    ) -> None:
        as_alice.post(url("receive", move.pk), {"text": HOSTILE, "kind": "done"})
        policy = as_alice.get(url("mail", move.pk, 1))["Content-Security-Policy"]
        assert "unsafe" not in policy
        assert "default-src 'self'" in policy or "default-src 'none'" in policy

    def test_lines_in_a_case_or_a_name_add_no_header_to_a_draft(
        self, move: Move, as_alice: Client
    ) -> None:
        Move.objects.filter(pk=move.pk).update(person_name="Taro\r\nBcc: evil@example.com")
        MergeRequest.objects.filter(move=move).update(case_id="1\r\nBcc: evil@example.com")
        to, query = mailto(as_alice, url("letter", move.pk, "reminder"))
        assert to == "aws-cs-trainingcertification-form@amazon.com"
        assert set(query) == {"subject", "body"}
        assert "\n" not in query["subject"][0]
        assert "\r\nBcc:" not in query["body"][0]
