"""Credly's public list of badges, `badges.json`.

Seen: pages of `/users/<name>/badges.json` of 2019 to 2026 (`data` and `metadata`), the
bare list that scripts keep of them, the older Acclaim form (time stamps only, the issuer
inside the badge template), and `external_badges/open_badges/public` for imported badges.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from migrations_tracker.core.catalogue import Catalogue
from migrations_tracker.core.folding import fold
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
from migrations_tracker.core.sources.json_text import (
    first_text,
    objects,
    text_at,
    unwrapped,
    value_at,
)
from migrations_tracker.core.sources.naming import Judged, Reason, judge
from migrations_tracker.core.sources.timestamps import Day, day_of_stamp, plain_day

_LISTS = ("data", "badges", "earned_badges", "results", "items")
_STATES = {"revoked": Reason.REVOKED, "pending": Reason.PENDING, "rejected": Reason.PENDING}


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """One badge, whichever of Credly's shapes it came in."""

    name: str
    holder: str | None
    category: str | None
    issuers: tuple[str, ...]
    state: str | None
    earned: Day
    expires: Day


def is_badge_list(documents: list[Any]) -> bool:
    """Tell whether any of these JSON documents is a page or list of Credly's badges."""
    return any(unwrapped(documents, _is_badge, _LISTS)) or any(map(_is_empty_page, documents))


def read_badges(documents: list[Any], catalogue: Catalogue) -> Reading:
    """Read every badge once; what is none of AWS's certifications is named as ignored."""
    items = _without_repeats(unwrapped(documents, _is_badge, _LISTS))
    badges = [_badge(item) for item in items]
    judged = [(badge, _judge(badge, catalogue)) for badge in badges]
    kept = [(badge, verdict) for badge, verdict in judged if not verdict.reason]
    return Reading(
        kind=SourceKind.CREDLY_BADGES,
        holder=Holder(name=next((badge.holder for badge in badges if badge.holder), None)),
        found=tuple(Found(record=_record(badge, verdict)) for badge, verdict in kept),
        problems=(*_all_problems(kept), *_missing_pages(documents, len(items))),
        ignored=tuple(
            Ignored(name=badge.name, reason=verdict.reason)
            for badge, verdict in judged
            if verdict.reason
        ),
    )


def _is_badge(item: dict[str, Any]) -> bool:
    return any(isinstance(item.get(name), dict) for name in ("badge_template", "external_badge"))


def _is_page(item: dict[str, Any]) -> bool:
    return isinstance(item.get("metadata"), dict)


def _is_empty_page(page: Any) -> bool:
    return value_at(page, "data") == [] and isinstance(value_at(page, "metadata"), dict)


def _without_repeats(items: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    seen: dict[str, dict[str, Any]] = {}
    for position, item in enumerate(items):
        seen.setdefault(text_at(item, "id") or f"no id, {position}", item)
    return list(seen.values())


def _badge(item: dict[str, Any]) -> Badge:
    template = item.get("badge_template") or item["external_badge"]
    source = {**item.get("external_badge", {}), **item}
    return Badge(
        name=first_text(template, "name", "badge_name") or "",
        holder=_holder(item),
        category=text_at(template, "type_category"),
        issuers=tuple(_issuers(item, template)),
        state=text_at(item, "state"),
        earned=_day(source, "issued_at_date", "issued_at", "issued_on"),
        expires=_day(source, "expires_at_date", "expires_at", "expires_on"),
    )


def _holder(item: dict[str, Any]) -> str | None:
    first = first_text(item, "issued_to_first_name") or text_at(item, "user", "first_name")
    last = first_text(item, "issued_to_last_name") or text_at(item, "user", "last_name")
    parts = " ".join(part for part in (first, last) if part)
    return text_at(item, "issued_to") or parts or None


def _day(source: dict[str, Any], dated: str, *stamped: str) -> Day:
    """The calendar date where there is one, else the day of the time stamp."""
    if text := text_at(source, dated):
        return plain_day(text[:10])
    return next((day for name in stamped if (day := day_of_stamp(source.get(name))).text), Day())


def _issuers(item: dict[str, Any], template: dict[str, Any]) -> Iterator[str]:
    for holder in (item, template):
        issuer = holder.get("issuer")
        entities = objects(value_at(issuer, "entities") or [])
        names = [text_at(entry, "entity", "name") or text_at(entry, "name") for entry in entities]
        plain = issuer if isinstance(issuer, str) else first_text(issuer, "name", "summary")
        yield from (name for name in (*names, plain, text_at(holder, "issuer_name")) if name)


def is_aws(issuer: str) -> bool:
    """Tell whether an issuer's name is AWS's ("issued by Amazon Web Services ...")."""
    return fold(issuer).removeprefix("issued by ").startswith(("amazon web services", "aws "))


def _judge(badge: Badge, catalogue: Catalogue) -> Judged:
    verdict = judge(badge.name, catalogue)
    if badge.issuers and not any(is_aws(issuer) for issuer in badge.issuers):
        return Judged(reason=Reason.OTHER_VENDOR)
    if verdict.reason in (Reason.EARLY_ADOPTER, Reason.TRAINING_BADGE):
        return verdict
    if badge.category and fold(badge.category) != "certification":
        return Judged(reason=Reason.NOT_A_CERTIFICATION)
    if reason := _STATES.get(fold(badge.state or "")):
        return Judged(reason=reason)
    return verdict


def _record(badge: Badge, verdict: Judged) -> Certification:
    return Certification(
        certification=verdict.certification,
        name=badge.name,
        earned_on=badge.earned.day,
        expires_on=badge.expires.day,
    )


def _all_problems(kept: list[tuple[Badge, Judged]]) -> Iterator[Problem]:
    for badge, verdict in kept:
        if verdict.problem and verdict.message:
            yield Problem(line=0, text=badge.name, problem=verdict.problem, message=verdict.message)
        for day in (badge.earned, badge.expires):
            if day.problem and day.message:
                yield Problem(line=0, text=badge.name, problem=day.problem, message=day.message)
        if not badge.earned.text:
            message = Sentence(_NO_DATE, {"name": badge.name})
            yield Problem(
                line=0, text=badge.name, problem=ProblemKind.MISSING_DATE, message=message
            )


def _missing_pages(documents: list[Any], seen: int) -> Iterator[Problem]:
    """Credly says how many badges there are in all; one page shows no more than 48."""
    totals = [
        value_at(page, "metadata", "total_count") for page in unwrapped(documents, _is_page, ())
    ]
    total = max((count for count in totals if isinstance(count, int)), default=0)
    if total > seen:
        message = Sentence(_MORE_BADGES, {"seen": seen, "total": total})
        yield Problem(line=0, text="", problem=ProblemKind.INCOMPLETE, message=message)


_NO_DATE = gettext_noop("The badge “%(name)s” has no date of issue.")
_MORE_BADGES = gettext_noop(
    "This file shows %(seen)s of %(total)s badges. Save the other pages too "
    "(add ?page=2 to the address) and bring them together with this one."
)
