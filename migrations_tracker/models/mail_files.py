"""Mails as they were saved from a mail program."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from migrations_tracker.models.correspondence import Mail


class MailFile(models.Model):
    """The file of a mail, byte for byte: the evidence behind the text that is shown.

    A row of its own, so that a time line does not load it. ``sealed_content`` is encrypted
    and bound to the mail's place in its move; ``sha256`` and ``size`` are of the bytes.
    """

    mail = models.OneToOneField(
        Mail, on_delete=models.CASCADE, primary_key=True, related_name="file"
    )
    name = models.CharField(_("file name"), max_length=255)
    sealed_content = models.TextField(_("content, encrypted"))
    sha256 = models.CharField("SHA-256", max_length=64)
    size = models.PositiveIntegerField(_("size in bytes"))

    class Meta:
        verbose_name = _("mail file")
        verbose_name_plural = _("mail files")

    def __str__(self) -> str:
        return self.name
