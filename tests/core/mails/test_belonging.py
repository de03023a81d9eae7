"""A mail with another case, or with none of the move's addresses, is a stranger."""

from dataclasses import replace

import pytest

from migrations_tracker.core.mails import MailKind, MoveAddresses, pasted, read_mail
from migrations_tracker.core.mails.belonging import ForeignSigns, foreign_signs

OWN = MoveAddresses(
    source=frozenset({"taro.yamada@example.co.jp"}),
    destination=frozenset({"taro.personal@example.com"}),
)
CASES = frozenset({"17551100220"})
LIST = """\
Subject: RE: [CASE {case}] account-assistance

Before I merge the accounts, please confirm that this is right.

Account #1 (to keep)
Login email: {keep}
Account #2 (to be closed)
Login email: {give_up}
"""


def signs(text: str, cases: frozenset[str] = CASES, own: MoveAddresses = OWN) -> ForeignSigns:
    return foreign_signs(read_mail(pasted(text), own), own, cases)


def listing(case: str, keep: str, give_up: str) -> str:
    return LIST.format(case=case, keep=keep, give_up=give_up)


HERS = ("hanako@example.com", "hanako.sato@example.co.jp")
HIS = ("taro.personal@example.com", "taro.yamada@example.co.jp")


def test_the_moves_own_mail_is_none() -> None:
    assert not signs(listing("17551100220", *HIS))


def test_another_case_is_told() -> None:
    assert signs(listing("17551100999", *HIS)) == ForeignSigns(case="17551100999")


def test_a_first_case_is_not_another_one() -> None:
    assert not signs(listing("17551100999", *HIS), cases=frozenset())


def test_other_addresses_are_told_where_the_case_says_nothing() -> None:
    found = signs(listing("17551100999", *HERS), cases=frozenset())
    assert found == ForeignSigns(addresses=HERS)


def test_the_moves_own_case_with_wrong_addresses_is_awss_mistake() -> None:
    assert not signs(listing("17551100220", *HERS))


def test_an_address_with_a_typing_error_is_not_another_person() -> None:
    text = listing("1", "taro.personai@example.com", "taro.yamada@exarnple.co.jp")
    assert not signs(text, cases=frozenset())


def test_one_own_address_is_enough() -> None:
    assert not signs(listing("1", HERS[0], HIS[1]), cases=frozenset())


def test_a_move_without_addresses_knows_no_strange_ones() -> None:
    assert not signs(listing("1", *HERS), cases=frozenset(), own=MoveAddresses())


@pytest.mark.parametrize("text", ["", "I have successfully merged all accounts."])
def test_a_mail_that_names_nothing_says_nothing(text: str) -> None:
    assert not signs(text)


def test_a_mail_that_is_surely_about_something_else_is_no_stranger() -> None:
    reading = read_mail(pasted(listing("1", *HERS)), OWN)
    about = replace(reading, kind=MailKind.UNRELATED, sure=True)
    assert not foreign_signs(about, OWN, frozenset())
