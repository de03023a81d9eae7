"""The one-time code that proves that the first person can see the server's console.

Only asked for where somebody else could reach the empty installation first. It lies in
the data folder (0600) until it is used, so that each start prints the same one.
"""

import hmac
import secrets

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

from certmove.data_folder import secret
from certmove.profile import is_loopback

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # none that is read as another
GROUPS, GROUP_LENGTH = 3, 4  # 59 bits
ATTEMPTS, PERIOD_SECONDS = 10, 15 * 60
_COUNTER = "first-use-attempts"


class TooManyAttempts(Exception):
    """More codes were tried than a person would need."""


def needed_for(request: HttpRequest) -> bool:
    """Whether this request could come from somebody who does not sit at the machine."""
    came_from = request.META.get("REMOTE_ADDR", "")
    return bool(settings.LISTENS_BEYOND_LOOPBACK) or not is_loopback(came_from)


def current_code() -> str:
    """The code of this installation, made when it is first asked for."""
    return secret(settings.FIRST_USE_CODE_FILE, _new_code)


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


def forget() -> None:
    """Remove the code once it has been used."""
    settings.FIRST_USE_CODE_FILE.unlink(missing_ok=True)


def _new_code() -> str:
    groups = ("".join(secrets.choice(ALPHABET) for _ in range(GROUP_LENGTH)) for _ in range(GROUPS))
    return "-".join(groups)


def _bare(code: str) -> str:
    return "".join(letter for letter in code.upper() if letter.isalnum())
