"""Taking everything along, and deleting."""

from django.urls import path

from certmove.later import Later

app_name = "leaving"
_VIEWS = "migrations_tracker.views"
urlpatterns = [
    path("", Later(f"{_VIEWS}.leaving.data"), name="data"),
    path("delete/", Later(f"{_VIEWS}.leaving.leave"), name="leave"),
    path("moves/<uuid:pk>/delete/", Later(f"{_VIEWS}.deletions.delete"), name="delete_move"),
]
