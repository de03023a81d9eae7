"""Drafts to AWS: to read, to edit, to copy; recorded as sent when the person says so."""

from urllib.parse import quote
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from migrations_tracker.core.letters import LetterKind
from migrations_tracker.forms.correspondence import LetterForm
from migrations_tracker.letters.drafts import LETTER_NAMES, answered_mail, draft_for, has_losses
from migrations_tracker.letters.explaining import explained_letter
from migrations_tracker.mails.correspondence import MailContent, MailKnown, record_sent
from migrations_tracker.mails.reading import step_after
from migrations_tracker.merge_requests import standing_of
from migrations_tracker.models import Move
from migrations_tracker.views.access import move_of, person
from migrations_tracker.ways.in_force import asks_twice

#: Some mail programs cut what a link hands them beyond about this length.
LONGEST_LINK = 1_800


@require_http_methods(["GET", "HEAD", "POST"])
def letter(request: HttpRequest, pk: UUID, kind: str) -> HttpResponse:
    """A draft to AWS, to edit and copy; recorded as sent when the person says so.

    ``act`` is the button that only takes over what was edited, into the link beside it.
    """
    shown = move_of(request, pk)
    if kind not in set(LetterKind):
        raise Http404
    form = LetterForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and "act" not in request.POST:
        return _recorded(request, shown, MailContent(kind=kind, **form.cleaned_data))
    return _page(request, shown, LetterKind(kind), form)


def _recorded(request: HttpRequest, move: Move, content: MailContent) -> HttpResponse:
    try:
        sent = record_sent(move, content, by=person(request), at=timezone.now())
    except MailKnown as known:
        messages.info(request, str(known.message))
        return redirect("moves:mail", move.pk, known.mail.number)
    messages.success(request, _("Recorded as sent."))
    return redirect("moves:mail", move.pk, sent.number)


def _page(request: HttpRequest, move: Move, kind: LetterKind, form: LetterForm) -> HttpResponse:
    """The draft as it is, or as the person has edited it; 422 where that can't be."""
    now = timezone.now()
    answered = answered_mail(move, kind)
    draft = draft_for(move, kind, answered, at=now)
    if not form.is_bound:
        form = LetterForm(initial={"subject": draft.subject, "body": draft.body})
    link = _mailto(draft.to, *(str(form[name].value() or "") for name in ("subject", "body")))
    context = {
        "move": move,
        "kind": kind,
        "name": LETTER_NAMES[kind],
        "to": draft.to,
        "is_operators": draft.is_operators,
        "asks_twice": kind is LetterKind.REQUEST and asks_twice(move),
        "answered": answered,
        "nothing_missing": kind is LetterKind.DISCREPANCY and not has_losses(move),
        "explained": explained_letter(kind, move, answered, at=now),
        "step": step_after(kind, standing_of(move)),
        "mailto": link,
        "mailto_is_long": len(link) > LONGEST_LINK,
        "form": form,
    }
    status = 422 if form.errors else 200
    return render(request, "correspondence/letter.html", context, status=status)


def _mailto(to: str, subject: str, body: str) -> str:
    """A link by RFC 6068: one line of subject, and a body whose lines end as mails' do."""
    if not to:
        return ""
    text = "\r\n".join(body.splitlines())
    about = quote(" ".join(subject.split()))
    return f"mailto:{quote(to, safe='@')}?subject={about}&body={quote(text)}"
