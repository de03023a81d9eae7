"""Makes Django's choices out of the core's enums."""

from enum import StrEnum


def choices_of(enum: type[StrEnum]) -> list[tuple[str, str]]:
    """Value and plain word; pages show the translated names of the core instead.

    Plain strings, so that no migration imports an enum or a translation.
    """
    return [(member.value, member.value.replace("_", " ")) for member in enum]
