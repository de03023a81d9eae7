"""Who may come in: the first person, and whom the staff invites."""

from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models


class Opening(models.Model):
    """The one row that shuts the door of first use.

    Its key is always 1, so that of two first persons at the same moment the database lets one in.
    """

    ONLY = 1

    id = models.PositiveSmallIntegerField(primary_key=True, default=ONLY, editable=False)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    opened_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(id=1), name="only_one_opening"),
        ]

    def __str__(self) -> str:
        return f"Opened at {self.opened_at:%Y-%m-%d %H:%M}"


class Invitation(models.Model):
    """A link, good once and for a while, with which ``email`` may sign up.

    Only the link's hash is kept: who reads the database cannot use it.
    """

    email = models.EmailField()
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="invitations"
    )
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="invitation",
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-invited_at", "-pk"]

    def __str__(self) -> str:
        return self.email

    def is_open(self, at: datetime) -> bool:
        """Whether the link still lets its holder in at that time."""
        return not self.accepted_at and not self.withdrawn_at and at < self.expires_at
