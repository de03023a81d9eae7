"""The catalogue's file: TOML, one [[certification]] an entry, strictly checked.

An operator's own file has the same form; its entries are added, or replace
those with the same code as a whole.
"""

import tomllib
from collections.abc import Iterable
from typing import Any

from migrations_tracker.core.catalogue.entries import (
    Catalogue,
    CatalogueEntry,
    ExamVersion,
    Level,
    Source,
)
from migrations_tracker.core.catalogue.fields import CatalogueError, Fields
from migrations_tracker.core.sentence import Sentence, gettext_noop

_EXAM_FIELDS = frozenset(ExamVersion.__dataclass_fields__) - {"month_only"}
_ENTRY_FIELDS = frozenset(CatalogueEntry.__dataclass_fields__) - {"exams", "month_only"} | {"exam"}
_SOURCE_FIELDS = frozenset(Source.__dataclass_fields__)


def parse_catalogue(text: str, *overrides: str) -> Catalogue:
    """Read the catalogue from TOML; later texts add entries or replace them by code.

    Raises CatalogueError for the first thing that is wrong.
    """
    entries: dict[str, CatalogueEntry] = {}
    for source in (text, *overrides):
        entries |= {entry.code: entry for entry in _entries_of(source)}
    _refuse_shared_exam_codes(entries.values())
    return Catalogue(tuple(entries.values()))


def _entries_of(text: str) -> list[CatalogueEntry]:
    tables = _toml(text).get("certification", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        remedy = gettext_noop("Begin each entry with [[certification]] on a line of its own.")
        raise CatalogueError("-", "certification", Sentence(remedy))
    return [_entry(table, position) for position, table in enumerate(tables, 1)]


def _toml(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        remedy = gettext_noop("The file is not TOML: %(error)s. Correct that place.")
        raise CatalogueError("-", "-", Sentence(remedy, {"error": str(error)})) from error


def _entry(table: dict[str, Any], position: int) -> CatalogueEntry:
    fields = Fields(str(table.get("code") or f"#{position}"), table)
    fields.refuse_unknown(_ENTRY_FIELDS)
    return CatalogueEntry(
        code=fields.code("code"),
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
        retired_on=fields.last_day("retired_on"),
        retired_on_elsewhere=fields.last_day("retired_on_elsewhere"),
        month_only=fields.month_only(),
        confirmed=fields.flag("confirmed"),
        sources=tuple(_source(source) for source in fields.tables("sources")),
    )


def _exam(fields: Fields) -> ExamVersion:
    fields.refuse_unknown(_EXAM_FIELDS)
    exam = ExamVersion(
        code=fields.code("code"),
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


def _source(fields: Fields) -> Source:
    fields.refuse_unknown(_SOURCE_FIELDS)
    return Source(title=fields.text("title"), checked_on=fields.day("checked_on"))


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
