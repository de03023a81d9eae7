"""What `manage.py check` looks at beyond Django's own checks.

A fault in a file of the operator's is a warning, never an error: it stops the pages that
need that file, and must not stop reminders and backups, which Django refuses to run
where a check finds an error. What reads a file is imported where there is one: every command
and the server's start come through here.
"""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Warning, register, run_checks
from django.utils.module_loading import import_string

from migrations_tracker.core.facts import FactsError

#: By the number of its warning: the setting of a file of facts, and what reads it.
FACTS = {
    "certmove.W001": ("CERTMOVE_CATALOGUE", "migrations_tracker.catalogue.CATALOGUE"),
    "certmove.W002": ("CERTMOVE_WAYS", "migrations_tracker.ways.WAYS"),
}


@register("certmove")
def check_facts(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Name the operator's files of facts that cannot be used: W001 the catalogue, W002 the ways."""
    found: list[CheckMessage] = []
    for number, (setting, reader) in FACTS.items():
        try:
            if getattr(settings, setting, None):
                import_string(reader).current()
        except FactsError as error:
            hint = f"Correct the file named in {setting}, then run check again."
            found.append(Warning(str(error), hint=hint, id=number))
    return found


@register("certmove")
def check_letters(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Name each letter of the operator's that cannot be used (certmove.W003)."""
    hint = "Correct it in the folder named in CERTMOVE_LETTERS, then run check again."
    if not getattr(settings, "CERTMOVE_LETTERS", None):
        return []
    faults = import_string("migrations_tracker.letters.faults_of_letters")()
    return [Warning(fault, hint=hint, id="certmove.W003") for fault in faults]


def lines_of_faults() -> list[str]:
    """What the server says of the operator's files at its start: a line for each fault."""
    return [f"{fault.id}: {fault.msg}" for fault in run_checks(tags=["certmove"])]
