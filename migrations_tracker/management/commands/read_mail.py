"""`manage.py read_mail`: what a mail from AWS says, for scripts and for measuring."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from migrations_tracker.box.parent import Job, extract
from migrations_tracker.core.mails import MailReading, MailText, MoveAddresses, pasted, read_mail
from migrations_tracker.core.sources.file_kinds import FileKind
from migrations_tracker.mails.as_json import mail_to_json


class Command(BaseCommand):
    help = (
        "Read a mail (.eml, or its pasted text): what it says, the accounts it lists, and "
        "whether the right one would be kept. Only the newest message in it counts."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", help="an .eml, or a text file with the mail")
        for role, fate in (("source", "given up"), ("destination", "kept")):
            parser.add_argument(
                f"--{role}",
                metavar="ADDRESS",
                nargs="+",
                action="extend",
                default=[],
                help=f"the addresses of the account that is {fate}",
            )
        parser.add_argument("--json", action="store_true", help="print JSON")

    def handle(self, *args: Any, file: str, **options: Any) -> None:
        reading = _read(file, _addresses(options["source"], options["destination"]))
        self.stdout.write(_as_json(reading) if options["json"] else _as_text(reading))


def _addresses(source: list[str], destination: list[str]) -> MoveAddresses | None:
    if not source and not destination:
        return None
    return MoveAddresses(source=_folded(source), destination=_folded(destination))


def _folded(addresses: list[str]) -> frozenset[str]:
    return frozenset(address.strip().lower() for address in addresses)


def _read(name: str, addresses: MoveAddresses | None) -> MailReading:
    try:
        data = Path(name).read_bytes()
    except OSError as error:
        raise CommandError(
            f"{name} could not be opened: {error.strerror}. Check the path."
        ) from error
    return read_mail(_taken_apart(name, data), addresses)


def _taken_apart(name: str, data: bytes) -> MailText:
    """The mail in ``data``, which comes from anywhere: the box opens it, not this process."""
    (found,) = extract([Job(FileKind.MAIL, data)])
    if found.refused:
        raise CommandError(f"{name}: {found.refused}")
    return found.mail or pasted(found.text, losses=found.lossy)


def _as_json(reading: MailReading) -> str:
    return json.dumps(mail_to_json(reading), ensure_ascii=False, indent=2)


def _as_text(reading: MailReading) -> str:
    certainty = "sure" if reading.sure else "not sure: please decide yourself"
    lines = [f"{reading.kind} ({certainty})"]
    lines += [f"  because: {words}" for words in reading.evidence]
    lines += [f"case: {reading.case_id}"] if reading.case_id else []
    for account in reading.accounts:
        kept = " (kept)" if account.number == reading.keep else ""
        lines.append(f"account #{account.number}{kept}: {', '.join(account.addresses)}")
    lines += [f"direction: {reading.direction}"] if reading.direction else []
    lines += [f"! {finding.message}" for finding in reading.findings]
    lines += [f"asks for: {', '.join(reading.asks_for)}"] if reading.asks_for else []
    return "\n".join(lines)
