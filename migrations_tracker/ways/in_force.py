"""The ways in force, and which of them fits a move.

The ways are certmove's own (data/ways.toml) and the operator's file in CERTMOVE_WAYS.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from migrations_tracker.comparing.comparisons import MoveSnapshots, move_snapshots
from migrations_tracker.core.accounts import AccountKind
from migrations_tracker.core.comparison import FindingKind, compare
from migrations_tracker.core.lifecycle import OPEN_CASE, Status
from migrations_tracker.core.mails import MailKind
from migrations_tracker.core.records import ExamRegistration, Record, RegistrationStatus
from migrations_tracker.core.ways import Known, Way, WaysError, parse_ways
from migrations_tracker.facts.files import FactsFile
from migrations_tracker.models import Mail, Move
from migrations_tracker.records.of_snapshots import HeldRecord, account_records, held_records_of

WAYS = FactsFile(shipped="ways.toml", setting="CERTMOVE_WAYS", parse=parse_ways, refusal=WaysError)


def current_ways() -> Mapping[str, Way]:
    """The ways by their code, as the files say now. Raises WaysError where one is wrong."""
    return WAYS.current()


def known_of(move: Move, *, now: datetime) -> Known:
    """What ``move`` knows that bears on the way: five queries, whatever it holds."""
    zone = ZoneInfo(move.time_zone)
    closes = move.mailbox_closes_at
    source, destination = move.source, move.destination
    snapshots = move_snapshots(move)
    held = _held(snapshots)
    newest, status = _newest_word(move), Status(move.merge_request.status)
    tool_has_failed = _came_back_from_the_tool(move)
    return Known(
        today=now.astimezone(zone).date(),
        last_working_day=move.last_working_day,
        mailbox_closes_on=closes.astimezone(zone).date() if closes else None,
        mailbox_is_closed=closes is not None and closes < now,
        source_kind=AccountKind(source.kind) if source.kind else None,
        source_addresses=frozenset(source.addresses.values()),
        source_certification_email=source.certification_email,
        destination_addresses=frozenset(destination.addresses.values()),
        source_is_empty=not held[0] if held[0] is not None else None,
        all_is_in_destination=_all_is_there(*held),
        has_booked_exam=any(_is_booked(each.record) for each in held[0] or ()),
        case_is_open=status in OPEN_CASE,
        sent_to_tool=status is Status.SELF_SERVICE
        or (newest == MailKind.REDIRECT_SELF_SERVICE and not tool_has_failed),
        must_ask_again=newest == MailKind.WRONG_SENDER,
        tool_has_failed=tool_has_failed,
    )


def asks_twice(move: Move) -> bool:
    """Whether a request would open a second case that AWS has not asked for."""
    status = Status(move.merge_request.status)
    return status in OPEN_CASE and _newest_word(move) != MailKind.WRONG_SENDER


def _held(snapshots: MoveSnapshots) -> tuple[list[HeldRecord] | None, list[HeldRecord] | None]:
    """The records of both before-snapshots, None where one is not sealed; no codes are opened."""
    sealed = [each for each in (snapshots.source, snapshots.destination) if each]
    held = held_records_of(sealed, codes=False)
    source, destination = snapshots.source, snapshots.destination
    return held[source.pk] if source else None, held[destination.pk] if destination else None


def _all_is_there(
    source: Iterable[HeldRecord] | None, destination: Iterable[HeldRecord] | None
) -> bool | None:
    """Whether each record of ``source`` is found in ``destination``; None if one is unknown."""
    if source is None or destination is None:
        return None
    found = compare([account_records(source)], account_records(destination)).findings
    return not any(finding.kind is FindingKind.MISSING for finding in found)


def _is_booked(record: Record) -> bool:
    if not isinstance(record, ExamRegistration):
        return False
    return record.status is not RegistrationStatus.CANCELLED


def _newest_word(move: Move) -> str:
    """What AWS's newest mail is, "" without one."""
    received = move.mails.filter(direction=Mail.Direction.RECEIVED).order_by("-number")
    return received.values_list("kind", flat=True).first() or ""


def _came_back_from_the_tool(move: Move) -> bool:
    """Whether the request was prepared again after the tool had been chosen."""
    return move.events.filter(old_status=Status.SELF_SERVICE, move_made="reopen").exists()
