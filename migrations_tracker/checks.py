"""What `manage.py check` looks at beyond Django's own checks."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, register

from migrations_tracker.catalogue import CATALOGUE
from migrations_tracker.core.facts import FactsError
from migrations_tracker.facts_files import FactsFile
from migrations_tracker.letters import faults_of_letters
from migrations_tracker.ways import WAYS

FACTS: dict[str, FactsFile[Any]] = {"certmove.E001": CATALOGUE, "certmove.E002": WAYS}


@register("certmove")
def check_facts(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Refuse files of facts that cannot be used: E001 the catalogue's, E002 the ways'."""
    found: list[CheckMessage] = []
    for number, facts in FACTS.items():
        try:
            facts.current()
        except FactsError as error:
            hint = f"Correct the file named in {facts.setting}, then run check again."
            found.append(Error(str(error), hint=hint, id=number))
    return found


@register("certmove")
def check_letters(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Refuse letters of the operator's that cannot be used (certmove.E003), each one."""
    hint = "Correct it in the folder named in CERTMOVE_LETTERS, then run check again."
    return [Error(fault, hint=hint, id="certmove.E003") for fault in faults_of_letters()]
