"""AWS's certifications: what they are called, their exams, and since when.

The identity is the certification ("SAA"), never the version of its exam
("SAA-C03"): AWS changes exams and renames, the certification goes on.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from migrations_tracker.core.facts import Source


class Level(StrEnum):
    FOUNDATIONAL = "foundational"
    BUSINESS = "business"
    ASSOCIATE = "associate"
    PROFESSIONAL = "professional"
    SPECIALTY = "specialty"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamVersion:
    """One version of the exam behind a certification.

    ``first_day`` and ``last_day`` are days to sit it; the ``..._elsewhere`` days are
    what another good source says. ``month_only`` names those of which only the month
    is known. ``confirmed`` is False for what was taken from memory, not from a source.
    """

    code: str
    first_day: date | None = None
    last_day: date | None = None
    first_day_elsewhere: date | None = None
    last_day_elsewhere: date | None = None
    month_only: frozenset[str] = frozenset()
    confirmed: bool = False

    def could_be_sat_on(self, day: date) -> bool:
        """Tell whether ``day`` fits, with room for betas (4 months) and time zones (2 days)."""
        firsts = [d for d in (self.first_day, self.first_day_elsewhere) if d]
        lasts = [d for d in (self.last_day, self.last_day_elsewhere) if d]
        after_start = not firsts or day >= min(firsts) - timedelta(days=124)
        return after_start and (not lasts or day <= max(lasts) + timedelta(days=2))


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueEntry:
    """One certification, whatever its exam's version.

    The words that name it, as the recognition's vocabulary spells them: ``roles``
    count beside "AWS" or a level, ``roles_alone`` by themselves, ``topics`` ("security")
    only beside "AWS Certified" or a level, for they are also plain words.
    ``beta_codes`` are codes under which a beta was booked. ``validity_years`` counts from
    the pass; ``validity_note`` says what was different once. ``month_only`` names the
    days of which only the month is known.
    """

    code: str
    level: Level
    name_en: str
    name_ja: str
    former_names: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    roles_alone: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    exams: tuple[ExamVersion, ...] = ()
    beta_codes: tuple[str, ...] = ()
    validity_years: int = 3
    validity_note: str = ""
    validity_note_ja: str = ""
    retired_on: date | None = None
    retired_on_elsewhere: date | None = None
    month_only: frozenset[str] = frozenset()
    confirmed: bool = False
    sources: tuple[Source, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every spelling the catalogue itself gives."""
        return tuple(
            n for n in (self.name_en, self.name_ja, *self.former_names, *self.aliases) if n
        )


@dataclass(frozen=True, eq=False)
class Catalogue:
    """The entries in the order of the file, and the questions asked of them.

    Compared and hashed by identity, so that what is derived from it can be kept.
    """

    entries: tuple[CatalogueEntry, ...] = field(default=())

    @cached_property
    def _by_code(self) -> Mapping[str, CatalogueEntry]:
        return {entry.code: entry for entry in self.entries}

    @cached_property
    def exam_codes(self) -> Mapping[str, str]:
        """Every exam code, beta codes too, to the code of its certification."""
        return {
            exam_code: entry.code
            for entry in self.entries
            for exam_code in (*(exam.code for exam in entry.exams), *entry.beta_codes)
        }

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The position of each code, for lists that should read like the catalogue."""
        return {entry.code: position for position, entry in enumerate(self.entries)}

    def entry(self, code: str | None) -> CatalogueEntry | None:
        """Give the certification with this code ("SAA"); None where there is none."""
        return self._by_code.get(code) if code else None

    def name_of(self, code: str, language: str = "en") -> str:
        """Give the certification's name in ``language`` ("ja", "en-us"); the code if unknown."""
        entry = self._by_code.get(code)
        if entry is None:
            return code
        return (entry.name_ja if language.startswith("ja") else "") or entry.name_en

    def certification_of_exam_code(self, code: str) -> str | None:
        """Give the certification behind an exam code ("SAA-C03" -> "SAA")."""
        return self.exam_codes.get(code.upper())

    def exam(self, code: str) -> ExamVersion | None:
        """Give the exam version with this code; None for beta codes and unknown ones."""
        entry = self.entry(self.certification_of_exam_code(code))
        exams = entry.exams if entry else ()
        return next((exam for exam in exams if exam.code == code.upper()), None)
