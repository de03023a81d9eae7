from datetime import date

import pytest

from migrations_tracker.core.dates import DateOrder
from migrations_tracker.core.reading import ProblemKind, SourceKind
from tests.core.documents.readings import certificate, days, read, reading_of

HEX = "852ef7326e02f7ee32e4bcb6907b9a31"
SIXTEEN = "6B4ZLPBKTXN24N6F"
ADDRESS = "https://aws.amazon.com/verification"


def bare(*lines: str) -> str:
    """The layout since 2022: no label, number and address last."""
    return "\n".join([*lines, HEX, ADDRESS])


@pytest.mark.parametrize(
    "text",
    [
        "Koren Tal\nMay 09, 2016\nCertificate AWS-ASA-54626\nMay 09, 2018",
        "May 09, 2018\n\nMay 09, 2016\n\nKoren Tal\n\nCertificate AWS-ASA-54626\n",
        "Certificate AWS-ASA-54626\nKoren Tal\nMay 09, 2016\nMay 09, 2018",
        "   Koren Tal      AWS-ASA-54626\n\n May 09, 2016        May 09, 2018",
    ],
)
def test_the_number_of_2016_names_the_certification(text: str) -> None:
    record = certificate(text)
    assert (record.certification, record.validation_number) == ("SAA", "AWS-ASA-54626")
    assert days(record) == (date(2016, 5, 9), date(2018, 5, 9))
    assert reading_of(text).holder.name == "Koren Tal"


def test_developers_of_2016_have_a_number_of_their_own() -> None:
    text = "Koren Tal\nMay 09, 2016\nCertificate AWS-ADEV-123\nMay 09, 2018"
    assert certificate(text, "AWS Certified Solutions Architect.pdf").certification == "DVA"


def test_a_number_of_2016_that_is_not_known_leaves_it_to_the_file_name() -> None:
    text = "Koren Tal\nMay 09, 2016\nCertificate AWS-XYZ-123\nMay 09, 2018"
    name = "AWSCertifiedDeveloper-Associatecertificate.pdf"
    assert certificate(text, name).certification == "DVA"


NAMELESS = f"""
Marlon Phillips
March 26, 2018
March 26, 2020
Validation Number {SIXTEEN}
Validate at: http://aws.amazon.com/verification"""


def test_a_nameless_certificate_is_known_by_its_file_name() -> None:
    record = certificate(NAMELESS, "AWS Certified Cloud Practitioner certificate (1).pdf")
    assert record.certification == "CLF"
    assert record.name == "AWS Certified Cloud Practitioner"


@pytest.mark.parametrize("file_name", [None, "certificate.pdf", "AWS certificate.pdf", "scan.pdf"])
def test_a_nameless_certificate_without_a_clue_is_asked_about(file_name: str | None) -> None:
    reading = reading_of(NAMELESS, file_name)
    (record,) = reading.certifications
    assert record.certification is None
    assert record.validation_number == SIXTEEN
    assert [one.problem for one in reading.problems] == [ProblemKind.UNKNOWN_CERTIFICATION]


def test_the_text_wins_over_the_file_name() -> None:
    text = bare("Rohan Mehta", "AWS Certified Developer - Associate", "May 8, 2024", "May 8, 2027")
    assert certificate(text, "AWS Certified Cloud Practitioner.pdf").certification == "DVA"


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (("AWS Certified Machine Learning Engineer - ", "Associate"), "MLA"),
        (("AWS Certified Machine Learning ", "Engineer - Associate"), "MLA"),
        (("AWS Certified Solutions Architect -", "Professional"), "SAP"),
        (("AWS Certified Solutions Architect", "- Associate"), "SAA"),
        (("AWS Certified SysOps Administrator -", "Associate"), "SOA"),
        (("AWS Certified Generative AI Developer -", "Professional"), "AIP"),
        (("AWS Certified Generative AI", "Developer -", "Professional"), "AIP"),
        (("AWS Certified Advanced Networking -", "Specialty"), "ANS"),
        (("AWS Certified Machine Learning -", "Specialty"), "MLS"),
        (("AWS Certified Machine", "Learning - Specialty"), "MLS"),
        (("AWS Certified", "Cloud Practitioner"), "CLF"),
        (("AWS Certified: SAP on AWS -", "Specialty"), "PAS"),
        (("AWS Certified AI Business", "Strategist"), "AIB"),
    ],
)
def test_a_name_over_several_lines_is_put_together(lines: tuple[str, ...], code: str) -> None:
    for text in (
        bare("Dev Singh", *lines, "September 12, 2024", "September 12, 2027"),
        "\n\n".join(["Dev Singh", "\n".join(lines), HEX, ADDRESS, "May 8, 2024", "May 8, 2027"]),
        "\n".join(["Dev Singh", "May 8, 2024", "May 8, 2027", HEX, ADDRESS, *lines]),
    ):
        reading = reading_of(text)
        (record,) = reading.certifications
        assert record.certification == code
        assert record.name == " ".join(line.strip() for line in lines)
        assert reading.holder.name == "Dev Singh"
        assert reading.understood


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("Prakash kumar sundaresan ", "Velusamyr"), "Prakash kumar sundaresan Velusamyr"),
        (("Maria Fernanda de los Santos", "y Gutierrez-Montalvo"), None),
        (("wing fung lo",), "wing fung lo"),
        (("山田 太郎",), "山田 太郎"),
        (("O'Brien-Smith, Aoife Jr.",), "O'Brien-Smith, Aoife Jr."),
        (("Nguyễn Văn An",), "Nguyễn Văn An"),
        (("Dev Pro",), "Dev Pro"),
        (("Иван Петров",), "Иван Петров"),
        (("X Æ",), "X Æ"),
        (("Amazon Silva",), "Amazon Silva"),
    ],
)
def test_the_holder_is_named_as_printed(lines: tuple[str, ...], name: str | None) -> None:
    text = bare(*lines, "AWS Certified Security - Specialty", "May 8, 2024", "May 8, 2027")
    assert reading_of(text).holder.name == (name or " ".join(lines))


@pytest.mark.parametrize(
    ("earned", "expires", "expected"),
    [
        ("January 12, 2019", "January 12, 2022", (date(2019, 1, 12), date(2022, 1, 12))),
        ("Nov 21, 2019", "Nov 21, 2022", (date(2019, 11, 21), date(2022, 11, 21))),
        ("2018-09-21", "2020-09-21", (date(2018, 9, 21), date(2020, 9, 21))),
        ("12月 05, 2018", "12月 05, 2021", (date(2018, 12, 5), date(2021, 12, 5))),
        ("12⽉ 05, 2018", "12⽉ 05, 2021", (date(2018, 12, 5), date(2021, 12, 5))),
        ("12월 01, 2020", "12월 01, 2023", (date(2020, 12, 1), date(2023, 12, 1))),
        ("2020年12月1日", "2023年12月1日", (date(2020, 12, 1), date(2023, 12, 1))),
        ("5 de maio de 2021", "5 de maio de 2024", (date(2021, 5, 5), date(2024, 5, 5))),
        ("dez. 05, 2021", "dez. 05, 2024", (date(2021, 12, 5), date(2024, 12, 5))),
        ("12 de enero de 2022", "12 de enero de 2025", (date(2022, 1, 12), date(2025, 1, 12))),
        ("3 février 2022", "3 février 2025", (date(2022, 2, 3), date(2025, 2, 3))),
        ("3. März 2022", "3. März 2025", (date(2022, 3, 3), date(2025, 3, 3))),
        ("7 giugno 2023", "7 giugno 2026", (date(2023, 6, 7), date(2026, 6, 7))),
        ("05 Desember 2023", "05 Desember 2026", (date(2023, 12, 5), date(2026, 12, 5))),
        # renewed: the award stays, only the expiry moves
        ("Mar 1, 2019", "Nov 20, 2024", (date(2019, 3, 1), date(2024, 11, 20))),
        # day and month tell themselves apart
        ("19/02/2024", "19/02/2027", (date(2024, 2, 19), date(2027, 2, 19))),
    ],
)
def test_dates_in_the_portals_language(
    earned: str, expires: str, expected: tuple[date, date]
) -> None:
    for first, second in ((earned, expires), (expires, earned)):
        text = bare("Ming Zhao", "AWS Certified Developer - Associate", first, second)
        assert days(certificate(text)) == expected


def test_day_and_month_that_can_be_swapped_are_asked_about() -> None:
    text = bare("Ming Zhao", "AWS Certified Developer - Associate", "05/08/2024", "05/08/2027")
    reading = reading_of(text)
    assert [one.problem for one in reading.problems] == [ProblemKind.AMBIGUOUS_DATE] * 2
    assert days(reading.certifications[0]) == (None, None)
    settled = reading_of(text, order=DateOrder.DAY_FIRST)
    assert days(settled.certifications[0]) == (date(2024, 8, 5), date(2027, 8, 5))


def test_a_day_that_does_not_exist_is_a_problem_with_its_line() -> None:
    text = bare("Ming Zhao", "AWS Certified Developer - Associate", "Feb 30, 2024", "Mar 1, 2027")
    (problem,) = reading_of(text).problems
    assert (problem.problem, problem.line) == (ProblemKind.IMPOSSIBLE_DATE, 3)


def test_a_certificate_with_one_date_lacks_one() -> None:
    text = bare("Ming Zhao", "AWS Certified Developer - Associate", "Mar 1, 2024")
    reading = reading_of(text)
    assert [one.problem for one in reading.problems] == [ProblemKind.MISSING_DATE]


def test_a_certification_that_the_catalogue_lacks_is_kept_under_its_name() -> None:
    text = bare("Ming Zhao", "AWS Certified Quantum Computing - Specialty", "May 8, 2030")
    reading = reading_of(text + "\nMay 8, 2033")
    (record,) = reading.certifications
    assert (record.certification, record.name) == (
        None,
        "AWS Certified Quantum Computing - Specialty",
    )
    assert [one.problem for one in reading.problems] == [ProblemKind.UNKNOWN_CERTIFICATION]


def test_everything_on_one_line_is_still_a_certificate() -> None:
    text = (
        "Rohan Mehta AWS Certified Solutions Architect - Professional Feb 21, 2022 "
        f"Feb 21, 2025 Validation Number {SIXTEEN} Validate at: {ADDRESS}"
    )
    reading = reading_of(text)
    (record,) = reading.certifications
    assert (record.certification, reading.holder.name) == ("SAP", "Rohan Mehta")
    assert record.name == "AWS Certified Solutions Architect - Professional"
    assert days(record) == (date(2022, 2, 21), date(2025, 2, 21))


def test_labels_that_a_viewer_adds_are_furniture() -> None:
    text = (
        "Rohan Mehta\nAWS Certified Developer - Associate\nIssue Date\nFeb 21, 2022\n"
        f"Expiration Date: Feb 21, 2025\nValidation Number: {SIXTEEN}\n{ADDRESS}"
    )
    reading = reading_of(text)
    assert days(reading.certifications[0]) == (date(2022, 2, 21), date(2025, 2, 21))
    assert reading.furniture == (3, 7)
    assert reading.holder.name == "Rohan Mehta"


def test_windows_line_ends_and_form_feeds_change_nothing() -> None:
    lines = ["Rohan Mehta", "AWS Certified Developer - Associate", "2022-02-21", "2025-02-21"]
    text = "\r\n".join([*lines, SIXTEEN, ADDRESS]) + "\r\n\f"
    assert certificate(text).certification == "DVA"


def test_several_certificates_in_one_file_are_each_read() -> None:
    pages = [
        bare("Rohan Mehta", name, "Feb 21, 2022", "Feb 21, 2025").replace("8", str(number))
        for number, name in enumerate(
            ["AWS Certified Developer - Associate", "AWS Certified Security - Specialty"]
        )
    ]
    reading = reading_of("\n\f".join(pages))
    assert [one.certification for one in reading.certifications] == ["DVA", "SCS"]
    assert reading.holder.name == "Rohan Mehta"


def test_a_line_nobody_knows_is_left_over() -> None:
    text = bare("Rohan Mehta", "AWS Certified Developer - Associate", "May 8, 2024", "May 8, 2027")
    (leftover,) = reading_of(text + "\n\nPrinted by Office 365").leftovers
    assert (leftover.line, leftover.suspicious) == (8, False)


def test_capital_hex_digits_are_the_same_number() -> None:
    text = bare("Rohan Mehta", "AWS Certified Developer - Associate", "May 8, 2024", "May 8, 2027")
    assert certificate(text.replace(HEX, HEX.upper())).validation_number == HEX


def test_a_long_capital_name_is_no_validation_number() -> None:
    text = bare(
        "BALASUBRAMANIAMS", "AWS Certified Developer - Associate", "May 8, 2024", "May 8, 2027"
    )
    reading = reading_of(text)
    assert reading.holder.name == "BALASUBRAMANIAMS"
    assert reading.certifications[0].validation_number == HEX


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hello",
        "AWS Certified Developer - Associate\nMay 8, 2024\nMay 8, 2027",
        # two numbers: a list
        f"AWS Certified Developer - Associate\n2024-05-08\n2027-05-08\n{HEX}\n{SIXTEEN}\n{ADDRESS}",
        # a page of the portal
        "Certifications\nAWS Certified Developer - Associate\nActive\nEarned: May 8, 2024\n"
        f"Expires: May 8, 2027\nValidation Number {SIXTEEN}\nDownload",
        f"AWS Certified Developer - Associate\n取得日: 2024-05-08\n有効期限: 2027-05-08\n{HEX}",
        # a mail
        f"Hi Taro,\nAWS Certified Developer - Associate\n2024-05-08 2027-05-08\n{HEX}\n{ADDRESS}",
        f"Hi Taro,\nplease see {ADDRESS} for your certificate.\nRegards",
    ],
)
def test_other_texts_are_no_certificate(text: str) -> None:
    reading = read(text)
    assert reading is None or reading.kind is not SourceKind.CERTIFICATE


def test_a_copied_text_without_number_is_known_by_its_file_name() -> None:
    text = "Rohan Mehta\nAWS Certified Developer - Associate\nMay 8, 2024\nMay 8, 2027"
    assert certificate(text, "AWS Certified Developer certificate.txt").certification == "DVA"
