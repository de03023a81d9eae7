"""What pages look like beyond their words: columns, folds, tabs, cards, quotations."""

from datetime import date

from migrations_tracker.core.pages import read_page
from migrations_tracker.core.reading import Reading
from migrations_tracker.core.records import BenefitStatus, CertificationStatus
from tests.core.pages.examples import CATALOGUE, TODAY

ASSOCIATE = "AWS Certified Solutions Architect - Associate"
PRACTITIONER = "AWS Certified Cloud Practitioner"


def _read(*lines: str) -> Reading:
    return read_page("\n".join(lines), CATALOGUE, today=TODAY)


def test_a_column_whose_name_is_unknown_is_read_by_its_shape() -> None:
    reading = _read(
        "Exam History",
        "Exam\tSitting day\tPoints got\tResult",
        f"{ASSOCIATE}\tAug 4, 2024\t812\tPass",
    )
    assert [(e.taken_on, e.score) for e in reading.exams] == [(date(2024, 8, 4), 812)]


def test_an_unknown_column_beside_known_days_gives_no_day() -> None:
    reading = _read(
        "Certifications",
        "Certification\tReviewed\tEarned\tExpires",
        f"{ASSOCIATE}\tSep 1, 2026\tAug 4, 2024\tAug 4, 2027",
    )
    (found,) = reading.certifications
    assert (found.earned_on, found.expires_on) == (date(2024, 8, 4), date(2027, 8, 4))


def test_the_button_behind_the_last_column_moves_nothing() -> None:
    reading = _read(
        "Exam History",
        "Exam\tGroup\tDate\tResult",
        f"{ASSOCIATE}\tA\t2024-08-04\tPass\tScore Report",
    )
    assert [e.taken_on for e in reading.exams] == [date(2024, 8, 4)]


def test_tabs_with_counts_are_no_records_states() -> None:
    reading = _read(
        "Certification status",
        "Active (1)  Expired (1)",
        ASSOCIATE,
        "Active",
        "Issued Aug 4, 2024",
        PRACTITIONER,
        "Expired",
        "Issued Aug 4, 2020",
    )
    states = [c.status for c in reading.certifications]
    assert states == [CertificationStatus.ACTIVE, CertificationStatus.EXPIRED]
    assert 2 in reading.furniture


def test_cells_of_a_printed_table_go_on_below_themselves() -> None:
    reading = _read(
        "Exam History",
        "Exam code   Exam name                           Exam date    Score   Result",
        "SAA-C03     AWS Certified Solutions             August 4,    812     Pass",
        "            Architect - Associate               2024",
        "DOP-C02     AWS Certified DevOps Engineer       30 Aug 2023  783     Pass",
        "            - Professional",
    )
    assert [(e.name, e.taken_on, e.score) for e in reading.exams] == [
        (ASSOCIATE, date(2024, 8, 4), 812),
        ("AWS Certified DevOps Engineer - Professional", date(2023, 8, 30), 783),
    ]


def test_cards_side_by_side_are_all_read() -> None:
    reading = _read(
        "Active certifications",
        f"{ASSOCIATE}\t{PRACTITIONER}",
        "Earned Aug 4, 2024\tEarned Aug 4, 2023",
        "Expires Aug 4, 2027\tExpires Aug 4, 2026",
    )
    assert [(c.certification, c.earned_on) for c in reading.certifications] == [
        ("SAA", date(2024, 8, 4)),
        ("CLF", date(2023, 8, 4)),
    ]


def test_a_state_with_its_day_belongs_to_the_benefit_above() -> None:
    reading = _read(
        "Benefits",
        "50% discount on your next exam",
        "CLAIMED",
        "Code: ABC-123-XYZ",
        "Claimed Sep 1, 2025",
        "Use by Jun 14, 2028",
    )
    (found,) = reading.benefits
    assert (found.status, found.expires_on) == (BenefitStatus.CLAIMED, date(2028, 6, 14))
    assert not reading.leftovers


def test_a_word_in_the_column_of_codes_is_no_code() -> None:
    reading = _read("Benefits", "Benefit\tStatus\tCode", "50% discount\tAvailable\tOn request")
    assert [b.code for b in reading.benefits] == [None]


def test_a_page_quoted_in_a_mail_is_read_like_the_page() -> None:
    reading = _read("> Exam History", ">", f"> SAA-C03\t{ASSOCIATE}\t2024-08-04\t812\tPass")
    assert [e.score for e in reading.exams] == [812]


def test_text_that_no_shape_proves_is_no_exam() -> None:
    reading = _read(
        "Exam History",
        "Exam   Date   Result",
        f"{ASSOCIATE}   2024-08-04   Pass",
        "Anything else   to tell",
    )
    assert len(reading.exams) == 1
    assert [left.line for left in reading.leftovers] == [4]


def test_a_label_may_be_given_in_two_languages() -> None:
    reading = _read(
        "認定ステータス",
        ASSOCIATE,
        "取得日 (Earned): 2024年8月4日",
        "検証番号 (Validation number): ABCDEF1234567890",
    )
    assert [c.validation_number for c in reading.certifications] == ["ABCDEF1234567890"]


def test_a_label_without_a_colon_is_no_part_of_the_name() -> None:
    reading = _read("試験履歴", f"試験名 {ASSOCIATE}", "受験日 2024年8月4日", "結果 合格")
    assert [e.name for e in reading.exams] == [ASSOCIATE]


def test_what_is_advertised_below_an_empty_page_is_no_record() -> None:
    reading = _read("Certification Status", "Explore AWS Certifications", ASSOCIATE, PRACTITIONER)
    assert not reading.found
    assert not reading.leftovers


def test_an_award_after_the_expiry_is_taken_the_other_way_round() -> None:
    reading = _read("Certifications", f"{PRACTITIONER} - Expired - 2020-08-04 - 2023-08-04")
    (found,) = reading.certifications
    assert (found.earned_on, found.expires_on) == (date(2020, 8, 4), date(2023, 8, 4))
