"""Which reminders went out."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from migrations_tracker.models.compact import CompactUUIDField
from migrations_tracker.models.moves import Move


class Reminder(models.Model):
    """One reminder: of ``deadline`` (the hash that names it) at ``step`` days before it.

    The row is there before the mail goes out, and the constraint lets one process alone
    make it: that is what sends each reminder once.
    """

    class State(models.TextChoices):
        PENDING = "pending", _("Being sent")
        SENT = "sent", _("Sent")
        FAILED = "failed", _("Not sent")
        OVERTAKEN = "overtaken", _("No longer needed")

    id = CompactUUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    move = models.ForeignKey(
        Move, on_delete=models.CASCADE, related_name="reminders", db_index=False
    )
    deadline = models.CharField(max_length=64)
    step = models.SmallIntegerField()
    state = models.CharField(max_length=9, choices=State.choices, default=State.PENDING)
    attempts = models.PositiveIntegerField(default=1)
    tried_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["move", "deadline", "step"], name="reminder_once"),
        )
        indexes = (models.Index(fields=["state", "tried_at"], name="reminder_state"),)

    def __str__(self) -> str:
        return f"{self.get_state_display()} {self.tried_at:%Y-%m-%d}"
