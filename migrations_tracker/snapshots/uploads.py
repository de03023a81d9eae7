"""Dropped files on their way into a snapshot: stored, read, then kept or thrown away."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import PurePosixPath
from uuid import UUID, uuid4

from django.db import transaction

from migrations_tracker.core.dates import DateOrder
from migrations_tracker.core.records import RecordType
from migrations_tracker.evidence.files import delete_unused, hold_file, keep_file, stored_file
from migrations_tracker.models import Snapshot, Upload, User
from migrations_tracker.reading.entrance import FileReading, read_files
from migrations_tracker.snapshots.errors import FilesGone

#: What nobody kept or threw away by then was forgotten.
KEPT_FOR = timedelta(days=1)


def store_uploads(
    snapshot: Snapshot, files: Sequence[tuple[str, bytes]], *, by: User, at: datetime
) -> UUID:
    """Store the files of one drop; the batch's id. Forgotten uploads are cleared on the way."""
    forget_old_uploads(before=at - KEPT_FOR)
    batch = uuid4()
    stored = [
        (name, content, keep_file(snapshot.account.move_id, content)) for name, content in files
    ]
    _name_the_files(snapshot, batch, stored, by=by, at=at)
    return batch


@transaction.atomic
def _name_the_files(
    snapshot: Snapshot,
    batch: UUID,
    stored: Sequence[tuple[str, bytes, tuple[str, str]]],
    *,
    by: User,
    at: datetime,
) -> None:
    for _name, content, (place, _digest) in stored:
        hold_file(snapshot.account.move, place, content)
    Upload.objects.bulk_create(
        Upload(
            snapshot=snapshot,
            batch=batch,
            position=position,
            name=PurePosixPath(name.replace("\\", "/")).name[:255],
            stored_as=place,
            sha256=digest,
            size=len(content),
            uploaded_at=at,
            uploaded_by=by,
        )
        for position, (name, content, (place, digest)) in enumerate(stored)
    )


def uploads_of(snapshot: Snapshot, batch: UUID) -> list[Upload]:
    """The batch's files in their order; [] where it is gone or another snapshot's."""
    return list(snapshot.uploads.filter(batch=batch).order_by("position"))


def read_uploads(
    uploads: Sequence[Upload],
    *,
    section: RecordType | None = None,
    date_order: DateOrder | None = None,
) -> list[FileReading]:
    """Read the stored files, all in one child process. Raises FileAltered."""
    files = [(each.name, stored_file(each.stored_as, each.sha256)) for each in uploads]
    return read_files(files, section=section, date_order=date_order)


def take_uploads(snapshot: Snapshot, batch: UUID) -> None:
    """Inside the act that keeps them: the files of ``batch`` wait no longer.

    Raises FilesGone where another act took them first, or where they were forgotten.
    """
    taken, _ = snapshot.uploads.filter(batch=batch).delete()
    if not taken:
        raise FilesGone


def forget_uploads(uploads: Sequence[Upload]) -> None:
    """Drop the waiting list's rows, and the files that nothing else shows."""
    places = {each.stored_as for each in uploads}
    Upload.objects.filter(pk__in=[each.pk for each in uploads]).delete()
    transaction.on_commit(lambda: delete_unused(places), robust=True)


def forget_old_uploads(*, before: datetime) -> None:
    forget_uploads(list(Upload.objects.filter(uploaded_at__lt=before)))
