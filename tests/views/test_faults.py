"""Bad input: a sentence beside the field, what was typed is kept, nothing is half stored."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from migrations_tracker.core.accounts import Phase
from migrations_tracker.models import (
    CertificateFile,
    Evidence,
    Mail,
    MergeRequest,
    Move,
    Snapshot,
)
from migrations_tracker.records.of_snapshots import held_records
from migrations_tracker.snapshots.acts import start_snapshot
from tests.factories import AT


@pytest.fixture
def draft(move: Move) -> Snapshot:
    return start_snapshot(move.source, Phase.BEFORE, by=move.owner, at=AT)


def url(name: str, *args: object) -> str:
    return reverse(f"moves:{name}", args=args)


@pytest.mark.parametrize("name", ["preview", "keep"])
@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Paste the text of a page, or choose a file."),
        ("x" * 10_000_000, "far more than any page has"),
        ("AWS\x00 Certified", "NUL characters"),
    ],
    ids=["nothing", "ten megabytes", "NUL"],
)
def test_a_paste_that_is_no_page_is_answered_with_a_sentence(
    name: str, text: str, sentence: str, draft: Snapshot, as_alice: Client
) -> None:
    answer = as_alice.post(url(name, draft.pk), {"text": text})
    assert answer.status_code == 422
    assert sentence in answer.text
    assert not Evidence.objects.exists()


def test_noise_is_not_sent_back_whole(draft: Snapshot, as_alice: Client) -> None:
    answer = as_alice.post(url("preview", draft.pk), {"text": "x" * 10_000_000})
    assert len(answer.content) < 1_100_000


def test_text_without_any_record_stores_nothing_and_says_so(
    draft: Snapshot, as_alice: Client
) -> None:
    answer = as_alice.post(url("preview", draft.pk), {"text": "a shopping list\nmilk\n"})
    assert answer.status_code == 200
    assert "No record was found here" in answer.text
    assert "milk" in answer.text
    assert not Evidence.objects.exists()


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("taken_on", "2024-02-31", "not a day of the calendar"),
        ("taken_on", "0024-02-01", "from the year 2000 on"),
        ("score", "9999", "from 100 to 1000"),
        ("score", "99", "from 100 to 1000"),
        ("score", "eight hundred", "whole number"),
        ("certification", "SAA-C04", "Select a valid choice"),
        ("exam_code", "SAA\x07C03", "can&#x27;t be seen"),
        ("exam_code", "S" * 21, "at most 20 characters"),
        ("result", "perhaps", "Select a valid choice"),
    ],
)
def test_a_typed_record_that_can_not_be_is_refused_beside_its_field(
    field: str, value: str, sentence: str, draft: Snapshot, as_alice: Client
) -> None:
    data = {"certification": "SAA", "taken_on": "2024-08-04", "score": "812", field: value}
    answer = as_alice.post(url("new_record", draft.pk, "exam"), data)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert f'aria-describedby="id_{field}' in answer.text
    assert held_records(draft) == []


def test_a_refused_form_keeps_what_was_typed(draft: Snapshot, as_alice: Client) -> None:
    data = {"certification": "SAA", "registration_number": "487299852", "score": "9999"}
    answer = as_alice.post(url("new_record", draft.pk, "exam"), data)
    assert 'value="487299852"' in answer.text
    assert 'value="9999"' in answer.text
    assert 'value="SAA" selected' in answer.text


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("time_zone", "Asia/Edo", "is not a time zone"),
        ("time_zone", "../../etc/passwd", "is not a time zone"),
        ("person_name", "山田太郎", "in Latin letters"),
        ("person_name", "", "This field is required."),
        ("last_working_day", "2026-02-31", "not a day of the calendar"),
        ("mailbox_closes_on", "9999-12-31", "before the year 2101"),
        ("mailbox_closes_time", "25:00", "Enter a valid time."),
        ("employer", "A" * 201, "at most 200 characters"),
    ],
)
def test_a_move_with_impossible_details_is_not_started(
    field: str, value: str, sentence: str, as_alice: Client
) -> None:
    data = {"person_name": "Taro Yamada", "time_zone": "Asia/Tokyo", field: value}
    answer = as_alice.post(url("start"), data)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert not Move.objects.exists()


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("login_email", "not an address", "Enter a valid email address."),
        ("candidate_id", "AWS12", "8 to 10 digits"),
        ("kind", "carrier pigeon", "Select a valid choice"),
        ("login_email", "Taro.Personal@example.com", "has this login address, too"),
    ],
)
def test_an_account_that_can_not_be_is_refused(
    field: str, value: str, sentence: str, move: Move, as_alice: Client
) -> None:
    data = {"version": move.version, field: value}
    answer = as_alice.post(url("account", move.pk, "source"), data)
    assert answer.status_code == 422
    assert sentence in answer.text


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("certificate.pdf", b"<html><script>alert(1)</script>", "neither a PDF nor a picture"),
        ("certificate.pdf", b"MZ\x90\x00", "neither a PDF nor a picture"),
        ("certificate.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "neither a PDF"),
        ("certificate.pdf", b"%PDF-" + b"0" * 10_485_760, "larger than 10 MB"),
        ("certificate.pdf", b"", "This file is empty"),
    ],
    ids=["page", "program", "svg", "too large", "empty"],
)
def test_an_upload_that_lies_about_its_type_is_not_kept(
    name: str, content: bytes, sentence: str, move: Move, as_alice: Client
) -> None:
    file = SimpleUploadedFile(name, content, content_type="application/pdf")
    data = {"certification": "AWS Certified Cloud Practitioner", "file": file}
    answer = as_alice.post(url("attach", move.pk), data)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert not CertificateFile.objects.exists()


def test_a_certificate_is_handed_out_as_a_download_under_its_real_type(
    move: Move, as_alice: Client
) -> None:
    file = SimpleUploadedFile("証明書.html", b"%PDF-1.4 x", content_type="text/html")
    data = {"certification": "AWS Certified Cloud Practitioner", "file": file}
    assert as_alice.post(url("attach", move.pk), data).status_code == 302
    (kept,) = CertificateFile.objects.all()
    answer = as_alice.get(url("certificate", kept.pk))
    assert answer.content == b"%PDF-1.4 x"
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment;")
    assert ".pdf" in answer["Content-Disposition"]
    assert ".html" not in answer["Content-Disposition"]
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_the_same_file_twice_is_one_file(move: Move, as_alice: Client) -> None:
    for status in (302, 422):
        file = SimpleUploadedFile("c.pdf", b"%PDF-1.4 x")
        data = {"certification": "AWS Certified Cloud Practitioner", "file": file}
        assert as_alice.post(url("attach", move.pk), data).status_code == status
    assert CertificateFile.objects.count() == 1


def test_of_two_tabs_the_second_is_told_and_its_note_is_kept(
    prepared: Move, as_alice: Client
) -> None:
    version = prepared.merge_request.version
    first = as_alice.post(url("step", prepared.pk), {"step": "submit", "version": version})
    data = {"step": "submit", "version": version, "note": "sent at noon"}
    second = as_alice.post(url("step", prepared.pk), data)
    assert (first.status_code, second.status_code) == (302, 409)
    assert "has already made a step" in second.text
    assert "sent at noon" in second.text
    assert MergeRequest.objects.get(pk=prepared.pk).status == "requested"


@pytest.mark.parametrize(
    "data",
    [{}, {"step": "teleport", "version": 1}, {"step": "submit", "version": "x"}],
    ids=["nothing", "no such step", "no version"],
)
def test_what_is_no_step_is_refused(
    data: dict[str, object], prepared: Move, as_alice: Client
) -> None:
    answer = as_alice.post(url("step", prepared.pk), data)
    assert answer.status_code == 422
    assert MergeRequest.objects.get(pk=prepared.pk).status == "preparing"


def test_a_step_whose_needs_are_not_met_says_which(move: Move, as_alice: Client) -> None:
    answer = as_alice.post(url("step", move.pk), {"step": "submit", "version": 1})
    assert answer.status_code == 409
    assert "Seal the before-snapshot of the account to give up first." in answer.text


def test_a_stale_form_does_not_overwrite_and_keeps_the_text(move: Move, as_alice: Client) -> None:
    data = {"version": move.version, "person_name": "Taro Yamada", "time_zone": "Asia/Tokyo"}
    first = as_alice.post(url("edit", move.pk), {**data, "employer": "First K.K."})
    second = as_alice.post(url("edit", move.pk), {**data, "employer": "Second K.K."})
    assert (first.status_code, second.status_code) == (302, 409)
    assert "Second K.K." in second.text
    assert Move.objects.get(pk=move.pk).employer == "First K.K."


def test_a_mail_that_is_not_clear_is_asked_about_and_not_stored(
    move: Move, as_alice: Client
) -> None:
    answer = as_alice.post(url("receive", move.pk), {"text": "The weather is nice."})
    assert answer.status_code == 422
    assert "read it and choose" in answer.text
    assert "The weather is nice." in answer.text
    assert not Mail.objects.exists()


def test_the_same_mail_twice_is_stored_once(move: Move, as_alice: Client) -> None:
    data = {"text": "I have successfully merged all accounts.", "kind": "done"}
    for _ in range(2):
        assert as_alice.post(url("receive", move.pk), data).status_code == 302
    assert Mail.objects.count() == 1
    assert Move.objects.get(pk=move.pk).events.filter(kind="mail_received").count() == 1


def test_a_mail_is_shown_as_text_only(move: Move, as_alice: Client) -> None:
    text = "<script>alert(1)</script><img src=x onerror=alert(2)> merged"
    as_alice.post(url("receive", move.pk), {"text": text, "kind": "unrelated"})
    answer = as_alice.get(url("mail", move.pk, 1))
    assert "<script>alert" not in answer.text
    assert "<img src=x" not in answer.text
    assert "&lt;script&gt;alert(1)" in answer.text


def test_a_mail_dropped_as_a_file_is_read_like_a_pasted_one(move: Move, as_alice: Client) -> None:
    raw = (
        b"From: AWS <aws-cs-trainingcertification-form@amazon.com>\r\n"
        b"Subject: RE:[CASE 17551100220] account-assistance\r\n"
        b"MIME-Version: 1.0\r\nContent-Type: text/plain; charset=iso-2022-jp\r\n"
        b"Content-Transfer-Encoding: 7bit\r\n\r\n"
        + "すべてのアカウントの統合が完了しました。\r\n".encode("iso-2022-jp")
    )
    data = {"file": SimpleUploadedFile("mail.eml", raw), "kind": "done"}
    assert as_alice.post(url("receive", move.pk), data).status_code == 302
    (mail,) = Mail.objects.all()
    assert "統合が完了しました" in mail.body
    assert mail.case_id == "17551100220"


def test_a_file_that_is_no_mail_is_refused_beside_its_field(move: Move, as_alice: Client) -> None:
    data = {"file": SimpleUploadedFile("mail.eml", b""), "kind": "done"}
    answer = as_alice.post(url("receive", move.pk), data)
    assert answer.status_code == 422
    assert "This file is empty" in answer.text
    assert not Mail.objects.exists()


def test_a_letter_about_a_loss_that_is_none_says_not_to_send_it(
    move: Move, as_alice: Client
) -> None:
    page = as_alice.get(url("letter", move.pk, "discrepancy")).text
    assert "this letter has nothing to list" in page
