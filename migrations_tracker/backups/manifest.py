"""What a backup says about itself: the member manifest.json, written last, read first."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from migrations_tracker.backups.errors import BackupError

#: Counts up when an older certmove could no longer read what a newer one writes.
FORMAT = 1
NAME = "manifest.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """``made_at`` is ISO 8601 in UTC; ``tables`` counts rows, ``migrations`` names the last ones.

    ``files`` and ``file_bytes`` count the stored files; ``damaged`` names those that were missing
    or altered when the backup was made. ``keys`` gives the check value of each key that
    there was.
    """

    certmove_backup: int
    certmove: str
    made_at: str
    database: str
    database_sha256: str
    migrations: list[str]
    tables: Mapping[str, int]
    files: int
    file_bytes: int
    damaged: list[str]
    keys: Mapping[str, str]
    with_keys: bool

    def as_json(self) -> bytes:
        return json.dumps(asdict(self), ensure_ascii=False, indent=1).encode()


def manifest_of(text: bytes) -> Manifest:
    """The manifest that ``as_json`` wrote. Raises BackupError for one of a later format."""
    data: dict[str, Any] = json.loads(text)
    if data.get("certmove_backup", 0) > FORMAT:
        raise BackupError(
            f"This backup was made by certmove {data.get('certmove')}, which writes backups in a "
            "form that this version does not know. Install that version or a later one."
        )
    names = {field.name for field in fields(Manifest)}
    return Manifest(**{name: value for name, value in data.items() if name in names})
