"""Tables people keep of their own records, headings in any order and two languages."""

from datetime import date, time

import pytest

from migrations_tracker.core.reading import ProblemKind, Reading
from migrations_tracker.core.records import (
    Benefit,
    BenefitStatus,
    Certification,
    CertificationStatus,
    ExamAttempt,
    ExamRegistration,
    ExamResult,
    RecordType,
    RegistrationStatus,
)
from migrations_tracker.core.sources.delimited import tables_in
from migrations_tracker.core.sources.spreadsheets import read_spreadsheet, template_csv
from tests.core.shipped_catalogue import shipped_catalogue


def read(text: str, hint: RecordType | None = None) -> Reading:
    tables = tables_in(text, hint)
    assert tables is not None
    return read_spreadsheet(tables, shipped_catalogue())


def problems(reading: Reading) -> list[tuple[int, ProblemKind]]:
    return [(problem.line, problem.problem) for problem in reading.problems]


SAA = Certification(
    certification="SAA",
    name="AWS Certified Solutions Architect - Associate",
    earned_on=date(2021, 3, 14),
    expires_on=date(2027, 8, 4),
    status=CertificationStatus.ACTIVE,
    validation_number="6B4ZLPBKTXN24N6F",
)


@pytest.mark.parametrize(
    "text",
    [
        "Certification,Earned on,Expires on,Status,Validation number\n"
        "AWS Certified Solutions Architect - Associate,2021-03-14,2027-08-04,Active,"
        "6B4ZLPBKTXN24N6F\n",
        "validation_number;status;expires_on;earned_on;name\n"
        "6B4ZLPBKTXN24N6F;ACTIVE;2027/8/4;2021/3/14;AWS Certified Solutions Architect - Associate",
        "認定名,取得日,有効期限,状態,検証番号\n"
        "AWS Certified Solutions Architect - Associate,2021年3月14日,2027年8月4日,有効,"
        "6B4ZLPBKTXN24N6F",
        "種別,資格名,取得日,有効期限,ステータス,認定番号,備考\n"
        "認定,AWS Certified Solutions Architect - Associate,2021/03/14,2027/08/04,有効,"
        "6B4ZLPBKTXN24N6F,同僚と受験",
    ],
)
def test_certifications_in_every_arrangement(text: str) -> None:
    reading = read(text)
    assert reading.records == (SAA,)
    assert reading.understood


@pytest.mark.parametrize(
    "text",
    [
        "Exam name,Exam code,Exam date,Result,Score,Registration number\n"
        "AWS Certified Solutions Architect - Associate,SAA-C03,2024-08-04,Pass,812,487299852",
        "試験コード\t試験名\t受験日\tスコア\t結果\t登録番号\nSAA-C03\t"
        "AWS Certified Solutions Architect - Associate\t2024年8月4日\t812\t合格\t487299852",
        "Date,Score,Result,Exam,Code,Registration ID\n"
        "2024-08-04,812/1000,PASS,AWS Certified Solutions Architect - Associate,SAA-C03,487299852",
    ],
)
def test_exams_in_every_arrangement(text: str) -> None:
    reading = read(text)
    assert reading.records == (
        ExamAttempt(
            certification="SAA",
            name="AWS Certified Solutions Architect - Associate",
            exam_code="SAA-C03",
            taken_on=date(2024, 8, 4),
            result=ExamResult.PASS,
            score=812,
            registration_number="487299852",
        ),
    )
    assert reading.understood


@pytest.mark.parametrize(
    "text",
    [
        "Benefit,Code,Status,Expiration date,Earned for\n"
        "50% discount on your next exam,7Q2M9XK4B1,Available,2027-08-04,SAP",
        "特典,割引コード,状態,有効期限,対象認定\n50% discount on your next exam,7Q2M9XK4B1,"
        "利用可能,2027年8月4日,AWS Certified Solutions Architect - Professional",
        "Voucher;Voucher code;Valid until;State;Earned for\n50% discount on your next exam;"
        "7Q2M9XK4B1;2027-08-04;unused;AWS Certified Solutions Architect - Professional",
    ],
)
def test_benefits_in_every_arrangement(text: str) -> None:
    reading = read(text)
    assert reading.records == (
        Benefit(
            name="50% discount on your next exam",
            code="7Q2M9XK4B1",
            status=BenefitStatus.AVAILABLE,
            expires_on=date(2027, 8, 4),
            earned_for="SAP",
        ),
    )
    assert reading.understood


@pytest.mark.parametrize(
    "text",
    [
        "Exam name,Exam code,Appointment date,Time,Time zone,Status,Where,Confirmation number\n"
        "AWS Certified Solutions Architect - Professional,SAP-C02,2026-12-05,09:30,JST,Scheduled,"
        "OnVUE,4567\n",
        "試験名,試験コード,予約日時,状態,会場,予約番号\n"
        "AWS Certified Solutions Architect - Professional,SAP-C02,2026-12-05 09:30 JST,予約済み,"
        "OnVUE,4567\n",
        "Exam,Exam code,Date,Time,Where,Booking status,Confirmation\n"
        "AWS Certified Solutions Architect - Professional,SAP-C02,2026/12/5,9:30 AM JST,OnVUE,"
        "Booked,4567\n",
    ],
)
def test_registrations_in_every_arrangement(text: str) -> None:
    reading = read(text)
    assert reading.records == (
        ExamRegistration(
            certification="SAP",
            name="AWS Certified Solutions Architect - Professional",
            exam_code="SAP-C02",
            date=date(2026, 12, 5),
            time=time(9, 30),
            time_zone="JST",
            status=RegistrationStatus.SCHEDULED,
            where="OnVUE",
            confirmation_number="4567",
        ),
    )
    assert reading.understood


def test_a_column_kind_mixes_all_four_kinds_in_one_table() -> None:
    reading = read(
        "Kind,Name,Code,Date,Expires,Result,Score,Time\n"
        "Certification,AWS Certified Cloud Practitioner,,,2027-08-04,,,\n"
        "Exam,AWS Certified Cloud Practitioner,CLF-C02,2024-08-04,,Pass,812,\n"
        "特典,50% discount,ABC,,2027-08-04,,,\n"
        "Booking,AWS Certified Cloud Practitioner,CLF-C02,2026-12-05,,,,09:30\n"
        "Holiday,Kyoto,,2026-12-05,,,,\n"
    )
    assert [type(record) for record in reading.records] == [
        Certification,
        ExamAttempt,
        Benefit,
        ExamRegistration,
    ]
    assert reading.exams[0].score == 812
    assert reading.registrations[0].time == time(9, 30)
    assert problems(reading) == [(6, ProblemKind.UNKNOWN_KIND)]
    assert [(left.line, left.suspicious) for left in reading.leftovers] == [(6, True)]


def test_tables_of_several_kinds_below_each_other_under_titles() -> None:
    reading = read(
        "=== Certifications ===\nName,Earned,Expires\nAWS Certified Cloud Practitioner,"
        "2024-08-04,2027-08-04\n\n試験履歴\nName,Date,Result\n"
        "AWS Certified Cloud Practitioner,2024-08-04,合格\n\n"
        "Benefits\nName,Code,Expires\n50% discount,ABC,2027-08-04\n"
    )
    assert [type(record) for record in reading.records] == [Certification, ExamAttempt, Benefit]
    assert reading.understood
    assert reading.leftovers == ()


def test_headings_that_fit_two_kinds_are_asked_back_and_settled_by_what_is_said() -> None:
    text = "Title,Code,Date\nAWS Certified Cloud Practitioner,CLF-C02,2026-12-05\n"
    asked = read(text)
    assert problems(asked) == [(1, ProblemKind.UNKNOWN_KIND)]
    assert [left.suspicious for left in asked.leftovers] == [True]
    settled = read(text, RecordType.REGISTRATION)
    assert settled.registrations[0].date == date(2026, 12, 5)


@pytest.mark.parametrize("kind", RecordType)
def test_every_template_reads_back_as_its_own_kind(kind: RecordType) -> None:
    tables = tables_in(template_csv(kind))
    assert tables is not None
    assert tables.tables[0].kinds == (kind,)


def test_a_code_alone_names_the_certification() -> None:
    reading = read("Exam code,Exam date,Result,Score\nDVA-C02,2024-08-04,Fail,650\n")
    exam = reading.exams[0]
    assert (exam.certification, exam.exam_code) == ("DVA", "DVA-C02")
    assert exam.name == "AWS Certified Developer - Associate"


def test_a_code_settles_a_name_without_level() -> None:
    reading = read("Exam,Exam code,Result\nAWS Certified Solutions Architect,SAP-C02,Pass\n")
    assert reading.exams[0].certification == "SAP"
    assert reading.understood


def test_a_name_and_a_code_that_disagree_are_pointed_out() -> None:
    reading = read("Exam,Exam code,Result\nAWS Certified Cloud Practitioner,SAA-C03,Pass\n")
    assert reading.exams[0].certification is None
    assert problems(reading) == [(2, ProblemKind.CODE_AND_NAME_DISAGREE)]


def test_what_cannot_be_taken_is_a_problem_of_its_line_and_the_record_stays() -> None:
    reading = read(
        "Exam,Exam date,Result,Score\n"
        "AWS Certified Cloud Practitioner,8/4/2024,Passed,812\n"
        "AWS Certified Cloud Practitioner,2024-02-30,Maybe,99\n"
        "AWS Certified Cloud Practitioner,45508,-,\n"
    )
    assert len(reading.exams) == 3
    assert problems(reading) == [
        (2, ProblemKind.AMBIGUOUS_DATE),
        (3, ProblemKind.IMPOSSIBLE_DATE),
        (3, ProblemKind.UNKNOWN_RESULT),
        (3, ProblemKind.SCORE_OUT_OF_RANGE),
        (4, ProblemKind.UNREADABLE_DATE),
    ]


def test_another_vendors_row_is_named_as_no_certification() -> None:
    reading = read("Certification,Earned on\nMicrosoft Certified: Azure Fundamentals,2024-01-02\n")
    assert [ignored.name for ignored in reading.ignored] == [
        "Microsoft Certified: Azure Fundamentals"
    ]


def test_a_formula_is_not_evaluated_but_pointed_out() -> None:
    reading = read("Certification,Earned on\nAWS Certified Cloud Practitioner,=TODAY()\n")
    assert reading.certifications[0].earned_on is None
    assert problems(reading) == [(2, ProblemKind.FORMULA)]


def test_a_column_nobody_reads_is_named() -> None:
    reading = read("Certification,Earned on,Mood\nAWS Certified Cloud Practitioner,2024-01-02,:)\n")
    assert [(i.name, i.reason) for i in reading.ignored] == [("Mood", "unknown_column")]
    assert reading.understood


def test_a_bare_date_beside_a_certification_is_the_day_it_was_earned() -> None:
    reading = read("認定,日付\nAWS Certified Cloud Practitioner,2024-01-02\n")
    assert reading.certifications[0].earned_on == date(2024, 1, 2)


def test_a_row_with_more_cells_than_headings_is_shown_not_guessed() -> None:
    reading = read("Certification,Earned on\nSAA,March 14, 2021\nSAA,2021-03-14,\n")
    assert [certification.earned_on for certification in reading.certifications] == [
        date(2021, 3, 14)
    ]
    assert [(left.line, left.suspicious) for left in reading.leftovers] == [(2, True)]


def test_a_cell_that_was_cut_is_pointed_out() -> None:
    for length in (2_001, 200_000):
        reading = read(f"Certification,Earned on,Notes\nSAA,,{'x' * length}\n")
        assert len(reading.certifications) == 1
        assert problems(reading) == [(2, ProblemKind.TOO_LONG)]


def test_a_row_without_a_name_is_left_over_and_suspicious() -> None:
    reading = read("Certification,Earned on\n,2024-01-02\n")
    assert [(left.line, left.suspicious) for left in reading.leftovers] == [(2, True)]


def test_the_line_of_a_record_is_the_line_of_its_row() -> None:
    reading = read('Note,Certification,Earned on\n"two\nlines",SAA,2024-01-02\n,CLF,2024-01-03\n')
    assert [found.lines for found in reading.found] == [(2,), (4,)]


def test_a_holders_column_names_the_holder() -> None:
    reading = read(
        "氏名,候補者ID,認定名,取得日\n"
        "山田 太郎,AWS01234567,AWS Certified Cloud Practitioner,2024-01-02\n"
    )
    assert (reading.holder.name, reading.holder.candidate_id) == ("山田 太郎", "AWS01234567")


def test_a_column_of_exam_codes_is_one_under_any_heading() -> None:
    reading = read("Sigle,Exam name,Exam date\nDVA-C01,Developer - Associate,2024-06-09\n")
    assert [e.exam_code for e in reading.exams] == ["DVA-C01"]
    assert not reading.ignored


def test_a_column_in_which_a_code_is_unknown_stays_unread_and_is_named() -> None:
    reading = read("Sigle,Exam name,Exam date\nDVA-C09,Developer - Associate,2024-06-09\n")
    assert [e.exam_code for e in reading.exams] == [None]
    assert [ignored.name for ignored in reading.ignored] == ["Sigle"]


@pytest.mark.parametrize(
    ("heading", "vendor"), [("Vendor", "Google Cloud"), ("認定機関", "グーグル")]
)
def test_what_its_own_row_says_another_vendor_gave_is_no_record(heading: str, vendor: str) -> None:
    reading = read(
        f"Certification,{heading},Earned on\nProfessional Cloud Architect,{vendor},2024-05-08\n"
        "DVA,Amazon Web Services,2024-06-09\nCLF,,2023-01-02\n"
    )
    assert [c.certification for c in reading.certifications] == ["DVA", "CLF"]
    assert [ignored.reason for ignored in reading.ignored] == ["other_vendor"]
    assert not reading.problems
