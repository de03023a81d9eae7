"""The mails from AWS: record them, see what they say and what follows."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from migrations_tracker.core.letters import LetterKind
from migrations_tracker.core.mails import MailKind, MailReading
from migrations_tracker.core.mails.marks import marked_pieces
from migrations_tracker.forms.correspondence import MailForm
from migrations_tracker.letters.drafts import LETTER_NAMES
from migrations_tracker.letters.explaining import explained_letter, explained_mail
from migrations_tracker.mails.belonging import Stray, stray
from migrations_tracker.mails.correspondence import MailContent, MailKnown, record_received
from migrations_tracker.mails.files import mail_file_content
from migrations_tracker.mails.reading import MAIL_KIND_NAMES, answer_to, reading_of, step_after
from migrations_tracker.merge_requests import standing_of
from migrations_tracker.models import Mail, MailFile, Move
from migrations_tracker.rate_limits import READING, count_use
from migrations_tracker.saying import said
from migrations_tracker.views.access import move_of, person
from migrations_tracker.views.answers import as_download, page_with_form


@require_http_methods(["GET", "HEAD", "POST"])
def receive(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Record a mail from AWS; what it is may be left to certmove where that is sure."""
    shown = move_of(request, pk)
    form = MailForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        count_use(READING, person(request))
    if request.method == "POST" and form.is_valid():
        reading = reading_of(form.cleaned_data["text"], shown)
        kind = form.cleaned_data["kind"] or (reading.kind.value if reading.sure else "")
        checked = form.cleaned_data["here"]
        strange = None if checked else stray(reading, shown, by=person(request))
        if strange:
            return _ask_where(request, shown, form, strange)
        if kind:
            return _recorded(request, shown, _content(form, reading, kind))
        form.add_error("kind", _not_clear(reading))
    return page_with_form(request, "correspondence/receive.html", {"move": shown}, form)


def _ask_where(request: HttpRequest, move: Move, form: MailForm, strange: Stray) -> HttpResponse:
    """422: the mail seems to be another move's; nothing is stored before the person says so."""
    context = {"move": move, "form": form, "stray": strange}
    return render(request, "correspondence/receive.html", context, status=422)


def _not_clear(reading: MailReading) -> str:
    unclear = _("It is not clear what this mail says: read it and choose.")
    if reading.kind is MailKind.UNRELATED:
        return unclear
    guess = _("It could be: %(kind)s.") % {"kind": said(MAIL_KIND_NAMES[reading.kind])}
    return f"{unclear} {guess}"


def _content(form: MailForm, reading: MailReading, kind: str) -> MailContent:
    return MailContent(
        kind=kind,
        body=form.cleaned_data["text"],
        subject=reading.subject,
        case_id=reading.case_id or "",
        sent_at=reading.sent_at if reading.sent_at and reading.sent_at.tzinfo else None,
        file=form.cleaned_data["source"],
    )


def _recorded(request: HttpRequest, move: Move, content: MailContent) -> HttpResponse:
    try:
        mail = record_received(move, content, by=person(request), at=timezone.now())
    except MailKnown as known:
        messages.info(request, str(known.message))
        return redirect("moves:mail", move.pk, known.mail.number)
    messages.success(request, _("The mail is in the time line."))
    return redirect("moves:mail", move.pk, mail.number)


@require_safe
def mail(request: HttpRequest, pk: UUID, number: int) -> HttpResponse:
    """What a mail says, whether it is safe, what to answer, and which step it suggests."""
    shown = move_of(request, pk)
    mails = Mail.objects.select_related("recorded_by", "file").defer("file__sealed_content")
    found = get_object_or_404(mails, move=shown, number=number)
    standing = standing_of(shown)
    received = found.direction == Mail.Direction.RECEIVED
    context = {
        "move": shown,
        "mail": found,
        "file": getattr(found, "file", None),
        "suggested": step_after(found.kind, standing),
        **(_read(request, found, shown) if received else _sent(found, shown)),
    }
    return render(request, "correspondence/mail.html", context)


def _read(request: HttpRequest, found: Mail, move: Move) -> dict[str, Any]:
    """What a received mail says."""
    reading = reading_of(found.body, move)
    strange = stray(reading, move, by=person(request), before=found.number)
    answer = answer_to(found.kind, reading, move, today=timezone.localdate())
    return {
        "reading": reading,
        "read_as": MAIL_KIND_NAMES[reading.kind] if reading.kind != found.kind else "",
        "kind_name": MAIL_KIND_NAMES.get(found.kind, found.kind),
        "pieces": marked_pieces(found.body, reading.newest, reading.evidence),
        "explained": explained_mail(found.kind, reading, move, at=timezone.now()),
        "letter": None if strange else answer,
        "stray": strange,
    }


def _sent(found: Mail, move: Move) -> dict[str, Any]:
    """What was sent, and what comes after it."""
    if found.kind not in set(LetterKind):
        return {"kind_name": found.kind}
    kind = LetterKind(found.kind)
    explained = explained_letter(kind, move, None, at=found.recorded_at)
    return {"kind_name": LETTER_NAMES[kind], "then": explained.then}


@require_safe
def mail_file(request: HttpRequest, pk: UUID, number: int) -> HttpResponse:
    """The file of a mail as it came: saved to disk, never opened as a page of this site."""
    move = move_of(request, pk)
    file = MailFile.objects.filter(mail__move=move, mail__number=number).select_related("mail")
    found = file.first()
    if found is None:
        raise Http404
    return as_download(mail_file_content(found), found.name, "application/octet-stream")
