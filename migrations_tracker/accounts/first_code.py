"""The one-time code that proves that the first person can see the server's console.

Only asked for where somebody else could reach the empty installation first. It follows from
the secret key, so that each start and each of several servers prints the same one.
"""

import hmac

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from certmove.profile import is_loopback

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # none that is read as another
GROUPS, GROUP_LENGTH = 3, 4  # 59 bits
ATTEMPTS, PERIOD_SECONDS = 10, 15 * 60
_COUNTER = "first-use-attempts"
_PURPOSE = "certmove.first-use"


class TooManyAttempts(Exception):
    """More codes were tried than a person would need."""


def needed_for(request: HttpRequest) -> bool:
    """Whether this request could come from somebody who does not sit at the machine."""
    came_from = request.META.get("REMOTE_ADDR", "")
    return bool(settings.LISTENS_BEYOND_LOOPBACK) or not is_loopback(came_from)


def current_code() -> str:
    """The code of this installation."""
    digits = int(salted_hmac(_PURPOSE, "", algorithm="sha256").hexdigest(), 16)
    letters = []
    for _ in range(GROUPS * GROUP_LENGTH):
        digits, place = divmod(digits, len(ALPHABET))
        letters.append(ALPHABET[place])
    starts = range(0, len(letters), GROUP_LENGTH)
    return "-".join("".join(letters[start : start + GROUP_LENGTH]) for start in starts)


def is_right(typed: str) -> bool:
    """Whether ``typed`` is the code, in any case, with or without its hyphens.

    Raises TooManyAttempts after ten wrong ones in a quarter of an hour, whoever tried them.
    """
    if cache.get(_COUNTER, 0) >= ATTEMPTS:
        raise TooManyAttempts
    if hmac.compare_digest(_bare(typed).encode(), _bare(current_code()).encode()):
        return True
    if not cache.add(_COUNTER, 1, PERIOD_SECONDS):
        cache.incr(_COUNTER)
    return False


def _bare(code: str) -> str:
    return "".join(letter for letter in code.upper() if letter.isalnum())
