"""Sentry's own package, sending to a collector of ours: errors arrive, with their request's number,
and nothing that people wrote."""

import gzip
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tests.faults.test_storage import place

MARKS = {
    "note": "canary-note-5150",
    "address": "canary.person@example.net",
    "path": "canary-typed-into-the-address-bar",
    "query": "canary-asked-for",
    "cookie": "canary-session",
    "agent": "canary-browser",
}


class Collector(ThreadingHTTPServer):
    """Takes envelopes (https://develop.sentry.dev/sdk/data-model/envelopes/) as they come."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.bodies: list[bytes] = []

    def items(self) -> list[tuple[str, dict[str, Any]]]:
        """Type and content of each item: each has a line that describes it before its own."""
        found = []
        for body in self.bodies:
            lines = body.decode().splitlines()[1:]
            pairs = zip(lines[::2], lines[1::2], strict=True)
            found += [(json.loads(head)["type"], json.loads(item)) for head, item in pairs]
        return found

    def events(self, wanted: int) -> list[dict[str, Any]]:
        until = time.monotonic() + 20
        while time.monotonic() < until:
            events = [item for kind, item in self.items() if kind == "event"]
            if len(events) >= wanted:
                return events
            time.sleep(0.05)
        raise AssertionError(f"{wanted} events were to come: {self.items()}")


class _Handler(BaseHTTPRequestHandler):
    server: Collector

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        packed = self.headers.get("Content-Encoding") == "gzip"
        self.server.bodies.append(gzip.decompress(body) if packed else body)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *_: object) -> None:
        return


@contextmanager
def a_collector() -> Iterator[Collector]:
    with Collector() as collector:
        thread = threading.Thread(target=collector.serve_forever)
        thread.start()
        yield collector
        collector.shutdown()
        thread.join()


def test_errors_arrive_with_their_number_and_without_what_people_wrote(data: Path) -> None:
    form: dict[str, object] = {"note": f"{MARKS['note']} {MARKS['address']}"}
    headers = {"User-Agent": MARKS["agent"]}
    with a_collector() as collector:
        dsn = f"http://public@127.0.0.1:{collector.server_port}/1"
        more = {
            "CERTMOVE_SENTRY_DSN": dsn,
            "DJANGO_SETTINGS_MODULE": "tests.faults.breaking_settings",
        }
        with place(data, **more) as it:
            numbers = {}
            for name, status in {"broken": 500, "logged": 200}.items():
                address = f"/{name}/{MARKS['path']}/?q={MARKS['query']}"
                answer = it.server.ask(address, form, session=MARKS["cookie"], **headers)
                assert answer.status == status
                numbers[answer.headers["X-Request-ID"]] = name
            assert it.server.ask(f"/nowhere/{MARKS['path']}/", **headers).status in (302, 404)
            events = collector.events(2)
    assert {each["tags"]["request"] for each in events} == set(numbers)
    for event in events:
        (error,) = event["exception"]["values"]
        assert error["type"] == "RuntimeError"
        assert error["stacktrace"]["frames"][-1]["function"] == "broken"
        assert error["stacktrace"]["frames"][-1]["lineno"] > 0
    assert {kind for kind, _ in collector.items()} == {"event"}
    sent = b"\n".join(collector.bodies).decode()
    assert [name for name, mark in MARKS.items() if mark in sent] == []
