"""certmove's own JSON loses nothing on the way out and back."""

import json
from dataclasses import fields
from datetime import date, time

import pytest

from migrations_tracker.core.reading import ProblemKind, SourceKind
from migrations_tracker.core.records import (
    Benefit,
    BenefitStatus,
    Certification,
    CertificationStatus,
    ExamAttempt,
    ExamRegistration,
    ExamResult,
    Holder,
    Record,
    RegistrationStatus,
)
from migrations_tracker.core.sources.certmove_export import export, exports_in, read_export
from migrations_tracker.core.sources.json_text import json_documents

FULL: tuple[Record, ...] = (
    Certification(
        certification="SAA",
        name="AWS 認定ソリューションアーキテクト – アソシエイト",
        earned_on=date(2021, 3, 14),
        expires_on=date(2027, 8, 4),
        status=CertificationStatus.EXPIRED,
        validation_number="6B4ZLPBKTXN24N6F",
    ),
    ExamAttempt(
        certification="SAA",
        name='a "quoted" name',
        exam_code="SAA-C03",
        taken_on=date(2024, 8, 4),
        result=ExamResult.NO_SHOW,
        score=100,
        registration_number="0487299852",
    ),
    Benefit(
        name="50% discount",
        code="7Q2M9XK4B1",
        status=BenefitStatus.CLAIMED,
        expires_on=date(2027, 8, 4),
        earned_for="SAP",
    ),
    ExamRegistration(
        certification="SAP",
        name="n",
        exam_code="SAP-C02",
        date=date(2026, 12, 5),
        time=time(9, 30),
        time_zone="JST",
        status=RegistrationStatus.CANCELLED,
        where="OnVUE",
        confirmation_number="1",
    ),
)
BARE: tuple[Record, ...] = (
    Certification(certification=None, name="AWS Certified Unknown"),
    ExamAttempt(certification=None, name="x"),
    Benefit(name="y"),
    ExamRegistration(certification=None, name="z"),
)


def test_the_full_records_of_this_test_leave_no_field_out() -> None:
    for record in FULL:
        assert all(getattr(record, f.name) is not None for f in fields(record))


@pytest.mark.parametrize("records", [FULL, BARE, FULL + BARE, ()])
def test_what_is_exported_reads_back_without_loss(records: tuple[Record, ...]) -> None:
    holder = Holder(name="山田 太郎", candidate_id="AWS01234567")
    documents = json_documents(json.dumps(export(holder, records)))
    reading = read_export(exports_in(documents))
    assert reading.kind is SourceKind.CERTMOVE_EXPORT
    assert sorted(map(repr, reading.records)) == sorted(map(repr, records))
    assert reading.holder == holder
    assert reading.understood


def test_an_entry_that_cannot_be_a_record_is_a_problem_and_the_rest_is_read() -> None:
    item = export(Holder(), BARE)
    item["exams"].append({"name": "x", "certification": "SAA", "score": "many"})
    item["certifications"].append({"certification": "SAA", "earned_on": "tomorrow", "name": "x"})
    item["benefits"].append({"code": "no name"})
    reading = read_export(exports_in([item]))
    assert len(reading.records) == len(BARE)
    assert [p.problem for p in reading.problems] == [ProblemKind.UNREADABLE_FILE] * 3


def test_an_export_of_another_form_says_so() -> None:
    reading = read_export(exports_in([{**export(Holder(), BARE), "certmove_export": 9}]))
    assert [p.problem for p in reading.problems] == [ProblemKind.INCOMPLETE]


@pytest.mark.parametrize("document", [{}, [], {"kind": "x"}, {"certifications": []}, [[1]]])
def test_other_json_is_no_export(document: object) -> None:
    assert exports_in([document]) == []
