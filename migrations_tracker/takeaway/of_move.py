"""The files of one move."""

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext

from migrations_tracker.core.packed_records import HeldRecord
from migrations_tracker.core.records import Holder, RecordType
from migrations_tracker.deadlines.calendars import calendar_of_moves
from migrations_tracker.encryption import KeyLost, Tampered
from migrations_tracker.evidence.files import FileAltered, stored_file
from migrations_tracker.evidence.texts import evidence_text
from migrations_tracker.mails.files import mail_file_content
from migrations_tracker.models import (
    CertificateFile,
    Evidence,
    MailFile,
    Move,
    Snapshot,
    Upload,
)
from migrations_tracker.reading.as_json import records_to_export
from migrations_tracker.records.of_snapshots import held_records, held_records_of
from migrations_tracker.reports.as_json import report_data
from migrations_tracker.reports.verification import build_report
from migrations_tracker.takeaway.names import safe_name
from migrations_tracker.takeaway.rows import tables_of_move
from migrations_tracker.takeaway.secrets import Codes
from migrations_tracker.takeaway.streaming import Member
from migrations_tracker.takeaway.tables import records_csv, timeline_csv

_CSV_NAMES = {
    RecordType.CERTIFICATION: "certifications.csv",
    RecordType.EXAM: "exams.csv",
    RecordType.BENEFIT: "benefits.csv",
    RecordType.REGISTRATION: "registrations.csv",
}


class MoveFiles:
    """The files of ``move`` below ``folder``; ``notes`` gathers what could not go along."""

    def __init__(
        self, move: Move, folder: str, notes: list[str], *, with_codes: bool, at: datetime
    ) -> None:
        self.move, self.folder, self.notes, self.at = move, folder, notes, at
        self.codes = Codes(shown=with_codes)

    def members(self) -> Iterator[Member]:
        snapshots = self._snapshots()
        for _, held in snapshots:
            self.codes.learn(held)
        yield self._json("move.json", tables_of_move(self.move))
        events = self.move.events.select_related("by").order_by("number")
        yield self._member("timeline.csv", timeline_csv(events))
        yield self._member("deadlines.ics", calendar_of_moves([self.move], now=self.at))
        yield from self._report()
        yield from self._mails()
        for number, (snapshot, held) in enumerate(snapshots, start=1):
            yield from self._snapshot(number, snapshot, held)
        yield from self._certificates()

    def _member(self, name: str, content: bytes) -> Member:
        return Member(f"{self.folder}/{name}", content)

    def _json(self, name: str, data: Any) -> Member:
        text = json.dumps(data, ensure_ascii=False, indent=1)
        return self._member(name, self.codes.hidden_in(text).encode("utf-8", "replace"))

    def _snapshots(self) -> list[tuple[Snapshot, list[HeldRecord]]]:
        snapshots = Snapshot.objects.filter(account__move=self.move).select_related("account")
        return [(each, self._held(each)) for each in snapshots.order_by("started_at", "pk")]

    def _held(self, snapshot: Snapshot) -> list[HeldRecord]:
        """The records; without codes, and noted, where the codes no longer open."""
        try:
            return held_records(snapshot)
        except (KeyLost, Tampered) as error:
            self._note("snapshots", error)
            return held_records_of([snapshot], codes=False)[snapshot.pk]

    def _report(self) -> Iterator[Member]:
        try:
            built = build_report(self.move, at=self.at, show_codes=self.codes.shown)
        except (KeyLost, Tampered) as error:
            self._note("report.html", error)
            return
        if built:
            context = {"move": self.move, "report": built, "codes_shown": self.codes.shown}
            page = render_to_string("takeaway/report.html", context)
            yield self._member("report.html", page.encode("utf-8", "replace"))
            yield self._json("report.json", report_data(built, show_codes=self.codes.shown))

    def _mails(self) -> Iterator[Member]:
        files = {file.mail_id: file for file in MailFile.objects.filter(mail__move=self.move)}
        for mail in self.move.mails.order_by("number"):
            name = f"mails/{mail.number:03} {mail.direction}"
            text = self.codes.hidden_in(render_to_string("takeaway/mail.txt", {"mail": mail}))
            yield self._member(f"{name}.txt", text.encode("utf-8", "replace"))
            if mail.pk in files:
                file = files[mail.pk]
                file.mail = mail
                path = f"{name} {safe_name(file.name, otherwise='mail.eml')}"
                yield from self._readable(path, partial(mail_file_content, file))

    def _snapshot(
        self, number: int, snapshot: Snapshot, held: list[HeldRecord]
    ) -> Iterator[Member]:
        account = snapshot.account
        folder = f"snapshots/{number:02} {account.role} {snapshot.phase} {snapshot.state}"
        holder = Holder(name=self.move.person_name, candidate_id=account.candidate_id or None)
        records = tuple(each.record for each in held)
        exported = records_to_export(holder, records, with_codes=self.codes.shown)
        yield self._json(f"{folder}/records.json", exported)
        for kind, name in _CSV_NAMES.items():
            if any(each.kind is kind for each in held):
                table = records_csv(kind, held, with_codes=self.codes.shown)
                yield self._member(f"{folder}/{name}", table)
        for evidence in snapshot.evidence.order_by("number"):
            yield from self._evidence(folder, evidence, held)
        for upload in snapshot.uploads.order_by("batch", "position"):
            path = f"{folder}/waiting/{upload.position:03} {safe_name(upload.name)}"
            if self.codes.shown:
                yield from self._readable(path, partial(_stored, upload))
            else:
                self._note(path, gettext("was not read yet, so it may show benefit codes"))

    def _evidence(
        self, folder: str, evidence: Evidence, held: list[HeldRecord]
    ) -> Iterator[Member]:
        path = f"{folder}/evidence/{evidence.number:03}"
        if not evidence.stored_as:
            yield from self._readable(f"{path} pasted.txt", partial(self._pasted, evidence))
        elif self.codes.withholds(evidence.number, held):
            self._note(f"{path} {safe_name(evidence.name)}", gettext("shows benefit codes"))
        else:
            name = safe_name(evidence.name)
            yield from self._readable(f"{path} {name}", partial(_stored, evidence))

    def _pasted(self, evidence: Evidence) -> bytes:
        return self.codes.hidden_in(evidence_text(evidence)).encode("utf-8", "replace")

    def _certificates(self) -> Iterator[Member]:
        for number, file in enumerate(self.move.certificate_files.order_by("added_at", "name"), 1):
            path = f"certificates/{number:02} {safe_name(file.name)}"
            yield from self._readable(path, partial(_stored, file))

    def _readable(self, path: str, content: Callable[[], bytes]) -> Iterator[Member]:
        """The file; a note instead of it where what is stored can no longer be read."""
        try:
            yield self._member(path, content())
        except FileAltered:
            self._note(path, FileAltered.message)
        except (KeyLost, Tampered) as error:
            self._note(path, error)

    def _note(self, path: str, why: object) -> None:
        self.notes.append(f"{self.folder}/{path}: {why}")


def _stored(row: Evidence | CertificateFile | Upload) -> bytes:
    return stored_file(row.stored_as, row.sha256)
