"""`manage.py send_reminders`: mail everybody what presses; to be run once a day."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from migrations_tracker.deadlines.reminders import send_reminders


class Command(BaseCommand):
    help = (
        "Send each person a mail about deadlines within 30, 7, 3, 1 and 0 days, and about "
        "silence of AWS. Run it once a day; each reminder goes out once, however often it runs."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        outcome = send_reminders(now=timezone.now())
        self.stdout.write(f"{outcome.sent} mails sent.")
        if outcome.failed:
            raise CommandError(
                f"{outcome.failed} mails could not be sent; the log says why. They are tried again "
                "by the next run. Check EMAIL_URL and whether the mail server runs."
            )
