"""The addresses of moves and all that belongs to them. Ids are random: no address tells
anything about a person."""

from django.urls import path

from migrations_tracker.views import (
    calendars,
    catalogue,
    certificates,
    correspondence,
    exports,
    letters,
    merge_requests,
    moves,
    records,
    reports,
    snapshots,
)

app_name = "moves"
urlpatterns = [
    path("", moves.dashboard, name="dashboard"),
    path("moves/new/", moves.start, name="start"),
    path("moves/<uuid:pk>/", moves.move, name="move"),
    path("moves/<uuid:pk>/edit/", moves.edit, name="edit"),
    path("moves/<uuid:pk>/accounts/<slug:role>/", moves.account, name="account"),
    path("moves/<uuid:pk>/snapshots/<slug:role>/<slug:phase>/", snapshots.place, name="place"),
    path("moves/<uuid:pk>/steps/", merge_requests.step, name="step"),
    path("moves/<uuid:pk>/comparison/", merge_requests.comparison, name="comparison"),
    path("moves/<uuid:pk>/comparison/settle/", merge_requests.settle_finding, name="settle"),
    path("moves/<uuid:pk>/comparison/unsettle/", merge_requests.unsettle_finding, name="unsettle"),
    path("moves/<uuid:pk>/mails/new/", correspondence.receive, name="receive"),
    path("moves/<uuid:pk>/mails/<int:number>/", correspondence.mail, name="mail"),
    path("moves/<uuid:pk>/letters/<slug:kind>/", letters.letter, name="letter"),
    path("moves/<uuid:pk>/certificates/new/", certificates.attach, name="attach"),
    path("moves/<uuid:pk>/report/", reports.report, name="report"),
    path("moves/<uuid:pk>/report.json", reports.report_json, name="report_json"),
    path("certificates/<uuid:pk>/", certificates.download, name="certificate"),
    path("certificates/<uuid:pk>/remove/", certificates.remove, name="remove_certificate"),
    path("snapshots/<uuid:pk>/", snapshots.snapshot, name="snapshot"),
    path("snapshots/<uuid:pk>/codes/", snapshots.show_codes, name="show_codes"),
    path("snapshots/<uuid:pk>/preview/", snapshots.preview, name="preview"),
    path("snapshots/<uuid:pk>/keep/", snapshots.keep, name="keep"),
    path("snapshots/<uuid:pk>/seal/", snapshots.seal, name="seal"),
    path("snapshots/<uuid:pk>/empty/", snapshots.empty, name="empty"),
    path("snapshots/<uuid:pk>/correct/", snapshots.correct, name="correct"),
    path("snapshots/<uuid:pk>/discard/", snapshots.discard, name="discard"),
    path("snapshots/<uuid:pk>/records/new/<slug:kind>/", records.new, name="new_record"),
    path("snapshots/<uuid:pk>/records/<int:number>/", records.edit, name="record"),
    path("snapshots/<uuid:pk>/records/<int:number>/remove/", records.remove, name="remove_record"),
    path("snapshots/<uuid:pk>/export.json", exports.export, name="export"),
    path("snapshots/<uuid:pk>/evidence/<int:number>/", snapshots.evidence, name="evidence"),
    path("moves/<uuid:pk>/deadlines.ics", calendars.calendar_file, name="calendar_file"),
    path("calendar/", calendars.calendar, name="calendar"),
    path("calendar/<slug:token>.ics", calendars.calendar_feed, name="calendar_feed"),
    path("catalogue/", catalogue.catalogue, name="catalogue"),
    path("templates/<slug:kind>.csv", exports.template, name="template"),
]
