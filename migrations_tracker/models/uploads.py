"""Files that were dropped into a snapshot and wait for "keep these"."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from migrations_tracker.models.compact import CompactUUIDField
from migrations_tracker.models.snapshots import Snapshot


class Upload(models.Model):
    """One file of a drop. It becomes evidence when it is kept, else it is thrown away.

    The preview and the act of keeping both read the stored bytes: nothing that was read
    travels through the browser. ``position`` is its place in the ``batch``.
    """

    snapshot = models.ForeignKey(Snapshot, on_delete=models.CASCADE, related_name="uploads")
    batch = CompactUUIDField(default=uuid.uuid4)
    position = models.PositiveSmallIntegerField()
    name = models.CharField(_("file name"), max_length=255)
    stored_as = models.CharField(max_length=200)
    sha256 = models.CharField("SHA-256", max_length=64)
    size = models.PositiveIntegerField(_("size in bytes"))
    uploaded_at = models.DateTimeField(_("uploaded"))
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("upload")
        verbose_name_plural = _("uploads")
        constraints = (
            models.UniqueConstraint(fields=["batch", "position"], name="upload_position"),
        )

    def __str__(self) -> str:
        return self.name
