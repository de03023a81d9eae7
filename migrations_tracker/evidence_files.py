"""Stored files: written once under their content's hash, read back only after a check.

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

from migrations_tracker.events import hold
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
    storage = evidence_storage()
    if not storage.exists(place):
        place = storage.save(place, ContentFile(content))
    return place, digest


def hold_file(move: Move, place: str, content: bytes) -> None:
    """Inside the act that names ``place``: keep it from being taken away until the act is through.

    Somebody may have removed the same file a moment ago; then it is stored once more.
    """
    hold(move)
    if not evidence_storage().exists(place):
        evidence_storage().save(place, ContentFile(content))


def stored_file(place: str, sha256: str) -> bytes:
    """The bytes under ``place``; raises FileAltered unless they have the hash ``sha256``."""
    try:
        with evidence_storage().open(place) as file:
            content: bytes = file.read()
    except FileNotFoundError as error:
        raise FileAltered(place) from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise FileAltered(place)
    return content


def delete_unused(places: set[str]) -> None:
    """Take files out of the storage that no row names any more."""
    for place in places:
        with transaction.atomic():
            hold(Move(pk=place.split("/")[0]))
            if not _is_named(place):
                evidence_storage().delete(place)


def _is_named(place: str) -> bool:
    return any(
        model._default_manager.filter(stored_as=place).exists()
        for model in (Evidence, CertificateFile, Upload)
    )
