"""Installations and servers of the bench: as `make run` starts them, beside the real ones."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

ROOT = Path(__file__).parents[2]
OURS = ("CERTMOVE_", "EMAIL_URL", "DATABASE_URL", "DJANGO_", "HOST", "PORT")
GUNICORN = ("-m", "gunicorn", "--config", "python:certmove.server", "certmove.wsgi")


def environment(data: Path, **more: str) -> dict[str, str]:
    """What a process of the installation in ``data`` sees, and nothing of a developer's own."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    return clean | {
        "CERTMOVE_ENV_FILE": os.devnull,
        "CERTMOVE_DATA": str(data),
        "DJANGO_SETTINGS_MODULE": "tests.load.settings",
        "HOST": "127.0.0.1",
        "PYTHONUNBUFFERED": "1",
        "MALLOC_ARENA_MAX": "2",
        **more,
    }


def run(data: Path, *command: str, **more: str) -> str:
    """What ``python command`` prints; raises CalledProcessError where it fails."""
    told = subprocess.run(
        [sys.executable, *command],
        env=environment(data, **more),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return told.stdout


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@dataclass(frozen=True, slots=True)
class Server:
    """One running server: ``process`` leads its workers."""

    port: int
    process: "subprocess.Popen[bytes]"
    seconds_to_first_answer: float

    def workers(self) -> list[int]:
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(pid) for pid in children.read_text().split()]

    def megabytes(self) -> float:
        """Of the largest worker, as resident in memory."""
        return max(_resident(pid) for pid in self.workers()) / 1024


def _resident(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1])


@contextmanager
def serving(
    data: Path, *command: str, path: str = "/accounts/login/", at: int = 0, **more: str
) -> Iterator[Server]:
    """A server of the installation in ``data``, at a free port; ends when the block does."""
    port = at or free_port()
    log = data / f"server-{port}.log"
    with log.open("w") as output:
        began = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, *(command or GUNICORN)],
            env=environment(data, PORT=str(port), **more),
            cwd=ROOT,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_for(process, port, path, log)
            yield Server(port, process, time.perf_counter() - began)
        finally:
            process.terminate()
            process.wait(timeout=30)
    log.unlink()


def _wait_for(process: "subprocess.Popen[bytes]", port: int, path: str, log: Path) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        with closing(HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
            try:
                connection.request("GET", path)
                if connection.getresponse().status < 500:
                    return
            except ConnectionError:
                time.sleep(0.01)
    raise RuntimeError(f"The server did not answer:\n{log.read_text()}")


def with_database(data: Path, environ: Mapping[str, str]) -> Path:
    """``data`` as an installation with its tables; ``environ`` is added to the environment."""
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    run(data, "manage.py", "prepare", **environ)
    return data
