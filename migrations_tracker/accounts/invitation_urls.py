from django.urls import path

from migrations_tracker.accounts import invitation_views

app_name = "invitations"
urlpatterns = [
    path("", invitation_views.people_invited, name="list"),
    path("<int:pk>/withdraw/", invitation_views.withdraw, name="withdraw"),
    path("<str:token>/", invitation_views.come_in, name="come_in"),
]
