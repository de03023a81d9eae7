"""Sentences that the core says and somebody else translates.

The core knows what is wrong, but not in which language it will be read. It hands
out a template and its values; the pages translate the template, the command line
prints it in English.
"""

from dataclasses import dataclass, field
from typing import Any


def gettext_noop(template: str) -> str:
    """Mark ``template`` for the message catalogue and return it unchanged."""
    return template


@dataclass(frozen=True, slots=True)
class Sentence:
    """``template`` in English with %(name)s places, and the values that fill them."""

    template: str
    values: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template % self.values if self.values else self.template
