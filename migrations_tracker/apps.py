from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MigrationsTrackerConfig(AppConfig):
    name = "migrations_tracker"
    verbose_name = _("Moves of AWS Certification records")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from migrations_tracker import checks  # noqa: F401, PLC0415 - registers; apps come first
