"""PDFs put together, and texts copied one below the other."""

import pytest

from migrations_tracker.core.reading import ProblemKind
from tests.core.documents.readings import days, reading_of

HEX = "852ef7326e02f7ee32e4bcb6907b9a31"
OTHER_HEX = "d764f5a72befa85f81805972bb1166a4"
SIXTEEN = "Z19K6F3PWQZ1981Q"
ADDRESS = "https://aws.amazon.com/verification"

SECURITY = f"""Haruka Mori
AWS Certified Security - Specialty
February 19, 2024
February 19, 2027
{HEX}
{ADDRESS}"""
WRAPPED = f"""Haruka Mori
AWS Certified Machine Learning Engineer -
Associate
September 12, 2024
September 12, 2027
{OTHER_HEX}
{ADDRESS}"""
LABELLED = f"""
Haruka Mori
AWS Certified Solutions Architect - Professional
Feb 21, 2022
Feb 21, 2025
Validation Number {SIXTEEN}
Validate at: {ADDRESS}"""
NAME_LAST = f"""
Haruka Mori
Dec 15, 2021
Dec 15, 2024
Validation Number 6B4ZLPBKTXN24N6F
Validate at: {ADDRESS}
AWS Certified Cloud Practitioner"""
AS_LAID_OUT = f"""Haruka Mori
AWS Certified Security - Specialty


                    {HEX}
            {ADDRESS}


   February 19, 2024
       February 19, 2027
"""
NUMBER_FIRST = f"""{OTHER_HEX}
{ADDRESS}

September 12, 2024
September 12, 2027

Haruka Mori
AWS Certified Machine Learning Engineer -
Associate
"""


@pytest.mark.parametrize("between", ["\n", "\n\n\n", "\n\f", "\n\f\n\f\n", "\n1 / 2\n"])
@pytest.mark.parametrize(
    ("texts", "codes"),
    [
        ((SECURITY, WRAPPED), ["SCS", "MLA"]),
        ((WRAPPED, SECURITY), ["MLA", "SCS"]),
        ((LABELLED, SECURITY, WRAPPED), ["SAP", "SCS", "MLA"]),
        ((NAME_LAST, LABELLED, SECURITY), ["CLF", "SAP", "SCS"]),
        ((AS_LAID_OUT, AS_LAID_OUT.replace(HEX, OTHER_HEX)), ["SCS", "SCS"]),
        ((AS_LAID_OUT, WRAPPED), ["SCS", "MLA"]),
        ((NUMBER_FIRST, NUMBER_FIRST.replace(OTHER_HEX, HEX)), ["MLA", "MLA"]),
    ],
)
def test_certificates_one_below_the_other_are_all_read(
    texts: tuple[str, ...], codes: list[str], between: str
) -> None:
    reading = reading_of(between.join(texts))
    assert [one.certification for one in reading.certifications] == codes
    assert all(one.validation_number and None not in days(one) for one in reading.certifications)
    assert reading.holder.name == "Haruka Mori"
    assert reading.understood


def test_a_name_that_comes_last_stays_with_its_certificate() -> None:
    nameless = "\n".join(LABELLED.strip().split("\n")[:1] + LABELLED.strip().split("\n")[2:])
    found = reading_of(NAME_LAST + "\n" + nameless).certifications
    assert [record.certification for record in found] == ["CLF", None]


def test_one_certificate_copied_twice_is_one() -> None:
    assert len(reading_of(SECURITY + "\n" + SECURITY).certifications) == 1


def test_certificates_of_2016_are_told_apart_by_their_numbers() -> None:
    one = "Koren Tal\nMay 09, 2016\nCertificate AWS-ASA-54626\nMay 09, 2018\n"
    other = "Koren Tal\nJune 10, 2016\nCertificate AWS-ADEV-123\nJune 10, 2018\n"
    found = reading_of(one + other).certifications
    assert [record.certification for record in found] == ["SAA", "DVA"]
    assert [str(record.earned_on) for record in found] == ["2016-05-09", "2016-06-10"]


def test_another_persons_certificate_in_the_same_text_is_shown_in_red() -> None:
    reading = reading_of(SECURITY + "\n" + WRAPPED.replace("Haruka Mori", "Kenji Abe"))
    assert reading.holder.name == "Haruka Mori"
    assert [(one.text, one.suspicious) for one in reading.leftovers] == [("Kenji Abe", True)]


def test_one_person_may_be_written_in_two_orders() -> None:
    assert reading_of(SECURITY + "\n" + WRAPPED.replace("Haruka Mori", "MORI HARUKA")).understood


REPORT = """AWS Certified Developer - Associate
Notice of Exam Results
Candidate: Kenji Abe Exam Date: Mar 09, 2022
Candidate ID: AWS01234567 Registration Number: 412345678
Candidate Score: 701 Pass/Fail: FAIL
The AWS Certified Developer - Associate (DVA-C01) has a scaled score between 100 and 1,000.
"""
LATER = REPORT.replace("Mar 09", "Apr 19").replace("FAIL", "PASS").replace("701", "801")


@pytest.mark.parametrize(
    "before", ["", "\n", "AWS Certified Developer - Associate.pdf\n1 / 4\n", "Both my tries\n"]
)
@pytest.mark.parametrize("between", ["", "\n", "\f", "AWS Training and Certification\n\f"])
def test_score_reports_one_below_the_other_are_all_read(before: str, between: str) -> None:
    reading = reading_of(before + REPORT + between + LATER)
    assert [(str(one.taken_on), one.score) for one in reading.exams] == [
        ("2022-03-09", 701),
        ("2022-04-19", 801),
    ]
    assert reading.understood


def test_another_vendors_page_gives_its_dates_to_no_certificate() -> None:
    azure = (
        "Microsoft Certified\nAzure Fundamentals\nHARUKA MORI\nDate of achievement: May 24, 2022"
    )
    for text in (f"{SECURITY}\n\f{azure}", f"{azure}\n\f{SECURITY}"):
        reading = reading_of(text)
        (record,) = reading.certifications
        assert [str(day) for day in days(record)] == ["2024-02-19", "2027-02-19"]
        assert [one.text for one in reading.leftovers if one.suspicious] == [
            "Date of achievement: May 24, 2022"
        ]


def test_more_than_two_dates_are_asked_about() -> None:
    reading = reading_of(SECURITY + "\nRenewed March 1, 2026")
    assert [one.problem for one in reading.problems] == [ProblemKind.AMBIGUOUS_DATE]
