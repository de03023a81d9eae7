"""Answers that several views give."""

from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header


def page_with_form(
    request: HttpRequest, template: str, context: dict[str, Any], form: BaseForm
) -> HttpResponse:
    """The page with the form on it; 422 where the form holds errors, so nothing was stored."""
    status = 422 if form.errors else 200
    return render(request, template, {**context, "form": form}, status=status)


def as_download(content: bytes, name: str, media_type: str) -> HttpResponse:
    """Bytes that somebody brought: saved to disk, never opened as a page of this site."""
    answer = HttpResponse(content, content_type=media_type)
    answer["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
