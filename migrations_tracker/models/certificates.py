"""Certificate files kept as evidence of a certification."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from migrations_tracker.models.compact import CompactUUIDField
from migrations_tracker.models.moves import Move


class CertificateFile(models.Model):
    """A PDF or picture of a certificate.

    Tied to the move and the certification's code, not to a snapshot's row: it stays
    when a snapshot is corrected. The bytes are in the evidence storage under
    ``stored_as``; ``media_type`` was told from them, never from the file's name.
    """

    id = CompactUUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    move = models.ForeignKey(Move, on_delete=models.CASCADE, related_name="certificate_files")
    certification = models.CharField(_("certification"), max_length=300)
    name = models.CharField(_("file name"), max_length=255)
    media_type = models.CharField(_("type"), max_length=40)
    size = models.PositiveIntegerField(_("size in bytes"))
    sha256 = models.CharField("SHA-256", max_length=64)
    stored_as = models.CharField(max_length=200)
    added_at = models.DateTimeField(_("added"))
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("certificate file")
        verbose_name_plural = _("certificate files")
        constraints = (
            models.UniqueConstraint(
                fields=["move", "certification", "sha256"], name="certificate_file_once"
            ),
        )

    def __str__(self) -> str:
        return self.name
