"""Where a person's calendar is fetched from."""

from django.conf import settings
from django.db import models


class CalendarFeed(models.Model):
    """The secret address of one person's deadlines.

    Only the hash of its token is kept: who reads the database cannot use it.
    """

    owner = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="calendar_feed",
    )
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"Made at {self.made_at:%Y-%m-%d %H:%M}"
