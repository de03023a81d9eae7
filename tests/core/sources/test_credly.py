"""Credly's public badges, in every shape its page has had."""

import json
from datetime import date
from typing import Any

import pytest

from migrations_tracker.core.reading import ProblemKind, Reading
from migrations_tracker.core.records import Certification
from migrations_tracker.core.sources.credly import is_badge_list, read_badges
from migrations_tracker.core.sources.json_text import json_documents
from tests.core.shipped_catalogue import shipped_catalogue
from tests.core.sources.badges import AWS, CLF, DOP, SAA, badge, issuer, page


def read(*documents: Any) -> Reading:
    text = "\n".join(json.dumps(document, ensure_ascii=False) for document in documents)
    parsed = json_documents(text)
    assert is_badge_list(parsed)
    return read_badges(parsed, shipped_catalogue())


def codes(reading: Reading) -> list[str | None]:
    return [certification.certification for certification in reading.certifications]


def reasons(reading: Reading) -> list[str]:
    return [ignored.reason for ignored in reading.ignored]


def test_a_badge_is_read_by_its_dates_not_by_its_time_stamps() -> None:
    reading = read(page(badge(SAA)))
    assert reading.certifications == (
        Certification(
            certification="SAA",
            name=SAA,
            earned_on=date(2024, 8, 4),
            expires_on=date(2027, 8, 4),
        ),
    )
    assert reading.holder.name == "TARO YAMADA"
    assert reading.understood


@pytest.mark.parametrize(
    "documents",
    [
        [page(badge(SAA), badge(DOP))],
        [[badge(SAA), badge(DOP)]],
        [page(badge(SAA), total=2), page(badge(DOP), total=2, number=2)],
        [[page(badge(SAA), total=2), page(badge(DOP), total=2, number=2)]],
        [{"badges": [badge(SAA), badge(DOP)]}],
        [{"data": badge(SAA)}, {"data": badge(DOP)}],
        [badge(SAA), badge(DOP)],
        [page(badge(SAA), badge(DOP)), page(badge(SAA), badge(DOP))],
    ],
    ids=[
        "page",
        "bare list",
        "pages below each other",
        "list of pages",
        "under badges",
        "single badge pages",
        "badges below each other",
        "the same page twice",
    ],
)
def test_every_wrapping_gives_the_same_badges(documents: list[Any]) -> None:
    reading = read(*documents)
    assert codes(reading) == ["SAA", "DOP"]
    assert reading.understood


def test_a_badge_that_never_expires_has_no_expiry_and_no_problem() -> None:
    reading = read(page(badge(CLF, expires_at_date=None, expires_at=None)))
    assert reading.certifications[0].expires_on is None
    assert reading.understood


def test_what_is_no_certification_is_named_with_its_reason() -> None:
    reading = read(
        page(
            badge(SAA),
            badge("AWS Knowledge: Serverless", "Learning"),
            badge("AWS Knowledge: AWS Graviton - Training Badge", "Learning"),
            badge("AWS Certified Machine Learning Engineer - Associate Early Adopter"),
            badge("AWS re/Start Graduate"),
            badge("Microsoft Certified: Azure Fundamentals", issuer=issuer("Microsoft")),
        )
    )
    assert codes(reading) == ["SAA"]
    assert reasons(reading) == [
        "not_a_certification",
        "training_badge",
        "early_adopter",
        "not_a_certification",
        "other_vendor",
    ]
    assert reading.understood


def test_the_name_alone_does_not_make_another_issuers_badge_a_certification() -> None:
    reading = read(page(badge(SAA, issuer=issuer("A Cloud Academy"))))
    assert reasons(reading) == ["other_vendor"]
    assert reading.records == ()


@pytest.mark.parametrize(
    "given",
    [
        {"summary": f"issued by {AWS}"},
        {"entities": [{"entity": {"name": AWS}}]},
        {"entities": [{"name": AWS}], "summary": None},
        {"name": "Amazon Web Services (AWS)"},
        AWS,
    ],
)
def test_the_issuer_is_found_wherever_credly_put_it(given: Any) -> None:
    assert codes(read(page(badge(SAA, issuer=given)))) == ["SAA"]


def test_the_old_form_with_the_issuer_in_the_template_and_stamps_alone() -> None:
    old = {
        "id": "1",
        "issued_to": "Taro Yamada",
        "issued_at": "2018-05-09T00:00:00.000Z",
        "expires_at": "2020-05-09T00:00:00.000Z",
        "state": "accepted",
        "badge_template": {"name": SAA, "issuer": {"name": AWS, "entities": []}},
    }
    reading = read({"data": [old]})
    assert reading.certifications == (
        Certification(
            certification="SAA",
            name=SAA,
            earned_on=date(2018, 5, 9),
            expires_on=date(2020, 5, 9),
        ),
    )


def test_an_evening_stamp_alone_leaves_the_day_open_and_says_so() -> None:
    item = badge(SAA)
    del item["issued_at_date"]
    reading = read(page(item))
    assert reading.certifications[0].earned_on == date(2024, 8, 3)
    assert [p.problem for p in reading.problems] == [ProblemKind.AMBIGUOUS_DATE]


def test_a_missing_category_is_settled_by_the_name() -> None:
    reading = read(page(badge(SAA, category=None), badge("AWS Tech U Graduate", category=None)))
    assert codes(reading) == ["SAA"]
    assert reasons(reading) == ["not_a_certification"]


def test_a_category_in_lower_case_counts() -> None:
    assert codes(read(page(badge(SAA, category="certification")))) == ["SAA"]


@pytest.mark.parametrize(("state", "reason"), [("revoked", "revoked"), ("pending", "pending")])
def test_a_badge_that_is_not_held_is_no_record(state: str, reason: str) -> None:
    reading = read(page(badge(SAA, state=state)))
    assert reading.records == ()
    assert reasons(reading) == [reason]


def test_a_certification_newer_than_the_catalogue_is_kept_and_pointed_out() -> None:
    name = "AWS Certified Quantum Engineer - Specialty"
    reading = read(page(badge(name)))
    assert [(c.certification, c.name) for c in reading.certifications] == [(None, name)]
    assert [p.problem for p in reading.problems] == [ProblemKind.UNKNOWN_CERTIFICATION]


def test_pages_that_are_missing_are_pointed_out() -> None:
    reading = read(page(badge(SAA), total=60))
    assert [p.problem for p in reading.problems] == [ProblemKind.INCOMPLETE]
    assert "1 of 60" in str(reading.problems[0].message)


def test_no_badges_at_all_is_an_empty_reading_without_problems() -> None:
    assert read(page()).understood


def test_a_badge_without_a_date_of_issue_is_pointed_out() -> None:
    item = badge(SAA, issued_at_date=None, issued_at=None)
    assert [p.problem for p in read(page(item)).problems] == [ProblemKind.MISSING_DATE]


def test_an_impossible_date_is_pointed_out() -> None:
    reading = read(page(badge(SAA, issued_at_date="2024-02-30")))
    assert reading.certifications[0].earned_on is None
    assert [p.problem for p in reading.problems] == [ProblemKind.IMPOSSIBLE_DATE]


def test_a_badge_brought_from_elsewhere_is_told_by_its_issuer() -> None:
    external = {
        "id": "x",
        "external_badge": {
            "badge_name": "Kubernetes and Cloud Native Associate",
            "issuer_name": "The Linux Foundation",
            "issued_at_date": "2024-01-02",
        },
    }
    reading = read({"data": [external, badge(SAA)], "metadata": {"total_count": 2}})
    assert codes(reading) == ["SAA"]
    assert reasons(reading) == ["other_vendor"]


def test_names_in_parts_give_the_holder() -> None:
    item = badge(SAA, issued_to_first_name="Hanako", issued_to_last_name="Sato")
    del item["issued_to"]
    assert read(page(item)).holder.name == "Hanako Sato"


def test_fields_of_unexpected_types_do_no_harm() -> None:
    strange = badge(SAA, issuer=7, state=None, issued_to=["x"], issued_at=None, evidence={})
    assert codes(read(page(strange))) == ["SAA"]


@pytest.mark.parametrize(
    "document", [{"data": []}, {"data": [{"id": 1}]}, [1, 2], {"error": "not found"}, [[]], {}]
)
def test_other_json_is_not_taken_for_badges(document: Any) -> None:
    assert not is_badge_list([document])
