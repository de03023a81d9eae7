"""AWS's certifications as data, and the file they come from."""

from migrations_tracker.core.catalogue.entries import (
    Catalogue,
    CatalogueEntry,
    ExamVersion,
    Level,
)
from migrations_tracker.core.catalogue.file import CatalogueError, parse_catalogue

__all__ = [
    "Catalogue",
    "CatalogueEntry",
    "CatalogueError",
    "ExamVersion",
    "Level",
    "parse_catalogue",
]
