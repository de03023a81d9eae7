"""Taking everything along, and deleting."""

from django.urls import path

from migrations_tracker.views import deletions, leaving

app_name = "leaving"
urlpatterns = [
    path("", leaving.data, name="data"),
    path("delete/", leaving.leave, name="leave"),
    path("moves/<uuid:pk>/delete/", deletions.delete, name="delete_move"),
]
