"""Stored files: written once under their content's hash, sealed, read back only after a check.

What lies in the storage, a folder or a bucket, is encrypted (``sealed_files``); hashes and sizes in
the rows are those of what was dropped.

A file is in the storage before the row that names it is committed, so that no row ever
points to nothing; a crash in between leaves a file without a row, which harms nobody. Naming
a file and taking one away queue up at the move's row: what is named just now is not taken away.
"""

import hashlib
from uuid import UUID

from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from migrations_tracker.encryption import KeyRing, Tampered
from migrations_tracker.events import hold
from migrations_tracker.evidence.sealed_files import opened, sealed
from migrations_tracker.models import CertificateFile, Evidence, Move, Upload


class FileAltered(Exception):
    """A stored file is not what was stored: its hash differs, or it is gone."""

    message = _(
        "The stored file is no longer what was attached, so it is not handed out. Ask the "
        "operator to restore it from a backup."
    )


def evidence_storage() -> Storage:
    return storages["evidence"]


def keep_file(move: UUID, content: bytes) -> tuple[str, str]:
    """Store ``content`` for ``move``: its place in the storage, and its SHA-256."""
    digest = hashlib.sha256(content).hexdigest()
    place = f"{move}/{digest}"
    if not evidence_storage().exists(place):
        put_sealed(place, sealed(content, place=place))
    return place, digest


def hold_file(move: Move, place: str, content: bytes) -> None:
    """Inside the act that names ``place``: keep it from being taken away until the act is through.

    Somebody may have removed the same file a moment ago; then it is stored once more.
    """
    hold(move)
    if not evidence_storage().exists(place):
        put_sealed(place, sealed(content, place=place))


def stored_file(place: str, sha256: str) -> bytes:
    """What was stored under ``place``; raises FileAltered unless it has the hash ``sha256``.

    Raises KeyLost where the key that sealed it is not in the ring.
    """
    try:
        return checked(sealed_file(place), place, sha256)
    except FileNotFoundError as error:
        raise FileAltered(place) from error


def sealed_file(place: str) -> bytes:
    """The bytes as they lie in the storage. Raises FileNotFoundError."""
    with evidence_storage().open(place) as file:
        stored: bytes = file.read()
    return stored


def put_sealed(place: str, stored: bytes) -> None:
    """Let ``stored`` lie under ``place`` from now on, whole or not at all, whatever was there."""
    stored_as = evidence_storage().save(place, ContentFile(stored))
    if stored_as != place:
        raise FileExistsError(f"The file {place} could not be stored under its name.")


def checked(stored: bytes, place: str, sha256: str, ring: KeyRing | None = None) -> bytes:
    """What ``stored``, the bytes in the storage, stand for; raises FileAltered and KeyLost."""
    try:
        content = opened(stored, place=place, ring=ring)
    except Tampered as error:
        raise FileAltered(place) from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise FileAltered(place)
    return content


def delete_unused(places: set[str]) -> None:
    """Take files out of the storage that no row names any more."""
    for place in places:
        with transaction.atomic():
            hold(Move(pk=place.split("/")[0]))
            if not is_named(place):
                evidence_storage().delete(place)


def is_named(place: str) -> bool:
    """Whether a row names the file ``place``."""
    return any(
        model._default_manager.filter(stored_as=place).exists()
        for model in (Evidence, CertificateFile, Upload)
    )
