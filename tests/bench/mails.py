"""A mail of 3 kB, over the standard library's parsing of the same file; and longer ones."""

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from itertools import pairwise

from migrations_tracker.core.mails import mail_from_bytes, read_mail
from tests.bench.measuring import Figure, compared, seconds

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
LENGTHS = (500, 1_000, 2_000, 4_000)


def figures() -> Iterator[Figure]:
    data = mail(30)
    size = f"a mail of {len(data) / 1000:.1f} kB"

    def floor() -> str:
        body = message_from_bytes(data, policy=policy.default).get_body(("plain",))
        return body.get_content() if body else ""

    yield compared(f"{size}, parsed", lambda: mail_from_bytes(data), floor, goal=3, loops=50)
    yield compared(
        f"{size}, parsed and understood",
        lambda: read_mail(mail_from_bytes(data), None),
        floor,
        goal=None,
        loops=50,
    )
    took = {length: min(cost(mail(length)) for _ in range(3)) for length in LENGTHS}
    for small, large in pairwise(LENGTHS):
        what = f"a mail of {large} quoted lines over one of {small}"
        yield Figure(what=what, ratio=took[large] / took[small], goal=2.2)


def cost(data: bytes) -> float:
    return seconds(lambda: read_mail(mail_from_bytes(data), None), loops=3)


def mail(quoted_lines: int) -> bytes:
    message = EmailMessage(policy=policy.SMTP)
    message["From"] = "AWS Training and Certification <aws@example.com>"
    message["To"] = "Taro Yamada <taro@example.com>"
    message["Subject"] = "RE: [CASE 17551100220] account-assistance 認定アカウントの統合"
    message["Date"] = "Tue, 17 Nov 2026 03:12:44 +0000"
    message["Message-ID"] = "<1@example.com>"
    message.set_content(f"{TEXT}\nOn Mon, 16 Nov 2026, Taro wrote:\n{QUOTED * quoted_lines}")
    return message.as_bytes()
