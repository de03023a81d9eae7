"""Facts about AWS as dated data with sources, in files that an operator may add to."""

from migrations_tracker.core.facts.fields import FactsError, Fields, OperatorsFileError
from migrations_tracker.core.facts.file import read_entries
from migrations_tracker.core.facts.sources import (
    OLD,
    Age,
    Source,
    age_of,
    read_address,
    read_sources,
)

__all__ = [
    "OLD",
    "Age",
    "FactsError",
    "Fields",
    "OperatorsFileError",
    "Source",
    "age_of",
    "read_address",
    "read_entries",
    "read_sources",
]
