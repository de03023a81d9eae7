"""The addresses of moves and all that belongs to them. Ids are random: no address tells
anything about a person."""

from django.urls import path

from certmove.later import Later

app_name = "moves"
_VIEWS = "migrations_tracker.views"
urlpatterns = [
    path("", Later(f"{_VIEWS}.dashboard.dashboard"), name="dashboard"),
    path("search/", Later(f"{_VIEWS}.dashboard.search"), name="search"),
    path("moves/new/", Later(f"{_VIEWS}.moves.start"), name="start"),
    path("moves/<uuid:pk>/", Later(f"{_VIEWS}.moves.move"), name="move"),
    path("moves/<uuid:pk>/edit/", Later(f"{_VIEWS}.moves.edit"), name="edit"),
    path("moves/<uuid:pk>/accounts/<slug:role>/", Later(f"{_VIEWS}.moves.account"), name="account"),
    path(
        "moves/<uuid:pk>/snapshots/<slug:role>/<slug:phase>/",
        Later(f"{_VIEWS}.snapshots.place"),
        name="place",
    ),
    path("moves/<uuid:pk>/way/", Later(f"{_VIEWS}.ways.way"), name="way"),
    path("moves/<uuid:pk>/steps/", Later(f"{_VIEWS}.merge_requests.step"), name="step"),
    path(
        "moves/<uuid:pk>/comparison/",
        Later(f"{_VIEWS}.merge_requests.comparison"),
        name="comparison",
    ),
    path(
        "moves/<uuid:pk>/comparison/settle/",
        Later(f"{_VIEWS}.merge_requests.settle_finding"),
        name="settle",
    ),
    path(
        "moves/<uuid:pk>/comparison/unsettle/",
        Later(f"{_VIEWS}.merge_requests.unsettle_finding"),
        name="unsettle",
    ),
    path("moves/<uuid:pk>/mails/new/", Later(f"{_VIEWS}.correspondence.receive"), name="receive"),
    path(
        "moves/<uuid:pk>/mails/<int:number>/", Later(f"{_VIEWS}.correspondence.mail"), name="mail"
    ),
    path(
        "moves/<uuid:pk>/mails/<int:number>/file/",
        Later(f"{_VIEWS}.correspondence.mail_file"),
        name="mail_file",
    ),
    path("moves/<uuid:pk>/letters/<slug:kind>/", Later(f"{_VIEWS}.letters.letter"), name="letter"),
    path(
        "moves/<uuid:pk>/certificates/new/", Later(f"{_VIEWS}.certificates.attach"), name="attach"
    ),
    path("moves/<uuid:pk>/report/", Later(f"{_VIEWS}.reports.report"), name="report"),
    path("moves/<uuid:pk>/report.json", Later(f"{_VIEWS}.reports.report_json"), name="report_json"),
    path("certificates/<uuid:pk>/", Later(f"{_VIEWS}.certificates.download"), name="certificate"),
    path(
        "certificates/<uuid:pk>/remove/",
        Later(f"{_VIEWS}.certificates.remove"),
        name="remove_certificate",
    ),
    path("snapshots/<uuid:pk>/", Later(f"{_VIEWS}.snapshots.snapshot"), name="snapshot"),
    path("snapshots/<uuid:pk>/codes/", Later(f"{_VIEWS}.snapshots.show_codes"), name="show_codes"),
    path("snapshots/<uuid:pk>/preview/", Later(f"{_VIEWS}.snapshots.preview"), name="preview"),
    path("snapshots/<uuid:pk>/keep/", Later(f"{_VIEWS}.snapshots.keep"), name="keep"),
    path("snapshots/<uuid:pk>/seal/", Later(f"{_VIEWS}.snapshots.seal"), name="seal"),
    path("snapshots/<uuid:pk>/empty/", Later(f"{_VIEWS}.snapshots.empty"), name="empty"),
    path("snapshots/<uuid:pk>/correct/", Later(f"{_VIEWS}.snapshots.correct"), name="correct"),
    path("snapshots/<uuid:pk>/discard/", Later(f"{_VIEWS}.snapshots.discard"), name="discard"),
    path(
        "snapshots/<uuid:pk>/records/new/<slug:kind>/",
        Later(f"{_VIEWS}.records.new"),
        name="new_record",
    ),
    path(
        "snapshots/<uuid:pk>/records/<int:number>/", Later(f"{_VIEWS}.records.edit"), name="record"
    ),
    path(
        "snapshots/<uuid:pk>/records/<int:number>/remove/",
        Later(f"{_VIEWS}.records.remove"),
        name="remove_record",
    ),
    path("snapshots/<uuid:pk>/export.json", Later(f"{_VIEWS}.exports.export"), name="export"),
    path(
        "snapshots/<uuid:pk>/evidence/<int:number>/",
        Later(f"{_VIEWS}.snapshots.evidence"),
        name="evidence",
    ),
    path(
        "moves/<uuid:pk>/deadlines.ics",
        Later(f"{_VIEWS}.calendars.calendar_file"),
        name="calendar_file",
    ),
    path("calendar/", Later(f"{_VIEWS}.calendars.calendar"), name="calendar"),
    path(
        "calendar/<slug:token>.ics",
        Later(f"{_VIEWS}.calendars.calendar_feed", login_required=False),
        name="calendar_feed",
    ),
    path("catalogue/", Later(f"{_VIEWS}.catalogue.catalogue"), name="catalogue"),
    path("templates/<slug:kind>.csv", Later(f"{_VIEWS}.exports.template"), name="template"),
]
