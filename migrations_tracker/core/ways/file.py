"""The ways' file: one [[way]] an entry, its steps as [[way.step]], their form's fields below."""

import re
from collections.abc import Mapping

from migrations_tracker.core.facts import (
    FactsError,
    Fields,
    read_address,
    read_entries,
    read_sources,
)
from migrations_tracker.core.sentence import gettext_noop
from migrations_tracker.core.ways.entries import (
    NO_WORDS,
    FormField,
    Situation,
    Step,
    Value,
    Way,
    Words,
)

_CODE = re.compile(r"[a-z][a-z0-9_]{1,39}")
_WAY = frozenset({"code", "name_en", "name_ja", "summary_en", "summary_ja",
                  "step", "unknown", "sources"})  # fmt: skip
_STEP = frozenset({"text_en", "text_ja", "trap", "url", "link_en", "link_ja",
                   "value", "when", "field"})  # fmt: skip
_FIELD = frozenset({"label_en", "label_ja", "choose_en", "choose_ja", "value",
                    "note_en", "note_ja"})  # fmt: skip


class WaysError(FactsError):
    """The ways' text cannot be used; ``entry`` is the code of the way."""

    template = gettext_noop("Way %(entry)s, field %(field)s: %(remedy)s")


def parse_ways(text: str, *overrides: str) -> Mapping[str, Way]:
    """Read the ways by their code; later texts add ways or replace them as a whole.

    Raises WaysError for the first thing that is wrong.
    """
    ways: dict[str, Way] = {}
    for source in (text, *overrides):
        ways |= {way.code: way for way in map(_way, read_entries(source, "way", WaysError))}
    return ways


def _way(fields: Fields) -> Way:
    fields.refuse_unknown(_WAY)
    return Way(
        code=fields.matching("code", _CODE, "small letters and _, as in support_case"),
        name=_words(fields, "name"),
        summary=_words(fields, "summary"),
        steps=tuple(_step(each) for each in fields.tables("step")),
        unknown=tuple(_unknown(each) for each in fields.tables("unknown")),
        sources=read_sources(fields),
    )


def _step(fields: Fields) -> Step:
    fields.refuse_unknown(_STEP)
    step = Step(
        text=_words(fields, "text"),
        trap=fields.flag("trap"),
        url=read_address(fields),
        link=_words(fields, "link", needed=False),
        value=_value(fields),
        when=fields.choices("when", Situation),
        fields=tuple(_field(each) for each in fields.tables("field")),
    )
    if step.url and not step.link:
        remedy = gettext_noop("Say what the address in url leads to.")
        raise fields.error("link_en", remedy)
    return step


def _field(fields: Fields) -> FormField:
    fields.refuse_unknown(_FIELD)
    field = FormField(
        label=_words(fields, "label"),
        choose=_words(fields, "choose", needed=False),
        value=_value(fields),
        note=_words(fields, "note", needed=False),
    )
    if bool(field.choose) == bool(field.value):
        remedy = gettext_noop("A field has either choose_en or value: what goes into it.")
        raise fields.error("value", remedy)
    return field


def _unknown(fields: Fields) -> Words:
    fields.refuse_unknown(frozenset({"text_en", "text_ja"}))
    return _words(fields, "text")


def _value(fields: Fields) -> Value | None:
    return fields.choice("value", Value) if "value" in fields.table else None


def _words(fields: Fields, name: str, *, needed: bool = True) -> Words:
    """The texts ``name``_en and ``name``_ja."""
    en = fields.text(f"{name}_en", None if needed else "")
    ja = fields.text(f"{name}_ja", "")
    if ja and not en:
        raise fields.error(f"{name}_en", gettext_noop("It is missing or empty. Add it."))
    return Words(en, ja) if en else NO_WORDS
