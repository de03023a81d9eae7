"""The report as data, for who wants to keep it. Benefit codes stay out unless asked for."""

from dataclasses import asdict
from datetime import date, datetime, time
from typing import Any

from migrations_tracker.core.comparison import Finding
from migrations_tracker.core.records import Record, RecordType, record_type
from migrations_tracker.models import Account, Event, User
from migrations_tracker.records.tables import masked
from migrations_tracker.reports.verification import Report, SnapshotPart

#: Counts up when a field is renamed or taken away; fields may be added.
FORMAT = 1


def report_data(report: Report, *, show_codes: bool = False) -> dict[str, Any]:
    """The content of ``report`` as JSON can hold it; dates and moments in ISO 8601."""
    return {
        "certmove_report": FORMAT,
        "made_at": report.made_at.isoformat(),
        "status": report.status.value,
        "verdict": report.verdict.value,
        "sentence": report.sentence,
        "verified_at": report.verified_at.isoformat() if report.verified_at else None,
        "verified_by": _name(report.verified_by),
        "move": _move(report),
        "snapshots": [_snapshot(part, report, show_codes) for part in report.parts],
        "findings": [_finding(each, report, show_codes) for each in report.comparison.findings],
        "certificates": [
            {"certification": file.certification, "name": file.name, "sha256": file.sha256}
            for file in report.files
        ],
        "timeline": [_event(event) for event in report.timeline],
    }


def _move(report: Report) -> dict[str, Any]:
    move = report.move
    return {
        "person": move.person_name,
        "employer": move.employer or None,
        "last_working_day": _plain(move.last_working_day),
        "mailbox_closes_at": _plain(move.mailbox_closes_at),
        "time_zone": move.time_zone,
        "case_id": move.merge_request.case_id or None,
        "source": _account(move.source),
        "destination": _account(move.destination),
    }


def _account(account: Account) -> dict[str, Any]:
    known = {"candidate_id": account.candidate_id or None, "kind": account.kind or None}
    return {**known, "addresses": account.addresses}


def _snapshot(part: SnapshotPart, report: Report, show_codes: bool) -> dict[str, Any]:
    held = report.held[part.role if part.phase == "before" else part.phase]
    return {
        "account": part.role.value,
        "phase": part.phase.value,
        "sealed_at": _plain(part.snapshot.sealed_at),
        "sealed_by": _name(part.snapshot.sealed_by),
        "fingerprint": part.snapshot.fingerprint,
        "declared_empty": part.snapshot.declared_empty,
        "records": [_record(each.record, show_codes) for each in held],
    }


def _record(record: Record | None, show_codes: bool) -> dict[str, Any] | None:
    if record is None:
        return None
    values = {name: _plain(value) for name, value in asdict(record).items()}
    if record_type(record) is RecordType.BENEFIT and values["code"] and not show_codes:
        values["code"] = masked(values["code"])
    return {"record": record_type(record).value, **values}


def _finding(finding: Finding, report: Report, show_codes: bool) -> dict[str, Any]:
    row = next(row for row in report.findings if row.finding is finding)
    settled = row.settlement
    return {
        "kind": finding.kind.value,
        "record": finding.record.value,
        "harmless": finding.harmless,
        "before": _record(finding.before, show_codes),
        "after": _record(finding.after, show_codes),
        "fields": list(finding.fields),
        "settled": {"reason": settled.reason, "by": _name(settled.by), "at": _plain(settled.at)}
        if settled
        else None,
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "number": event.number,
        "at": event.at.isoformat(),
        "by": _name(event.by),
        "what": event.kind,
        "step": event.move_made or None,
        "from": event.old_status or None,
        "to": event.new_status or None,
        "subject": event.subject or None,
        "note": event.note or None,
    }


def _name(person: User | None) -> str | None:
    return str(person) if person else None


def _plain(value: object) -> Any:
    return value.isoformat() if isinstance(value, datetime | date | time) else value
