"""The admin's lists at the same cost among ten rows as among millions.

A list is read along an index and ends after ``MOST_ROWS``; what is not on it is searched for by
words of its move. Filters, sorting by any column and exact counts all read a whole table, which
the admin does by habit: they are left out where no index serves them.
"""

from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from allauth.account.admin import EmailAddressAdmin
from allauth.account.models import EmailAddress
from allauth.mfa.admin import AuthenticatorAdmin
from allauth.mfa.models import Authenticator
from allauth.usersessions.admin import UserSessionAdmin
from allauth.usersessions.models import UserSession
from django.contrib import admin
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from migrations_tracker.search import begins_with, moves_with

if TYPE_CHECKING:
    AnyPaginator = Paginator[Any]
    ModelAdmin = admin.ModelAdmin[Any]
else:
    AnyPaginator, ModelAdmin = Paginator, admin.ModelAdmin

MOST_ROWS = 1000
#: Moves that a search leads to at most.
MOST_FOUND = 200


class CappedPaginator(AnyPaginator):
    """Counts no further than ``MOST_ROWS``."""

    @cached_property
    def count(self) -> int:
        rows: QuerySet[Any] = self.object_list  # type: ignore[assignment]
        return min(MOST_ROWS, rows[: MOST_ROWS + 1].count())


class QuickList(ModelAdmin):
    """``move_path`` leads from a row to its move, by which it is found."""

    paginator = CappedPaginator
    show_full_result_count = False
    list_per_page = 50
    list_max_show_all = 0
    sortable_by = ()
    list_filter: ClassVar[tuple[str, ...]] = ()
    ordering: ClassVar[tuple[str, ...]] = ("-pk",)
    search_fields = ("pk",)  # shows the box; what it does is below
    search_help_text = _(
        "The list ends after 1,000 rows. Search with the beginnings of words: name, employer, mail "
        "address, candidate ID or case ID of the move."
    )
    move_path = "move"

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        if not search_term.strip():
            return queryset, False
        return queryset.filter(self.found_by(search_term)), False

    def found_by(self, typed: str) -> Q:
        """Which rows what was typed leads to."""
        return Q((f"{self.move_path}__in", moves_with(typed, most=MOST_FOUND)))


class QuickPeople(QuickList):
    """People and what belongs to them, found by the beginning of a mail address."""

    search_help_text = _("The list ends after 1,000 rows. Search with how a mail address begins.")
    person_path = "user__"

    def found_by(self, typed: str) -> Q:
        return begins_with(f"{self.person_path}email", typed.strip().lower())


for model in (EmailAddress, Authenticator, UserSession):
    admin.site.unregister(model)


@admin.register(EmailAddress)
class QuickEmailAddressAdmin(QuickPeople, EmailAddressAdmin):  # type: ignore[misc]
    person_path = ""


@admin.register(Authenticator)
class QuickAuthenticatorAdmin(QuickPeople, AuthenticatorAdmin):  # type: ignore[misc]
    pass


@admin.register(UserSession)
class QuickUserSessionAdmin(QuickPeople, UserSessionAdmin):  # type: ignore[misc]
    pass
