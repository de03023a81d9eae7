from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MigrationsTrackerConfig(AppConfig):
    name = "migrations_tracker"
    verbose_name = _("Moves of AWS Certification records")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Here and not above, as all apps must have been loaded first.
        from allauth.account.signals import authentication_step_completed  # noqa: PLC0415
        from allauth.mfa import signals  # noqa: PLC0415

        from migrations_tracker import checks  # noqa: F401, PLC0415 - registers
        from migrations_tracker.accounts import (  # noqa: PLC0415
            second_factor,
            security_log,
            sessions,
        )

        # allauth tells of these in this way alone.
        security_log.listen()
        authentication_step_completed.connect(sessions.renew_id)
        for change in (
            signals.authenticator_added,
            signals.authenticator_removed,
            signals.authenticator_reset,
        ):
            change.connect(second_factor.changed)
