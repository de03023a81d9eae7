"""A power cut at any moment of a move: nothing that was promised is lost, nothing is torn.

One real move goes through the pages while the kernel's record of every write, sync and rename
is taken. From that record the disk is rebuilt as a power cut could have left it, opened, and held
against what had been promised by then.
"""

import random
import re
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings

from tests.faults.disk import Call, Disk, Link, MakeFolder, Mark, Open, Rename, Sync, Write
from tests.faults.installation import copy_of, environment
from tests.faults.soundness import database, faults_of
from tests.faults.system_calls import CannotTrace, record

Event = tuple[object, ...]
MOMENTS_IN_THE_SHORT_FORM = 30


@dataclass(frozen=True)
class Recording:
    before: Path
    calls: list[Call]
    #: Every event of the finished move, in order.
    events: list[Event]


@pytest.fixture(scope="module")
def recording(original: Path, tmp_path_factory: pytest.TempPathFactory) -> Recording:
    folder = tmp_path_factory.mktemp("power")
    data, before = copy_of(original, folder / "var"), folder / "before"
    command = [sys.executable, "-m", "tests.faults.scripted_move"]
    surroundings = environment(data)
    try:
        calls = record(
            command,
            data,
            lambda: shutil.copytree(data, before, ignore=lambda *_: ["static"]),
            env=surroundings,
            cwd=settings.BASE_DIR,
        )
    except CannotTrace as reason:
        pytest.fail(f"The power cut can't be tried here: {reason}. It needs Linux 5.3 and ptrace.")
    assert faults_of(data) == []
    moved = [_in(each, data, before) for each in calls]
    return Recording(before=before, calls=moved, events=events_in(data))


def _in(call: Call, old: Path, new: Path) -> Call:
    """The same call below another folder."""
    names = {name: getattr(call, name) for name in call.__slots__}
    for name in ("path", "to"):
        if name in names:
            names[name] = names[name].replace(str(old), str(new), 1)
    return type(call)(**names)


def events_in(data: Path) -> list[Event]:
    query = """SELECT number, kind, move_made, old_status, new_status, subject, note, at
               FROM migrations_tracker_event ORDER BY number"""
    with closing(database(data)) as opened:
        return opened.execute(query).fetchall()


def faults_after_a_cut(
    recording: Recording, calls: Sequence[Call], is_chosen: Callable[[int, Call], bool]
) -> Iterator[str]:
    """What is wrong with any disk that a cut right after a chosen call could leave behind."""
    disk, seen, dice = Disk(recording.before), set[int](), random.Random(1)
    with tempfile.TemporaryDirectory(dir=_in_memory()) as room:
        for number, call in enumerate(calls):
            disk.play(call)
            if not is_chosen(number, call):
                continue
            for left in disk.remains(dice):
                promised = len(disk.acknowledged)
                mark = hash((promised, *sorted(left.items())))
                if mark in seen:
                    continue
                seen.add(mark)
                found = rebuilt(left, recording.before, Path(room) / "var")
                yield from (
                    f"after call {number}, {call!r:.100}: {f}"
                    for f in _wrong(found, disk, recording)
                )


def _in_memory() -> str | None:
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


def rebuilt(left: dict[str, bytes], root: Path, room: Path) -> Path:
    shutil.rmtree(room, ignore_errors=True)
    room.mkdir()
    for name, content in left.items():
        file = room / Path(name).relative_to(root)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return room


def _wrong(found: Path, disk: Disk, recording: Recording) -> Iterator[str]:
    yield from faults_of(found)
    promised = int(disk.acknowledged[-1]) if disk.acknowledged else 0
    try:
        events = events_in(found)
    except sqlite3.DatabaseError as error:
        yield f"SQLite: {error}"
        return
    if len(events) < promised:
        yield f"{promised} events were promised, {len(events)} are there"
    if events != recording.events[: len(events)]:
        yield "the events are others than those that were recorded"


def some(calls: Sequence[Call]) -> Callable[[int, Call], bool]:
    """Each promise and each renaming, and moments drawn among the others."""
    drawn = set(random.Random(2).sample(range(len(calls)), MOMENTS_IN_THE_SHORT_FORM))
    return lambda number, call: number in drawn or isinstance(call, Mark | Rename)


def test_nothing_promised_is_lost_and_nothing_is_torn(recording: Recording) -> None:
    calls = recording.calls
    assert sum(isinstance(each, Mark) for each in calls) > 20
    assert list(faults_after_a_cut(recording, calls, some(calls))) == []


@pytest.mark.long
def test_nothing_is_lost_or_torn_at_any_call_at_all(recording: Recording) -> None:
    assert list(faults_after_a_cut(recording, recording.calls, lambda *_: True)) == []


#: What is told of the disks when the program leaves out the syncs of what a pattern names.
LEFT_OUT = {
    r"\.sqlite3-journal$": "SQLite|integrity_check|another number|are others|are there",
    r"\.sqlite3$": "are there",
    r"/evidence/.*/.*$": "is not what was stored",
    r"/evidence$": "a file is missing",
}


@pytest.mark.parametrize("pattern", LEFT_OUT)
def test_a_sync_that_is_left_out_is_noticed(pattern: str, recording: Recording) -> None:
    def is_left_out(call: Call) -> bool:
        return isinstance(call, Sync) and bool(re.search(pattern, call.path))

    def is_chosen(number: int, call: Call) -> bool:
        written = isinstance(call, Write) and call.path.endswith(".sqlite3")
        return isinstance(call, Mark) or (written and number % 5 == 0)

    calls = [each for each in recording.calls if not is_left_out(each)]
    assert len(calls) < len(recording.calls)
    found = faults_after_a_cut(recording, calls, is_chosen)
    assert any(re.search(LEFT_OUT[pattern], each) for each in found)


class TestTheDiskThatForgets:
    """What POSIX promises of names and bytes."""

    def strictest(self, folder: Path, *calls: Call) -> dict[str, bytes]:
        disk = Disk(folder)
        for call in calls:
            disk.play(call)
        found = next(disk.remains(random.Random(0)))
        return {Path(name).name: content for name, content in found.items()}

    def test_bytes_need_the_files_sync_and_the_name_the_folders(self, tmp_path: Path) -> None:
        file = str(tmp_path / "a")
        made = Open(file), Write(file, 0, b"x")
        assert self.strictest(tmp_path, *made, Sync(file)) == {}
        assert self.strictest(tmp_path, *made, Sync(str(tmp_path))) == {"a": b""}
        assert self.strictest(tmp_path, *made, Sync(file), Sync(str(tmp_path))) == {"a": b"x"}

    def test_a_new_name_counts_when_the_folder_is_synced_after_it(self, tmp_path: Path) -> None:
        (tmp_path / "old").write_bytes(b"x")
        for call in (Rename, Link):
            named = call(str(tmp_path / "old"), str(tmp_path / "new"))
            assert set(self.strictest(tmp_path, named)) == {"old"}
            assert "new" in self.strictest(tmp_path, named, Sync(str(tmp_path)))

    def test_what_lies_in_a_folder_whose_name_is_lost_is_lost(self, tmp_path: Path) -> None:
        folder, file = str(tmp_path / "f"), str(tmp_path / "f" / "a")
        calls = MakeFolder(folder), Open(file), Write(file, 0, b"x"), Sync(file), Sync(folder)
        assert self.strictest(tmp_path, *calls) == {}
        assert self.strictest(tmp_path, *calls, Sync(str(tmp_path))) == {"a": b"x"}
