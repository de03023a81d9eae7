"""The sample company shows every stage, and its story is one that could have happened."""

import pytest

from migrations_tracker.core.lifecycle import Status
from migrations_tracker.merge_requests import standing_of
from migrations_tracker.models import Move
from migrations_tracker.samples import make_sample_company, make_sample_move
from tests.factories import AT, UserFactory

pytestmark = pytest.mark.django_db


def test_the_sample_company_has_somebody_in_every_stage() -> None:
    make_sample_company(AT)
    statuses = Move.objects.values_list("merge_request__status", flat=True)
    assert set(statuses) == set(Status)


def test_making_the_company_twice_changes_nothing() -> None:
    make_sample_company(AT)
    before = Move.objects.count()
    make_sample_company(AT)
    assert Move.objects.count() == before


def test_the_sample_move_has_a_loss_to_find_and_a_harmless_change() -> None:
    standing = standing_of(make_sample_move(UserFactory(), AT))
    assert standing.comparison is not None
    findings = standing.comparison.comparison.findings
    assert [(f.kind.value, f.name) for f in standing.comparison.open_findings] == [
        ("missing", "50% discount on your next exam")
    ]
    assert [f.fields for f in findings if f.kind == "changed"] == [("expires_on",)]


def test_all_four_kinds_of_page_were_read_whole() -> None:
    standing = standing_of(make_sample_move(UserFactory(), AT))
    assert standing.comparison is not None
    source = standing.comparison.held["source"]  # type: ignore[index]
    kinds = [held.kind.value for held in source]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {
        "exam": 4,
        "certification": 3,
        "benefit": 2,
        "registration": 1,
    }
