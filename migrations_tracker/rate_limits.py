"""How often one person may ask for what costs the machine or somebody else something.

Counted in the cache that all workers share. Sign-in, sign-up and reset have allauth's limits.
"""

import logging
import time
from math import ceil

from allauth.core.internal.ratelimit import cache_lock
from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, transaction

from certmove.storage_trouble import let_go_of_the_connection, trouble_of
from migrations_tracker.models import User

logger = logging.getLogger(__name__)
READING, MAIL, EXPORT = "reading", "mail", "export"


class TooOften(Exception):
    """The limit is reached; ``wait`` is the number of seconds until one more is let through."""

    def __init__(self, what: str, wait: int) -> None:
        super().__init__(f"{what}: wait {wait} s")
        self.wait = wait


def count_use(what: str, by: User) -> None:
    """Count one use of ``what`` (READING, MAIL or EXPORT) by a person. Raises TooOften.

    RATE_LIMITS says how many uses within how many seconds; none at all where that is 0. Where
    the database can't be written, reads go on, uncounted.
    """
    most, seconds = settings.RATE_LIMITS[what]
    try:
        if most:
            _count(f"limit:{what}:{by.pk}", what, most, seconds)
    except DatabaseError as error:
        if not trouble_of(error):
            raise
        logger.warning("A use of %s was not counted: %s", what, error)
        let_go_of_the_connection()


def _count(key: str, what: str, most: int, seconds: int) -> None:
    # In one transaction: three small writes, one commit.
    with transaction.atomic(), cache_lock(key) as mine:
        now = time.time()
        uses = [moment for moment in cache.get(key, []) if moment > now - seconds]
        if not mine or len(uses) >= most:
            raise TooOften(what, ceil(uses[0] + seconds - now) if mine else 1)
        cache.set(key, [*uses, now], seconds)
