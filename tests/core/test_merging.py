"""Several sources about one thing make one record, and a disagreement is asked back."""

from dataclasses import replace
from datetime import date

from migrations_tracker.core.merging import AdditionKind, Side, additions
from migrations_tracker.core.records import Benefit, Certification, ExamAttempt, ExamResult

CARD = Certification(
    certification="SAA",
    name="AWS Certified Solutions Architect - Associate",
    earned_on=date(2021, 3, 14),
    expires_on=date(2024, 3, 14),
)
PDF = replace(CARD, name="AWS Certified Solutions Architect – Associate", validation_number="X1")
SITTING = ExamAttempt(certification="SAA", name="SAA", taken_on=date(2021, 3, 14), score=790)
VOUCHER = Benefit(name="50% discount", code="7Q2M9XK4B1")


def test_the_first_paste_is_all_new() -> None:
    assert [a.kind for a in additions([], [CARD, SITTING])] == [AdditionKind.NEW] * 2


def test_a_record_that_comes_twice_is_one_record() -> None:
    (again,) = additions([SITTING, CARD], [CARD])
    assert (again.kind, again.held, again.record) == (AdditionKind.KNOWN, 1, CARD)


def test_a_second_source_completes_the_first() -> None:
    (more,) = additions([CARD], [PDF])
    assert more.kind is AdditionKind.COMPLETES
    assert more.record == replace(CARD, validation_number="X1")


def test_a_disagreement_waits_for_a_person() -> None:
    other = replace(CARD, expires_on=date(2027, 3, 14))
    (asked,) = additions([CARD], [other])
    assert asked.undecided
    assert [(c.field, c.before, c.after) for c in asked.conflicts] == [
        ("expires_on", date(2024, 3, 14), date(2027, 3, 14))
    ]


def test_the_side_a_person_chooses_is_kept() -> None:
    other = replace(PDF, expires_on=date(2027, 3, 14))
    (held,) = additions([CARD], [other], {0: Side.HELD})
    (found,) = additions([CARD], [other], {0: Side.FOUND})
    assert held.record == replace(CARD, validation_number="X1")
    assert found.record == replace(CARD, validation_number="X1", expires_on=date(2027, 3, 14))
    assert not held.undecided
    assert not found.undecided


def test_a_page_that_shows_a_card_twice_gives_one_record() -> None:
    bare = replace(CARD, expires_on=None)
    assert [a.record for a in additions([], [bare, CARD])] == [CARD]


def test_two_cards_of_one_page_that_disagree_are_both_shown() -> None:
    other = replace(CARD, expires_on=date(2027, 3, 14))
    assert len(additions([], [CARD, other])) == 2


def test_two_vouchers_without_a_code_are_two_and_the_page_pasted_again_adds_none() -> None:
    plain = replace(VOUCHER, code=None)
    assert len(additions([], [plain, plain])) == 2
    assert [a.kind for a in additions([plain, plain], [plain, plain])] == [AdditionKind.KNOWN] * 2


def test_a_voucher_with_another_code_is_another_voucher() -> None:
    (other,) = additions([VOUCHER], [replace(VOUCHER, code="OTHER00001")])
    assert other.kind is AdditionKind.NEW


def test_a_result_that_came_later_is_asked_about_and_not_put_over_the_old_one() -> None:
    failed = replace(SITTING, result=ExamResult.FAIL)
    passed = replace(SITTING, result=ExamResult.PASS)
    (asked,) = additions([failed], [passed])
    assert [c.field for c in asked.conflicts] == ["result"]
