"""Every address of the site."""

from allauth.account.decorators import reauthentication_required, secure_admin_login
from allauth.usersessions.views import ListUserSessionsView
from django.contrib import admin
from django.urls import include, path
from django.views.decorators.http import require_safe
from django.views.generic import RedirectView

admin.site.site_header = admin.site.site_title = "certmove"
# The admin signs in where everybody does: the same rate limits, the same second factor.
# Its own form, which knows neither, must not take a password from anybody.
admin.site.login = secure_admin_login(require_safe(admin.site.login))  # type: ignore[method-assign]
# To end other sessions asks who is there, unless that was just shown.
_sessions = reauthentication_required(enabled=lambda request: request.method == "POST")(
    ListUserSessionsView.as_view()
)
_own_password = RedirectView.as_view(pattern_name="account_change_password")

urlpatterns = [
    path("", include("migrations_tracker.urls")),
    path("welcome/", include("migrations_tracker.accounts.first_use_urls")),
    path("invitations/", include("migrations_tracker.accounts.invitation_urls")),
    path("your-data/", include("migrations_tracker.leaving_urls")),
    path("preferences/", include("certmove.preferences")),
    path("accounts/sessions/", _sessions, name="usersessions_list"),
    path("accounts/", include("allauth.urls")),
    path("admin/password_change/", _own_password, name="admin_password_change"),
    path("admin/", admin.site.urls),
]

handler400 = "certmove.errors.bad_request"
handler429 = "certmove.errors.too_many_requests"  # allauth asks for this one
handler500 = "certmove.errors.server_error"
