"""How long somebody stays signed in, and when a sign-in still counts as fresh.

A session ends when nobody used it for SESSION_COOKIE_AGE, and after SESSION_ABSOLUTE_AGE in
any case. Moments are kept as seconds since 1970, UTC: a session stores JSON.
"""

from datetime import datetime

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest

from migrations_tracker.models import User

_BEGAN, _USED = "session_began", "session_used"
#: A session is written again at most this often, not with every page.
NOTED_EVERY_SECONDS = 10 * 60


def begin(session: SessionBase, *, at: datetime) -> None:
    """Note that somebody has just signed in."""
    session[_BEGAN] = session[_USED] = at.timestamp()


def is_over(session: SessionBase, *, at: datetime) -> bool:
    """Whether the session is too old, or was left alone for too long.

    One that does not know when it began is over when the database says so, and never renewed.
    """
    began, used = session.get(_BEGAN), session.get(_USED)
    if began is None or used is None:
        return False
    now = at.timestamp()
    too_old = now - began >= settings.SESSION_ABSOLUTE_AGE
    return bool(too_old or now - used >= settings.SESSION_COOKIE_AGE)


def note_use(session: SessionBase, *, at: datetime) -> None:
    """Put the end off, now that the session is used."""
    used = session.get(_USED)
    if used is not None and at.timestamp() - used >= NOTED_EVERY_SECONDS:
        session[_USED] = at.timestamp()


def began_within(session: SessionBase, seconds: int, *, at: datetime) -> bool:
    """Whether the sign-in is at most ``seconds`` old."""
    began = session.get(_BEGAN)
    return began is not None and at.timestamp() - began < seconds


def renew_id(request: HttpRequest, *, reauthenticated: bool = False, **_told: object) -> None:
    """Give the session another id once somebody has shown again who they are."""
    if reauthenticated:
        before = request.session.session_key
        request.session.cycle_key()
        listed = UserSession.objects.filter(session_key=before)
        listed.update(session_key=request.session.session_key)


def end_others(user: User, session: SessionBase) -> None:
    """Sign ``user`` out of every browser but the one of ``session``."""
    for other in UserSession.objects.filter(user=user).exclude(session_key=session.session_key):
        other.end()
