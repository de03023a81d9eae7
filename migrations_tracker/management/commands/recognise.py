"""`manage.py recognise`: which certifications some names mean, for scripts and for doubt."""

import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from migrations_tracker.core.catalogue import CatalogueError
from migrations_tracker.core.recognition import Recognition, recognise
from migrations_tracker.facts.catalogue import current_catalogue


class Command(BaseCommand):
    help = (
        "Tell which AWS Certification each name means. "
        "Without TEXT, names are read from standard input, one a line."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("names", nargs="*", metavar="TEXT", help="a certification's name")
        parser.add_argument("--json", action="store_true", help="print a JSON list")

    def handle(self, *args: Any, names: list[str], json: bool, **options: Any) -> None:
        try:
            catalogue = current_catalogue()
        except CatalogueError as error:
            raise CommandError(str(error)) from error
        found = [recognise(name, catalogue) for name in names or _names_from_input()]
        self.stdout.write(_as_json(found) if json else _as_lines(found))


def _names_from_input() -> list[str]:
    """Read names as UTF-8, whatever the terminal's encoding; a lost byte stays visible."""
    lines = sys.stdin.buffer.read().decode("utf-8-sig", errors="replace").splitlines()
    return [line for line in lines if line.strip()]


def _as_json(found: list[Recognition]) -> str:
    return json.dumps([one._asdict() for one in found], ensure_ascii=False, indent=1)


def _as_lines(found: list[Recognition]) -> str:
    return "\n".join(f"{one.text}\t{_answer(one)}" for one in found)


def _answer(one: Recognition) -> str:
    if one.certification:
        return one.exam_code or one.certification
    return "? " + " ".join(one.candidates) if one.candidates else "-"
