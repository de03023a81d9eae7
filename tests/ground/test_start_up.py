"""A setting that can't be meant stops the start with a sentence: which one, and what to write."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from pytest_django import Settings

from certmove import server
from certmove.environment import Environment
from certmove.network_folders import kind_of, refuse_a_network_folder
from certmove.profile import own_url, profile_of

SECRET = "p4ssw0rd-of-somebody"
MOUNTS = """\
22 1 8:1 / / rw - ext4 /dev/sda1 rw
35 22 0:41 / /srv rw - nfs4 server:/srv rw
36 22 0:42 / /srv/local\\040disk rw - xfs /dev/sdb1 rw
37 22 0:43 / /home rw shared:1 - ext4 /dev/sdc1 rw
38 22 0:44 / /home rw - cifs //server/home rw
"""


def prepare(data: Path, **settings_of_it: str) -> tuple[int, str]:
    """Exit status and words of `make run`'s first command."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("CERTMOVE_", "DATABASE_"))}
    known = {"CERTMOVE_ENV_FILE": os.devnull, "CERTMOVE_DATA": str(data)}
    done = subprocess.run(
        [sys.executable, "manage.py", "prepare"],
        env={**clean, **known, "DJANGO_SETTINGS_MODULE": "certmove.settings", **settings_of_it},
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("setting", "value", "sentence"),
    [
        ("CERTMOVE_TIME_ZONE", "Tokyo", "CERTMOVE_TIME_ZONE is 'Tokyo'. Write a time zone"),
        ("EMAIL_URL", f"foo://u:{SECRET}@h", "EMAIL_URL can't be read. Write it as in smtp+tls://"),
        ("PORT", "99999", "PORT is 99999. Write a port from 1 to 65535"),
        ("HOST", "192.0.2.7", "CERTMOVE_URL is not set"),
        (
            "CERTMOVE_CATALOGUE",
            "nowhere.toml",
            "CERTMOVE_CATALOGUE is 'nowhere.toml', but",
        ),
        ("DATABASE_URL", f"foo:{SECRET}", "DATABASE_URL names a database that certmove does not"),
        ("DATABASE_URL", f"postgres://u:{SECRET}@127.0.0.1:1/x", "can't reach its database (x at"),
        ("CERTMOVE_ENC_KEYS", SECRET, "Entry 1 of CERTMOVE_ENC_KEYS"),
        ("CERTMOVE_ADMINS", "nobody", "CERTMOVE_ADMINS holds 'nobody', which is no mail address"),
        ("CERTMOVE_DATA", "/proc/certmove", "cannot be used"),
    ],
)
def test_the_start_is_refused_with_what_to_write(
    setting: str, value: str, sentence: str, tmp_path: Path
) -> None:
    status, said = prepare(tmp_path / "var", **{setting: value})
    assert status != 0
    assert sentence in said
    assert "Traceback" not in said
    assert SECRET not in said


def of(**values: str) -> Environment:
    env = Environment()
    env.ENVIRON = values
    return env


def test_a_name_that_nothing_asks_for_is_doubted_with_the_one_that_is_meant() -> None:
    env = of(CERTMOVE_TIMEZONE="UTC", CERTMOVE_CHROMIUM="x", HOME="/", CERTMOVE_XY="1")
    env.str("CERTMOVE_TIME_ZONE", default="")
    assert env.doubts() == [
        "CERTMOVE_TIMEZONE is set, but certmove has no such setting. Is CERTMOVE_TIME_ZONE meant?",
        "CERTMOVE_XY is set, but certmove has no such setting. .env.example names them all.",
    ]


def test_what_the_settings_ask_for_is_not_doubted() -> None:
    example = (settings.BASE_DIR / ".env.example").read_text()
    named = {
        line[1:].split("=")[0] for line in example.splitlines() if line.startswith("#CERTMOVE")
    }
    env = Environment()
    env.asked, env.ENVIRON = settings.ENVIRONMENT.asked, dict.fromkeys(named, "x")
    assert env.doubts() == []


@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000"),
        ("::1", "http://[::1]:8000"),
        ("localhost", "http://localhost:8000"),
        ("127.0.0.2", "http://127.0.0.2:8000"),
        ("0.0.0.0", "http://127.0.0.1:8000"),
        ("::", "http://127.0.0.1:8000"),
    ],
)
def test_the_printed_address_is_one_at_which_it_answers(host: str, url: str) -> None:
    assert own_url(host, 8000) == url
    assert url.split("//")[1].rsplit(":", 1)[0] in profile_of(url).hosts


def test_listening_everywhere_is_told_to_be_of_no_use_to_others(
    settings: Settings, db: None
) -> None:
    settings.HOST = "0.0.0.0"
    lines = server.greeting()
    assert any("answers only at the one above" in line for line in lines)


@pytest.mark.parametrize(
    ("host", "words"),
    [
        ("there-is-no-such-host.invalid", "a name that nobody here knows"),
        ("192.0.2.7", "not an address of this machine"),
    ],
)
def test_a_host_that_can_not_be_taken_is_not_blamed_on_the_port(
    host: str, words: str, settings: Settings
) -> None:
    settings.HOST = host
    with pytest.raises(SystemExit, match=words):
        server.on_starting(None)


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/var/lib/certmove", "ext4"),
        ("/srv/certmove", "nfs4"),
        ("/srv/local disk/var", "xfs"),
        ("/home/hanako", "cifs"),
        ("/srvx", "ext4"),
    ],
)
def test_the_file_system_of_a_folder_is_told_from_the_mounts(folder: str, kind: str) -> None:
    assert kind_of(Path(folder), MOUNTS) == kind


def test_a_database_on_a_network_drive_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_a_network_folder(tmp_path)
    mounts = tmp_path / "mountinfo"
    mounts.write_text(f"38 22 0:44 / {tmp_path.resolve()} rw - cifs //server/home rw\n")
    monkeypatch.setattr("certmove.network_folders._MOUNTS", mounts)
    with pytest.raises(ImproperlyConfigured, match=r"network drive \(cifs\).*PostgreSQL"):
        refuse_a_network_folder(tmp_path / "var")


def test_the_demo_lies_below_the_data_folder_with_a_database_of_its_own(tmp_path: Path) -> None:
    status, said = prepare(
        tmp_path / "var", CERTMOVE_DEMO="yes", DATABASE_URL="postgres://u@127.0.0.1:1/x"
    )
    assert (status, said) == (0, "")
    assert (tmp_path / "var" / "demo" / "certmove.sqlite3").is_file()
