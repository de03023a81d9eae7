"""A move: one person's records from the source account to the destination account."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from migrations_tracker.core.accounts import AccountKind, Role
from migrations_tracker.models.choices import choices_of
from migrations_tracker.models.compact import CompactUUIDField


class Move(models.Model):
    """Whose records move, away from which employer, by when.

    ``mailbox_closes_at`` is the moment the source account's mailbox can no longer be
    read; ``time_zone`` is where its owner reads dates. ``version`` counts edits, so
    that a stale form can't overwrite a newer one; ``event_count`` numbers the events.
    """

    id = CompactUUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="moves",
        verbose_name=_("owner"),
    )
    person_name = models.CharField(_("name as on the ID"), max_length=200)
    employer = models.CharField(_("employer"), max_length=200, blank=True, default="")
    last_working_day = models.DateField(_("last working day"), null=True, blank=True)
    mailbox_closes_at = models.DateTimeField(_("mailbox closes"), null=True, blank=True)
    time_zone = models.CharField(_("time zone"), max_length=64, default="Asia/Tokyo")
    note = models.TextField(_("note"), blank=True, default="")
    is_sample = models.BooleanField(_("sample"), default=False)
    started_at = models.DateTimeField(_("started"))
    version = models.PositiveIntegerField(default=1, editable=False)
    event_count = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("move")
        verbose_name_plural = _("moves")
        indexes = (
            models.Index(fields=["owner", "-started_at"], name="move_owner_started"),
            models.Index(fields=["-started_at", "id"], name="move_started"),
        )

    def __str__(self) -> str:
        return self.person_name

    def account(self, role: Role) -> "Account":
        """The account in ``role``; from the prefetched ones where there are some."""
        return next(account for account in self.accounts.all() if account.role == role)

    @property
    def source(self) -> "Account":
        return self.account(Role.SOURCE)

    @property
    def destination(self) -> "Account":
        return self.account(Role.DESTINATION)


class Account(models.Model):
    """One of a move's two accounts, with the up to four addresses AWS asks for."""

    move = models.ForeignKey(
        Move, on_delete=models.CASCADE, related_name="accounts", db_index=False
    )
    role = models.CharField(_("role"), max_length=12, choices=choices_of(Role))
    kind = models.CharField(
        _("kind"), max_length=20, choices=choices_of(AccountKind), blank=True, default=""
    )
    login_email = models.EmailField(_("login email"), blank=True, default="")
    training_email = models.EmailField(_("training notification email"), blank=True, default="")
    certification_email = models.EmailField(
        _("certification notification email"), blank=True, default=""
    )
    skill_builder_email = models.EmailField(_("Skill Builder email"), blank=True, default="")
    candidate_id = models.CharField(_("candidate ID"), max_length=13, blank=True, default="")

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        constraints = (
            models.UniqueConstraint(fields=["move", "role"], name="one_account_per_role"),
        )

    def __str__(self) -> str:
        return self.login_email or self.get_role_display()

    @property
    def addresses(self) -> dict[str, str]:
        """The addresses that are known, by AWS's names for them."""
        named = {
            "login": self.login_email,
            "training": self.training_email,
            "certification": self.certification_email,
            "skill_builder": self.skill_builder_email,
        }
        return {name: address for name, address in named.items() if address}
