"""What `manage.py check` looks at beyond Django's own checks."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, register

from migrations_tracker.catalogue import current_catalogue
from migrations_tracker.core.catalogue import CatalogueError


@register()
def check_catalogue(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Refuse to start with a catalogue that cannot be used (certmove.E001)."""
    try:
        current_catalogue()
    except CatalogueError as error:
        hint = "Correct the catalogue's file named in CERTMOVE_CATALOGUE, then run check again."
        return [Error(str(error), hint=hint, id="certmove.E001")]
    return []
