"""The merge request of a move, what happened to it, and findings that were settled."""

from datetime import UTC, datetime

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from migrations_tracker.core.lifecycle import CLOSED, Status
from migrations_tracker.models.choices import choices_of
from migrations_tracker.models.compact import CodedField
from migrations_tracker.models.correspondence import Mail
from migrations_tracker.models.event_codes import KINDS, STATUSES, STEPS
from migrations_tracker.models.moves import Move
from migrations_tracker.models.packed import PackedJSONField
from migrations_tracker.models.snapshots import Snapshot


class MergeRequest(models.Model):
    """The request to AWS. Only ``merge_requests.transition`` writes ``status``.

    ``presses_at`` is what lists are in the order of: when the mailbox closes or, where that is
    not known, the last working day ends; far in the future where neither is. It and ``closed``
    stand here beside the status, so that one index serves each list. ``closed`` is 1 or 0: a
    condition on a boolean ("NOT closed") is one that SQLite looks up in no index.
    """

    move = models.OneToOneField(
        Move, on_delete=models.CASCADE, primary_key=True, related_name="merge_request"
    )
    status = models.CharField(
        _("status"),
        max_length=20,
        choices=choices_of(Status),
        default=Status.PREPARING.value,
    )
    status_since = models.DateTimeField(_("since"))
    version = models.PositiveIntegerField(default=1, editable=False)
    case_id = models.CharField(_("case ID"), max_length=40, blank=True, default="")
    presses_at = models.DateTimeField(default=datetime(9999, 1, 1, tzinfo=UTC), editable=False)
    closed = models.GeneratedField(
        expression=models.Case(models.When(status__in=sorted(CLOSED), then=1), default=0),
        output_field=models.PositiveSmallIntegerField(),
        db_persist=True,
    )

    class Meta:
        verbose_name = _("merge request")
        verbose_name_plural = _("merge requests")
        indexes = (
            models.Index(fields=["closed", "presses_at", "move"], name="request_pressing"),
            models.Index(fields=["status", "presses_at", "move"], name="request_by_status"),
            models.Index(fields=["closed", "status_since", "move"], name="request_waiting"),
        )
        constraints = (
            models.CheckConstraint(
                condition=models.Q(status__in=[status.value for status in Status]),
                name="known_status",
            ),
        )

    def __str__(self) -> str:
        return str(self.move)


class Event(models.Model):
    """One line of the time line. Rows are only ever added.

    ``move_made`` is the life cycle's move ("" where it was none), with the statuses
    before and after; ``changes`` is ``{field: [old, new]}`` of an edit. ``by`` is None
    where the person's account is gone or the system acted. Nothing looks up the events of a
    snapshot or of a mail but by their move, so neither has an index here: ``discard_draft``, the
    one act that deletes a snapshot, clears ``snapshot`` itself. Nor has ``by``: only when a person
    is deleted, which is rare, are all events read for it.
    """

    class Kind(models.TextChoices):
        STARTED = "started", _("Move started")
        EDITED = "edited", _("Details changed")
        SNAPSHOT_STARTED = "snapshot_started", _("Snapshot started")
        EVIDENCE_ADDED = "evidence_added", _("Records added")
        RECORD_TYPED = "record_typed", _("Record typed")
        RECORD_CHANGED = "record_changed", _("Record corrected")
        RECORD_REMOVED = "record_removed", _("Record removed")
        SNAPSHOT_SEALED = "snapshot_sealed", _("Snapshot sealed")
        SNAPSHOT_DISCARDED = "snapshot_discarded", _("Draft snapshot thrown away")
        DECLARED_EMPTY = "declared_empty", _("Account declared empty")
        DECLARATION_WITHDRAWN = "declaration_withdrawn", _("No longer declared empty")
        MAIL_RECEIVED = "mail_received", _("Mail received")
        MAIL_SENT = "mail_sent", _("Mail sent")
        TRANSITION = "transition", _("Step made")
        SETTLED = "settled", _("Finding settled")
        UNSETTLED = "unsettled", _("Settlement taken back")
        FILE_ADDED = "file_added", _("Certificate attached")
        FILE_REMOVED = "file_removed", _("Certificate removed")
        CODES_SHOWN = "codes_shown", _("Benefit codes shown")

    move = models.ForeignKey(Move, on_delete=models.CASCADE, related_name="events", db_index=False)
    number = models.PositiveIntegerField()
    kind = CodedField(_("kind"), max_length=30, choices=Kind.choices, codes=KINDS)
    move_made = CodedField(_("step"), max_length=30, blank=True, default="", codes=STEPS)
    old_status = CodedField(max_length=20, blank=True, default="", codes=STATUSES)
    new_status = CodedField(max_length=20, blank=True, default="", codes=STATUSES)
    subject = models.CharField(_("subject"), max_length=300, blank=True, default="")
    note = models.TextField(_("note"), blank=True, default="")
    changes = PackedJSONField(default=dict, blank=True, null=True)
    snapshot = models.ForeignKey(
        Snapshot,
        null=True,
        blank=True,
        on_delete=models.DO_NOTHING,
        related_name="+",
        db_index=False,
        db_constraint=False,
    )
    mail = models.ForeignKey(
        Mail,
        null=True,
        blank=True,
        on_delete=models.DO_NOTHING,
        related_name="+",
        db_index=False,
        db_constraint=False,
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        db_index=False,
    )
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        constraints = (models.UniqueConstraint(fields=["move", "number"], name="event_number"),)

    def __str__(self) -> str:
        return f"{self.number} {self.get_kind_display()}"


class Settlement(models.Model):
    """A person's reason why one finding of the comparison is no loss."""

    move = models.ForeignKey(Move, on_delete=models.CASCADE, related_name="settlements")
    finding = models.CharField(max_length=32)
    reason = models.TextField(_("reason"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("settlement")
        verbose_name_plural = _("settlements")
        constraints = (
            models.UniqueConstraint(fields=["move", "finding"], name="one_settlement_a_finding"),
        )

    def __str__(self) -> str:
        return self.reason
