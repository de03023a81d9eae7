"""Data and secrets are for their owner alone."""

import stat
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from certmove.data_folder import new_encryption_keys, new_secret_key, open_data_folder, secret


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_folder_and_those_above_it_are_made_for_their_owner_alone(tmp_path: Path) -> None:
    folder = open_data_folder(tmp_path / "var" / "demo")
    assert (mode(folder), mode(folder.parent)) == (0o700, 0o700)


def test_an_empty_folder_is_closed_to_others(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o755)
    assert mode(open_data_folder(folder)) == 0o700


def test_a_folder_that_others_may_read_and_that_holds_something_is_refused(tmp_path: Path) -> None:
    (tmp_path / "somebody's").touch()
    tmp_path.chmod(0o755)
    with pytest.raises(ImproperlyConfigured, match="chmod 700"):
        open_data_folder(tmp_path)


def test_a_file_in_the_folders_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "var").touch()
    with pytest.raises(ImproperlyConfigured, match="Name another one in CERTMOVE_DATA"):
        open_data_folder(tmp_path / "var")


def test_a_secret_is_made_once_and_kept(tmp_path: Path) -> None:
    first = secret(tmp_path / "secret.key", new_secret_key)
    assert secret(tmp_path / "secret.key", new_secret_key) == first
    assert mode(tmp_path / "secret.key") == 0o600
    assert [file.name for file in tmp_path.iterdir()] == ["secret.key"]


def test_of_two_processes_that_make_a_secret_the_first_one_wins(tmp_path: Path) -> None:
    path = tmp_path / "secret.key"

    def make_while_another_is_faster() -> str:
        secret(path, lambda: "the other's")
        return "mine"

    assert secret(path, make_while_another_is_faster) == "the other's"


def test_a_secret_that_others_may_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "secret.key"
    path.write_text("known")
    path.chmod(0o640)
    with pytest.raises(ImproperlyConfigured, match=r"mode 0640.*chmod 600"):
        secret(path, new_secret_key)


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe\x00"])
def test_a_secret_that_says_nothing_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "enc.keys"
    path.write_bytes(content)
    path.chmod(0o600)
    with pytest.raises(ImproperlyConfigured, match="from a backup"):
        secret(path, new_encryption_keys)
