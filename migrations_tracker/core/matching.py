"""Decides which record of one list is the same thing as which of another.

Certifications by identity and award date, exams by identity and date, each within
two days: good sources disagree by a day, and a date slips when a page is shown in
another time zone. Benefits by code, else by name and date. Registrations by exam
and moment.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta

from migrations_tracker.core.benefit_names import benefit_identity
from migrations_tracker.core.folding import fold
from migrations_tracker.core.records import (
    Benefit,
    Certification,
    ExamAttempt,
    ExamRegistration,
    Record,
)
from migrations_tracker.core.zone_offsets import offset_of

TOLERANCE = timedelta(days=2)

#: How far two records are apart; compared as a whole, the smallest pair first.
Distance = tuple[int, ...]

#: From here on, two records may be one that has changed, but are not one and the
#: same in two accounts.
CONFLICT = 100

Key = tuple[object, ...]


def pair(left: Sequence[Record], right: Sequence[Record], *, within: int = 1000) -> dict[int, int]:
    """Which of ``right`` (by index) is the same thing as which of ``left``.

    The closest pairs are made first, so that an exact match is never lost to a
    looser one; each record is used once. Pairs ``within`` or more apart are not made.
    """
    chosen = _equals(left, right)
    taken = set(chosen.values())
    some = [i for i in range(len(left)) if i not in chosen]
    others = [j for j in range(len(right)) if j not in taken]
    for apart, i, j in sorted(_candidates(left, right, some, others)):
        if apart[0] < within and i not in chosen and j not in taken:
            chosen[i] = j
            taken.add(j)
    return chosen


def _equals(left: Sequence[Record], right: Sequence[Record]) -> dict[int, int]:
    """The pairs of equal records, in their order: nothing is closer to a record than its equal.

    Of two accounts nearly all records are such, so that few are left to be weighed.
    """
    if not left or not right:
        return {}
    places: dict[Record, list[int]] = defaultdict(list)
    for j in range(len(right) - 1, -1, -1):
        places[right[j]].append(j)
    return {i: places[record].pop() for i, record in enumerate(left) if places.get(record)}


def _candidates(
    left: Sequence[Record], right: Sequence[Record], some: Sequence[int], others: Sequence[int]
) -> Iterator[tuple[Distance, int, int]]:
    """How far ``some`` of ``left`` (by index) are from those ``others`` of ``right`` near them."""
    if not some or not others:
        return
    shelves: dict[Key, list[int]] = defaultdict(list)
    for j in others:
        for key in _shelves(right[j]):
            shelves[key].append(j)
    for i in some:
        for j in {j for key in _lookups(left[i]) for j in shelves.get(key, ())}:
            apart = distance(left[i], right[j])
            if apart is not None:
                yield apart, i, j


def distance(a: Record, b: Record) -> Distance | None:
    """How far two records of one kind are apart; None when they are two things."""
    return _MEASURES[type(a)](a, b) if type(a) is type(b) else None


def _identity(record: Certification | ExamAttempt | ExamRegistration) -> str:
    return record.certification or fold(record.name)


def _shelves(record: Record) -> list[Key]:
    if isinstance(record, Benefit):
        return _benefit_keys(record)
    return [(_identity(record), _day(record)), (_identity(record), "any")]


def _lookups(record: Record) -> list[Key]:
    if isinstance(record, Benefit):
        return _benefit_keys(record)
    day = _day(record)
    if day is None:
        return [(_identity(record), "any")]
    near = [
        day + timedelta(days=n) for n in range(-TOLERANCE.days, TOLERANCE.days + 1) if _fits(day, n)
    ]
    return [(_identity(record), None), *((_identity(record), d) for d in near)]


def _fits(day: date, days: int) -> bool:
    return 1 <= day.toordinal() + days <= date.max.toordinal()


def _benefit_keys(benefit: Benefit) -> list[Key]:
    name: Key = ("name", benefit_identity(benefit.name))
    return [name, ("code", fold(benefit.code))] if benefit.code else [name]


def _day(record: Certification | ExamAttempt | ExamRegistration) -> date | None:
    if isinstance(record, Certification):
        return record.earned_on
    return record.taken_on if isinstance(record, ExamAttempt) else record.date


def _days_apart(a: date | None, b: date | None) -> int | None:
    """0 for one day, 3 where one side does not say, None when too far apart."""
    if a is None or b is None:
        return 0 if a is b else TOLERANCE.days + 1
    return abs((a - b).days) if abs(a - b) <= TOLERANCE else None


def _differ(a: object, b: object) -> bool:
    return a is not None and b is not None and a != b


def _certifications(a: Certification, b: Certification) -> Distance | None:
    days = _days_apart(a.earned_on, b.earned_on)
    if days is None:
        return None
    return days, _differ(a.expires_on, b.expires_on), a.validation_number != b.validation_number


def _exams(a: ExamAttempt, b: ExamAttempt) -> Distance | None:
    days = _days_apart(a.taken_on, b.taken_on)
    if days is None:
        return None
    other = _differ(a.exam_code, b.exam_code) + _differ(a.score, b.score)
    other += _differ(a.result, b.result)
    return (CONFLICT + days if other and days else days), other


def _benefits(a: Benefit, b: Benefit) -> Distance | None:
    if a.code and b.code and fold(a.code) == fold(b.code):
        return 0, a != b
    same_kind = a.name == b.name or benefit_identity(a.name) == benefit_identity(b.name)
    if not same_kind or _differ(a.expires_on, b.expires_on) or _differ(a.earned_for, b.earned_for):
        return None
    unsure = (a.expires_on != b.expires_on) + (a.earned_for != b.earned_for)
    if a.code and b.code:
        return CONFLICT, unsure
    return 1 + unsure + (a.code != b.code), a.status != b.status


def _registrations(a: ExamRegistration, b: ExamRegistration) -> Distance | None:
    first, second = moment(a), moment(b)
    if first is not None and second is not None:
        return (0, a != b) if first == second else None
    if a.date != b.date and a.date and b.date:
        return None
    if _differ(a.time, b.time):
        return None
    return 1 + (a.date != b.date), a.time != b.time


def moment(registration: ExamRegistration) -> datetime | None:
    """The booked moment in UTC; None where day, time or a known zone is not given."""
    offset = offset_of(registration.time_zone) if registration.time_zone else None
    if registration.date is None or registration.time is None or offset is None:
        return None
    return datetime.combine(registration.date, registration.time) - offset


_MEASURES: dict[type[Record], Callable[..., Distance | None]] = {
    Certification: _certifications,
    ExamAttempt: _exams,
    Benefit: _benefits,
    ExamRegistration: _registrations,
}
