from django.urls import path

from certmove.later import Later

app_name = "invitations"
_VIEWS = "migrations_tracker.accounts.invitation_views"
urlpatterns = [
    path("", Later(f"{_VIEWS}.people_invited"), name="list"),
    path("<int:pk>/withdraw/", Later(f"{_VIEWS}.withdraw"), name="withdraw"),
    path("<str:token>/", Later(f"{_VIEWS}.come_in", login_required=False), name="come_in"),
]
