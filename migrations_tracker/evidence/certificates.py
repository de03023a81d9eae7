"""Certificates as evidence: PDF and pictures attached to a certification."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from migrations_tracker.core.file_types import certificate_type
from migrations_tracker.events import record_event
from migrations_tracker.evidence.files import delete_unused, hold_file, keep_file
from migrations_tracker.models import CertificateFile, Event, Move, User

MOST_BYTES = 10 * 1024 * 1024


class CertificateRefused(Exception):
    """The file is not kept; ``message`` says why and what to bring instead."""

    message = _("This file can't be kept.")


class NotACertificate(CertificateRefused):
    message = _(
        "This is neither a PDF nor a picture (PNG, JPEG, GIF or WebP), whatever its name says. "
        "Download the certificate from AWS again."
    )


class FileTooLarge(CertificateRefused):
    message = _("This file is larger than 10 MB. Certificates are far smaller; check the file.")


class FileKnown(CertificateRefused):
    message = _("This very file is already attached to this certification.")


def attach_certificate(
    move: Move, *, certification: str, name: str, content: bytes, by: User, at: datetime
) -> CertificateFile:
    """Keep a certificate's file. Raises one of the CertificateRefused."""
    if len(content) > MOST_BYTES:
        raise FileTooLarge
    media_type = certificate_type(content)
    if media_type is None:
        raise NotACertificate
    place, digest = keep_file(move.pk, content)
    try:
        return _attach(move, certification, name, media_type, content, digest, place, by=by, at=at)
    except IntegrityError as error:
        raise FileKnown from error


@transaction.atomic
def _attach(
    move: Move,
    certification: str,
    name: str,
    media_type: str,
    content: bytes,
    digest: str,
    place: str,
    *,
    by: User,
    at: datetime,
) -> CertificateFile:
    hold_file(move, place, content)
    file = CertificateFile.objects.create(
        move=move,
        certification=certification[:300],
        name=name[:255],
        media_type=media_type,
        size=len(content),
        sha256=digest,
        stored_as=place,
        added_at=at,
        added_by=by,
    )
    record_event(move, Event.Kind.FILE_ADDED, by=by, at=at, subject=f"{certification}: {name}")
    return file


@transaction.atomic
def remove_certificate(file: CertificateFile, *, by: User, at: datetime) -> None:
    """Take the file out of the move, and out of the storage when nothing else shows it."""
    place, move = file.stored_as, file.move
    record_event(
        move, Event.Kind.FILE_REMOVED, by=by, at=at, subject=f"{file.certification}: {file.name}"
    )
    file.delete()
    transaction.on_commit(lambda: delete_unused({place}), robust=True)
