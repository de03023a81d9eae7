"""The mails of a merge request, in and out."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from migrations_tracker.models.moves import Move
from migrations_tracker.models.packed import PackedTextField


class Mail(models.Model):
    """One mail as it was received or sent; text only, never shown as HTML.

    ``kind`` is the class of a received mail, or which letter a sent one was.
    ``digest`` keeps a mail that is dropped twice from being stored twice.
    """

    class Direction(models.TextChoices):
        RECEIVED = "received", _("Received")
        SENT = "sent", _("Sent")

    move = models.ForeignKey(Move, on_delete=models.CASCADE, related_name="mails", db_index=False)
    number = models.PositiveIntegerField()
    direction = models.CharField(_("direction"), max_length=8, choices=Direction.choices)
    kind = models.CharField(_("kind"), max_length=30)
    subject = models.CharField(_("subject"), max_length=500, blank=True, default="")
    body = PackedTextField(_("text"))
    case_id = models.CharField(_("case ID"), max_length=40, blank=True, default="")
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    digest = models.BinaryField(max_length=16)
    recorded_at = models.DateTimeField(_("recorded"))
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        constraints = (
            models.UniqueConstraint(fields=["move", "number"], name="mail_number"),
            models.UniqueConstraint(fields=["move", "digest"], name="mail_once"),
        )

    def __str__(self) -> str:
        return self.subject or self.get_direction_display()
