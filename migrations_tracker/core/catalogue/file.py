"""The catalogue's file: one [[certification]] an entry."""

import re
from collections.abc import Iterable

from migrations_tracker.core.catalogue.entries import (
    Catalogue,
    CatalogueEntry,
    ExamVersion,
    Level,
)
from migrations_tracker.core.facts import FactsError, Fields, read_entries, read_sources
from migrations_tracker.core.sentence import Sentence, gettext_noop

_CODE = re.compile(r"[A-Z0-9]{2,5}(?:-C[0-9]{2})?")
_EXAM_FIELDS = frozenset(ExamVersion.__dataclass_fields__) - {"month_only"}
_ENTRY_FIELDS = frozenset(CatalogueEntry.__dataclass_fields__) - {"exams", "month_only"} | {"exam"}


class CatalogueError(FactsError):
    """The catalogue's text cannot be used; ``entry`` is the certification's code."""

    template = gettext_noop("Catalogue entry %(entry)s, field %(field)s: %(remedy)s")


def parse_catalogue(text: str, *overrides: str) -> Catalogue:
    """Read the catalogue from TOML; later texts add entries or replace them by code.

    Raises CatalogueError for the first thing that is wrong.
    """
    entries: dict[str, CatalogueEntry] = {}
    for source in (text, *overrides):
        found = (_entry(each) for each in read_entries(source, "certification", CatalogueError))
        entries |= {entry.code: entry for entry in found}
    _refuse_shared_exam_codes(entries.values())
    return Catalogue(tuple(entries.values()))


def _entry(fields: Fields) -> CatalogueEntry:
    fields.refuse_unknown(_ENTRY_FIELDS)
    return CatalogueEntry(
        code=_code(fields),
        level=fields.choice("level", Level),
        name_en=fields.text("name_en"),
        name_ja=fields.text("name_ja", ""),
        former_names=fields.texts("former_names"),
        aliases=fields.texts("aliases"),
        roles=fields.texts("roles"),
        roles_alone=fields.texts("roles_alone"),
        topics=fields.texts("topics"),
        exams=tuple(_exam(exam) for exam in fields.tables("exam")),
        beta_codes=fields.texts("beta_codes"),
        validity_years=fields.number("validity_years", 3),
        validity_note=fields.text("validity_note", ""),
        validity_note_ja=fields.text("validity_note_ja", ""),
        retired_on=fields.last_day("retired_on"),
        retired_on_elsewhere=fields.last_day("retired_on_elsewhere"),
        month_only=fields.month_only(),
        confirmed=fields.flag("confirmed"),
        sources=read_sources(fields),
    )


def _exam(fields: Fields) -> ExamVersion:
    fields.refuse_unknown(_EXAM_FIELDS)
    exam = ExamVersion(
        code=_code(fields),
        first_day=fields.first_day("first_day"),
        last_day=fields.last_day("last_day"),
        first_day_elsewhere=fields.first_day("first_day_elsewhere"),
        last_day_elsewhere=fields.last_day("last_day_elsewhere"),
        month_only=fields.month_only(),
        confirmed=fields.flag("confirmed"),
    )
    if exam.first_day and exam.last_day and exam.last_day < exam.first_day:
        remedy = gettext_noop("It lies before the first day. Correct one of the two.")
        raise fields.error("last_day", remedy)
    return exam


def _code(fields: Fields) -> str:
    return fields.matching("code", _CODE, "capital letters and digits, as in SAA or SAA-C03")


def _refuse_shared_exam_codes(entries: Iterable[CatalogueEntry]) -> None:
    owners: dict[str, str] = {}
    for entry in entries:
        for exam_code in (*(exam.code for exam in entry.exams), *entry.beta_codes):
            other = owners.setdefault(exam_code, entry.code)
            if other != entry.code:
                remedy = gettext_noop(
                    "The exam code %(exam)s also stands under %(other)s. Take one of them out."
                )
                values = {"exam": exam_code, "other": other}
                raise CatalogueError(entry.code, "exam", Sentence(remedy, values))
