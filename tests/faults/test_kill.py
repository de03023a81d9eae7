"""kill -9 in the middle of writing: what was answered is there, and nothing is half there."""

import hashlib
import json
import random
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from migrations_tracker.core.packed_records import unpack_records
from tests.faults.installation import run
from tests.faults.server import Server, start
from tests.faults.soundness import database, faults_of

WRITERS = 4
NO_LIMITS = {"CERTMOVE_MOST_READINGS": "0", "CERTMOVE_MOST_MAILS": "0"}


@dataclass
class Log:
    """What the writers were promised. A key is written down only after its answer."""

    acknowledged: list[tuple[str, str]] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    changed: threading.Condition = field(default_factory=threading.Condition)

    def add(self, kind: str, key: str) -> None:
        with self.changed:
            self.acknowledged.append((kind, key))
            self.changed.notify_all()

    def wait_for(self, count: int) -> None:
        with self.changed:
            assert self.changed.wait_for(lambda: len(self.acknowledged) >= count, 20), self.refused


class Writer(threading.Thread):
    """Writes into a move of its own until the server is gone."""

    def __init__(self, server: Server, session: str, place: dict[str, str], log: Log) -> None:
        super().__init__()
        self.server, self.session, self.place, self.log = server, session, place, log

    def run(self) -> None:
        while True:
            for write in (self.record, self.mail, self.certificate):
                try:
                    kind, key, status = write(uuid4().hex)
                except (OSError, HTTPException):
                    return
                if status == 302:
                    self.log.add(kind, key)
                else:
                    self.log.refused.append(f"{kind}: {status}")

    def record(self, key: str) -> tuple[str, str, int]:
        address = f"/snapshots/{self.place['draft']}/records/new/exam/"
        form: dict[str, object] = {"certification": "SAA", "registration_number": key}
        return "record", key, self.server.ask(address, form, session=self.session).status

    def mail(self, key: str) -> tuple[str, str, int]:
        address = f"/moves/{self.place['move']}/letters/request/"
        form: dict[str, object] = {"subject": key, "body": f"Please merge, {key}."}
        return "mail", key, self.server.ask(address, form, session=self.session).status

    def certificate(self, key: str) -> tuple[str, str, int]:
        content = f"%PDF-1.4 {key}".encode() * 300
        answer = self.server.ask(
            f"/moves/{self.place['move']}/certificates/new/",
            {"certification": "AWS Certified Cloud Practitioner"},
            session=self.session,
            files={"file": ("c.pdf", content)},
        )
        return "certificate", hashlib.sha256(content).hexdigest(), answer.status


def lost(data: Path, log: Log) -> list[tuple[str, str]]:
    """What was acknowledged and is not there."""
    with closing(database(data)) as opened:
        snapshots = opened.execute("SELECT records FROM migrations_tracker_snapshot").fetchall()
        mails = opened.execute("SELECT subject FROM migrations_tracker_mail").fetchall()
        files = opened.execute("SELECT sha256 FROM migrations_tracker_certificatefile").fetchall()
    records = [each.record for (packed,) in snapshots for each in unpack_records(packed)]
    found = {("record", getattr(each, "registration_number", "")) for each in records}
    found |= {("mail", subject) for (subject,) in mails}
    found |= {("certificate", digest) for (digest,) in files}
    return [each for each in log.acknowledged if each not in found]


@contextmanager
def writing(server: Server, seeded: dict[str, object], log: Log) -> Iterator[None]:
    writers = [Writer(server, str(seeded["session"]), each, log) for each in seeded["moves"]]  # type: ignore[attr-defined]
    for each in writers:
        each.start()
    try:
        yield
    finally:
        server.kill()
        for each in writers:
            each.join(60)


def kill_many_times(data: Path, *, kills: int, writes: int) -> Log:
    seeded = json.loads(run(data, "-m", "tests.faults.seed", str(WRITERS)))
    log, dice = Log(), random.Random(kills)
    for number in range(1, kills + 1):
        server = start(data, **NO_LIMITS)
        with writing(server, seeded, log):
            log.wait_for(writes * number // kills + dice.randrange(WRITERS))
        assert lost(data, log) == [], f"after kill {number}"
        assert faults_of(data) == [], f"after kill {number}"
    assert log.refused == []
    return log


def test_what_was_acknowledged_outlives_a_kill(data: Path) -> None:
    log = kill_many_times(data, kills=3, writes=60)
    assert {kind for kind, _ in log.acknowledged} == {"record", "mail", "certificate"}


@pytest.mark.long
def test_what_was_acknowledged_outlives_fifty_kills(data: Path) -> None:
    log = kill_many_times(data, kills=50, writes=1500)
    assert len(log.acknowledged) >= 1000


def test_a_write_that_is_gone_is_noticed(data: Path) -> None:
    seeded = json.loads(run(data, "-m", "tests.faults.seed", "1"))
    log = Log(acknowledged=[("record", "never written")])
    assert lost(data, log) == log.acknowledged
    with closing(database(data)) as opened:
        opened.execute("UPDATE migrations_tracker_move SET event_count = event_count + 1")
        opened.execute("UPDATE migrations_tracker_snapshot SET record_count = 1")
        opened.commit()
    found = faults_of(data)
    assert any(str(UUID(seeded["moves"][0]["move"]).bytes) in fault for fault in found)
    assert any("another number of records" in fault for fault in found)
