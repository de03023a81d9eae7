"""One badge as a file: Open Badges 1, 2 and 3."""

import hashlib
from datetime import date
from typing import Any

import pytest

from migrations_tracker.core.reading import ProblemKind
from migrations_tracker.core.sources.open_badges import assertions_in, bound_to, read_open_badges
from tests.core.shipped_catalogue import shipped_catalogue
from tests.core.sources.badges import AWS, SAA

MAIL = "taro.yamada@example.co.jp"
SALT = "d5f1"


def hashed(mail: str, algorithm: str = "sha256") -> str:
    return f"{algorithm}${hashlib.new(algorithm, (mail + SALT).encode()).hexdigest()}"


def assertion(**changes: Any) -> dict[str, Any]:
    return {
        "@context": "https://w3id.org/openbadges/v2",
        "type": "Assertion",
        "id": "https://badges.example/assertions/1",
        "recipient": {"type": "email", "identity": hashed(MAIL), "hashed": True, "salt": SALT},
        "badge": {"type": "BadgeClass", "name": SAA, "issuer": {"name": AWS, "url": "x"}},
        "issuedOn": "2024-08-04T00:00:00Z",
        "expires": "2027-08-04T00:00:00Z",
        **changes,
    }


def credential(**changes: Any) -> dict[str, Any]:
    identifier = {"identityHash": hashed(MAIL), "identityType": "emailAddress", "salt": SALT}
    return {
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": "https://badges.example/aws", "name": AWS},
        "validFrom": "2024-08-04T00:00:00Z",
        "validUntil": "2027-08-04T00:00:00Z",
        "credentialSubject": {
            "type": "AchievementSubject",
            "identifier": [identifier],
            "achievement": {"name": SAA, "criteria": {"narrative": "Pass"}},
        },
        **changes,
    }


@pytest.mark.parametrize(
    "document",
    [
        assertion(),
        credential(),
        credential(validFrom=None, issuanceDate="2024-08-04T09:00:00+09:00"),
        assertion(issuedOn=1722729600, expires=1817337600),
        assertion(issuedOn="2024-08-04", expires="2027-08-04"),
        {"@graph": [assertion()]},
        {"type": "VerifiablePresentation", "verifiableCredential": [credential()]},
        [assertion()],
        assertion(type=["Assertion", "extensions:x"]),
    ],
)
def test_every_version_gives_the_same_certification(document: Any) -> None:
    reading = read_open_badges(assertions_in(document), shipped_catalogue())
    (found,) = reading.certifications
    assert (found.certification, found.earned_on) == ("SAA", date(2024, 8, 4))
    assert found.expires_on == date(2027, 8, 4)
    assert reading.understood


@pytest.mark.parametrize("document", [assertion(), credential()])
def test_a_badge_tells_which_mail_it_is_bound_to(document: dict[str, Any]) -> None:
    assert bound_to(document, ["someone@example.com", MAIL]) == MAIL
    assert bound_to(document, ["Taro.Yamada@example.co.jp"]) == "Taro.Yamada@example.co.jp"
    assert bound_to(document, ["someone@example.com"]) is None


def test_a_plain_recipient_is_compared_without_case() -> None:
    plain = assertion(recipient={"type": "email", "identity": "mailto:" + MAIL.upper()})
    assert bound_to(plain, [MAIL]) == MAIL


def test_an_unknown_hash_binds_to_nobody() -> None:
    odd = assertion(recipient={"identity": "whirlpool$abc", "hashed": True})
    assert bound_to(odd, [MAIL]) is None


def test_a_badge_named_by_its_address_alone_is_a_problem_not_a_guess() -> None:
    reading = read_open_badges(
        [assertion(badge="https://badges.example/classes/7")], shipped_catalogue()
    )
    assert reading.certifications[0].certification is None
    assert [p.problem for p in reading.problems] == [ProblemKind.UNKNOWN_CERTIFICATION]


def test_revoked_and_foreign_badges_are_named_as_such() -> None:
    foreign = assertion(badge={"name": "Azure Fundamentals", "issuer": {"name": "Microsoft"}})
    reading = read_open_badges([assertion(revoked=True), foreign], shipped_catalogue())
    assert reading.records == ()
    assert [i.reason for i in reading.ignored] == ["revoked", "other_vendor"]


@pytest.mark.parametrize("document", [{}, [], {"badge": "x"}, {"type": "Assertion"}, 5, None])
def test_other_json_is_no_open_badge(document: Any) -> None:
    assert assertions_in(document) == []


def test_the_last_minute_of_a_day_is_that_days_end() -> None:
    reading = read_open_badges([assertion(expires="2027-08-04T23:59:59Z")], shipped_catalogue())
    assert reading.certifications[0].expires_on == date(2027, 8, 4)
    assert reading.problems == ()
