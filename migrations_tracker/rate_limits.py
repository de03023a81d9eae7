"""How often one person may ask for what costs the machine or somebody else something.

Counted in the cache that all workers share. Sign-in, sign-up and reset have allauth's limits.
"""

import time
from math import ceil

from allauth.core.internal.ratelimit import cache_lock
from django.conf import settings
from django.core.cache import cache
from django.db import transaction

from migrations_tracker.models import User

READING, MAIL, EXPORT = "reading", "mail", "export"


class TooOften(Exception):
    """The limit is reached; ``wait`` is the number of seconds until one more is let through."""

    def __init__(self, what: str, wait: int) -> None:
        super().__init__(f"{what}: wait {wait} s")
        self.wait = wait


def count_use(what: str, by: User) -> None:
    """Count one use of ``what`` (READING, MAIL or EXPORT) by a person. Raises TooOften.

    RATE_LIMITS says how many uses within how many seconds; none at all where that is 0.
    """
    most, seconds = settings.RATE_LIMITS[what]
    if not most:
        return
    key = f"limit:{what}:{by.pk}"
    # In one transaction: three small writes, one commit.
    with transaction.atomic(), cache_lock(key) as mine:
        now = time.time()
        uses = [moment for moment in cache.get(key, []) if moment > now - seconds]
        if not mine or len(uses) >= most:
            raise TooOften(what, ceil(uses[0] + seconds - now) if mine else 1)
        cache.set(key, [*uses, now], seconds)
