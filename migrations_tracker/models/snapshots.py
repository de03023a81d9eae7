"""Snapshots of an account, and what they were read from."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from migrations_tracker.core.accounts import Phase
from migrations_tracker.models.choices import choices_of
from migrations_tracker.models.compact import CompactUUIDField
from migrations_tracker.models.moves import Account
from migrations_tracker.models.packed import PackedTextField


class Snapshot(models.Model):
    """What one account showed at one time.

    A draft grows paste by paste; sealed it never changes, and ``fingerprint`` (SHA-256
    over its records) shows that it did not. A correction is a new snapshot that
    ``corrects`` the old one. ``records`` is what it holds, packed, and ``sealed_codes`` the
    benefits' codes, encrypted and bound to this row: ``snapshot_records`` alone reads and writes
    both. ``seal_number`` counts the sealings of a move: of two sealed
    snapshots the one with the higher number counts, whatever a clock said.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        SEALED = "sealed", _("Sealed")

    id = CompactUUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="snapshots")
    phase = models.CharField(_("phase"), max_length=6, choices=choices_of(Phase))
    state = models.CharField(_("state"), max_length=6, choices=State.choices, default=State.DRAFT)
    declared_empty = models.BooleanField(_("declared empty"), default=False)
    corrects = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="corrections"
    )
    records = models.BinaryField(default=b"", editable=False)
    sealed_codes = PackedTextField(blank=True, default="", editable=False)
    record_count = models.PositiveIntegerField(default=0, editable=False)
    evidence_count = models.PositiveIntegerField(default=0, editable=False)
    started_at = models.DateTimeField(_("started"))
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    seal_number = models.PositiveIntegerField(default=0, editable=False)
    sealed_at = models.DateTimeField(_("sealed"), null=True, blank=True)
    sealed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    fingerprint = models.CharField(_("fingerprint"), max_length=64, blank=True, default="")

    class Meta:
        verbose_name = _("snapshot")
        verbose_name_plural = _("snapshots")
        constraints = (
            models.UniqueConstraint(
                fields=["account", "phase"],
                condition=models.Q(state="draft"),
                name="one_draft_per_account_and_phase",
            ),
            models.CheckConstraint(
                condition=models.Q(state="draft")
                | models.Q(state="sealed", sealed_at__isnull=False),
                name="sealed_snapshot_says_when",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_phase_display()} · {self.account}"

    @property
    def is_sealed(self) -> bool:
        return self.state == self.State.SEALED


class Evidence(models.Model):
    """What was pasted or dropped into a snapshot, byte for byte.

    ``number`` counts within the snapshot; records name their evidence by it. A paste
    stands in ``sealed_text``, encrypted since it may hold benefit codes, bound to this row;
    a file's bytes are in the evidence storage under ``stored_as``.
    """

    snapshot = models.ForeignKey(
        Snapshot, on_delete=models.CASCADE, related_name="evidence", db_index=False
    )
    number = models.PositiveIntegerField()
    kind = models.CharField(_("kind"), max_length=20)
    name = models.CharField(_("file name"), max_length=255, blank=True, default="")
    sealed_text = PackedTextField(_("text, encrypted"), blank=True, default="")
    stored_as = models.CharField(max_length=200, blank=True, default="")
    sha256 = models.CharField("SHA-256", max_length=64)
    size = models.PositiveIntegerField(_("size in bytes"))
    added_at = models.DateTimeField(_("added"))
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        constraints = (
            models.UniqueConstraint(fields=["snapshot", "number"], name="evidence_number"),
        )

    def __str__(self) -> str:
        return self.name or f"{self.kind} {self.number}"
