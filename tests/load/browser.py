"""Somebody who is signed in and asks for pages, over a connection that stays open."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPConnection
from statistics import median, quantiles
from threading import local
from urllib.parse import urlencode

CSRF = "k" * 32
#: Seconds after which a connection is not used again: the server ends it after two.
IDLE = 0.5


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    location: str
    seconds: float
    body: bytes


@dataclass
class Browser:
    """``ports`` are the servers; each request goes to the next one. ``session`` is a cookie."""

    ports: Sequence[int]
    session: str
    _open: local = field(default_factory=local)

    def get(self, path: str) -> Answer:
        return self._ask("GET", path, None)

    def post(self, path: str, **fields: str) -> Answer:
        return self._ask("POST", path, urlencode({"csrfmiddlewaretoken": CSRF, **fields}))

    def _ask(self, method: str, path: str, body: str | None) -> Answer:
        headers = {
            "Cookie": f"sessionid={self.session}; csrftoken={CSRF}; language=en",
            "Accept-Encoding": "gzip",
        }
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        began = time.perf_counter()
        connection = self._connection()
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        content = answer.read()
        self._open.used = time.monotonic()
        seconds = time.perf_counter() - began
        return Answer(answer.status, answer.headers.get("Location", ""), seconds, content)

    def _connection(self) -> HTTPConnection:
        """This thread's connection to the server whose turn it is; a new one after a pause."""
        mine = self._open.__dict__
        turn = mine["turn"] = mine.get("turn", -1) + 1
        if time.monotonic() - mine.get("used", 0) > IDLE:
            mine["known"] = {}
        port = self.ports[turn % len(self.ports)]
        known: dict[int, HTTPConnection] = mine["known"]
        if port not in known:
            known[port] = HTTPConnection("127.0.0.1", port, timeout=120)
        return known[port]


Ask = Callable[[], Answer]


def timed(ask: Ask, times: int, *, clients: int = 1) -> list[float]:
    """Seconds of each of ``times`` requests by ``clients`` at once; raises where one fails."""
    if clients == 1:
        return [_checked(ask()) for _ in range(times)]
    with ThreadPoolExecutor(clients) as pool:
        return list(pool.map(lambda _: _checked(ask()), range(times)))


def _checked(answer: Answer) -> float:
    if answer.status not in (200, 302):
        raise RuntimeError(f"An answer was {answer.status}: {answer.body[:400]!r}")
    return answer.seconds


def middle(seconds: Sequence[float]) -> float:
    return median(seconds)


def tail(seconds: Sequence[float]) -> float:
    """The 95th of a hundred."""
    return quantiles(seconds, n=20)[-1]
