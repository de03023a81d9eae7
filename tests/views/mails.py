"""What the tests of mails' pages share: a mail that lists accounts, and how a page is read."""

from urllib.parse import parse_qs, unquote, urlsplit

import lxml.html
from django.test import Client
from django.urls import reverse

OWN, COMPANY = "taro.personal@example.com", "taro.yamada@example.co.jp"
HERS = ("hanako@example.com", "hanako.sato@example.co.jp")
CASE, OTHER_CASE = "17551100220", "17551100999"
LIST = """\
Subject: RE: [CASE {case}] account-assistance

Hello,

Before I merge the accounts, please confirm within 24 hours that this is right.

Account #1 (to keep)
Login email: {keep}
Account #2 (to be closed)
Login email: {give_up}

On Mon, 16 Nov 2026, somebody wrote:
> Before I merge the accounts, please confirm within 24 hours that this is right.
"""


def url(name: str, *args: object) -> str:
    return reverse(f"moves:{name}", args=args)


def listing(case: str = CASE, keep: str = OWN, give_up: str = COMPANY) -> str:
    return LIST.format(case=case, keep=keep, give_up=give_up)


def shown(client: Client, address: str) -> "lxml.html.HtmlElement":
    answer = client.get(address)
    assert answer.status_code == 200
    return lxml.html.fromstring(answer.text)


def text_of(page: "lxml.html.HtmlElement") -> str:
    return " ".join(page.text_content().split())


def mailto(
    client: Client, address: str, data: dict[str, str] | None = None
) -> tuple[str, dict[str, list[str]]]:
    """Where the draft's link goes, and what it hands the mail program."""
    answer = client.post(address, data) if data else client.get(address)
    assert answer.status_code == 200
    (link,) = lxml.html.fromstring(answer.text).xpath("//a[starts-with(@href, 'mailto:')]/@href")
    parts = urlsplit(link)
    return unquote(parts.path), parse_qs(parts.query)
