from django.urls import path

from migrations_tracker.accounts import first_use_views

app_name = "first_use"
urlpatterns = [path("", first_use_views.welcome, name="welcome")]
