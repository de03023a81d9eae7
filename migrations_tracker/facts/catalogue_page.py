"""The catalogue as its page shows it, in the reader's language: what exists, what retires."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext, ngettext

from migrations_tracker.core.catalogue import Catalogue, CatalogueEntry, ExamVersion, Level
from migrations_tracker.core.facts import Age, Source, age_of
from migrations_tracker.core.sentence import gettext_noop

#: What ends within this time "retires soon".
SOON = timedelta(days=180)

LEVEL_NAMES: dict[Level, str] = {
    Level.FOUNDATIONAL: gettext_noop("Foundational"),
    Level.BUSINESS: gettext_noop("Business"),
    Level.ASSOCIATE: gettext_noop("Associate"),
    Level.PROFESSIONAL: gettext_noop("Professional"),
    Level.SPECIALTY: gettext_noop("Specialty"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownExam:
    code: str
    window: str
    confirmed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownEntry:
    """``name`` is in the reader's language, ``other_name`` in the other one ("" if unknown)."""

    code: str
    name: str
    other_name: str
    other_language: str
    former_names: tuple[str, ...]
    exams: tuple[ShownExam, ...]
    beta_codes: tuple[str, ...]
    validity: str
    validity_note: str
    retired: str
    confirmed: bool
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelTable:
    title: str
    entries: tuple[ShownEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """A certification or an exam version that ends soon, or a certification that has ended."""

    name: str
    code: str
    day: str
    has_ended: bool
    days_left: int
    confirmed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CataloguePage:
    endings: tuple[Ending, ...]
    levels: tuple[LevelTable, ...]
    age: Age


def catalogue_page(catalogue: Catalogue, *, today: date) -> CataloguePage:
    """Every entry of ``catalogue`` under its level, and what ends first."""
    return CataloguePage(
        endings=_endings(catalogue, today),
        levels=tuple(
            LevelTable(
                title=gettext(LEVEL_NAMES[level]),
                entries=tuple(_entry(e) for e in catalogue.entries if e.level is level),
            )
            for level in Level
            if any(entry.level is level for entry in catalogue.entries)
        ),
        age=age_of((entry.sources for entry in catalogue.entries), today=today),
    )


def _endings(catalogue: Catalogue, today: date) -> tuple[Ending, ...]:
    """What ends soon, the nearest first; then what has ended, the latest first."""
    soon = [
        _ending(last, today)
        for last in _last_days(catalogue)
        if timedelta(0) <= last.day - today <= SOON
    ]
    ended = [
        _ending(last, today)
        for last in _last_days(catalogue)
        if last.day < today and last.exam is None
    ]
    soon.sort(key=lambda each: each.days_left)
    ended.sort(key=lambda each: each.days_left, reverse=True)
    return (*soon, *ended)


@dataclass(frozen=True, slots=True)
class _LastDay:
    """Of a certification, or of one ``exam`` while the certification goes on."""

    day: date
    entry: CatalogueEntry
    exam: ExamVersion | None = None


def _last_days(catalogue: Catalogue) -> Iterator[_LastDay]:
    for entry in catalogue.entries:
        if entry.retired_on:
            yield _LastDay(entry.retired_on, entry)
        for exam in entry.exams:
            if exam.last_day and exam.last_day != entry.retired_on:
                yield _LastDay(exam.last_day, entry, exam)


def _ending(last: _LastDay, today: date) -> Ending:
    fact = last.exam or last.entry
    return Ending(
        name=_names(last.entry)[0],
        code=last.exam.code if last.exam else last.entry.code,
        day=_retired(last.entry) if last.exam is None else _last_day(last.exam),
        has_ended=last.day < today,
        days_left=(last.day - today).days,
        confirmed=fact.confirmed,
    )


def _entry(entry: CatalogueEntry) -> ShownEntry:
    name, other = _names(entry)
    return ShownEntry(
        code=entry.code,
        name=name,
        other_name=other,
        other_language="en" if _in_japanese() else "ja",
        former_names=entry.former_names,
        exams=tuple(
            ShownExam(code=exam.code, window=_window(exam), confirmed=exam.confirmed)
            for exam in entry.exams
        ),
        beta_codes=entry.beta_codes,
        validity=_years(entry.validity_years),
        validity_note=_note(entry),
        retired=_retired(entry),
        confirmed=entry.confirmed,
        sources=entry.sources,
    )


def _note(entry: CatalogueEntry) -> str:
    return (entry.validity_note_ja if _in_japanese() else "") or entry.validity_note


def _years(count: int) -> str:
    return ngettext("%(count)s year", "%(count)s years", count) % {"count": count}


def _in_japanese() -> bool:
    return (get_language() or "").startswith("ja")


def _names(entry: CatalogueEntry) -> tuple[str, str]:
    """The name in the reader's language, and in the other one; "" where it is not known."""
    if _in_japanese() and entry.name_ja:
        return entry.name_ja, entry.name_en
    return entry.name_en, entry.name_ja


def _retired(entry: CatalogueEntry) -> str:
    return _day(entry.retired_on, entry.retired_on_elsewhere, "retired_on", entry.month_only)


def _window(exam: ExamVersion) -> str:
    """The days to sit an exam: "March 5, 2024 to April 2026"; "" where none is known."""
    first, last = _first_day(exam), _last_day(exam)
    if first and last:
        return gettext("%(first)s to %(last)s") % {"first": first, "last": last}
    if first:
        return gettext("since %(first)s") % {"first": first}
    return gettext("until %(last)s") % {"last": last} if last else ""


def _first_day(exam: ExamVersion) -> str:
    return _day(exam.first_day, exam.first_day_elsewhere, "first_day", exam.month_only)


def _last_day(exam: ExamVersion) -> str:
    return _day(exam.last_day, exam.last_day_elsewhere, "last_day", exam.month_only)


def _day(day: date | None, elsewhere: date | None, name: str, month_only: frozenset[str]) -> str:
    """The day, or only its month; where another good source says another, both."""
    if day is None:
        return ""
    shown = _shown(day, name in month_only)
    if elsewhere is None:
        return shown
    other = _shown(elsewhere, f"{name}_elsewhere" in month_only)
    return gettext("%(day)s (%(other)s in another source)") % {"day": shown, "other": other}


def _shown(day: date, month_only: bool) -> str:
    return date_format(day, "YEAR_MONTH_FORMAT" if month_only else "DATE_FORMAT")
