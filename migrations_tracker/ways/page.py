"""The ways as their page shows them: in the reader's language, with the move's own values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import get_language

from migrations_tracker.core.facts import Age, Source, age_of
from migrations_tracker.core.letters import LetterKind
from migrations_tracker.core.ways import (
    CAUTION_SENTENCES,
    REASON_SENTENCES,
    FormField,
    Reason,
    Situation,
    Step,
    Value,
    Way,
    WayCode,
    Words,
    choose,
)
from migrations_tracker.letters.drafts import draft_for
from migrations_tracker.merge_requests import Standing, StepChoice
from migrations_tracker.models import Move
from migrations_tracker.ways.in_force import current_ways, known_of

#: The steps of the life cycle that report a way as gone, or as not possible.
_REPORTED_BY: dict[str, tuple[str, ...]] = {
    WayCode.MERGE_TOOL: ("redirect_self_service", "report_merged", "reopen"),
    WayCode.SUPPORT_CASE: ("submit",),
    WayCode.ASSOCIATION: ("withdraw",),
    WayCode.NOTHING: ("withdraw",),
}

#: Values of more than one line.
_LONG = frozenset({Value.REQUEST})


@dataclass(frozen=True, slots=True)
class ShownText:
    """A text and the language it is in ("en" or "ja"), which may not be the page's."""

    text: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownValue:
    """One of the move's values under an id to copy it by; an empty one has a page to enter it."""

    id: str
    text: str
    is_long: bool
    enter_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownField:
    label: ShownText
    choose: ShownText | None
    value: ShownValue | None
    note: ShownText | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownStep:
    text: ShownText
    trap: bool
    url: str
    link: ShownText | None
    value: ShownValue | None
    fields: tuple[ShownField, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownWay:
    """``reported_by`` are the steps of the life cycle that say it is done."""

    code: str
    name: ShownText
    summary: ShownText
    steps: tuple[ShownStep, ...]
    unknown: tuple[ShownText, ...]
    sources: tuple[Source, ...]
    reported_by: tuple[StepChoice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WayPage:
    """The way that fits and why, what to try if it does not work, and all others.

    ``is_uncertain`` where something that decides is not known of the move yet.
    """

    way: ShownWay
    reason: str
    case_is_open: bool
    cautions: tuple[str, ...]
    otherwise: ShownWay | None
    others: tuple[ShownWay, ...]
    has_left: bool
    mailbox_is_closed: bool
    is_uncertain: bool
    age: Age


def way_page(move: Move, standing: Standing, *, now: datetime) -> WayPage:
    """Everything the page says of ``move``. Raises WaysError where the ways' file is wrong."""
    ways, known = current_ways(), known_of(move, now=now)
    choice = choose(known)
    values = values_of(move, now=now)
    shown = {
        code: _Shower(move, values, standing, choice.situations).way(way)
        for code, way in ways.items()
    }
    otherwise = shown[choice.otherwise] if choice.otherwise else None
    return WayPage(
        way=shown[choice.way],
        reason=REASON_SENTENCES[choice.reason],
        case_is_open=choice.reason is Reason.CASE_IS_OPEN,
        cautions=tuple(CAUTION_SENTENCES[each] for each in choice.cautions),
        otherwise=otherwise,
        others=tuple(
            way for code, way in shown.items() if code not in (choice.way, choice.otherwise)
        ),
        has_left=known.has_left,
        mailbox_is_closed=known.mailbox_is_closed,
        is_uncertain=known.lacks_something,
        age=age_of((way.sources for way in ways.values()), today=known.today),
    )


def values_of(move: Move, *, now: datetime) -> Mapping[Value, str]:
    """What of the move is entered somewhere, "" where it is not known."""
    draft = draft_for(move, LetterKind.REQUEST, None, at=now)
    return {
        Value.NAME: move.person_name,
        Value.EMPLOYER: move.employer,
        Value.KEEP_LOGIN: move.destination.login_email,
        Value.KEEP_CANDIDATE_ID: move.destination.candidate_id,
        Value.GIVE_UP_LOGIN: move.source.login_email,
        Value.GIVE_UP_CANDIDATE_ID: move.source.candidate_id,
        Value.REQUEST_SUBJECT: draft.subject,
        Value.REQUEST: draft.body,
    }


@dataclass(frozen=True, slots=True)
class _Shower:
    """Turns the ways' data into what is shown of them to one reader of one move."""

    move: Move
    values: Mapping[Value, str]
    standing: Standing
    situations: frozenset[Situation]

    def way(self, way: Way) -> ShownWay:
        return ShownWay(
            code=way.code,
            name=_words(way.name),
            summary=_words(way.summary),
            steps=tuple(
                self._step(step, f"{way.code}-{position}")
                for position, step in enumerate(way.steps_in(self.situations), 1)
            ),
            unknown=tuple(_words(each) for each in way.unknown),
            sources=way.sources,
            reported_by=tuple(self._reported_by(way.code)),
        )

    def _step(self, step: Step, place: str) -> ShownStep:
        return ShownStep(
            text=_words(step.text),
            trap=step.trap,
            url=step.url,
            link=_words(step.link) if step.link else None,
            value=self._value(step.value, place),
            fields=tuple(
                self._field(field, f"{place}-{position}")
                for position, field in enumerate(step.fields, 1)
            ),
        )

    def _field(self, field: FormField, place: str) -> ShownField:
        return ShownField(
            label=_words(field.label),
            choose=_words(field.choose) if field.choose else None,
            value=self._value(field.value, place),
            note=_words(field.note) if field.note else None,
        )

    def _value(self, value: Value | None, place: str) -> ShownValue | None:
        if value is None:
            return None
        return ShownValue(
            id=f"value-{place}",
            text=self.values[value],
            is_long=value in _LONG,
            enter_at=_page_of(value, self.move),
        )

    def _reported_by(self, code: str) -> Iterable[StepChoice]:
        names = _REPORTED_BY.get(code, ())
        return (each for each in self.standing.choices if each.step.name in names)


def _words(words: Words) -> ShownText:
    language = get_language() or "en"
    return ShownText(words.read_in(language), words.language(language))


def _page_of(value: Value, move: Move) -> str:
    """Where the value is entered."""
    role = {"keep": "destination", "give": "source"}.get(value.partition("_")[0])
    if role:
        return reverse("moves:account", args=[move.pk, role])
    return reverse("moves:edit", args=[move.pk])
