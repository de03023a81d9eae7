"""What `manage.py check` looks at beyond Django's own checks.

A fault in a file of the operator's is a warning, never an error: it stops the pages that
need that file, and must not stop reminders and backups, which Django refuses to run
where a check finds an error.
"""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Warning, register, run_checks

from migrations_tracker.core.facts import FactsError
from migrations_tracker.facts.catalogue import CATALOGUE
from migrations_tracker.facts.files import FactsFile
from migrations_tracker.letters.writing import faults_of_letters
from migrations_tracker.ways.in_force import WAYS

FACTS: dict[str, FactsFile[Any]] = {"certmove.W001": CATALOGUE, "certmove.W002": WAYS}


@register("certmove")
def check_facts(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Name files of facts that cannot be used: W001 the catalogue's, W002 the ways'."""
    found: list[CheckMessage] = []
    for number, facts in FACTS.items():
        try:
            facts.current()
        except FactsError as error:
            hint = f"Correct the file named in {facts.setting}, then run check again."
            found.append(Warning(str(error), hint=hint, id=number))
    return found


@register("certmove")
def check_letters(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Name each letter of the operator's that cannot be used (certmove.W003)."""
    hint = "Correct it in the folder named in CERTMOVE_LETTERS, then run check again."
    return [Warning(fault, hint=hint, id="certmove.W003") for fault in faults_of_letters()]


def lines_of_faults() -> list[str]:
    """What the server says of the operator's files at its start: a line for each fault."""
    return [f"{fault.id}: {fault.msg}" for fault in run_checks(tags=["certmove"])]
