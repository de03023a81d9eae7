"""What must hold of an installation whatever happened to it: nothing torn, nothing dangling.

It asks SQLite itself, past Django and past certmove's own code.
"""

import hashlib
import sqlite3
from base64 import b64decode
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from migrations_tracker.core.packed_records import unpack_records
from migrations_tracker.models.event_codes import STATUSES

#: Counters against what they count, versions against the events that raised them.
_EQUAL = {
    "a move counts another number of events than it has": """
        SELECT m.id FROM migrations_tracker_move m WHERE m.event_count != (
            SELECT count(*) FROM migrations_tracker_event e WHERE e.move_id = m.id)""",
    "the numbers of a move's events have a gap": """
        SELECT move_id FROM migrations_tracker_event
        GROUP BY move_id HAVING max(number) != count(*) OR min(number) != 1""",
    "a request's version is not one more than its steps": """
        SELECT r.move_id FROM migrations_tracker_mergerequest r WHERE r.version != 1 + (
            SELECT count(*) FROM migrations_tracker_event e
            WHERE e.move_id = r.move_id AND e.kind = 'tr')""",
    "a request's status is not its last step's": """
        SELECT r.move_id FROM migrations_tracker_mergerequest r WHERE r.status != coalesce((
            SELECT status_of(e.new_status) FROM migrations_tracker_event e
            WHERE e.move_id = r.move_id AND e.kind = 'tr'
            ORDER BY e.number DESC LIMIT 1), 'preparing')""",
    "a move lacks its request or one of its accounts": """
        SELECT m.id FROM migrations_tracker_move m WHERE 3 != (
            SELECT count(*) FROM migrations_tracker_account a WHERE a.move_id = m.id) + (
            SELECT count(*) FROM migrations_tracker_mergerequest r WHERE r.move_id = m.id)""",
    "a snapshot counts another number of originals than it has": """
        SELECT s.id FROM migrations_tracker_snapshot s WHERE s.evidence_count != (
            SELECT count(*) FROM migrations_tracker_evidence e WHERE e.snapshot_id = s.id)""",
    "the numbers of a move's mails have a gap": """
        SELECT move_id FROM migrations_tracker_mail
        GROUP BY move_id HAVING max(number) != count(*)""",
    "an event names a snapshot or a mail that is not there": """
        SELECT move_id FROM migrations_tracker_event
        WHERE snapshot_id > '' AND snapshot_id NOT IN (SELECT id FROM migrations_tracker_snapshot)
        OR mail_id > 0 AND mail_id NOT IN (SELECT id FROM migrations_tracker_mail)""",
    "a mail is not in the time line": """
        SELECT id FROM migrations_tracker_mail WHERE id NOT IN (
            SELECT mail_id FROM migrations_tracker_event WHERE mail_id IS NOT NULL)""",
    "a certificate is not in the time line": """
        SELECT c.id FROM migrations_tracker_certificatefile c WHERE NOT EXISTS (
            SELECT 1 FROM migrations_tracker_event e
            WHERE e.move_id = c.move_id AND e.kind = 'fa')""",
}
_FILES = """
    SELECT stored_as, sha256 FROM migrations_tracker_evidence WHERE stored_as != ''
    UNION SELECT stored_as, sha256 FROM migrations_tracker_certificatefile
    UNION SELECT stored_as, sha256 FROM migrations_tracker_upload"""


def faults_of(data: Path) -> list[str]:
    """Each rule that the installation in ``data`` breaks, in a sentence; [] where it is sound."""
    return [*_faults_of_the_database(data), *_faults_of_files(data)]


def database(data: Path) -> sqlite3.Connection:
    """The database as whoever opens it next finds it: a hot journal is rolled back."""
    opened = sqlite3.connect(data / "certmove.sqlite3")
    opened.create_function("status_of", 1, {code: each for each, code in STATUSES.items()}.get)
    return opened


def _faults_of_the_database(data: Path) -> Iterator[str]:
    with closing(database(data)) as open_database:
        try:
            yield from _faults_in(open_database)
        except sqlite3.DatabaseError as error:
            yield f"SQLite: {error}"


def _faults_in(open_database: sqlite3.Connection) -> Iterator[str]:
    (said,) = open_database.execute("PRAGMA integrity_check").fetchone()
    if said != "ok":
        yield f"integrity_check: {said}"
    yield from (f"foreign key: {row}" for row in open_database.execute("PRAGMA foreign_key_check"))
    for fault, query in _EQUAL.items():
        yield from (f"{fault}: {row[0]}" for row in open_database.execute(query))
    snapshots = "SELECT id, record_count, records FROM migrations_tracker_snapshot"
    for name, count, packed in open_database.execute(snapshots):
        if len(unpack_records(packed)) != count:
            yield f"a snapshot counts another number of records than it has: {name}"


def _faults_of_files(data: Path) -> Iterator[str]:
    with closing(database(data)) as open_database:
        try:
            rows = open_database.execute(_FILES).fetchall()
        except sqlite3.DatabaseError as error:
            yield f"SQLite: {error}"
            return
    for place, digest in rows:
        file = data / "evidence" / place
        if not file.is_file():
            yield f"a file is missing: {place}"
        elif hashlib.sha256(_opened(data, place)).hexdigest() != digest:
            yield f"a file is not what was stored: {place}"


def _opened(data: Path, place: str) -> bytes:
    """The file as it came; b"" where it does not open. Spelt out here, past certmove's code."""
    head, _, rest = (data / "evidence" / place).read_bytes().partition(b"\n")
    kid = head.removeprefix(b"certmove sealed file v1 ").decode(errors="replace")
    keys = dict(line.split(":", 1) for line in (data / "enc.keys").read_text().split())
    try:
        bound_to = f"v1:{kid}:file:{place}".encode()
        return AESGCM(b64decode(keys[kid])).decrypt(rest[:12], rest[12:], bound_to)
    except (InvalidTag, KeyError, ValueError):
        return b""
