"""People are deleted from the admin as they delete themselves."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from migrations_tracker.leaving.amounts import amount_of
from migrations_tracker.leaving.deletion import LastAdministrator, delete_person
from migrations_tracker.leaving.receipts import send_receipt
from migrations_tracker.models import Move, User

if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[Any]
else:
    ModelAdmin = admin.ModelAdmin


class DeletedWhollyAdmin(ModelAdmin):
    """For the admin of people: files, sessions and traces go too, and a receipt is mailed."""

    def delete_model(self, request: HttpRequest, obj: User) -> None:
        receipt = delete_person(obj, at=timezone.now())
        send_receipt(receipt, obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        for each in queryset:
            self.delete_model(request, each)

    def get_deleted_objects(
        self, objs: Iterable[User], request: HttpRequest
    ) -> tuple[list[Any], dict[str, int], set[str], list[str]]:
        """What goes with each, counted. Who may delete a person may delete what is theirs."""
        people = list(objs)
        amounts = [amount_of(Move.objects.filter(owner=each)) for each in people]
        said = [
            part
            for each, amount in zip(people, amounts, strict=True)
            for part in (each, amount.lines())
        ]
        return said, {str(User._meta.verbose_name_plural): len(people)}, set(), []

    def log_deletions(self, request: HttpRequest, queryset: QuerySet[User]) -> list[Any]:
        """Nothing: the entry would keep the name of who is gone. The server's log has a number."""
        return []

    def delete_view(self, request: HttpRequest, *args: Any, **options: Any) -> Any:
        return self._unless_last(request, super().delete_view, *args, **options)

    def changelist_view(self, request: HttpRequest, *args: Any, **options: Any) -> Any:
        return self._unless_last(request, super().changelist_view, *args, **options)

    def _unless_last(
        self, request: HttpRequest, view: Callable[..., HttpResponse], *args: Any, **options: Any
    ) -> HttpResponse:
        try:
            return view(request, *args, **options)
        except LastAdministrator as refused:
            self.message_user(request, str(refused.message), messages.ERROR)
            return redirect("admin:migrations_tracker_user_changelist")
