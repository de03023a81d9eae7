"""The server as `make run` starts it, in a data folder of its own."""

import os
import re
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener

import pytest
from django.conf import settings

PASSWORD = "seven quiet herons"
URL = "https://certmove.example.com"


class _Stay(HTTPRedirectHandler):
    def redirect_request(self, *_args: object, **_more: object) -> None:
        return None


class Server:
    """A running server and the way to ask it, as a proxy that speaks https would."""

    def __init__(self, port: int, said: list[str]) -> None:
        self.port, self.said = port, said
        self.opener = build_opener(_Stay)

    def ask(
        self,
        path: str,
        form: dict[str, str] | None = None,
        cookie: str = "",
        headers: dict[str, str] | None = None,
    ) -> tuple[int, str, dict[str, str]]:
        known = {
            "Host": "certmove.example.com",
            "X-Forwarded-Proto": "https",
            "Referer": URL,
            "Cookie": cookie,
        }
        request = Request(
            f"http://127.0.0.1:{self.port}{path}",
            data=urlencode(form).encode() if form is not None else None,
            headers=known | (headers or {}),
        )
        try:
            answer = self.opener.open(request, timeout=60)
        except HTTPError as error:
            answer = error
        with answer:
            return answer.status, answer.read().decode(), dict(answer.headers)


def environment(data: Path, port: int) -> dict[str, str]:
    clean = {k: v for k, v in os.environ.items() if not k.startswith("CERTMOVE_")}
    clean.pop("DATABASE_URL", None)  # a database of its own, too
    return clean | {
        "CERTMOVE_ENV_FILE": os.devnull,
        "CERTMOVE_DATA": str(data),
        "CERTMOVE_URL": URL,
        "CERTMOVE_PROXIES": "1",
        "DJANGO_SETTINGS_MODULE": "certmove.settings",
        "PORT": str(port),
        "HOST": "127.0.0.1",
        "PYTHONUNBUFFERED": "1",
    }


def prepare(data: Path) -> None:
    subprocess.run(
        [sys.executable, "manage.py", "prepare"],
        env=environment(data, 8000),
        cwd=settings.BASE_DIR,
        check=True,
    )


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def serving(data: Path) -> Iterator[Server]:
    port = free_port()
    log = data.parent / "log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "-c", "python:certmove.server", "certmove.wsgi"],
            env=environment(data, port),
            cwd=settings.BASE_DIR,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            wait_for(process, log)
            yield Server(port, log.read_text().splitlines())
        finally:
            process.send_signal(signal.SIGINT)
            status = process.wait(timeout=30)
    assert status == 0, log.read_text()


def wait_for(process: "subprocess.Popen[bytes]", log: Path) -> None:
    for _ in range(600):
        if "Stop it with Ctrl-C." in log.read_text():
            return
        assert process.poll() is None, log.read_text()
        time.sleep(0.1)
    raise AssertionError(log.read_text())


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("server") / "var"
    prepare(folder)
    return folder


def test_the_first_person_comes_in_with_the_printed_code_and_comes_alone(data: Path) -> None:
    with serving(data) as server:
        assert server.said[0] == f"certmove is ready: {URL}"
        cookie, form = filled_in(server)

        def come(number: int) -> tuple[int, str]:
            mine = form | {"email": f"person{number}@example.com"}
            status, _page, headers = server.ask("/welcome/", mine, cookie)
            return status, headers.get("Location", "")

        with ThreadPoolExecutor(4) as crowd:
            answers = list(crowd.map(come, range(4)))
        assert answers.count((302, "/")) == 1
        assert server.ask("/welcome/")[0] == 404
    assert people(data) == 1


def test_a_second_start_keeps_the_data_and_collects_nothing_again(data: Path) -> None:
    kept = {name: (data / name).read_bytes() for name in ("secret.key", "enc.keys")}
    collected = (data / "static" / "staticfiles.json").stat().st_mtime_ns
    prepare(data)
    with serving(data) as server:
        assert not any("One-time code" in line for line in server.said)
        assert server.ask("/")[2]["Location"].startswith("/accounts/login/")
        assert_static_files_are_hashed_compressed_and_kept(server)
        assert_plain_http_is_sent_to_https(server)
    assert {name: (data / name).read_bytes() for name in kept} == kept
    assert (data / "static" / "staticfiles.json").stat().st_mtime_ns == collected
    assert people(data) == 1


def test_a_port_that_is_taken_is_told_with_another_one(data: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = int(taken.getsockname()[1])
        command = [sys.executable, "-m", "gunicorn", "-c", "python:certmove.server"]
        tried = subprocess.run(
            [*command, "certmove.wsgi"],
            env=environment(data, port),
            cwd=settings.BASE_DIR,
            capture_output=True,
            text=True,
            check=False,
        )
    assert tried.returncode != 0
    assert f"make run PORT={port + 1}" in tried.stderr
    assert "Traceback" not in tried.stderr


def test_what_lies_in_the_data_folder_is_for_its_owner_alone(data: Path) -> None:
    assert stat.S_IMODE(data.stat().st_mode) == 0o700
    for name in ("secret.key", "enc.keys"):
        assert stat.S_IMODE((data / name).stat().st_mode) == 0o600


def filled_in(server: Server) -> tuple[str, dict[str, str]]:
    """The cookie and the form of somebody who sees the console."""
    code = re.search(r"One-time code.*: (\S+)", "\n".join(server.said))
    _status, page, headers = server.ask("/welcome/")
    token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', page)
    assert code
    assert token
    cookie = SimpleCookie(headers["Set-Cookie"])["__Host-csrftoken"].OutputString([])
    return cookie, {
        "csrfmiddlewaretoken": token[1],
        "name": "Hanako Sato",
        "password": PASSWORD,
        "password_again": PASSWORD,
        "language": "en",
        "time_zone": "Asia/Tokyo",
        "code": code[1],
    }


def assert_static_files_are_hashed_compressed_and_kept(server: Server) -> None:
    page = server.ask("/accounts/login/")[1]
    style = re.search(r'href="(/static/css/certmove\.[0-9a-f]{12}\.css)"', page)
    assert style
    request = Request(
        f"http://127.0.0.1:{server.port}{style[1]}",
        headers={"Host": "certmove.example.com", "X-Forwarded-Proto": "https"}
        | {"Accept-Encoding": "gzip"},
    )
    with server.opener.open(request) as answer:
        assert answer.headers["Content-Encoding"] == "gzip"
        assert "immutable" in answer.headers["Cache-Control"]
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")


def assert_plain_http_is_sent_to_https(server: Server) -> None:
    status, _page, headers = server.ask("/", headers={"X-Forwarded-Proto": "http"})
    assert (status, headers["Location"]) == (301, f"{URL}/")


def people(data: Path) -> int:
    code = (
        "import django; django.setup(); from migrations_tracker.models import User;"
        "print(User.objects.count())"
    )
    said = subprocess.run(
        [sys.executable, "-c", code],
        env=environment(data, 8000),
        cwd=settings.BASE_DIR,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    return int(said)


def test_connections_that_say_nothing_stop_nobody(data: Path) -> None:
    """Browsers open some ahead; here are more of them than the server has threads."""
    with serving(data) as server, ExitStack() as stack:
        for _ in range(20):
            stack.enter_context(socket.create_connection(("127.0.0.1", server.port)))
        status, _page, _headers = server.ask("/healthz")
        assert status == 200
