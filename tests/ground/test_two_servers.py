"""Two servers, each on a disk of its own, are one installation: one database, shared files."""

import random
import re
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from urllib.parse import urlencode
from uuid import uuid4

import psycopg
import pytest
from django.db import connection

from tests.load.server import run, serving

pytestmark = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="several machines need one PostgreSQL"
)
PASSWORD = "seven quiet herons"
KEYS = {
    "CERTMOVE_SECRET_KEY": "shared by the servers of a test",
    "CERTMOVE_ENC_KEYS": "one:" + "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=",
}
CSRF = "k" * 32


@contextmanager
def own_database() -> Iterator[str]:
    """The address of an empty database beside the suite's own."""
    name = f"certmove_two_{uuid4().hex[:12]}"
    known = connection.settings_dict
    who = f"{known['USER']}:{known['PASSWORD']}" if known["PASSWORD"] else known["USER"]
    server = f"postgresql://{who}@{known['HOST']}:{known['PORT'] or 5432}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as control:
        control.execute(f'CREATE DATABASE "{name}"')
        try:
            yield f"{server}/{name}"
        finally:
            control.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@dataclass
class Visitor:
    """Somebody each of whose requests goes to a server picked by chance."""

    ports: list[int]
    chance: random.Random
    cookies: dict[str, str] = field(default_factory=lambda: {"csrftoken": CSRF})
    asked: Counter[int] = field(default_factory=Counter)

    def get(self, path: str) -> tuple[int, str, bytes]:
        return self._ask("GET", path, b"", "")

    def post(self, path: str, **fields: str) -> tuple[int, str, bytes]:
        body = urlencode({"csrfmiddlewaretoken": self.cookies["csrftoken"], **fields}).encode()
        return self._ask("POST", path, body, "application/x-www-form-urlencoded")

    def send(self, path: str, name: str, file: bytes, **fields: str) -> tuple[int, str, bytes]:
        """A form with one file in the field ``name``."""
        parts = [
            f'--x\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
            for key, value in {"csrfmiddlewaretoken": self.cookies["csrftoken"], **fields}.items()
        ]
        head = f'--x\r\nContent-Disposition: form-data; name="{name}"; filename="a.pdf"\r\n\r\n'
        body = b"".join([*parts, head.encode(), file, b"\r\n--x--\r\n"])
        return self._ask("POST", path, body, "multipart/form-data; boundary=x")

    def _ask(self, method: str, path: str, body: bytes, kind: str) -> tuple[int, str, bytes]:
        port = self.chance.choice(self.ports)
        self.asked[port] += 1
        connection = HTTPConnection("127.0.0.1", port, timeout=60)
        cookies = {"language": "en", **self.cookies}
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}
        connection.request(method, path, body, headers | {"Content-Type": kind})
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        for line in answer.headers.get_all("Set-Cookie") or ():
            name, value = line.split(";")[0].split("=", 1)
            self.cookies[name] = value
        return answer.status, answer.headers.get("Location", ""), content


@pytest.fixture(scope="module")
def ports(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[int]]:
    base = tmp_path_factory.mktemp("two")
    with ExitStack() as stack:
        database = stack.enter_context(own_database())
        shared = KEYS | {
            "DATABASE_URL": database,
            "CERTMOVE_FILES": str(base / "files"),
            "DJANGO_SETTINGS_MODULE": "certmove.settings",
        }
        folders = [base / "one", base / "two"]
        for folder in folders:
            folder.mkdir(mode=0o700)
        with ThreadPoolExecutor(2) as pool:  # both machines start at once
            list(pool.map(lambda each: run(each, "manage.py", "prepare", **shared), folders))
        servers = [
            stack.enter_context(serving(each, path="/healthz", **shared)) for each in folders
        ]
        yield [server.port for server in servers]


@pytest.fixture(scope="module")
def visitor(ports: list[int]) -> Visitor:
    """The first person, made at one of the servers."""
    somebody = Visitor(ports, random.Random(11))
    status, _, page = somebody.post(
        "/welcome/",
        name="Sam Lead",
        email="sam@example.com",
        password=PASSWORD,
        password_again=PASSWORD,
        language="en",
        time_zone="Asia/Tokyo",
    )
    assert status == 302, page.decode()
    return somebody


def new_move(visitor: Visitor) -> str:
    status, location, page = visitor.post(
        "/moves/new/", person_name="Taro Yamada", time_zone="Asia/Tokyo"
    )
    assert status == 302, page.decode()
    return location.strip("/").split("/")[-1]


def test_a_session_of_one_server_is_one_of_both(visitor: Visitor) -> None:
    assert {visitor.get("/")[0] for _ in range(12)} == {200}
    assert len(visitor.asked) == 2


def test_a_file_given_to_one_server_is_handed_out_by_both(visitor: Visitor) -> None:
    move = new_move(visitor)
    file = b"%PDF-1.4 a certificate"
    fields = {"certification": "AWS Certified Cloud Practitioner"}
    assert visitor.send(f"/moves/{move}/certificates/new/", "file", file, **fields)[0] == 302
    (address,) = set(
        re.findall(r"/certificates/[0-9a-f-]{36}/", visitor.get(f"/moves/{move}/")[2].decode())
    )
    answers = [visitor.get(address) for _ in range(12)]
    assert {(status, content) for status, _, content in answers} == {(200, file)}


def test_what_one_server_previewed_the_other_keeps(visitor: Visitor) -> None:
    """Dropped files wait between the preview and "keep these" where both can read them."""
    row = "Certification,Earned on\nAWS Certified Cloud Practitioner,2024-03-25\n"
    for _ in range(6):
        move = new_move(visitor)
        snapshot = visitor.post(f"/moves/{move}/snapshots/source/before/")[1]
        page = visitor.send(f"{snapshot}preview/", "documents", row.encode(), text="")[2].decode()
        found = re.search(r'name="batch" value="([0-9a-f-]{36})"', page)
        assert found, page
        assert visitor.post(f"{snapshot}keep/", batch=found[1], text="")[0] == 302
        assert "Cloud Practitioner" in visitor.get(snapshot)[2].decode()


def test_of_twenty_at_both_servers_one_makes_the_step(visitor: Visitor, ports: list[int]) -> None:
    move = new_move(visitor)
    racers = [Visitor(ports, random.Random(n), dict(visitor.cookies)) for n in range(20)]

    def withdraw(racer: Visitor) -> int:
        return racer.post(f"/moves/{move}/steps/", step="withdraw", version="1")[0]

    with ThreadPoolExecutor(len(racers)) as pool:
        answers = Counter(pool.map(withdraw, racers))
    assert answers == {302: 1, 409: 19}


def test_wrong_passwords_count_at_both_servers_together(ports: list[int]) -> None:
    stranger = Visitor(ports, random.Random(5))
    wrong = {"login": "sam@example.com", "password": "not this one"}
    pages = [stranger.post("/accounts/login/", **wrong)[2].decode() for _ in range(12)]
    assert "Too many" in pages[-1]


def test_no_server_keeps_on_its_disk_what_the_other_needs(
    visitor: Visitor, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Logs and the collected static files, which each makes of its own, are all there is."""
    base = next(tmp_path_factory.getbasetemp().glob("two*"))
    for folder in (base / "one", base / "two"):
        kept = {path.name for path in folder.iterdir() if not path.name.startswith("server-")}
        assert kept == {"static"}
    assert any(path.is_file() for path in (base / "files").rglob("*"))
