"""The mails from AWS: record them, see what they say and what follows."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from migrations_tracker.correspondence import MailContent, MailKnown, record_received
from migrations_tracker.forms.correspondence import MailForm
from migrations_tracker.mail_reading import MAIL_KIND_NAMES, answer_to, reading_of, step_after
from migrations_tracker.merge_requests import standing_of
from migrations_tracker.models import Mail, Move
from migrations_tracker.rate_limits import READING, count_use
from migrations_tracker.views.access import move_of, person
from migrations_tracker.views.answers import page_with_form


@require_http_methods(["GET", "HEAD", "POST"])
def receive(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Record a mail from AWS; what it is may be left to certmove where that is sure."""
    shown = move_of(request, pk)
    form = MailForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        count_use(READING, person(request))
    if request.method == "POST" and form.is_valid():
        content = _content(shown, form)
        if content is None:
            form.add_error("kind", _("It is not clear what this mail says: read it and choose."))
        else:
            return _recorded(request, shown, content)
    return page_with_form(request, "correspondence/receive.html", {"move": shown}, form)


def _content(move: Move, form: MailForm) -> MailContent | None:
    """The mail with what it is; None where neither the person nor certmove is sure."""
    text = form.cleaned_data["text"]
    reading = reading_of(text, move)
    kind = form.cleaned_data["kind"] or (reading.kind.value if reading.sure else "")
    if not kind:
        return None
    return MailContent(
        kind=kind,
        body=text,
        subject=reading.subject,
        case_id=reading.case_id or "",
        sent_at=reading.sent_at if reading.sent_at and reading.sent_at.tzinfo else None,
    )


def _recorded(request: HttpRequest, move: Move, content: MailContent) -> HttpResponse:
    try:
        mail = record_received(move, content, by=person(request), at=timezone.now())
    except MailKnown as known:
        messages.info(request, str(known.message))
        return redirect("moves:move", move.pk)
    messages.success(request, _("The mail is in the time line."))
    return redirect("moves:mail", move.pk, mail.number)


@require_safe
def mail(request: HttpRequest, pk: UUID, number: int) -> HttpResponse:
    """What a mail says, whether it is safe, what to answer, and which step it suggests."""
    shown = move_of(request, pk)
    found = get_object_or_404(Mail.objects.select_related("recorded_by"), move=shown, number=number)
    standing = standing_of(shown)
    context: dict[str, object] = {
        "move": shown,
        "mail": found,
        "standing": standing,
        "suggested": step_after(found.kind, standing),
    }
    if found.direction == Mail.Direction.RECEIVED:
        reading = reading_of(found.body, shown)
        context |= {
            "reading": reading,
            "kind_name": MAIL_KIND_NAMES.get(found.kind, found.kind),
            "letter": answer_to(found.kind, reading, shown, today=timezone.localdate()),
        }
    return render(request, "correspondence/mail.html", context)
