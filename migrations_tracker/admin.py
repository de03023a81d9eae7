"""The certification lead's desk: everything to look at, and edits through the pages' own acts.

A status, a sealed snapshot, an event or a mail can't be written here at all. What can be
edited goes through the same functions as the pages, so it lands in the time line.
"""

from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.db import transaction
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from migrations_tracker.admin_deletion import DeletedWhollyAdmin
from migrations_tracker.admin_lists import QuickList, QuickPeople
from migrations_tracker.core.lifecycle import STATUS_NAMES, Status
from migrations_tracker.events import hold
from migrations_tracker.forms.seen import SeenForm, SeenUserForm, mark_of_row
from migrations_tracker.models import (
    Account,
    CertificateFile,
    Event,
    Evidence,
    Mail,
    MergeRequest,
    Move,
    Settlement,
    Snapshot,
    User,
)
from migrations_tracker.moves.acts import (
    ACCOUNT_FIELDS,
    MOVE_FIELDS,
    StaleForm,
    change_account,
    change_move,
)

if TYPE_CHECKING:
    AnyUserAdmin = DjangoUserAdmin[User]
else:
    AnyUserAdmin = DjangoUserAdmin


class EditedByActsAdmin(QuickList):
    """Edits run through an act of the use cases; rows are neither added nor deleted here."""

    form = SeenForm

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def changed(self, form: "ModelForm[Any]", names: tuple[str, ...]) -> dict[str, Any]:
        return {name: form.cleaned_data[name] for name in form.changed_data if name in names}


class ReadOnlyAdmin(EditedByActsAdmin):
    """To look at, never to write: for what only the pages' acts may change."""

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Move)
class MoveAdmin(EditedByActsAdmin):
    list_display = ("person_name", "employer", "owner", "status", "last_working_day")
    list_select_related = ("owner", "merge_request")
    move_path = "pk"
    ordering = ("-started_at", "pk")
    fields = (*MOVE_FIELDS, "owner", "started_at", "is_sample", "status", "seen")
    readonly_fields = ("owner", "started_at", "is_sample", "status")

    @admin.display(description=_("status"))
    def status(self, move: Move) -> str:
        return str(_(STATUS_NAMES[Status(move.merge_request.status)]))

    def save_model(self, request: HttpRequest, obj: Move, form: Any, change: bool) -> None:
        """Through ``change_move``, like the page: the time line says who changed what."""
        stored = Move.objects.get(pk=obj.pk)
        details = self.changed(form, MOVE_FIELDS)
        try:
            change_move(
                stored, details, version=obj.version, by=_person(request), at=timezone.now()
            )
        except StaleForm as stale:
            self.message_user(request, str(stale.message), messages.ERROR)


@admin.register(Account)
class AccountAdmin(EditedByActsAdmin):
    list_display = ("move", "role", "kind", "login_email", "candidate_id")
    list_select_related = ("move",)
    fields = ("move", "role", *ACCOUNT_FIELDS, "seen")
    readonly_fields = ("move", "role")

    def save_model(self, request: HttpRequest, obj: Account, form: Any, change: bool) -> None:
        hold(obj.move)  # nobody writes between this look and the act
        stored = Account.objects.select_related("move").get(pk=obj.pk)
        if mark_of_row(stored, list(ACCOUNT_FIELDS)) != form.now:
            self.message_user(request, str(StaleForm.message), messages.ERROR)
            return
        details = self.changed(form, ACCOUNT_FIELDS)
        version = stored.move.version
        change_account(stored, details, version=version, by=_person(request), at=timezone.now())


@admin.register(MergeRequest)
class MergeRequestAdmin(ReadOnlyAdmin):
    list_display = ("move", "status", "status_since", "case_id")
    list_filter = ("status",)
    list_select_related = ("move",)

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        """Open ones first, the longest waiting on top; of one status, what presses first."""
        by_status = any(name.startswith("status") for name in request.GET)
        return ("presses_at", "pk") if by_status else ("closed", "status_since", "pk")


@admin.register(Snapshot)
class SnapshotAdmin(ReadOnlyAdmin):
    list_display = ("account", "phase", "state", "record_count", "sealed_at", "fingerprint")
    list_select_related = ("account",)
    move_path = "account__move"
    ordering = ("-account", "pk")


@admin.register(Event)
class EventAdmin(ReadOnlyAdmin):
    list_display = ("at", "move", "kind", "move_made", "subject", "by")
    list_select_related = ("move", "by")


@admin.register(Mail)
class MailAdmin(ReadOnlyAdmin):
    list_display = ("recorded_at", "move", "direction", "kind", "subject", "case_id")
    list_select_related = ("move",)


@admin.register(Evidence)
class EvidenceAdmin(ReadOnlyAdmin):
    list_display = ("added_at", "snapshot", "number", "kind", "name", "size")
    list_select_related = ("snapshot__account",)
    move_path = "snapshot__account__move"
    exclude = ("sealed_text",)


@admin.register(CertificateFile)
class CertificateFileAdmin(ReadOnlyAdmin):
    list_display = ("added_at", "move", "certification", "name", "size")
    list_select_related = ("move",)


@admin.register(Settlement)
class SettlementAdmin(ReadOnlyAdmin):
    list_display = ("at", "move", "reason", "by")
    list_select_related = ("move", "by")


@admin.register(User)
class UserAdmin(DeletedWhollyAdmin, QuickPeople, AnyUserAdmin):
    form = SeenUserForm
    list_display = ("email", "first_name", "last_name", "is_staff", "is_active")
    person_path = ""
    ordering = ("email",)
    fieldsets = (
        (None, {"fields": ("email", "password")}),
        (
            _("Person"),
            {"fields": ("first_name", "last_name", "language", "time_zone", "wants_reminders")},
        ),
        (_("Rights"), {"fields": ("is_active", "is_staff", "is_superuser", "groups", "seen")}),
    )
    add_fieldsets = (
        (
            None,
            {
                "classes": ("wide",),
                "fields": ("email", "usable_password", "password1", "password2"),
            },
        ),
    )

    def get_object(self, request: HttpRequest, object_id: str, from_field: Any = None) -> Any:
        """Locked where it is about to be written: the form compares it with what was shown."""
        if request.method == "POST" and transaction.get_connection().in_atomic_block:
            User.objects.select_for_update().filter(pk=object_id).first()
        return super().get_object(request, object_id, from_field)


def _person(request: HttpRequest) -> User | None:
    return request.user if isinstance(request.user, User) else None
