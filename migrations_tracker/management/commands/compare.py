"""`manage.py compare`: did everything arrive? Readings held against each other, for scripts."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from migrations_tracker.core.account_records import AccountRecords
from migrations_tracker.core.catalogue import Catalogue, CatalogueError
from migrations_tracker.core.comparison import Comparison, Finding, FindingKind, Verdict, compare
from migrations_tracker.core.records import Benefit, Record
from migrations_tracker.core.sources.record_json import record_to_json
from migrations_tracker.core.words import VERDICT_SENTENCES, field_name
from migrations_tracker.facts.catalogue import current_catalogue
from migrations_tracker.reading.accounts import UnreadableAccount, account_in

_NOT_COMPLETE, _UNREADABLE = 1, 2


class Command(BaseCommand):
    help = (
        "Compare what the accounts held before a merge with what the account to keep holds "
        "after it. Files are the output of `read --json`, or exports of certmove. "
        "Exit status: 0 complete, 1 something is missing or worse, 2 a file cannot be read."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("before", nargs="+", metavar="BEFORE", help="a file for each account")
        parser.add_argument("--after", required=True, metavar="AFTER", help="the account after it")
        parser.add_argument("--person", metavar="ADDRESS", help="whose rows of an export count")
        parser.add_argument("--json", action="store_true", help="print JSON")

    def handle(self, *args: Any, before: list[str], after: str, **options: Any) -> None:
        catalogue = _catalogue()
        accounts = [_account(name, catalogue, options["person"]) for name in before]
        compared = compare(accounts, _account(after, catalogue, options["person"]))
        self.stdout.write(_as_json(compared) if options["json"] else _as_text(compared))
        if compared.verdict is not Verdict.COMPLETE:
            sys.exit(_NOT_COMPLETE)


def _catalogue() -> Catalogue:
    try:
        return current_catalogue()
    except CatalogueError as error:
        raise CommandError(str(error), returncode=_UNREADABLE) from error


def _account(name: str, catalogue: Catalogue, person: str | None) -> AccountRecords:
    try:
        return account_in(Path(name).read_bytes(), catalogue, person)
    except OSError as error:
        said = f"{name} could not be opened: {error.strerror}. Check its name and place."
        raise CommandError(said, returncode=_UNREADABLE) from error
    except UnreadableAccount as error:
        raise CommandError(f"{name}: {error}", returncode=_UNREADABLE) from error


def _as_json(compared: Comparison) -> str:
    findings = [_finding(finding) for finding in compared.findings]
    answer = {"verdict": compared.verdict.value, "findings": findings}
    return json.dumps(answer, ensure_ascii=False, indent=1)


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "kind": finding.kind.value,
        "record": finding.record.value,
        "harmless": finding.harmless,
        "before": record_to_json(finding.before) if finding.before else None,
        "after": record_to_json(finding.after) if finding.after else None,
        "fields": list(finding.fields),
    }


def _as_text(compared: Comparison) -> str:
    """What needs a look first; then the verdict in a sentence, and the count."""
    in_order = sorted(compared.findings, key=lambda each: each.harmless)
    lines = [line for finding in in_order for line in _lines(finding)]
    arrived = sum(finding.kind is FindingKind.ARRIVED for finding in compared.findings)
    count = f"{arrived} of {len(compared.findings)} records are as they were."
    return "\n".join([*lines, count, VERDICT_SENTENCES[compared.verdict]])


def _lines(finding: Finding) -> list[str]:
    mark = " " if finding.harmless else "!"
    known = finding.before or finding.after
    first = f"{mark} {finding.kind}: {finding.record}, {finding.name}{_when(known)}"
    changes = [
        f"    {field_name(finding.record, each.field)}: {_said(each.before)} -> {_said(each.after)}"
        for each in finding.changes
    ]
    return [first, *changes]


def _when(record: Record | None) -> str:
    days = (getattr(record, name, None) for name in ("earned_on", "taken_on", "date"))
    day = next(filter(None, days), None)
    if day is None and isinstance(record, Benefit) and record.code:
        return f" ({record.code})"
    return f" ({day})" if day else ""


def _said(value: object) -> str:
    return "-" if value is None else str(value)
