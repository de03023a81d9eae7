"""One box takes anything: files are read together, kept together, or forgotten."""

import json
from datetime import timedelta

import pytest
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from migrations_tracker.core.accounts import Phase
from migrations_tracker.models import Evidence, Move, Snapshot, Upload
from migrations_tracker.records.of_snapshots import held_records
from migrations_tracker.snapshots.acts import start_snapshot
from migrations_tracker.snapshots.uploads import forget_old_uploads
from tests.factories import AT

CERTIFICATE = """\
Taro Yamada
AWS Certified Security - Specialty
February 19, 2024
February 19, 2027
852ef7326e02f7ee32e4bcb6907b9a31
https://aws.amazon.com/verification
"""
EXPORT = """\
User Name,Work Email,Certificate Name,Certificate Level,Award Date,Expiration Date
Taro Yamada,taro.yamada@example.co.jp,AWS Certified Cloud Practitioner,\
Foundational,11/02/2020,08/04/2027
Hanako Sato,hanako.sato@example.co.jp,AWS Certified Developer - Associate,\
Associate,12/11/2023,12/11/2026
"""


@pytest.fixture
def draft(move: Move) -> Snapshot:
    return start_snapshot(move.source, Phase.BEFORE, by=move.owner, at=AT)


def url(name: str, draft: Snapshot) -> str:
    return reverse(f"moves:{name}", args=[draft.pk])


def files(**named: str | bytes) -> list[SimpleUploadedFile]:
    return [
        SimpleUploadedFile(name.replace("_", "."), text.encode() if isinstance(text, str) else text)
        for name, text in named.items()
    ]


def names_in(draft: Snapshot) -> list[str]:
    return [held.record.name for held in held_records(draft)]


def test_files_of_one_drop_are_read_and_kept_together(draft: Snapshot, as_alice: Client) -> None:
    brought = files(certificate_txt=CERTIFICATE, export_csv=EXPORT, noise_bin=b"\x00\x01\x02")
    answer = as_alice.post(url("preview", draft), {"documents": brought})
    assert answer.status_code == 200
    for expected in ("Certificate", "Export of AWS Partner Central", "noise.bin"):
        assert expected in answer.text
    assert names_in(draft) == []
    batch = Upload.objects.values_list("batch", flat=True).distinct().get()
    assert as_alice.post(url("keep", draft), {"batch": batch}).status_code == 302
    assert names_in(draft) == [
        "AWS Certified Security - Specialty",
        "AWS Certified Cloud Practitioner",
    ]
    assert not Upload.objects.exists()
    assert [e.name for e in Evidence.objects.order_by("number")] == [
        "certificate.txt",
        "export.csv",
        "noise.bin",
    ]


def test_a_file_that_was_kept_comes_back_byte_for_byte(draft: Snapshot, as_alice: Client) -> None:
    as_alice.post(url("preview", draft), {"documents": files(certificate_txt=CERTIFICATE)})
    batch = Upload.objects.get().batch
    as_alice.post(url("keep", draft), {"batch": batch})
    answer = as_alice.get(reverse("moves:evidence", args=[draft.pk, 1]))
    assert answer.content == CERTIFICATE.encode()
    assert answer["Content-Disposition"].startswith("attachment;")


def test_only_the_account_owners_rows_of_an_export_are_taken(
    draft: Snapshot, as_alice: Client
) -> None:
    answer = as_alice.post(url("preview", draft), {"documents": files(export_csv=EXPORT)})
    assert "Cloud Practitioner" in answer.text
    assert "Developer" not in answer.text


def test_an_export_without_the_owner_says_so(draft: Snapshot, as_alice: Client) -> None:
    others = EXPORT.replace("taro.yamada@example.co.jp", "somebody@example.co.jp")
    answer = as_alice.post(url("preview", draft), {"documents": files(export_csv=others)})
    assert "of none with an address of this account" in answer.text


def test_two_files_about_one_certification_that_disagree_are_asked_about(
    draft: Snapshot, as_alice: Client
) -> None:
    renewed = CERTIFICATE.replace("February 19, 2027", "February 19, 2030")
    brought = files(old_txt=CERTIFICATE, new_txt=renewed)
    answer = as_alice.post(url("preview", draft), {"documents": brought})
    assert 'name="choice-1-0"' in answer.text
    batch = Upload.objects.values_list("batch", flat=True).distinct().get()
    undecided = as_alice.post(url("keep", draft), {"batch": batch})
    assert undecided.status_code == 422
    assert names_in(draft) == []
    as_alice.post(url("keep", draft), {"batch": batch, "choice-1-0": "found"})
    (held,) = held_records(draft)
    assert str(held.record.expires_on) == "2030-02-19"  # type: ignore[union-attr]
    assert held.evidence_numbers == (1, 2)


def test_another_snapshots_batch_brings_nothing(
    draft: Snapshot, move: Move, as_alice: Client
) -> None:
    as_alice.post(url("preview", draft), {"documents": files(certificate_txt=CERTIFICATE)})
    batch = Upload.objects.get().batch
    other = start_snapshot(move.destination, Phase.BEFORE, by=move.owner, at=AT)
    as_alice.post(url("keep", other), {"batch": batch})
    assert names_in(other) == []


def test_uploads_that_nobody_keeps_are_forgotten_with_their_files(
    draft: Snapshot, as_alice: Client, django_capture_on_commit_callbacks: object
) -> None:
    as_alice.post(url("preview", draft), {"documents": files(certificate_txt=CERTIFICATE)})
    upload = Upload.objects.get()
    assert storages["evidence"].exists(upload.stored_as)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        forget_old_uploads(before=upload.uploaded_at + timedelta(seconds=1))
    assert not Upload.objects.exists()
    assert not storages["evidence"].exists(upload.stored_as)


def test_a_pasted_badges_file_is_read_as_such(draft: Snapshot, as_alice: Client) -> None:
    badge = {
        "data": [
            {
                "issued_to": "Taro Yamada",
                "issued_at_date": "2024-08-04",
                "expires_at_date": "2027-08-04",
                "state": "accepted",
                "badge_template": {
                    "name": "AWS Certified Solutions Architect – Associate",
                    "type_category": "Certification",
                },
                "issuer": {
                    "entities": [
                        {"entity": {"name": "Amazon Web Services Training and Certification"}}
                    ]
                },
            }
        ]
    }
    answer = as_alice.post(url("preview", draft), {"text": json.dumps(badge)})
    assert "Credly badges" in answer.text
    assert "AWS Certified Solutions Architect – Associate" in answer.text
