"""Texts copied together with what a PDF viewer or a browser shows around them."""

import pytest

from tests.core.documents.readings import reading_of

HEX = "852ef7326e02f7ee32e4bcb6907b9a31"
ADDRESS = "https://aws.amazon.com/verification"
SECURITY = f"""Haruka Mori
AWS Certified Security - Specialty
February 19, 2024
February 19, 2027
{HEX}
{ADDRESS}"""
FILE = "AWS Certified Security - Specialty certificate.pdf"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (f"{FILE}\n1 / 1\n100%", ""),
        ("AWS Certified Security - Specialty certificate\nPage 1 of 1", ""),
        (f"{FILE}\nページ 1 / 1\n印刷\nダウンロード", ""),
        (f"{FILE}\nOpen with Google Docs\nShare\nDownload", f"Displaying {FILE}.\nPage 1 of 1"),
        (f"2/21/24, 9:41 AM    {FILE}", "file:///C:/Users/mori/AWS%20cert.pdf   1/1"),
        ("2024/02/21 9:41    certificate", "https://cp.example.com/certificate/17   1/1"),
        ("", "- 1 -"),
        ("第 1 頁", ""),
        ("Seite 1 von 1\nDrucken", ""),
    ],
)
def test_a_viewers_lines_are_no_part_of_a_certificate(above: str, below: str) -> None:
    reading = reading_of(f"{above}\n{SECURITY}\n{below}")
    (record,) = reading.certifications
    assert (record.certification, record.validation_number) == ("SCS", HEX)
    assert (str(record.earned_on), str(record.expires_on)) == ("2024-02-19", "2027-02-19")
    assert reading.holder.name == "Haruka Mori"
    assert reading.understood


def test_the_file_name_in_a_viewers_bar_names_a_nameless_certificate() -> None:
    text = """AWS Certified Cloud Practitioner certificate.pdf
1 / 1
Marlon Phillips
March 26, 2018
March 26, 2020
Validation Number 6B4ZLPBKTXN24N6F
Validate at: http://aws.amazon.com/verification"""
    (record,) = reading_of(text).certifications
    assert record.certification == "CLF"


def test_a_certificate_read_from_its_picture_keeps_its_holder_apart_from_its_sentences() -> None:
    text = f"""AWS certified
Haruka Mori
has successfully completed the AWS Certification requirements
and has achieved their:
AWS Certified Security - Specialty
ISSUE DATE
February 19, 2024
EXPIRATION DATE
February 19, 2027
Maureen Lonergan
Director, Training and Certification
Validation Number {HEX}
Validate at: {ADDRESS}"""
    reading = reading_of(text)
    assert reading.holder.name == "Haruka Mori"
    assert [one.certification for one in reading.certifications] == ["SCS"]
    assert reading.understood


@pytest.mark.parametrize("bullet", ["• ", "* ", "▪ ", "・"])
def test_bullets_before_the_lines_are_no_part_of_them(bullet: str) -> None:
    reading = reading_of("\n".join(bullet + line for line in SECURITY.split("\n")))
    assert reading.holder.name == "Haruka Mori"
    assert reading.understood


def test_a_line_of_nothing_but_borders_is_accounted_for() -> None:
    assert reading_of(f"|\n{SECURITY}\n| |").understood
