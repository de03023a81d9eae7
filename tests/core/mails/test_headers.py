"""A header that is taken as it stands says what the standard library reads in it."""

from email import message_from_string, policy
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migrations_tracker.core.mails.headers import policy_for_one_mail

PLAIN_LETTERS = "aZ09 .,:;=?@<>()[]\"'_+-/#\\\t"


def both(header: str) -> tuple[EmailMessage, EmailMessage]:
    """The mail as it is read here, and as the standard library's default policy reads it."""
    text = f"{header}\n\nText"
    parsed = message_from_string(text, policy=policy.default)
    return message_from_string(text, policy=policy_for_one_mail()), parsed


def words(mail: EmailMessage, name: str) -> str | None:
    """A header on one line; None where the standard library itself breaks on it."""
    try:
        return " ".join(str(mail[name]).split())
    except (IndexError, ValueError, AttributeError, TypeError):
        return None


@pytest.mark.parametrize("name", ["Subject", "From", "Message-ID"])
@given(value=st.text(PLAIN_LETTERS))
def test_the_text_of_a_header_is_the_same(name: str, value: str) -> None:
    mine, theirs = both(f"{name}: {value}")
    assert words(theirs, name) in (words(mine, name), None)


@pytest.mark.parametrize("value", [
    "Taro Yamada <taro@example.com>", "taro.yamada@example.co.jp", "<17-a@mail.example.com>",
    "AWS Training and Certification <no-reply@example.com>", "RE: [CASE 175] account = merge",
    "=?utf-8?B?57Wx5ZCI?=", "\"Yamada, Taro\" <taro@example.com>", "Taro (at work) <t@example.com>",
])  # fmt: skip
@pytest.mark.parametrize("name", ["Subject", "From", "Message-ID"])
def test_headers_as_mails_have_them_read_the_same(name: str, value: str) -> None:
    mine, theirs = both(f"{name}: {value}")
    assert words(mine, name) == words(theirs, name)


@pytest.mark.parametrize("parameters", [
    "", "; charset=utf-8", '; charset="ISO-2022-JP"', "; name=a.txt; charset=x",
    '; filename="my report.pdf"', "; filename*=utf-8''%E7%B5%B1", "; boundary=\"a=_b\"", "; a",
    ";charset=utf-8", "; filename=\"=?utf-8?B?57Wx?=\"", " (a comment); charset=utf-8",
])  # fmt: skip
def test_parameters_read_the_same(parameters: str) -> None:
    for kind in (
        f"Content-Type: text/plain{parameters}",
        f"Content-Disposition: inline{parameters}",
    ):
        mine, theirs = both(kind)
        assert mine.get_content_type() == theirs.get_content_type()
        assert mine.get_content_charset() == theirs.get_content_charset()
        assert mine.get_filename() == theirs.get_filename()
        assert mine.get_boundary() == theirs.get_boundary()
        assert mine.get_content_disposition() == theirs.get_content_disposition()


def test_a_header_is_parsed_once() -> None:
    mine, _ = both("Subject: =?utf-8?B?57Wx5ZCI?=")
    assert mine["Subject"] is mine["Subject"]


def test_a_header_that_breaks_the_standard_library_is_taken_as_it_stands() -> None:
    mine, _ = both("Message-ID: <")
    assert mine["Message-ID"] == "<"
