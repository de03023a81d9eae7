"""Answers that several views give."""

from collections.abc import Mapping
from typing import Any

from django.forms import BaseForm, BoundField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header


def page_with_form(
    request: HttpRequest, template: str, context: dict[str, Any], form: BaseForm
) -> HttpResponse:
    """The page with the form on it; 422 where the form holds errors, so nothing was stored."""
    status = 422 if form.errors else 200
    return render(request, template, {**context, "form": form}, status=status)


def conflict_page(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    form: BaseForm,
    *,
    current: Mapping[str, Any],
    seen: Mapping[str, Any],
    message: object,
) -> HttpResponse:
    """409: the form with the person's text, and what stands there now where it differs.

    ``current`` are the values as they are now. ``seen`` are the hidden fields that mark them, so
    that saving again, with both before one's eyes, wins.
    """
    form.add_error(None, str(message))
    form.data = {**dict(form.data.items()), **{name: str(mark) for name, mark in seen.items()}}
    shown = {**context, "form": form, "differences": _differences(form, current)}
    return render(request, template, shown, status=409)


def _differences(form: BaseForm, current: Mapping[str, Any]) -> list[dict[str, Any]]:
    typed = form.cleaned_data
    return [
        {"label": field.label, "now": _in_words(field, current[field.name])}
        for field in form.visible_fields()
        if field.name in current and (typed.get(field.name) or "") != (current[field.name] or "")
    ]


def _in_words(field: BoundField, value: Any) -> Any:
    choices = dict(getattr(field.field, "choices", ()))
    return choices.get(value, value)


#: What somebody brought is never opened as a page of this site.
SANDBOX = "default-src 'none'; sandbox"


def as_download(content: bytes, name: str, media_type: str) -> HttpResponse:
    """Bytes that somebody brought: saved to disk, never opened as a page of this site."""
    answer = HttpResponse(content, content_type=media_type)
    answer["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    answer["Content-Security-Policy"] = SANDBOX
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
