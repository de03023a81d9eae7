from django.urls import path

from certmove.later import Later

app_name = "first_use"
_VIEWS = "migrations_tracker.accounts.first_use_views"
urlpatterns = [path("", Later(f"{_VIEWS}.welcome", login_required=False), name="welcome")]
