"""Partner Central's export, as it comes and as Excel and people leave it."""

import json
from datetime import date
from pathlib import Path

import pytest

from migrations_tracker.core.dates import DateOrder
from migrations_tracker.core.reading import ProblemKind, Reading
from migrations_tracker.core.sources.delimited import tables_in
from migrations_tracker.core.sources.encodings import decode
from migrations_tracker.core.sources.partner_export import is_partner_table, read_partner_export
from tests.core.shipped_catalogue import shipped_catalogue

EXAMPLES = Path(__file__).parent.parent / "examples" / "partner_csv"
HEADINGS = "User Name,Work Email,Certificate Name,Certificate Level,Award Date,Expiration Date"
TARO = "Taro Yamada,taro.yamada@example.co.jp"
SAP = "AWS Certified Solutions Architect - Professional,Professional"
SAA = "AWS Certified Solutions Architect - Associate,Associate"
CLF = "AWS Certified Cloud Practitioner,Foundational"


def read(text: str, order: DateOrder | None = None) -> Reading:
    tables = tables_in(text)
    assert tables is not None
    assert any(map(is_partner_table, tables.tables))
    return read_partner_export(tables, shipped_catalogue(), order)


def rows(reading: Reading) -> list[tuple[object, ...]]:
    return [
        (person.name, person.email, c.certification, c.earned_on, c.expires_on, person.masked)
        for person in reading.people
        for c in person.certifications
    ]


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("*.csv")), ids=lambda path: path.stem)
def test_the_examples_are_read_row_by_row(example: Path) -> None:
    expected = json.loads(example.with_suffix(".expected.json").read_text("utf-8"))["rows"]
    reading = read(decode(example.read_bytes()).text)
    wanted = [
        (
            row["name"],
            row["email"],
            row["certification"],
            date.fromisoformat(row["award_date"]),
            date.fromisoformat(row["expiration_date"]),
            row["masked"],
        )
        for row in expected
    ]
    assert sorted(map(str, rows(reading))) == sorted(map(str, wanted))
    assert reading.understood


TARO_SAP = (
    "Taro Yamada",
    "taro.yamada@example.co.jp",
    "SAP",
    date(2024, 8, 14),
    date(2027, 8, 14),
    False,
)


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADINGS}\n{TARO},{SAP},08/14/2024,08/14/2027\n",
        f"{HEADINGS}\r\n{TARO},{SAP},08/14/2024,08/14/2027\r\n",
        f"{HEADINGS}\r{TARO},{SAP},08/14/2024,08/14/2027\r",
        f"\ufeff{HEADINGS}\n{TARO},{SAP},8/14/2024,8/14/2027",
        f"{HEADINGS}\n{TARO},{SAP},2024/8/14,2027/8/14",
        f"{HEADINGS}\n{TARO},{SAP},2024-08-14,2027-08-14",
        f"{HEADINGS}\n{TARO},{SAP},2024年8月14日,2027年8月14日",
        f"{HEADINGS}\n{TARO},{SAP},14/08/2024,14/08/2027",
        f"{HEADINGS}\n{TARO},{SAP},2024-08-14 00:00:00,2027-08-14T00:00:00Z",
        f"{HEADINGS}\n{TARO},{SAP},14-Aug-2024,Aug 14 2027".replace("Aug 14 2027", "14-Aug-2027"),
        f"{HEADINGS}\n{TARO},{SAP},08/14/2024,08/14/2027\n".replace(",", ";"),
        f"{HEADINGS}\n{TARO},{SAP},08/14/2024,08/14/2027\n".replace(",", "\t"),
        f"sep=;\n{HEADINGS}\n{TARO},{SAP},08/14/2024,08/14/2027\n".replace(",", ";"),
        "\n".join(
            '"' + line.replace(",", '","') + '"'
            for line in (HEADINGS, f"{TARO},{SAP},08/14/2024,08/14/2027")
        ),
        "\n".join(f'"{line}"' for line in (HEADINGS, f"{TARO},{SAP},08/14/2024,08/14/2027")),
        f"{HEADINGS},,,\n\n{TARO},{SAP},08/14/2024,08/14/2027,,,\n,,,,,,,,\n",
        f"{HEADINGS}\n{TARO},{SAP},08/14/2024,08/14/2027\nTotal,,1,,,\n",
        f"{HEADINGS}\n{TARO},{SAP},08/14/2024,08/14/2027\n合計: 1 件,,,,,\n",
        f"Certification details,,,,,\n{HEADINGS}\n{TARO},{SAP},08/14/2024,08/14/2027",
        f'{HEADINGS}\n{TARO},{SAP},="08/14/2024",="08/14/2027"',
        f"{HEADINGS}\n{TARO},{SAP},'08/14/2024,'08/14/2027",
        f"{HEADINGS.upper()}\n{TARO.upper().replace('TARO YAMADA', 'Taro Yamada')},{SAP},"
        "08/14/2024,08/14/2027",
        f"{HEADINGS}\n{TARO},AWS Certified Solutions Architect,Professional,8/14/2024,8/14/2027",
        "Award Date,Certificate Level,User Name,Expiration Date,Certificate Name,Work Email\n"
        "08/14/2024,Professional,Taro Yamada,08/14/2027,"
        "AWS Certified Solutions Architect - Professional,taro.yamada@example.co.jp",
        "user_name,work_email,certificate_name,certificate_level,award_date,expiration_date\n"
        f"{TARO},{SAP},08/14/2024,08/14/2027",
        "ユーザー名,勤務先メールアドレス,認定名,認定レベル,授与日,有効期限\n"
        f"{TARO},{SAP},2024/8/14,2027/8/14",
        "氏名,メールアドレス,資格名,取得日,有効期限\n"
        "Taro Yamada,taro.yamada@example.co.jp,AWS 認定ソリューションアーキテクト – "
        "プロフェッショナル,2024年8月14日,2027年8月14日",
        "Name,Email,Certification,Earned,Expires\n"
        "Taro Yamada,taro.yamada@example.co.jp,SAP-C02,2024-08-14,2027-08-14",
        "First Name,Last Name,E-mail Address,Certification,Date Awarded,Valid until\n"
        "Taro,Yamada,taro.yamada@example.co.jp,SAP,2024-08-14,2027-08-14",
        "Employee ID,User Name,Work Email,Department,Site,Certificate Name,Award Date "
        "(MM/DD/YYYY),Expiration Date (MM/DD/YYYY),Notes,Manager\n"
        "7,Taro Yamada,taro.yamada@example.co.jp,Cloud,Tokyo,"
        "AWS Certified Solutions Architect - Professional,08/14/2024,08/14/2027,,x",
    ],
)
def test_every_form_of_the_export_gives_the_same_row(text: str) -> None:
    reading = read(text)
    assert rows(reading) == [TARO_SAP]
    assert reading.understood


def test_the_export_writes_the_month_first_even_where_every_day_is_small() -> None:
    reading = read(f"{HEADINGS}\n{TARO},{SAA},03/04/2021,08/04/2027\n")
    assert rows(reading)[0][3:5] == (date(2021, 3, 4), date(2027, 8, 4))
    assert reading.understood


def test_the_export_stays_the_export_with_a_column_taken_out() -> None:
    headings = HEADINGS.replace("Certificate Level,", "")
    reading = read(f"{headings}\n{TARO},AWS Certified Cloud Practitioner,03/04/2021,\n")
    assert rows(reading)[0][3] == date(2021, 3, 4)
    assert reading.understood


def test_one_day_first_date_makes_the_whole_file_day_first() -> None:
    reading = read(f"{HEADINGS}\n{TARO},{SAA},14/03/2021,04/08/2027\n")
    assert rows(reading)[0][3:5] == (date(2021, 3, 14), date(2027, 8, 4))


def test_dates_that_contradict_each_other_are_asked_back() -> None:
    text = f"{HEADINGS}\n{TARO},{SAA},14/03/2021,04/08/2027\n{TARO},{CLF},01/05/2020,08/14/2027\n"
    problems = read(text).problems
    assert [(p.line, p.problem) for p in problems] == [
        (2, ProblemKind.AMBIGUOUS_DATE),
        (3, ProblemKind.AMBIGUOUS_DATE),
    ]


def test_a_list_of_ones_own_with_small_days_is_asked_back_until_the_order_is_given() -> None:
    text = "Name,Email,Certification,Earned\nTaro,taro@example.com,SAA,03/04/2021\n"
    assert [p.problem for p in read(text).problems] == [ProblemKind.AMBIGUOUS_DATE]
    given = read(text, DateOrder.DAY_FIRST)
    assert given.understood
    assert rows(given)[0][3] == date(2021, 4, 3)


@pytest.mark.parametrize("mask", ["xxxxxx,xxxxxx", "xxx,xxx", "XXXXXX,xxxxxx", "******,******"])
def test_masked_people_stand_together_and_none_of_their_rows_is_dropped(mask: str) -> None:
    row = f"{mask},{SAA},05/16/2023,05/16/2026"
    reading = read(f"{HEADINGS}\n{TARO},{CLF},05/16/2023,05/16/2026\n{row}\n{row}\n")
    masked = [person for person in reading.people if person.masked]
    assert [(p.name, p.email, len(p.certifications)) for p in masked] == [(None, None, 2)]


def test_one_person_is_one_person_whatever_the_case_of_the_address() -> None:
    text = (
        f"{HEADINGS}\n{TARO},{SAA},03/14/2021,08/14/2027\n"
        f"Taro Yamada,Taro.Yamada@Example.co.jp,{CLF},11/22/2020,08/14/2027\n"
    )
    (person,) = read(text).people
    assert [c.certification for c in person.certifications] == ["SAA", "CLF"]
    assert person.email == "taro.yamada@example.co.jp"


def test_two_people_of_one_name_stay_two() -> None:
    text = (
        f"{HEADINGS}\nTaro Yamada,a@example.com,{SAA},03/14/2021,08/14/2027\n"
        f"Taro Yamada,b@example.com,{SAA},03/14/2021,08/14/2027\n"
    )
    assert [person.email for person in read(text).people] == ["a@example.com", "b@example.com"]


def test_exports_put_below_each_other_are_one_and_repeated_rows_count_once() -> None:
    row = f"{TARO},{SAA},03/14/2021,08/14/2027"
    text = f"{HEADINGS}\n{row}\n{HEADINGS}\n{row}\n{TARO},{CLF},11/22/2020,08/14/2027\n"
    (person,) = read(text).people
    assert [c.certification for c in person.certifications] == ["SAA", "CLF"]


def test_exports_of_different_column_order_below_each_other() -> None:
    text = (
        f"{HEADINGS}\n{TARO},{SAA},03/14/2021,08/14/2027\n\n"
        "Work Email,User Name,Certificate Name,Award Date,Expiration Date\n"
        "ken@example.com,Ken Suzuki,AWS Certified Cloud Practitioner,11/22/2020,08/14/2027\n"
    )
    assert [p.name for p in read(text).people] == ["Taro Yamada", "Ken Suzuki"]


def test_a_name_with_a_comma_in_quotes_is_one_cell() -> None:
    reading = read(f'{HEADINGS}\n"Yamada, Taro",taro@example.com,{SAA},03/14/2021,08/14/2027\n')
    assert reading.people[0].name == "Yamada, Taro"


def test_a_row_whose_cells_moved_is_shown_not_guessed() -> None:
    reading = read(f"{HEADINGS}\nYamada, Taro,taro@example.com,{SAA},03/14/2021,08/14/2027\n")
    assert reading.people == ()
    assert [(left.line, left.suspicious) for left in reading.leftovers] == [(2, True)]


def test_a_row_with_more_cells_than_headings_is_shown_not_guessed() -> None:
    name = "AWS Certified Solutions Architect, Associate,Associate"
    reading = read(f"{HEADINGS}\n{TARO},{name},03/14/2021,08/14/2027\n")
    assert reading.people == ()
    assert [(left.line, left.suspicious) for left in reading.leftovers] == [(2, True)]


def test_a_quote_that_never_closes_swallows_nothing() -> None:
    body = "\n".join(f"Person {i},p{i}@example.com,{SAA},03/14/2021,08/14/2027" for i in range(30))
    reading = read(f'{HEADINGS}\n"Taro,t@example.com,{CLF},03/14/2021,08/14/2027\n{body}\n')
    assert len(reading.people) == 31


def test_an_accreditation_is_named_as_no_certification() -> None:
    text = f"{HEADINGS}\n{TARO},AWS Partner: Accreditation (Technical),,03/14/2021,\n"
    reading = read(text)
    assert [(i.name, i.reason) for i in reading.ignored] == [
        ("AWS Partner: Accreditation (Technical)", "not_a_certification")
    ]
    assert reading.understood


def test_an_unknown_certification_is_kept_under_its_name_with_a_problem() -> None:
    text = f"{HEADINGS}\n{TARO},AWS Certified Robotics - Specialty,Specialty,03/14/2026,\n"
    reading = read(text)
    assert reading.people[0].certifications[0].name == "AWS Certified Robotics - Specialty"
    assert [(p.line, p.problem) for p in reading.problems] == [
        (2, ProblemKind.UNKNOWN_CERTIFICATION)
    ]


def test_a_date_that_cannot_be_is_a_problem_and_the_row_stays() -> None:
    reading = read(f"{HEADINGS}\n{TARO},{SAA},02/30/2021,soon\n")
    assert rows(reading)[0][3:5] == (None, None)
    assert [p.problem for p in reading.problems] == [
        ProblemKind.IMPOSSIBLE_DATE,
        ProblemKind.UNREADABLE_DATE,
    ]


def test_a_title_above_the_headings_is_left_over_without_alarm() -> None:
    reading = read(f"Certification details of 2026-11-01\n{HEADINGS}\n{TARO},{SAA},,\n")
    assert [(left.line, left.suspicious) for left in reading.leftovers] == [(1, False)]


def test_headings_without_rows_are_an_empty_export() -> None:
    tables = tables_in(HEADINGS + "\n")
    assert tables is not None
    assert is_partner_table(tables.tables[0])
    assert read_partner_export(tables, shipped_catalogue()).understood


@pytest.mark.parametrize(
    "text",
    [
        "Dear AWS team,\nplease merge my accounts, name, email and certification follow.\n",
        "a,b,c\n1,2,3\n",
        "",
        "AWS Certified Solutions Architect - Associate\nAugust 4, 2024\n",
    ],
)
def test_other_text_is_no_table(text: str) -> None:
    assert tables_in(text) is None
