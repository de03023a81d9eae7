"""The lines of the time line: every event is in one of them."""

import pytest

from migrations_tracker.core.accounts import Phase, Role
from migrations_tracker.core.reading import Reading, SourceKind
from migrations_tracker.merge_requests import transition
from migrations_tracker.models import Event, Move, User
from migrations_tracker.moves.timeline import entries_of, lines_of, timeline_of
from migrations_tracker.reports.verification import build_report
from migrations_tracker.snapshots.acts import start_snapshot
from migrations_tracker.snapshots.contents import Source, add_readings
from tests.factories import AT, make_move, make_snapshot

pytestmark = pytest.mark.django_db


def bring(move: Move, role: Role, *names: str) -> None:
    snapshot = start_snapshot(move.accounts.get(role=role), Phase.BEFORE, by=move.owner, at=AT)
    nothing = Reading(kind=SourceKind.PORTAL_PAGE, found=())
    brought = [
        (nothing, Source(kind="paste", name=name, text="a page", sha256=f"{place:064}"))
        for place, name in enumerate(names)
    ]
    add_readings(snapshot, brought, by=move.owner, at=AT)


def counts(move: Move) -> list[int]:
    lines = entries_of(timeline_of(move))
    return [line.count for line in lines if line.event.kind == Event.Kind.EVIDENCE_ADDED]


def test_texts_added_one_after_another_are_one_line(alice: User) -> None:
    move = make_move(alice)
    bring(move, Role.SOURCE, "", "", "")
    assert counts(move) == [3]


def test_a_file_keeps_a_line_of_its_own_with_its_name(alice: User) -> None:
    move = make_move(alice)
    bring(move, Role.SOURCE, "", "history.pdf", "")
    assert counts(move) == [1, 1, 1]


def test_what_was_added_to_two_snapshots_is_two_lines(alice: User) -> None:
    move = make_move(alice)
    bring(move, Role.SOURCE, "", "")
    bring(move, Role.DESTINATION, "")
    assert counts(move) == [1, 2]


def test_no_event_is_left_out(alice: User) -> None:
    move = make_move(alice)
    bring(move, Role.SOURCE, "", "")
    assert sum(line.count for line in entries_of(timeline_of(move))) == move.events.count()


def test_the_report_tells_the_time_line_as_the_moves_page_does(alice: User) -> None:
    move = make_move(alice)
    for role in Role:
        make_snapshot(move, role, Phase.BEFORE)
    for step in ("submit", "report_merged"):
        move = Move.objects.get(pk=move.pk)
        transition(move, step, version=move.merge_request.version, by=alice, at=AT)
    make_snapshot(Move.objects.get(pk=move.pk), Role.DESTINATION, Phase.AFTER)
    bring(move, Role.SOURCE, "", "")
    report = build_report(move, at=AT)
    assert report
    page = lines_of(entries_of(timeline_of(move)), move)
    assert [(line.at, line.act, line.role, line.count) for line in reversed(page)] == [
        (line.at, line.act, line.role, line.count) for line in report.lines
    ]
    assert report.lines[-1].count == 2
