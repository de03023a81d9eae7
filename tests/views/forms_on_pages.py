"""The forms that stand on the site's pages, found by looking at the pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, urljoin

from django.test import Client
from lxml import html

from tests.views.addresses import ADDRESSES, Things, url_of


@dataclass(frozen=True)
class PageForm:
    """Where a form goes, by which method, and its fields with the values they stand there with."""

    action: str
    method: str
    fields: tuple[tuple[str, str], ...]
    has_files: bool = False

    @property
    def key(self) -> tuple[str, tuple[str, ...]]:
        """Two forms with the same fields to the same place are one."""
        return self.action, tuple(name for name, _ in self.fields)


def forms_of(client: Client, things: Things) -> dict[str, list[PageForm]]:
    """All forms of all pages that ``client`` may see, by their method."""
    found: dict[tuple[str, tuple[str, ...]], PageForm] = {}
    for name in ADDRESSES:
        url = url_of(name, things)
        answer = client.get(url)
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            found |= {form.key: form for form in _forms_in(answer.content, url)}
    by_method: dict[str, list[PageForm]] = {"get": [], "post": []}
    for form in found.values():
        by_method[form.method].append(form)
    return by_method


def _forms_in(content: bytes, url: str) -> Iterator[PageForm]:
    for form in html.fromstring(content).forms:
        fields = {name: _value(form, name) for name in form.fields if name}
        fields.pop("csrfmiddlewaretoken", None)
        buttons = form.xpath(".//button[@name]")
        fields |= {each.get("name"): each.get("value") or "" for each in buttons[:1]}
        yield PageForm(
            action=urljoin(url, form.get("action") or ""),
            method=form.method.lower(),
            fields=tuple(fields.items()),
            has_files=bool(form.xpath(".//input[@type='file']")),
        )


def _value(form: html.FormElement, name: str) -> str:
    value = form.fields[name]
    return value if isinstance(value, str) else ""


def encoded(pairs: dict[str, str]) -> str:
    """As a hostile browser would send them: halves of surrogate pairs go as they are."""
    return "&".join(
        f"{quote(name)}={quote(value.encode('utf-8', 'surrogatepass'), safe='')}"
        for name, value in pairs.items()
    )
