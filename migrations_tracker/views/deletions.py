"""Deleting a move."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from migrations_tracker.forms.leaving import DeleteMoveForm
from migrations_tracker.leaving.amounts import amount_of
from migrations_tracker.leaving.deletion import delete_move
from migrations_tracker.leaving.receipts import send_receipt
from migrations_tracker.models import Move
from migrations_tracker.views.access import ask_again_who_it_is, own_move_of
from migrations_tracker.views.answers import page_with_form


@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What would go, and the button; then the receipt, also by mail to whose move it was."""
    shown = own_move_of(request, pk)
    ask_again_who_it_is(request)
    form = DeleteMoveForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        receipt, owner = delete_move(shown, at=timezone.now()), shown.owner
        mailed = send_receipt(receipt, owner)
        return render(request, "leaving/receipt.html", {"receipt": receipt, "mailed": mailed})
    context = {"move": shown, "amount": amount_of(Move.objects.filter(pk=pk))}
    return page_with_form(request, "moves/delete.html", context, form)
