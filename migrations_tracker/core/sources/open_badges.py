"""Open Badges: one badge as a file of its own.

Versions 1 and 2 (1EdTech "Assertion", imsglobal.org/spec/ob/v2p0), version 3
("OpenBadgeCredential", a verifiable credential) as JSON, in lists and presentations.
The signature is not checked: certmove compares what is written.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from migrations_tracker.core.catalogue import Catalogue
from migrations_tracker.core.reading import (
    Found,
    Ignored,
    Problem,
    ProblemKind,
    Reading,
    SourceKind,
)
from migrations_tracker.core.records import Certification, Holder
from migrations_tracker.core.sentence import Sentence, gettext_noop
from migrations_tracker.core.sources.credly import is_aws
from migrations_tracker.core.sources.json_text import (
    first_text,
    objects,
    text_at,
    unwrapped,
    value_at,
)
from migrations_tracker.core.sources.naming import Judged, Reason, judge
from migrations_tracker.core.sources.timestamps import Day, day_of_stamp

_LISTS = ("@graph", "verifiableCredential", "assertions", "badges", "credentials", "data")
_ALGORITHMS = {"sha256": hashlib.sha256, "sha512": hashlib.sha512}


def assertions_in(value: Any) -> list[dict[str, Any]]:
    """Give the assertions and credentials in a document, list or presentation."""
    return list(unwrapped(value, _is_assertion, _LISTS))


def read_open_badges(assertions: list[dict[str, Any]], catalogue: Catalogue) -> Reading:
    """Read assertions (as `assertions_in` gives them) into certifications."""
    judged = [(item, _judge(item, catalogue)) for item in assertions]
    kept = [(item, verdict) for item, verdict in judged if not verdict.reason]
    return Reading(
        kind=SourceKind.OPEN_BADGE,
        holder=Holder(name=next(filter(None, map(_holder, assertions)), None)),
        found=tuple(Found(record=_record(item, verdict)) for item, verdict in kept),
        problems=tuple(problem for entry in kept for problem in _problems(*entry)),
        ignored=tuple(
            Ignored(name=_name(item) or _address(item), reason=verdict.reason)
            for item, verdict in judged
            if verdict.reason
        ),
    )


def bound_to(assertion: Mapping[str, Any], emails: Iterable[str]) -> str | None:
    """Tell which of ``emails`` the badge was issued to; None where it is none of them.

    A badge names its recipient by a salted hash of the mail address (or plainly):
    whoever has lost that mailbox cannot claim the badge in another account.
    """
    recipients = list(_recipients(assertion))
    return next((mail for mail in emails if any(_fits(r, mail) for r in recipients)), None)


def _is_assertion(item: dict[str, Any]) -> bool:
    first_or_second = "badge" in item and any(
        name in item for name in ("recipient", "issuedOn", "verification", "verify")
    )
    return first_or_second or isinstance(value_at(item, "credentialSubject"), dict | list)


def _subject(item: Mapping[str, Any]) -> dict[str, Any]:
    return next(iter(objects(value_at(item, "credentialSubject"))), {})


def _badge_class(item: Mapping[str, Any]) -> Any:
    return value_at(_subject(item), "achievement") or value_at(item, "badge")


def _name(item: dict[str, Any]) -> str:
    classes = objects(_badge_class(item))
    named = text_at(classes[0], "name") if classes else None
    return named or text_at(item, "name") or ""


def _address(item: dict[str, Any]) -> str:
    badge = _badge_class(item)
    return badge if isinstance(badge, str) else first_text(item, "id", "uid") or ""


def _issuers(item: dict[str, Any]) -> Iterator[str]:
    """Names of the issuer; an issuer given by its address alone has none."""
    classes = [c for c in (item, *objects(_badge_class(item))) if isinstance(c, dict)]
    for holder in classes:
        for issuer in objects(holder.get("issuer") or holder.get("creator")):
            if name := first_text(issuer, "name"):
                yield name


def _judge(item: dict[str, Any], catalogue: Catalogue) -> Judged:
    name, issuers = _name(item), list(_issuers(item))
    if value_at(item, "revoked") is True:
        return Judged(reason=Reason.REVOKED)
    if issuers and not any(is_aws(issuer) or issuer == "AWS" for issuer in issuers):
        return Judged(reason=Reason.OTHER_VENDOR)
    if name:
        return judge(name, catalogue)
    message = Sentence(_NAMED_BY_ADDRESS, {"address": _address(item)})
    return Judged(problem=ProblemKind.UNKNOWN_CERTIFICATION, message=message)


def _record(item: dict[str, Any], verdict: Judged) -> Certification:
    return Certification(
        certification=verdict.certification,
        name=_name(item) or _address(item),
        earned_on=_earned(item).day,
        expires_on=_expires(item).day,
    )


def _earned(item: dict[str, Any]) -> Day:
    return _first_day(item, "issuedOn", "awardedDate", "validFrom", "issuanceDate", "issued_on")


def _expires(item: dict[str, Any]) -> Day:
    return _first_day(item, "expires", "validUntil", "expirationDate")


def _first_day(item: dict[str, Any], *names: str) -> Day:
    days = (day_of_stamp(item.get(name)) for name in names)
    return next((day for day in days if day.text), Day())


def _holder(item: dict[str, Any]) -> str | None:
    extension = first_text(item, "extensions:recipientProfile", "recipientName")
    profile = text_at(item, "extensions:recipientProfile", "name")
    return profile or extension or text_at(_subject(item), "name")


def _problems(item: dict[str, Any], verdict: Judged) -> Iterator[Problem]:
    text = _name(item) or _address(item)
    if verdict.problem and verdict.message:
        yield Problem(line=0, text=text, problem=verdict.problem, message=verdict.message)
    for day in (_earned(item), _expires(item)):
        if day.problem and day.message:
            yield Problem(line=0, text=text, problem=day.problem, message=day.message)
    if not _earned(item).text:
        message = Sentence(_NO_DATE, {"name": text})
        yield Problem(line=0, text=text, problem=ProblemKind.MISSING_DATE, message=message)


def _recipients(item: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Pairs of identity and salt: `recipient` of versions 1 and 2, `identifier` of 3."""
    found = [*objects(value_at(item, "recipient")), *objects(_subject(item).get("identifier"))]
    for entry in found:
        identity = first_text(entry, "identityHash", "identity") or ""
        yield identity, text_at(entry, "salt") or ""
    if isinstance(plain := value_at(item, "recipient"), str):
        yield plain, text_at(item, "salt") or ""


def _fits(recipient: tuple[str, str], mail: str) -> bool:
    identity, salt = recipient
    algorithm, _, digest = identity.partition("$")
    if algorithm not in _ALGORITHMS:
        return identity.lower().removeprefix("mailto:") == mail.strip().lower()
    spellings = {mail.strip(), mail.strip().lower()}
    hashes = {_ALGORITHMS[algorithm](f"{s}{salt}".encode()).hexdigest() for s in spellings}
    return digest.lower() in hashes


_NO_DATE = gettext_noop("The badge “%(name)s” has no date of issue.")
_NAMED_BY_ADDRESS = gettext_noop(
    "This badge names its certification only by an address: %(address)s. "
    "Bring badges.json of Credly instead; it has the names."
)
