"""Files of mails: packing, character sets, and what is refused."""

from datetime import UTC, datetime

import pytest

from migrations_tracker.core.mails import UnreadableMail, mail_from_bytes, parse_message, pasted
from migrations_tracker.core.mails.charset import decode

HEAD = b"From: AWS <a@amazon.com>\nSubject: Hello\nDate: Tue, 17 Nov 2026 03:12:44 +0000\n"
PLAIN = HEAD + b"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n"
MIXED = HEAD + b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n\n"


def test_the_headers_that_matter_are_read() -> None:
    mail = parse_message(b"Message-ID: <1@x>\n" + PLAIN + b"Hi")

    assert (mail.subject, mail.sender) == ("Hello", "AWS <a@amazon.com>")
    assert mail.message_id == "<1@x>"
    assert mail.sent_at == datetime(2026, 11, 17, 3, 12, 44, tzinfo=UTC)
    assert (mail.body, mail.html, mail.losses) == ("Hi", False, False)


def test_attachments_are_named_and_not_read() -> None:
    part = b"--B\nContent-Type: text/plain\n\nHi\n"
    part_head = b"--B\nContent-Type: text/plain\nContent-Disposition: attachment; "
    attached = part_head + b'filename="a.txt"\n\nX\n--B--'
    mail = parse_message(MIXED + part + attached)

    assert mail.attachments == ("a.txt",)
    assert mail.body == "Hi"


def test_html_stands_in_only_where_the_plain_text_is_empty() -> None:
    alternative = PLAIN.replace(b"text/plain; charset=utf-8", b"multipart/alternative; boundary=B")
    html = b"--B\nContent-Type: text/html\n\n<p>From HTML</p>\n--B--"
    plain = b"--B\nContent-Type: text/plain\n\nFrom plain text\n"
    empty = b"--B\nContent-Type: text/plain\n\n\n"

    assert parse_message(alternative + plain + html).body.strip() == "From plain text"
    assert parse_message(alternative + empty + html).body == "From HTML"


@pytest.mark.parametrize(
    ("data", "declared", "text"),
    [
        ("統合".encode("iso2022_jp"), "iso-2022-jp", "統合"),
        ("統合".encode("iso2022_jp"), None, "統合"),
        (b"\x1b$B-!-j\x1b(B", "iso-2022-jp", "①㈱"),
        ("統合①".encode("cp932"), "shift_jis", "統合①"),
        ("統合①".encode("cp932"), None, "統合①"),
        ("統合".encode(), "us-ascii", "統合"),
        ("統合".encode("euc_jp"), "euc-jp", "統合"),
        ("統合".encode(), "no-such-charset", "統合"),
    ],
)
def test_character_sets_of_japanese_mails(data: bytes, declared: str | None, text: str) -> None:
    assert decode(data, declared) == (text, False)


def test_every_character_of_jis_comes_out_as_python_reads_it() -> None:
    for row in range(0x30, 0x75):
        pairs = bytes(byte for cell in range(0x21, 0x7F) for byte in (row, cell))
        for start in range(0, len(pairs), 2):
            data = b"\x1b$B" + pairs[start : start + 2] + b"\x1b(B"
            try:
                expected = data.decode("iso2022_jp")
            except UnicodeDecodeError:
                continue
            assert decode(data + b"\x1b$B-!\x1b(B", "iso-2022-jp") == (expected + "①", False)


def test_lost_characters_are_told() -> None:
    mail = parse_message(PLAIN + b"abc \xff\xfe \x81")

    assert mail.losses
    assert mail.body.startswith("abc")


@pytest.mark.parametrize(
    "hostile",
    [
        b"Subject: " + b"=?utf-8?b?44CQ?= " * 1_000 + b"\n\nx",
        b"".join(b"X-%d: y\n" % number for number in range(9_000)) + b"\nx",
        MIXED + b"--B\n\nx\n" * 1_000,
        MIXED + b"--B\nContent-Type: text/plain; " + b"a=b; " * 1_000 + b"\n\nx\n--B--",
        HEAD
        + b"".join(
            b"Content-Type: multipart/mixed; boundary=B%d\n\n--B%d\n" % (n, n) for n in range(20)
        ),
        b"Subject: x\n\n" + b"x" * 10_000_001,
    ],
    ids=["long header", "many headers", "many parts", "long parameters", "deep", "large"],
)
def test_a_mail_past_the_limits_is_refused_with_advice(hostile: bytes) -> None:
    with pytest.raises(UnreadableMail, match=r"Paste .* text instead"):
        parse_message(hostile)


def test_the_lines_above_a_pasted_mail_are_its_header() -> None:
    mail = pasted("差出人: AWS <a@amazon.com>\n送信日時: 2026年11月17日 12:12\n件名: 統合\n\n本文")

    assert (mail.sender, mail.subject, mail.body) == ("AWS <a@amazon.com>", "統合", "本文")
    assert mail.sent_at == datetime(2026, 11, 17, 12, 12)  # noqa: DTZ001 - it names no zone


def test_labels_inside_a_pasted_text_are_no_header() -> None:
    text = "To: the person who asked\nAll is merged."

    assert pasted(text).body == text


def test_a_text_file_with_a_whole_eml_in_it_is_taken_apart() -> None:
    assert mail_from_bytes(PLAIN + b"Hi").body == "Hi"
    assert mail_from_bytes(b"Hi\n\nContent-Type: no header here").subject == ""
