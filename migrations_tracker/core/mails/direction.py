"""The accounts of a mail held against the person's own: is the right one kept?

A swapped pair is the one mistake that cannot be mended: the records would go into the
account whose mailbox is about to close. So it outweighs every other finding.
"""

from dataclasses import dataclass

from migrations_tracker.core.mails.reading import (
    Direction,
    FindingKind,
    MailAccount,
    MailFinding,
    MoveAddresses,
)
from migrations_tracker.core.sentence import Sentence, gettext_noop

MAX_FINDINGS = 20
MAX_ADDRESS = 100


@dataclass(frozen=True, slots=True)
class Claims:
    """What a mail says: accounts listed, number kept, addresses kept and given up, all named."""

    accounts: tuple[MailAccount, ...]
    keep: int | None
    kept: frozenset[str]
    given_up: frozenset[str]
    named: tuple[str, ...]
    contradicts: bool = False


def direction_of(claims: Claims, own: MoveAddresses) -> Direction:
    """Swapped before unknown address before ok; unclear where nothing is said."""
    kept, given_up = _kept(claims), _given_up(claims)
    if claims.contradicts:
        kept = given_up = frozenset()
    source = own.source - own.destination
    destination = own.destination - own.source
    if kept & source or (given_up & destination and not kept & destination):
        return Direction.SWAPPED
    if _unknown(claims, own):
        return Direction.UNKNOWN_ADDRESS
    if kept & destination and not given_up & destination:
        return Direction.OK
    if given_up & source and not kept and _other_is_destination(claims, destination):
        return Direction.OK
    return Direction.UNCLEAR


def _other_is_destination(claims: Claims, destination: frozenset[str]) -> bool:
    return any(address in destination for address in claims.named)


def _login(account: MailAccount) -> frozenset[str]:
    """What identifies an account: its login, or where the mail leaves that out, all it names."""
    return frozenset((account.login,) if account.login else account.addresses)


def _kept(claims: Claims) -> frozenset[str]:
    listed = [_login(account) for account in claims.accounts if account.number == claims.keep]
    return frozenset().union(*listed) if listed else claims.kept


def _given_up(claims: Claims) -> frozenset[str]:
    if claims.keep is None:
        return claims.given_up
    others = [_login(account) for account in claims.accounts if account.number != claims.keep]
    return frozenset().union(*others) - _kept(claims) if others else claims.given_up


def _unknown(claims: Claims, own: MoveAddresses) -> tuple[str, ...]:
    known = own.source | own.destination
    return tuple(address for address in claims.named if address not in known)


def findings_of(claims: Claims, own: MoveAddresses | None) -> tuple[MailFinding, ...]:
    """Everything a person should look at before answering, the gravest first."""
    found: list[MailFinding] = []
    if own is not None:
        found += _swapped(claims, own)
    if claims.contradicts:
        found.append(_finding(FindingKind.CONTRADICTION, CONTRADICTION))
    if own is not None:
        found += _unknown_addresses(claims, own) + _third_accounts(claims, own)
        found += _wrong_side(claims, own)
    return tuple(found + _in_both(claims))[:MAX_FINDINGS]


SWAPPED = gettext_noop(
    "AWS would keep the account that you want to give up. Do not confirm: ask AWS to "
    "correct the direction."
)
CONTRADICTION = gettext_noop(
    "The mail says opposite things about which account is kept. Ask AWS which one it will be."
)
TYPO = gettext_noop(
    "%(address)s is almost your address %(known)s: at place %(place)s stands “%(found)s” "
    "instead of “%(expected)s”. Ask AWS to correct it."
)
NEARLY = gettext_noop(
    "%(address)s is almost your address %(known)s, but not the same. Ask AWS to correct it."
)
UNKNOWN = gettext_noop(
    "%(address)s is not an address of either of your accounts. Add it to the account it "
    "belongs to, or ask AWS to correct it."
)
THIRD = gettext_noop(
    "Account #%(number)s is neither of your two accounts. Ask AWS why it is part of the merge."
)
BOTH = gettext_noop(
    "%(address)s stands in more than one of the accounts. Ask AWS to which it belongs."
)
OTHER_SIDE = gettext_noop(
    "%(address)s belongs to the account you give up, but stands in account #%(number)s, "
    "which is kept. Mails to it will not reach you once that mailbox closes."
)
OTHER_SIDE_GIVEN_UP = gettext_noop(
    "%(address)s belongs to the account you keep, but stands in account #%(number)s, "
    "which is given up. Ask AWS whether that is right."
)


def _finding(kind: FindingKind, template: str, **values: object) -> MailFinding:
    return MailFinding(finding=kind, message=Sentence(template, values))


def _swapped(claims: Claims, own: MoveAddresses) -> list[MailFinding]:
    swapped = direction_of(claims, own) is Direction.SWAPPED
    return [_finding(FindingKind.SWAPPED, SWAPPED)] if swapped else []


def _unknown_addresses(claims: Claims, own: MoveAddresses) -> list[MailFinding]:
    known = sorted(own.source | own.destination)
    return [_unknown_address(address, known) for address in _unknown(claims, own)[:MAX_FINDINGS]]


def _unknown_address(address: str, known: list[str]) -> MailFinding:
    near = next((each for each in known if _nearly(address, each)), None)
    if near is None:
        return _finding(FindingKind.UNKNOWN_ADDRESS, UNKNOWN, address=address)
    place = next((i for i, (a, b) in enumerate(zip(address, near, strict=False)) if a != b), None)
    if place is None or len(address) != len(near):
        return _finding(FindingKind.TYPO, NEARLY, address=address, known=near)
    values = {"place": place + 1, "found": address[place], "expected": near[place]}
    return _finding(FindingKind.TYPO, TYPO, address=address, known=near, **values)


def _nearly(one: str, other: str) -> bool:
    """At most two letters changed, added, left out, or two neighbours exchanged."""
    if max(len(one), len(other)) > MAX_ADDRESS or abs(len(one) - len(other)) > 2:
        return False
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1] <= 2


def _third_accounts(claims: Claims, own: MoveAddresses) -> list[MailFinding]:
    known = own.source | own.destination
    strangers = [a for a in claims.accounts if a.addresses and not known.intersection(a.addresses)]
    if len(claims.accounts) < 3:
        return []
    return [
        _finding(FindingKind.THIRD_ACCOUNT, THIRD, number=account.number) for account in strangers
    ]


def _wrong_side(claims: Claims, own: MoveAddresses) -> list[MailFinding]:
    """Another side's notification address inside an account whose login is right."""
    found: list[MailFinding] = []
    for account in claims.accounts:
        if claims.keep is None or account.login is None:
            continue
        kept = account.number == claims.keep
        mine, others = (own.destination, own.source) if kept else (own.source, own.destination)
        if account.login not in mine:
            continue
        template = OTHER_SIDE if kept else OTHER_SIDE_GIVEN_UP
        strays = [each for each in account.addresses if each in others - mine]
        found += [
            _finding(
                FindingKind.ADDRESS_OF_THE_OTHER_SIDE, template, address=each, number=account.number
            )
            for each in strays
        ]
    return found


def _in_both(claims: Claims) -> list[MailFinding]:
    seen: dict[str, int] = {}
    for account in claims.accounts:
        for address in account.addresses:
            seen[address] = seen.get(address, 0) + 1
    twice = [address for address, count in seen.items() if count > 1]
    return [_finding(FindingKind.SAME_ADDRESS_IN_BOTH, BOTH, address=each) for each in twice]
