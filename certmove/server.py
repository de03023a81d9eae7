"""gunicorn's configuration: one process with eight threads.

One process is enough for a company's leavers and keeps SQLite's writers in one place;
threads keep idle connections, which browsers open ahead, from stopping everybody else.
"""

import errno
import socket
from typing import Any

from django.conf import settings
from django.db import connections

import certmove.wsgi  # noqa: F401 - makes Django ready for the imports below
from certmove.database_file import open_only_what_is_there
from certmove.profile import is_everywhere
from migrations_tracker.accounts import first_code, first_use
from migrations_tracker.checks import lines_of_faults

HIGHEST_PORT = 65_535
_bare = settings.HOST.strip("[]")
bind = f"[{_bare}]:{settings.PORT}" if ":" in _bare else f"{_bare}:{settings.PORT}"
workers = 1
worker_class = "gthread"
threads = 8
preload_app = True  # one start instead of two, and what is wrong shows before the address does
timeout = 60
graceful_timeout = 10
umask = 0o077  # what is written is for this user alone
loglevel = "warning"
control_socket_disable = True
# Whether a proxy is to be believed is CERTMOVE_PROXIES' to say, and Django's to act upon.
secure_scheme_headers: dict[str, str] = {}
forwarder_headers = ""


def on_starting(server: Any) -> None:
    """Stop at once, with advice, where certmove can't listen."""
    family = socket.AF_INET6 if ":" in settings.HOST else socket.AF_INET
    with socket.socket(family) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((settings.HOST.strip("[]"), settings.PORT))
        except OSError as error:
            raise SystemExit(
                f"certmove cannot listen on {bind}: {error.strerror}. {advice_after(error)}"
            ) from error


def advice_after(error: OSError) -> str:
    """What to do about an address that could not be taken."""
    if isinstance(error, socket.gaierror):
        return f"HOST is {settings.HOST!r}, a name that nobody here knows. Write 127.0.0.1."
    if error.errno == errno.EADDRNOTAVAIL:
        return f"HOST is {settings.HOST!r}, which is not an address of this machine."
    if error.errno == errno.EACCES:
        return "Ports below 1024 are for root: choose a higher one, such as make run PORT=8000."
    other = settings.PORT + 1 if settings.PORT < HIGHEST_PORT else settings.PORT - 1
    return f"Choose another port: make run PORT={other}"


def post_worker_init(worker: Any) -> None:
    """The process that serves makes no database: that is for `manage.py prepare`."""
    open_only_what_is_there()


def when_ready(server: Any) -> None:
    """Say where certmove is reached and, on an empty installation, with which code."""
    for line in greeting():
        print(line, flush=True)  # noqa: T201
    connections.close_all()  # the process that serves opens its own


def greeting() -> list[str]:
    """The lines that whoever starts the server is to read."""
    lines = [*settings.ENVIRONMENT.doubts(), f"certmove is ready: {settings.PROFILE.url}"]
    if is_everywhere(settings.HOST) and not settings.PROFILE.https:
        lines.append(
            "It listens on every address of this machine, but answers only at the one above. "
            "For people at other machines set CERTMOVE_URL to an https address."
        )
    if settings.PROFILE.https and not settings.ALLAUTH_TRUSTED_PROXY_COUNT:
        lines.append(
            "CERTMOVE_PROXIES is 0: a proxy that speaks https is not believed, "
            "and every page is sent on to itself. Set the number of your proxies."
        )
    if settings.LISTENS_BEYOND_LOOPBACK and first_use.is_open():
        lines.append(f"One-time code for the first person: {first_code.current_code()}")
    return [*lines, *lines_of_faults(), "Stop it with Ctrl-C."]
