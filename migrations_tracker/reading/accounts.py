"""What an account held, out of the JSON that `read --json` prints or certmove exports."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from migrations_tracker.core.account_records import AccountRecords
from migrations_tracker.core.catalogue import Catalogue
from migrations_tracker.core.merging import merge_sources
from migrations_tracker.core.reading import Person, Reading
from migrations_tracker.core.recognition import recognise
from migrations_tracker.core.records import Benefit, Record
from migrations_tracker.core.sentence import Sentence, gettext_noop
from migrations_tracker.core.sources.certmove_export import read_export
from migrations_tracker.core.sources.encodings import decode
from migrations_tracker.core.sources.json_text import BrokenJson, json_documents, objects
from migrations_tracker.core.sources.record_json import LIST_NAMES


class UnreadableAccount(ValueError):
    """A file that no account can be taken from; ``sentence`` says why and what to do."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


def account_in(data: bytes, catalogue: Catalogue, person: str | None = None) -> AccountRecords:
    """All objects of one file as one account: each thing once, what each source knows of it.

    Where sources disagree, the first one counts. ``person`` is the address whose rows of a
    partner's export count. Raises UnreadableAccount: nothing is left out in silence.
    """
    readings = [_reading(item) for item in _objects_in(data)]
    sources = [
        [_identified(record, catalogue) for record in (*each.records, *_rows_of(each, person))]
        for each in readings
    ]
    return AccountRecords(_each_thing_once(sources))


def _objects_in(data: bytes) -> list[dict[str, Any]]:
    try:
        documents = json_documents(decode(data).text)
    except BrokenJson as error:
        raise UnreadableAccount(error.sentence) from error
    items = [item for document in documents for item in objects(document)]
    if not items and documents == [[]]:
        return []
    if not items or not all(_holds_records(item) for item in items):
        raise UnreadableAccount(Sentence(_NOT_A_READING))
    return items


def _holds_records(item: dict[str, Any]) -> bool:
    return any(name in item for name in (*LIST_NAMES.values(), "people"))


def _reading(item: dict[str, Any]) -> Reading:
    """The records of one object; its notes on what was not understood are not asked for."""
    lists = {name: item.get(name) for name in (*LIST_NAMES.values(), "people")}
    reading = read_export([lists])
    if reading.problems:
        raise UnreadableAccount(reading.problems[0].message)
    return reading


def _rows_of(reading: Reading, person: str | None) -> list[Record]:
    """The rows of ``person``, or of the only one there is. Raises UnreadableAccount."""
    if not reading.people:
        return []
    if person is not None:
        address = person.strip().lower()
        return _certifications([p for p in reading.people if (p.email or "").lower() == address])
    if len(reading.people) > 1:
        raise UnreadableAccount(Sentence(_MANY_PEOPLE, {"people": len(reading.people)}))
    return _certifications(reading.people)


def _certifications(people: Sequence[Person]) -> list[Record]:
    return [record for person in people for record in person.certifications]


def _identified(record: Record, catalogue: Catalogue) -> Record:
    """``record`` with its certification, where only its name tells it."""
    if isinstance(record, Benefit) or record.certification:
        return record
    return replace(record, certification=recognise(record.name, catalogue).certification)


def _each_thing_once(sources: Sequence[Sequence[Record]]) -> tuple[Record, ...]:
    kept: list[Record] = []
    for additions in merge_sources((), sources):
        for addition in additions:
            if addition.held is None:
                kept.append(addition.record)
            else:
                kept[addition.held] = addition.record
    return tuple(kept)


_NOT_A_READING = gettext_noop(
    "This is not what `read --json` prints, nor an export of certmove. "
    "Run `manage.py read FILE... --json` first and give its output."
)
_MANY_PEOPLE = gettext_noop(
    "This holds the rows of %(people)s people, and an account is one person's. "
    "Say whose rows count with --person ADDRESS."
)
