"""Drafts to AWS: to read, to edit, to copy; recorded as sent when the person says so."""

from urllib.parse import quote
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from migrations_tracker.core.letters import LetterKind
from migrations_tracker.correspondence import MailContent, MailKnown, record_sent
from migrations_tracker.drafts import LETTER_NAMES, answered_mail, draft_for, has_losses
from migrations_tracker.forms.correspondence import LetterForm
from migrations_tracker.letters import explanation
from migrations_tracker.views.access import move_of, person
from migrations_tracker.views.answers import page_with_form


@require_http_methods(["GET", "HEAD", "POST"])
def letter(request: HttpRequest, pk: UUID, kind: str) -> HttpResponse:
    """A draft to AWS, to edit and copy; recorded as sent when the person says so."""
    shown = move_of(request, pk)
    if kind not in set(LetterKind):
        raise Http404
    wanted = LetterKind(kind)
    answered = answered_mail(shown, wanted)
    draft = draft_for(shown, wanted, answered, at=timezone.now())
    initial = {"subject": draft.subject, "body": draft.body}
    form = LetterForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        content = MailContent(kind=kind, **form.cleaned_data)
        try:
            sent = record_sent(shown, content, by=person(request), at=timezone.now())
        except MailKnown as known:
            messages.info(request, str(known.message))
            return redirect("moves:move", pk)
        messages.success(request, _("Recorded as sent."))
        return redirect("moves:mail", pk, sent.number)
    context = {
        "move": shown,
        "kind": kind,
        "name": LETTER_NAMES[wanted],
        "draft": draft,
        "answered": answered,
        "nothing_missing": wanted is LetterKind.DISCREPANCY and not has_losses(shown),
        "explanation": explanation(wanted),
        "mailto": _mailto(draft.to, draft.subject, draft.body),
    }
    return page_with_form(request, "correspondence/letter.html", context, form)


def _mailto(to: str, subject: str, body: str) -> str:
    return f"mailto:{quote(to)}?subject={quote(subject)}&body={quote(body)}" if to else ""
