"""The server as `make run` starts it, in a data folder of its own, to be hurt."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode
from uuid import uuid4

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from tests.faults.installation import environment

#: As a browser would send it back: Django takes the cookie's own value in the form.
TOKEN = "t" * 32
HEADERS = {"Accept-Language": "en", "Connection": "close"}


@dataclass
class Answer:
    status: int
    text: str
    headers: dict[str, str]


@dataclass
class Server:
    process: "subprocess.Popen[bytes]"
    port: int
    log: Path

    def ask(
        self,
        address: str,
        form: dict[str, object] | None = None,
        *,
        session: str = "",
        files: dict[str, tuple[str, bytes]] | None = None,
        **headers: str,
    ) -> Answer:
        """GET, or POST where there is a form. Raises OSError or HTTPException where it dies."""
        cookies = f"csrftoken={TOKEN}; sessionid={session}"
        known = {**HEADERS, "Cookie": cookies, **headers}
        body: bytes | None = None
        if form is not None:
            body, known["Content-Type"] = _body({**form, "csrfmiddlewaretoken": TOKEN}, files or {})
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request("POST" if form is not None else "GET", address, body, known)
            answer = connection.getresponse()
            return Answer(answer.status, answer.read().decode(), dict(answer.headers))
        finally:
            connection.close()

    def kill(self) -> None:
        """All of its processes at once, with no time to tidy up."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(timeout=30)

    def said(self) -> str:
        return self.log.read_text()


@contextmanager
def serving(data: Path, port: int = 0, **more: str) -> Iterator[Server]:
    """A server on a free port until the block ends; its log lies beside the data folder."""
    server = start(data, port, **more)
    try:
        yield server
    finally:
        if server.process.poll() is None:
            os.killpg(server.process.pid, signal.SIGINT)
            server.process.wait(timeout=30)


def start(data: Path, port: int = 0, **more: str) -> Server:
    """A server that is ready, in a session of its own, to be killed by its group."""
    log, port = data.parent / f"log-{uuid4().hex}", port or free_port()
    command = [sys.executable, "-m", "gunicorn", "-c", "python:certmove.server", "certmove.wsgi"]
    with log.open("w") as output:
        process = subprocess.Popen(
            command,
            env=environment(data, PORT=str(port), **more),
            cwd=settings.BASE_DIR,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    server = Server(process, port, log)
    _wait_for(server)
    return server


def _wait_for(server: Server) -> None:
    for _ in range(1200):
        if "Stop it with Ctrl-C." in server.said():
            return
        assert server.process.poll() is None, server.said()
        time.sleep(0.05)
    raise AssertionError(server.said())


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _body(form: dict[str, object], files: dict[str, tuple[str, bytes]]) -> tuple[bytes, str]:
    """A form as a browser encodes it, and its content type."""
    if not files:
        return urlencode(form).encode(), "application/x-www-form-urlencoded"
    content = {**form, **{name: _upload(*file) for name, file in files.items()}}
    return encode_multipart(BOUNDARY, content), MULTIPART_CONTENT


def _upload(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)
