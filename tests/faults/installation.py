"""An installation of its own for a test that does it harm."""

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path

from django.conf import settings


def environment(data: Path, **more: str) -> dict[str, str]:
    """What a process of the installation in ``data`` sees: nothing of the developer's own."""
    ours = ("CERTMOVE_", "EMAIL_URL", "DATABASE_URL", "DJANGO_", "HOST", "PORT")
    clean = {k: v for k, v in os.environ.items() if not k.startswith(ours)}
    return clean | {
        "CERTMOVE_ENV_FILE": os.devnull,
        "CERTMOVE_DATA": str(data),
        "DJANGO_SETTINGS_MODULE": "certmove.settings",
        "HOST": "127.0.0.1",
        "PYTHONUNBUFFERED": "1",
        **more,
    }


def run(data: Path, *command: str, **more: str) -> str:
    """What ``python command`` prints; fails where it fails."""
    done = subprocess.run(
        [sys.executable, *command],
        env=environment(data, **more),
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def prepared(shared: Path) -> Path:
    """A prepared, empty installation, made once for all workers of a run: copy it."""
    with (shared / "certmove-installation.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        data = shared / "certmove-installation"
        if not (data / "ready").exists():
            shutil.rmtree(data, ignore_errors=True)
            run(data, "manage.py", "prepare")
            (data / "ready").touch()
    return data


def copy_of(original: Path, target: Path) -> Path:
    """A copy for one test; the collected static files are shared, nothing writes to them."""
    target.mkdir(mode=0o700)
    for name in ("certmove.sqlite3", "secret.key", "enc.keys"):
        shutil.copy2(original / name, target / name)
    (target / "static").symlink_to(original / "static")
    return target
