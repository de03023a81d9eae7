"""Mails of 3 kB, over the standard library's parsing of the same file; and longer ones."""

import json
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from itertools import pairwise
from pathlib import Path

from migrations_tracker.core.mails import mail_from_bytes, read_mail
from tests.bench.measuring import Figure, Work, compared, seconds

TEXT = """\
Hello Taro,

Thank you for contacting AWS Training and Certification. Before I proceed please confirm that
the following is right. A merge cannot be undone.

Account #1 (to keep)
Login email: taro@example.com
Training notification email: taro.news@example.com

Account #2 (to be merged and closed)
Login email: taro.yamada@example.co.jp

Best regards,
Maria
AWS Training and Certification
"""
QUOTED = "> Dear team, please merge my two accounts. I leave my employer next week.\n"
CORPUS = Path(__file__).parents[1] / "core/mails/corpus/c.jsonl"
SIZE = 3_000
LENGTHS = (500, 1_000, 2_000, 4_000)


def figures() -> Iterator[Figure]:
    thread = mail(30)
    size = f"a mail of {len(thread) / 1000:.1f} kB"
    yield compared(
        f"{size}, parsed", lambda: mail_from_bytes(thread), floor(thread), goal=3, loops=50
    )
    yield understood(thread, f"{size}, parsed and understood")
    yield understood(mail_of(new_text(japanese=False)), "3 kB of new text, parsed and understood")
    yield understood(
        mail_of(new_text(japanese=True)), "3 kB of new Japanese, parsed and understood"
    )
    took = {length: min(cost(mail(length)) for _ in range(3)) for length in LENGTHS}
    for small, large in pairwise(LENGTHS):
        what = f"a mail of {large} quoted lines over one of {small}"
        yield Figure(what=what, ratio=took[large] / took[small], goal=2.2)


def floor(data: bytes) -> Work:
    """The standard library's way from the bytes to the text."""

    def text() -> str:
        body = message_from_bytes(data, policy=policy.default).get_body(("plain",))
        return body.get_content() if body else ""

    return text


def understood(data: bytes, what: str) -> Figure:
    return compared(
        what, lambda: read_mail(mail_from_bytes(data), None), floor(data), goal=3, loops=50
    )


def cost(data: bytes) -> float:
    return seconds(lambda: read_mail(mail_from_bytes(data), None), loops=3)


def new_text(*, japanese: bool) -> str:
    """Mails of the corpus one after the other, up to 3 kB: nothing of it is quoted."""
    text = ""
    for line in CORPUS.read_text(encoding="utf-8").strip().split("\n"):
        more = f"{text}{json.loads(line)['text']}\n\n"
        if json.loads(line)["text"].isascii() is not japanese and len(more.encode()) <= SIZE:
            text = more
    return text


def mail(quoted_lines: int) -> bytes:
    """A short answer above the thread it answers."""
    return mail_of(f"{TEXT}\nOn Mon, 16 Nov 2026, Taro wrote:\n{QUOTED * quoted_lines}")


def mail_of(text: str) -> bytes:
    message = EmailMessage(policy=policy.SMTP)
    message["From"] = "AWS Training and Certification <aws@example.com>"
    message["To"] = "Taro Yamada <taro@example.com>"
    message["Subject"] = "RE: [CASE 17551100220] account-assistance 認定アカウントの統合"
    message["Date"] = "Tue, 17 Nov 2026 03:12:44 +0000"
    message["Message-ID"] = "<1@example.com>"
    message.set_content(text)
    return message.as_bytes()
