"""A page with every part of the stylesheet, given to the browser without a view behind it."""

import mimetypes
from pathlib import Path

from django import forms
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.paginator import Paginator
from django.template import engines
from django.test import RequestFactory
from django.utils import timezone, translation
from playwright.sync_api import Page, Route

from certmove.middleware import header_of
from migrations_tracker.core.deadlines import Deadline, DeadlineKind
from migrations_tracker.moves.badges import deadline_chips


class EveryField(forms.Form):
    name = forms.CharField(label="Name", help_text="As on your ID.")
    day = forms.DateField(label="Last day", widget=forms.DateInput(attrs={"type": "date"}))
    kind = forms.ChoiceField(label="Kind", choices=[("p", "Partner"), ("b", "Builder ID")])
    answer = forms.ChoiceField(label="Answer", choices=[("a", "A")], widget=forms.RadioSelect)
    read = forms.BooleanField(label="I have read both", help_text="It cannot be taken back.")
    text = forms.CharField(label="The page's text", widget=forms.Textarea)
    file = forms.FileField(label="A file", required=False)


def parts(language: str = "en", theme: str = "auto", filled: bool = False) -> str:
    """The page as the server would write it; ``filled`` with a form that was refused."""
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    stages = [("Preparing", "done"), ("Confirmation asked", "current"), ("Verified", "ahead")]
    now = timezone.now()
    mailbox = Deadline(kind=DeadlineKind.MAILBOX_CLOSES, at=now, on=now.date(), days_left=6)
    context = {
        "theme": theme,
        "form": EveryField({"f-kind": "x"}, prefix="f") if filled else EveryField(prefix="f"),
        "paste": EveryField(prefix="p"),
        "stages": [{"label": label, "state": state} for label, state in stages],
        "rows": range(40),
        "kinds": ["arrived", "harmless", "alarm", "missing", "new", "settled"],
        "tones": ["is-info", "is-warn", "is-stop", "is-done"],
        "page": Paginator(range(30), 10).page(2),
    }
    source = Path(__file__).with_name("parts.html").read_text(encoding="utf-8")
    with translation.override(language):
        context["deadline"] = deadline_chips()(mailbox)
        return engines["django"].from_string(source).render(context, request)


def show(page: Page, base_url: str, html: str) -> Page:
    """Let ``page`` see ``html`` at every address, with our static files and our policy."""
    page.route(f"{base_url}/**", lambda route: _answer(route, html))
    page.goto(f"{base_url}/")
    return page


def _answer(route: Route, html: str) -> None:
    path = "/".join(route.request.url.split("/")[3:])
    if path.startswith("static/"):
        file = Path(settings.BASE_DIR, path)
        route.fulfill(body=file.read_bytes(), content_type=mimetypes.guess_type(file)[0])
        return
    policy = {"Content-Security-Policy": header_of(settings.SECURE_CSP)}
    route.fulfill(body=html, content_type="text/html; charset=utf-8", headers=policy)
