"""Before against after: what arrived, what changed, what is missing."""

from dataclasses import fields, replace
from datetime import date, time

import pytest

from migrations_tracker.core.account_records import AccountRecords
from migrations_tracker.core.changes import JUDGES
from migrations_tracker.core.comparison import Comparison, FindingKind, Verdict, compare
from migrations_tracker.core.records import (
    RECORD_CLASSES,
    BenefitStatus,
    CertificationStatus,
    ExamResult,
    Record,
    RecordType,
    RegistrationStatus,
)
from tests.records import BOOKED, ONE_OF_EACH, SAP, SITTING, VOUCHER


def held(before: Record | tuple[Record, ...], after: Record | tuple[Record, ...]) -> Comparison:
    """Compare one account's records before with what is there after."""
    sides = [side if isinstance(side, tuple) else (side,) for side in (before, after)]
    return compare([AccountRecords(sides[0])], AccountRecords(sides[1]))


def only(comparison: Comparison) -> tuple[FindingKind, bool, tuple[str, ...]]:
    (finding,) = comparison.findings
    return finding.kind, finding.harmless, finding.fields


def test_the_same_records_arrived_and_the_move_is_complete() -> None:
    comparison = held(ONE_OF_EACH, tuple(reversed(ONE_OF_EACH)))
    assert {finding.kind for finding in comparison.findings} == {FindingKind.ARRIVED}
    assert comparison.verdict is Verdict.COMPLETE


@pytest.mark.parametrize("record", ONE_OF_EACH, ids=lambda record: type(record).__name__)
def test_a_record_that_is_not_there_after_is_missing(record: Record) -> None:
    comparison = held(ONE_OF_EACH, tuple(other for other in ONE_OF_EACH if other is not record))
    missing = [f for f in comparison.findings if f.kind is FindingKind.MISSING]
    assert [f.before for f in missing] == [record]
    assert not missing[0].harmless
    assert comparison.verdict is Verdict.INCOMPLETE


@pytest.mark.parametrize("record", ONE_OF_EACH, ids=lambda record: type(record).__name__)
def test_a_record_nobody_expected_is_new_and_harmless(record: Record) -> None:
    comparison = held((), record)
    assert only(comparison) == (FindingKind.NEW, True, ())
    assert comparison.verdict is Verdict.COMPLETE


@pytest.mark.parametrize(
    ("before", "after", "harmless", "changed"),
    [
        (SAP, replace(SAP, expires_on=date(2028, 1, 9)), True, ("expires_on",)),
        (SAP, replace(SAP, expires_on=date(2027, 8, 3)), False, ("expires_on",)),
        (SAP, replace(SAP, expires_on=None), False, ("expires_on",)),
        (SAP, replace(SAP, validation_number="d764f5a72befa85f"), True, ("validation_number",)),
        (SAP, replace(SAP, validation_number=None), True, ("validation_number",)),
        (SAP, replace(SAP, earned_on=date(2024, 8, 5)), True, ("earned_on",)),
        (SAP, replace(SAP, name="AWS 認定ソリューションアーキテクト"), True, ("name",)),
        (SAP, replace(SAP, status=CertificationStatus.EXPIRED), False, ("status",)),
        (SITTING, replace(SITTING, score=811), False, ("score",)),
        (SITTING, replace(SITTING, score=None), False, ("score",)),
        (SITTING, replace(SITTING, result=ExamResult.FAIL), False, ("result",)),
        (replace(SITTING, result=ExamResult.PENDING), SITTING, True, ("result",)),
        (SITTING, replace(SITTING, taken_on=date(2024, 8, 3)), True, ("taken_on",)),
        (VOUCHER, replace(VOUCHER, code="ANOTHER111"), False, ("code",)),
        (VOUCHER, replace(VOUCHER, status=BenefitStatus.USED), False, ("status",)),
        (VOUCHER, replace(VOUCHER, status=BenefitStatus.CLAIMED), True, ("status",)),
        (VOUCHER, replace(VOUCHER, expires_on=date(2027, 1, 1)), False, ("expires_on",)),
        (VOUCHER, replace(VOUCHER, name="次回試験の 50% 割引"), True, ("name",)),
        (BOOKED, replace(BOOKED, status=RegistrationStatus.CANCELLED), False, ("status",)),
        (BOOKED, replace(BOOKED, where="OnVUE"), None, ()),
    ],
)
def test_a_change_is_judged_by_what_it_costs(
    before: Record, after: Record, harmless: bool | None, changed: tuple[str, ...]
) -> None:
    kind = FindingKind.ARRIVED if harmless is None else FindingKind.CHANGED
    assert only(held(before, after)) == (kind, harmless is not False, changed)


def test_a_change_for_the_worse_leaves_the_verdict_open() -> None:
    assert held(SAP, replace(SAP, expires_on=date(2025, 1, 1))).verdict is Verdict.OPEN


def test_dashes_and_letter_case_are_no_difference() -> None:
    same = replace(SAP, name="aws certified Solutions Architect – Professional")
    assert only(held(SAP, same)) == (FindingKind.ARRIVED, True, ())


def test_two_awards_of_one_certification_further_apart_than_two_days_are_two() -> None:
    comparison = held(SAP, replace(SAP, earned_on=date(2024, 8, 7)))
    assert [f.kind for f in comparison.findings] == [FindingKind.MISSING, FindingKind.NEW]


def test_two_sittings_of_one_exam_are_told_apart_by_their_dates() -> None:
    failed = replace(SITTING, taken_on=date(2024, 7, 6), result=ExamResult.FAIL, score=702)
    comparison = held((SITTING, failed), SITTING)
    assert [(f.kind, f.before) for f in comparison.findings] == [
        (FindingKind.ARRIVED, SITTING),
        (FindingKind.MISSING, failed),
    ]


def test_an_exact_match_is_never_lost_to_a_looser_one() -> None:
    near = replace(SAP, earned_on=date(2024, 8, 3), validation_number=None)
    comparison = held((near, SAP), (SAP, near))
    assert {f.kind for f in comparison.findings} == {FindingKind.ARRIVED}


def test_a_sitting_whose_score_is_not_shown_is_taken_by_its_equal() -> None:
    bare = replace(SITTING, score=None)
    comparison = held((SITTING, bare), (bare, SITTING))
    assert {f.kind for f in comparison.findings} == {FindingKind.ARRIVED}


def test_what_both_accounts_had_counts_once() -> None:
    comparison = compare(
        [AccountRecords(ONE_OF_EACH), AccountRecords(ONE_OF_EACH)], AccountRecords(ONE_OF_EACH)
    )
    assert [f.kind for f in comparison.findings] == [FindingKind.ARRIVED] * 4


def test_the_destinations_own_records_are_expected_too() -> None:
    own = replace(SAP, certification="CLF", name="AWS Certified Cloud Practitioner")
    comparison = compare([AccountRecords((SAP,)), AccountRecords((own,))], AccountRecords((SAP,)))
    assert [(f.kind, f.before) for f in comparison.findings] == [
        (FindingKind.ARRIVED, SAP),
        (FindingKind.MISSING, own),
    ]


def test_of_two_accounts_the_later_expiry_is_expected() -> None:
    renewed = replace(SAP, expires_on=date(2029, 8, 4))
    both = [AccountRecords((SAP,)), AccountRecords((renewed,))]
    assert compare(both, AccountRecords((SAP,))).verdict is Verdict.OPEN
    assert compare(both, AccountRecords((renewed,))).verdict is Verdict.COMPLETE


def test_two_equal_vouchers_are_two() -> None:
    plain = replace(VOUCHER, code=None)
    comparison = held((plain, plain), plain)
    assert [f.kind for f in comparison.findings] == [FindingKind.ARRIVED, FindingKind.MISSING]


def test_vouchers_with_different_codes_in_two_accounts_are_two() -> None:
    other = replace(VOUCHER, code="OTHER00001")
    before = [AccountRecords((VOUCHER,)), AccountRecords((other,))]
    comparison = compare(before, AccountRecords((VOUCHER, other)))
    assert [f.kind for f in comparison.findings] == [FindingKind.ARRIVED] * 2


def test_a_voucher_is_known_by_its_code_whatever_it_is_called() -> None:
    renamed = replace(VOUCHER, name="試験バウチャー", expires_on=date(2027, 8, 5))
    assert only(held(VOUCHER, renamed)) == (FindingKind.CHANGED, True, ("name", "expires_on"))


def test_a_booking_at_the_same_moment_in_another_zone_arrived() -> None:
    in_utc = replace(BOOKED, time=time(0, 30), time_zone="UTC")
    assert only(held(BOOKED, in_utc)) == (FindingKind.ARRIVED, True, ())


def test_a_booking_at_another_time_is_another_booking() -> None:
    comparison = held(BOOKED, replace(BOOKED, time=time(13, 0)))
    assert [f.kind for f in comparison.findings] == [FindingKind.MISSING, FindingKind.NEW]


def test_a_certification_the_catalogue_does_not_know_matches_by_its_name() -> None:
    unknown = replace(SAP, certification=None, name="AWS Certified Something – New")
    arrived = replace(unknown, name="AWS Certified Something - New")
    assert only(held(unknown, arrived)) == (FindingKind.ARRIVED, True, ())


def test_a_detail_that_was_not_noted_before_is_no_change() -> None:
    bare = replace(SAP, validation_number=None, status=None, expires_on=None)
    assert only(held(bare, SAP)) == (FindingKind.ARRIVED, True, ())


def test_a_settled_finding_no_longer_counts_but_its_twin_of_later_does() -> None:
    comparison = held((SAP, SITTING), ())
    sap, exam = comparison.findings
    assert comparison.verdict_without(frozenset({sap.key})) is Verdict.INCOMPLETE
    assert comparison.verdict_without(frozenset({sap.key, exam.key})) is Verdict.COMPLETE
    (changed,) = held(SAP, replace(SAP, expires_on=date(2025, 1, 1))).findings
    assert changed.key not in {sap.key, exam.key}


def test_a_missing_record_leads_the_day_over_the_edge_of_the_calendar() -> None:
    first, last = replace(SAP, earned_on=date.min), replace(SAP, earned_on=date.max)
    assert held((first, last), ()).verdict is Verdict.INCOMPLETE


@pytest.mark.parametrize("kind", RecordType)
def test_every_field_of_every_record_is_judged(kind: RecordType) -> None:
    assert set(JUDGES[kind]) == {field.name for field in fields(RECORD_CLASSES[kind])}


def test_fifteen_hundred_sittings_of_one_exam_each_find_their_own() -> None:
    many = tuple(
        replace(SITTING, taken_on=date.fromordinal(730000 + 14 * n), score=700) for n in range(1500)
    )
    comparison = held(many, many)
    assert {f.kind for f in comparison.findings} == {FindingKind.ARRIVED}
