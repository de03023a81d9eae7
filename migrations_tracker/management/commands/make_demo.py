"""Fills an installation of its own with a sample company, and says how to sign in."""

import secrets
from typing import Any

from allauth.account.models import EmailAddress
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from migrations_tracker.models import User
from migrations_tracker.samples import make_sample_company
from migrations_tracker.samples.company import LEAD


class Command(BaseCommand):
    help = "Makes a sample company with people in every stage of a move."

    def handle(self, *args: Any, **options: Any) -> None:
        if User.objects.exclude(email__endswith="@example.co.jp").exists():
            raise CommandError(
                "This installation has people of its own. Make the demo in an empty one: "
                "set CERTMOVE_DATA to another folder."
            )
        lead = make_sample_company(timezone.now())
        EmailAddress.objects.get_or_create(user=lead, email=LEAD, verified=True, primary=True)
        password = secrets.token_urlsafe(12)
        lead.set_password(password)
        lead.save(update_fields=["password"])
        self.stdout.write(f"Sign in as {LEAD} with the password {password}")
