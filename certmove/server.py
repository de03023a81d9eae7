"""gunicorn's configuration: one process with eight threads.

One process is enough for a company's leavers and keeps SQLite's writers in one place;
threads keep idle connections, which browsers open ahead, from stopping everybody else.
"""

import socket
from typing import Any

from django.conf import settings
from django.db import connections

import certmove.wsgi  # noqa: F401 - makes Django ready for the imports below
from migrations_tracker.accounts import first_code, first_use
from migrations_tracker.checks import lines_of_faults

bind = (
    f"[{settings.HOST}]:{settings.PORT}"
    if ":" in settings.HOST
    else (f"{settings.HOST}:{settings.PORT}")
)
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
    """Stop at once, with advice, where another program has the port."""
    family = socket.AF_INET6 if ":" in settings.HOST else socket.AF_INET
    with socket.socket(family) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((settings.HOST, settings.PORT))
        except OSError as error:
            raise SystemExit(
                f"certmove cannot listen on {bind}: {error.strerror}. "
                f"Choose another port: make run PORT={settings.PORT + 1}"
            ) from error


def when_ready(server: Any) -> None:
    """Say where certmove is reached and, on an empty installation, with which code."""
    for line in greeting():
        print(line, flush=True)  # noqa: T201
    connections.close_all()  # the process that serves opens its own


def greeting() -> list[str]:
    """The lines that whoever starts the server is to read."""
    lines = [f"certmove is ready: {settings.PROFILE.url}"]
    if settings.PROFILE.https and not settings.ALLAUTH_TRUSTED_PROXY_COUNT:
        lines.append(
            "CERTMOVE_PROXIES is 0: a proxy that speaks https is not believed, "
            "and every page is sent on to itself. Set the number of your proxies."
        )
    if settings.LISTENS_BEYOND_LOOPBACK and first_use.is_open():
        lines.append(f"One-time code for the first person: {first_code.current_code()}")
    return [*lines, *lines_of_faults(), "Stop it with Ctrl-C."]
