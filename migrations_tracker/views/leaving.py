"""A person's data: take all of it along, and leave."""

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from migrations_tracker.forms.leaving import LeaveForm, TakeawayForm
from migrations_tracker.leaving.amounts import amount_of
from migrations_tracker.leaving.deletion import LastAdministrator, delete_person
from migrations_tracker.leaving.receipts import send_receipt
from migrations_tracker.models import Move
from migrations_tracker.rate_limits import EXPORT, count_use
from migrations_tracker.takeaway.contents import everything_of, note_codes
from migrations_tracker.views.access import ask_again_who_it_is, person
from migrations_tracker.views.answers import SANDBOX, page_with_form


@require_http_methods(["GET", "HEAD", "POST"])
def data(request: HttpRequest) -> HttpResponseBase:
    """How much there is of a person; a POST hands all of it out as a ZIP."""
    me = person(request)
    ask_again_who_it_is(request)
    form = TakeawayForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        count_use(EXPORT, me)
        return _everything(request, with_codes=form.cleaned_data["with_codes"])
    context = {"amount": amount_of(Move.objects.filter(owner=me))}
    return page_with_form(request, "leaving/data.html", context, form)


def _everything(request: HttpRequest, *, with_codes: bool) -> StreamingHttpResponse:
    me, now = person(request), timezone.now()
    if with_codes:
        note_codes(me, at=now)
    answer = StreamingHttpResponse(
        everything_of(me, with_codes=with_codes, at=now), content_type="application/zip"
    )
    name = f"certmove-{timezone.localdate():%Y-%m-%d}.zip"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Content-Security-Policy"] = SANDBOX
    answer["Content-Encoding"] = "identity"  # it is compressed already
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest) -> HttpResponse:
    """What would go with the account, and the button; then the receipt, signed out."""
    me = person(request)
    ask_again_who_it_is(request)
    form = LeaveForm(request.POST if request.method == "POST" else None, address=me.email)
    if request.method == "POST" and form.is_valid():
        try:
            receipt = delete_person(me, at=timezone.now())
        except LastAdministrator as refused:
            form.add_error(None, str(refused.message))
        else:
            mailed = send_receipt(receipt, me)
            logout(request)
            answer = render(request, "leaving/receipt.html", {"receipt": receipt, "mailed": mailed})
            answer["Clear-Site-Data"] = '"cache", "cookies", "storage"'
            return answer
    context = {"amount": amount_of(Move.objects.filter(owner=me))}
    return page_with_form(request, "leaving/leave.html", context, form)
