"""certmove's own JSON: a snapshot taken out of one installation and brought to another.

The shape of `read --json` with `"certmove_export": 1`; every field of every record, so that
nothing is lost on the way. What `read --json` printed itself reads back the same way.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from migrations_tracker.core.reading import (
    Found,
    Ignored,
    Leftover,
    Person,
    Problem,
    ProblemKind,
    Reading,
    SourceKind,
)
from migrations_tracker.core.records import (
    Benefit,
    Certification,
    Holder,
    Record,
    RecordType,
)
from migrations_tracker.core.sentence import Sentence, gettext_noop
from migrations_tracker.core.sources.json_text import objects, text_at, value_at
from migrations_tracker.core.sources.record_json import (
    LIST_NAMES,
    lists_of_records,
    record_from_json,
)

VERSION = 1


def export(holder: Holder, records: tuple[Record, ...]) -> dict[str, Any]:
    """Give ``records`` as the object that `exports_in` recognises."""
    return {
        "certmove_export": VERSION,
        "kind": SourceKind.CERTMOVE_EXPORT.value,
        "holder": {"name": holder.name, "candidate_id": holder.candidate_id},
        **lists_of_records(records),
    }


def export_without_codes(holder: Holder, records: tuple[Record, ...]) -> dict[str, Any]:
    """Give ``records`` without the codes of benefits, and how many were left out."""
    left_out = sum(isinstance(record, Benefit) and bool(record.code) for record in records)
    plain = tuple(replace(r, code=None) if isinstance(r, Benefit) else r for r in records)
    return {**export(holder, plain), "codes_left_out": left_out}


def exports_in(documents: list[Any]) -> list[dict[str, Any]]:
    """Give the objects that are exports of certmove or of `read --json`."""
    items = [item for document in documents for item in objects(document)]
    return [item for item in items if _is_export(item)]


def read_export(exports: list[dict[str, Any]]) -> Reading:
    """Read exports back; an entry that cannot be a record becomes a problem."""
    entries = [entry for item in exports for entry in _entries(item)]
    unreadable = [entry for entry in entries if isinstance(entry, Problem)]
    noted = [problem for item in exports for problem in _problems(item)]
    return Reading(
        kind=SourceKind.CERTMOVE_EXPORT,
        holder=_holder(exports),
        found=tuple(Found(record=entry) for entry in entries if not isinstance(entry, Problem)),
        people=tuple(person for item in exports for person in _people(item)),
        problems=(*unreadable, *noted, *_newer(exports), *_without_codes(exports)),
        leftovers=tuple(left for item in exports for left in _leftovers(item)),
        ignored=tuple(ignored for item in exports for ignored in _ignored(item)),
    )


def _is_export(item: Mapping[str, Any]) -> bool:
    printed = "kind" in item and all(name in item for name in LIST_NAMES.values())
    return "certmove_export" in item or printed


def _entries(item: Mapping[str, Any]) -> Iterator[Record | Problem]:
    for kind, name in LIST_NAMES.items():
        for value in objects(item.get(name) or []):
            yield _record_or_problem(kind, value)


def _record_or_problem(kind: RecordType, value: Mapping[str, Any]) -> Record | Problem:
    try:
        return record_from_json(kind, value)
    except (ValueError, KeyError, TypeError) as error:
        return Problem(
            line=0,
            text=str(value)[:500],
            problem=ProblemKind.UNREADABLE_FILE,
            message=Sentence(_NOT_A_RECORD, {"kind": kind.value, "field": error}),
        )


def _holder(exports: list[dict[str, Any]]) -> Holder:
    holders = [value_at(item, "holder") for item in exports]
    names = (text_at(holder, "name") for holder in holders)
    numbers = (text_at(holder, "candidate_id") for holder in holders)
    return Holder(
        name=next(filter(None, names), None), candidate_id=next(filter(None, numbers), None)
    )


def _people(item: Mapping[str, Any]) -> Iterator[Person]:
    for value in objects(item.get("people") or []):
        entries = [
            _record_or_problem(RecordType.CERTIFICATION, entry)
            for entry in objects(value.get("certifications") or [])
        ]
        yield Person(
            name=text_at(value, "name"),
            email=text_at(value, "email"),
            masked=value.get("masked") is True,
            certifications=tuple(e for e in entries if isinstance(e, Certification)),
        )


def _problems(item: Mapping[str, Any]) -> Iterator[Problem]:
    for value in objects(item.get("problems") or []):
        kind = text_at(value, "problem")
        if kind in set(ProblemKind):
            message = Sentence("%(message)s", {"message": text_at(value, "message") or kind})
            yield Problem(
                line=_line(value),
                text=text_at(value, "text") or "",
                problem=ProblemKind(kind),
                message=message,
            )


def _leftovers(item: Mapping[str, Any]) -> Iterator[Leftover]:
    for value in objects(item.get("leftovers") or []):
        suspicious = value.get("suspicious") is True
        yield Leftover(line=_line(value), text=text_at(value, "text") or "", suspicious=suspicious)


def _ignored(item: Mapping[str, Any]) -> Iterator[Ignored]:
    for value in objects(item.get("ignored") or []):
        yield Ignored(name=text_at(value, "name") or "", reason=text_at(value, "reason") or "")


def _line(value: Mapping[str, Any]) -> int:
    line = value.get("line")
    return line if isinstance(line, int) else 0


def _newer(exports: list[dict[str, Any]]) -> Iterator[Problem]:
    for item in exports:
        version = item.get("certmove_export", VERSION)
        if version != VERSION:
            message = Sentence(_OTHER_VERSION, {"version": version})
            yield Problem(line=0, text="", problem=ProblemKind.INCOMPLETE, message=message)


def _without_codes(exports: list[dict[str, Any]]) -> Iterator[Problem]:
    for item in exports:
        count = item.get("codes_left_out")
        if isinstance(count, int) and count > 0:
            message = Sentence(_CODES_LEFT_OUT, {"count": count})
            yield Problem(line=0, text="", problem=ProblemKind.INCOMPLETE, message=message)


_NOT_A_RECORD = gettext_noop(
    "An entry of kind %(kind)s cannot be read: %(field)s. Export it again."
)
_OTHER_VERSION = gettext_noop(
    "This export has the form %(version)s, which this certmove does not know. "
    "Compare it with the original, or update certmove."
)
_CODES_LEFT_OUT = gettext_noop(
    "This export leaves benefit codes out (%(count)s). Export it with the codes, or type them in."
)
