"""For whom the server's start has scrolled away."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from migrations_tracker.accounts import first_code, first_use


class Command(BaseCommand):
    help = "Print the one-time code with which the first person is made."

    def handle(self, *args: Any, **options: Any) -> None:
        if not first_use.is_open():
            raise CommandError("Somebody exists already: the door of first use is shut.")
        self.stdout.write(first_code.current_code())
