"""AWS's certifications as data, and the file they come from."""

from migrations_tracker.core.catalogue.entries import (
    Catalogue,
    CatalogueEntry,
    ExamVersion,
    Level,
    Source,
)
from migrations_tracker.core.catalogue.fields import CatalogueError
from migrations_tracker.core.catalogue.file import parse_catalogue

__all__ = [
    "Catalogue",
    "CatalogueEntry",
    "CatalogueError",
    "ExamVersion",
    "Level",
    "Source",
    "parse_catalogue",
]
