"""The facts of a snapshot: one table for each kind of record.

They mirror ``core.records``; a test holds their fields against each other. Only
``migrations_tracker.snapshots`` writes them.
"""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from migrations_tracker.core.records import (
    BenefitStatus,
    CertificationStatus,
    ExamResult,
    RegistrationStatus,
)
from migrations_tracker.models.choices import choices_of
from migrations_tracker.models.snapshots import Snapshot


class RecordRow(models.Model):
    """``number`` counts within the snapshot over all kinds; ``evidence_numbers`` name
    the evidence that shows the record, [] where it was typed."""

    snapshot = models.ForeignKey(
        Snapshot, on_delete=models.CASCADE, related_name="%(class)s_rows", db_index=False
    )
    number = models.PositiveIntegerField()
    evidence_numbers = models.JSONField(default=list, blank=True)

    class Meta:
        abstract = True
        constraints = (
            models.UniqueConstraint(fields=["snapshot", "number"], name="%(class)s_number"),
        )


class CertificationRecord(RecordRow):
    certification = models.CharField(_("certification"), max_length=8, null=True, blank=True)
    name = models.CharField(_("name"), max_length=300)
    earned_on = models.DateField(_("earned on"), null=True, blank=True)
    expires_on = models.DateField(_("expires on"), null=True, blank=True)
    status = models.CharField(
        _("status"),
        max_length=10,
        null=True,
        blank=True,
        choices=choices_of(CertificationStatus),
    )
    validation_number = models.CharField(
        _("validation number"), max_length=64, null=True, blank=True
    )

    class Meta(RecordRow.Meta):
        verbose_name = _("certification")
        verbose_name_plural = _("certifications")

    def __str__(self) -> str:
        return self.name


class ExamRecord(RecordRow):
    certification = models.CharField(_("certification"), max_length=8, null=True, blank=True)
    name = models.CharField(_("name"), max_length=300)
    exam_code = models.CharField(_("exam code"), max_length=20, null=True, blank=True)
    taken_on = models.DateField(_("taken on"), null=True, blank=True)
    result = models.CharField(
        _("result"), max_length=10, null=True, blank=True, choices=choices_of(ExamResult)
    )
    score = models.PositiveSmallIntegerField(
        _("score"),
        null=True,
        blank=True,
        validators=[MinValueValidator(100), MaxValueValidator(1000)],
    )
    registration_number = models.CharField(
        _("registration number"), max_length=64, null=True, blank=True
    )

    class Meta(RecordRow.Meta):
        verbose_name = _("exam")
        verbose_name_plural = _("exam history")
        constraints = (  # type: ignore[assignment]
            *RecordRow.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(score__isnull=True) | models.Q(score__range=(100, 1000)),
                name="scaled_score",
            ),
        )

    def __str__(self) -> str:
        return self.name


class BenefitRecord(RecordRow):
    """``sealed_code`` is the discount code, encrypted and bound to this row."""

    name = models.CharField(_("name"), max_length=300)
    sealed_code = models.TextField(_("code, encrypted"), null=True, blank=True)
    status = models.CharField(
        _("status"), max_length=10, null=True, blank=True, choices=choices_of(BenefitStatus)
    )
    expires_on = models.DateField(_("last day to sit an exam"), null=True, blank=True)
    earned_for = models.CharField(_("earned for"), max_length=8, null=True, blank=True)

    class Meta(RecordRow.Meta):
        verbose_name = _("benefit")
        verbose_name_plural = _("benefits")

    def __str__(self) -> str:
        return self.name


class RegistrationRecord(RecordRow):
    certification = models.CharField(_("certification"), max_length=8, null=True, blank=True)
    name = models.CharField(_("name"), max_length=300)
    exam_code = models.CharField(_("exam code"), max_length=20, null=True, blank=True)
    date = models.DateField(_("date"), null=True, blank=True)
    time = models.TimeField(_("time"), null=True, blank=True)
    time_zone = models.CharField(_("time zone"), max_length=64, null=True, blank=True)
    status = models.CharField(
        _("status"),
        max_length=10,
        null=True,
        blank=True,
        choices=choices_of(RegistrationStatus),
    )
    where = models.CharField(_("place"), max_length=200, null=True, blank=True)
    confirmation_number = models.CharField(
        _("confirmation number"), max_length=64, null=True, blank=True
    )

    class Meta(RecordRow.Meta):
        verbose_name = _("exam registration")
        verbose_name_plural = _("exam registrations")

    def __str__(self) -> str:
        return self.name
