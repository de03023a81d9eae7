"""Which account would be kept, and what is wrong with the addresses of a mail."""

import pytest

from migrations_tracker.core.mails import (
    Direction,
    FindingKind,
    MailReading,
    MoveAddresses,
    pasted,
    read_mail,
)

SOURCE, DESTINATION = "taro.yamada@example.co.jp", "taro.personal@example.com"
OWN = MoveAddresses(source=frozenset({SOURCE}), destination=frozenset({DESTINATION}))


def listed(first: str, second: str, sentence: str = "") -> MailReading:
    body = (
        "Please confirm the accounts below before the merge.\n\n"
        f"Account #1\nLogin email: {first}\n\nAccount #2\nLogin email: {second}\n\n{sentence}\n"
    )
    return read_mail(pasted(body), OWN)


@pytest.mark.parametrize(
    ("sentence", "keep"),
    [
        ("Account #1 will be merged into Account #2.", 2),
        ("We will merge #2 into #1.", 1),
        ("Account #2 will be kept.", 2),
        ("Account #1 will no longer be accessible.", 2),
        ("Account #1 will be closed and Account #2 will remain.", 2),
        ("We keep Account #1.", 1),
        ("Everything moves from Account #1 to Account #2.", 2),
        ("Account #1 -> Account #2", 2),
        ("You will lose access to Account #2.", 1),
        ("Account #2 will not be closed.", 2),
        ("No. 1 stays. No. 2 goes.", 1),
        ("No. 1 goes, no. 2 stays.", 2),
        ("I would put everything of #2 inside of #1.", 1),
        ("Account #1 then lives inside account #2.", 2),
        ("Inside account #2 you will find everything from account #1.", 2),
        ("The first account will remain, the second account will be retired.", 1),
        ("Your primary account will be Account #2.", 2),
        (f"{SOURCE} will be merged into {DESTINATION}.", 2),
        ("アカウント #1 をアカウント #2 に統合します。", 2),
        ("アカウント2は削除されます。", 1),
        ("アカウント #2 が残ります。", 2),
        ("Which account would you like to keep, #1 or #2?", None),
        ("Account #1 will be merged with Account #2.", None),
    ],
)
def test_the_account_to_be_kept_is_told_by_words(sentence: str, keep: int | None) -> None:
    assert listed(SOURCE, DESTINATION, sentence).keep == keep


@pytest.mark.parametrize(
    ("first", "second", "direction"),
    [
        (SOURCE, DESTINATION, Direction.OK),
        (DESTINATION, SOURCE, Direction.SWAPPED),
        (SOURCE, "taro.personel@example.com", Direction.UNKNOWN_ADDRESS),
        ("taro.personel@example.com", SOURCE, Direction.SWAPPED),
    ],
)
def test_the_direction_is_held_against_ones_own_addresses(
    first: str, second: str, direction: Direction
) -> None:
    assert listed(first, second, "#1 will be merged into #2.").direction is direction


def test_without_ones_own_addresses_no_direction_is_given() -> None:
    assert read_mail(pasted("Account #1 will be merged into Account #2.")).direction is None


def test_contradicting_words_leave_the_direction_open() -> None:
    reading = listed(SOURCE, DESTINATION, "Account #1 will be kept. Account #2 will be kept.")

    assert reading.keep is None
    assert reading.direction is Direction.UNCLEAR
    assert [each.finding for each in reading.findings] == [FindingKind.CONTRADICTION]


def test_a_typo_is_shown_letter_by_letter() -> None:
    reading = listed(SOURCE, "taro.personel@example.com")

    assert [each.finding for each in reading.findings] == [FindingKind.TYPO]
    assert "at place 12 stands “e” instead of “a”" in str(reading.findings[0].message)


def test_an_address_of_nobody_is_found() -> None:
    reading = listed(SOURCE, "somebody.else@example.org")

    assert [each.finding for each in reading.findings] == [FindingKind.UNKNOWN_ADDRESS]


def test_an_address_in_both_accounts_is_found() -> None:
    kinds = [each.finding for each in listed(SOURCE, SOURCE).findings]

    assert FindingKind.SAME_ADDRESS_IN_BOTH in kinds


def test_the_old_mailbox_inside_the_kept_account_is_found() -> None:
    body = (
        f"Please confirm.\nAccount #1 (keep)\nLogin email: {DESTINATION}\n"
        f"Certification notification email: {SOURCE}\n"
        "Account #2 (close)\nLogin email: old@example.co.jp\n"
    )
    own = MoveAddresses(source=OWN.source | {"old@example.co.jp"}, destination=OWN.destination)
    reading = read_mail(pasted(body), own)

    assert reading.direction is Direction.OK
    assert [each.finding for each in reading.findings] == [FindingKind.ADDRESS_OF_THE_OTHER_SIDE]


def test_a_third_account_is_found() -> None:
    body = (
        f"Please confirm.\nAccount #1 (keep)\nLogin email: {DESTINATION}\n"
        f"Account #2\nLogin email: {SOURCE}\nAccount #3\nLogin email: x@example.net\n"
    )
    kinds = {each.finding for each in read_mail(pasted(body), OWN).findings}

    assert kinds == {FindingKind.UNKNOWN_ADDRESS, FindingKind.THIRD_ACCOUNT}


@pytest.mark.parametrize(
    ("sentence", "direction"),
    [
        ("I would move everything from the second to the first.", Direction.OK),
        ("I would move everything from the first to the second.", Direction.SWAPPED),
    ],
)
def test_accounts_told_of_in_sentences_are_held_against_the_own(
    sentence: str, direction: Direction
) -> None:
    reading = read_mail(
        pasted(
            f"The first account signs in with {DESTINATION}, its training notifications go to "
            f"{DESTINATION}. The second account signs in with {SOURCE}.\n\n{sentence} Shall I?"
        ),
        OWN,
    )

    assert [(each.login, each.training) for each in reading.accounts] == [
        (DESTINATION, DESTINATION),
        (SOURCE, None),
    ]
    assert reading.direction is direction


@pytest.mark.parametrize(
    ("kept", "given_up", "direction"),
    [(DESTINATION, SOURCE, Direction.OK), (SOURCE, DESTINATION, Direction.SWAPPED)],
)
def test_a_japanese_heading_in_brackets_tells_which_account_is_kept(
    kept: str, given_up: str, direction: Direction
) -> None:
    reading = read_mail(
        pasted(
            f"【廃止するアカウント】アカウント1\nログイン: {given_up}\n\n"
            f"【残すアカウント】アカウント2\nログイン: {kept}\n\nご確認をお願いいたします。"
        ),
        OWN,
    )

    assert (reading.keep, reading.direction) == (2, direction)


@pytest.mark.parametrize(
    ("first", "second", "direction"),
    [("残す", "廃止", Direction.OK), ("廃止", "残す", Direction.SWAPPED)],
)
def test_a_circled_number_is_no_part_of_the_address_behind_it(
    first: str, second: str, direction: Direction
) -> None:
    body = f"①{DESTINATION}（{first}）\n②{SOURCE}（{second}）\n\n統合してよろしいでしょうか。"
    reading = read_mail(pasted(body), OWN)

    assert [each.login for each in reading.accounts] == [DESTINATION, SOURCE]
    assert reading.direction is direction
