"""`read` and `read_mail` answer whatever a file holds, each file for itself."""

import io
import json
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.odd_texts import ODD, odd_texts

HEADS = (
    b"", b"%PDF-1.4\n", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"{\"badges\": [", b"<html><body>",
    b"User Name,Work Email,Certificate Name\n", "試験履歴\t".encode(), b"\xff\xfe", b"\xef\xbb\xbf",
)  # fmt: skip
MAIL_HEADS = (
    b"Subject: ", b"Subject: =?utf-8?b?", b"From: a@b\nSubject: Case\n\n", b"",
    b"Content-Type: multipart/mixed; boundary=x\n\n--x\n", b"Content-Type: text/html\n\n<p>",
    b"Content-Transfer-Encoding: base64\nContent-Type: text/plain; charset=iso-2022-jp\n\n",
)  # fmt: skip


def as_bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def contents(heads: Sequence[bytes]) -> st.SearchStrategy[bytes]:
    rest = st.binary(max_size=200) | odd_texts.map(as_bytes)
    return st.builds(bytes.__add__, st.sampled_from(heads), rest)


def answers(command: str, *files: bytes) -> list[object]:
    """What the command prints for ``files``, as JSON; a file it refuses is an answer, too."""
    out = io.StringIO()
    with TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{number}.dat" for number in range(len(files))]
        for path, content in zip(paths, files, strict=True):
            path.write_bytes(content)
        try:
            call_command(command, *map(str, paths), "--json", stdout=out, stderr=io.StringIO())
        except SystemExit:
            pass  # the status says whether all of it was understood
        except CommandError as refused:
            return [str(refused)]
    found = json.loads(out.getvalue())
    return found if isinstance(found, list) else [found]


def test_read_answers_each_odd_text() -> None:
    assert len(answers("read", *(as_bytes(odd) for odd in ODD[:25]))) == 25
    assert len(answers("read", *(as_bytes(odd) for odd in ODD[25:]))) == len(ODD) - 25


@given(st.lists(contents(HEADS), min_size=1, max_size=8))
@settings(max_examples=3)
def test_read_answers_anything(files: list[bytes]) -> None:
    assert len(answers("read", *files)) == len(files)


@given(contents(MAIL_HEADS))
@settings(max_examples=5)
def test_read_mail_answers_anything(mail: bytes) -> None:
    assert len(answers("read_mail", mail)) == 1


@pytest.mark.long
@given(st.lists(contents(HEADS), min_size=1, max_size=20))
@settings(max_examples=40)
def test_read_answers_anything_at_length(files: list[bytes]) -> None:
    assert len(answers("read", *files)) == len(files)


@pytest.mark.long
@given(contents(MAIL_HEADS))
@settings(max_examples=100)
def test_read_mail_answers_anything_at_length(mail: bytes) -> None:
    assert len(answers("read_mail", mail)) == 1


@pytest.mark.long
@pytest.mark.parametrize("unit", ["x", "あ", "\n", "a\t", "‮", "é́", "AWS Certified "])
def test_ten_megabytes_get_an_answer(unit: str) -> None:
    much = as_bytes(unit) * (10_000_000 // len(as_bytes(unit)))
    assert len(answers("read", much)) == 1
    assert len(answers("read_mail", much)) == 1
