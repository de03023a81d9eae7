"""`manage.py read`: what files hold, for scripts and for a look before anything is stored."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from migrations_tracker.core.catalogue import CatalogueError
from migrations_tracker.core.dates import DateOrder
from migrations_tracker.core.reading import Reading, SourceKind
from migrations_tracker.core.records import RecordType
from migrations_tracker.core.sentence import Sentence, gettext_noop
from migrations_tracker.reading.as_json import reading_to_json
from migrations_tracker.reading.entrance import FileReading, read_files, refused

_ALL_UNDERSTOOD, _LOOK_AT_IT, _UNREADABLE = 0, 1, 2


class Command(BaseCommand):
    help = (
        "Read certificates, score reports, saved pages, badges, exports and spreadsheets. "
        "Exit status: 0 all understood, 1 something needs a look, 2 a file could not be read."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", help="a file to read")
        parser.add_argument(
            "--kind",
            choices=[kind.value for kind in RecordType],
            help="the section a page without heading was copied from",
        )
        parser.add_argument(
            "--dates",
            choices=[order.value for order in DateOrder],
            help="which part comes first in dates such as 8/4/2024",
        )
        parser.add_argument("--json", action="store_true", help="print a JSON list")

    def handle(self, *args: Any, files: list[str], **options: Any) -> None:
        section = RecordType(options["kind"]) if options["kind"] else None
        order = DateOrder(options["dates"]) if options["dates"] else None
        try:
            readings = _read(files, section, order)
        except CatalogueError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(_as_json(readings) if options["json"] else _as_text(readings))
        if status := max(_status(one.reading) for one in readings):
            sys.exit(status)


def _read(
    names: list[str], section: RecordType | None, order: DateOrder | None
) -> list[FileReading]:
    """Read the files that open, all of them in one go; keep their order."""
    opened = {name: _content(name) for name in names}
    readable = [(name, data) for name, data in opened.items() if isinstance(data, bytes)]
    done = iter(read_files(readable, section=section, date_order=order))
    answers = {
        name: next(done) if isinstance(data, bytes) else _unopened(name, data)
        for name, data in opened.items()
    }
    return [answers[name] for name in names]


def _content(name: str) -> bytes | OSError:
    try:
        return Path(name).read_bytes()
    except OSError as error:
        return error


def _unopened(name: str, error: OSError) -> FileReading:
    sentence = Sentence(_NOT_OPENED, {"file": name, "error": error.strerror or error})
    return FileReading(name=Path(name).name, sha256="", reading=refused(sentence), text="")


def _status(reading: Reading) -> int:
    if reading.kind is SourceKind.UNREADABLE:
        return _UNREADABLE
    return _ALL_UNDERSTOOD if reading.understood else _LOOK_AT_IT


def _as_json(readings: list[FileReading]) -> str:
    objects = [reading_to_json(one.name, one.reading) for one in readings]
    return json.dumps(objects, ensure_ascii=False, indent=1)


def _as_text(readings: list[FileReading]) -> str:
    return "\n\n".join("\n".join(_lines(one)) for one in readings)


def _lines(one: FileReading) -> list[str]:
    """A short account: what it is, its records, and what needs a look."""
    reading = one.reading
    records = [f"  {record}" for record in reading.records]
    people = [f"  {p.name or p.email or '-'}: {len(p.certifications)}" for p in reading.people]
    problems = [f"  ! {problem.line}: {problem.message}" for problem in reading.problems]
    left = [f"  ? {one.line}: {one.text}" for one in reading.leftovers if one.suspicious]
    return [f"{one.name}: {reading.kind.value}", *records, *people, *problems, *left]


_NOT_OPENED = gettext_noop("%(file)s cannot be opened: %(error)s. Check its name and place.")
